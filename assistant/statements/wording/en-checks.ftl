# What the checker says of other people's claims.

check-nothing = No figure or comparison that could be checked was found.
check-comma = {", "}
check-headline = { $n ->
    [one] 1 claim
   *[other] { $n } claims
}: { $parts }.
check-headline-day = {" "}{ $n } of them are true of { $day }.
check-count-true = { $n } { $n ->
    [one] holds
   *[other] hold
}
check-count-other-date = { $n } { $n ->
    [one] is another day's
   *[other] are another day's
}
check-count-other-definition = { $n } { $n ->
    [one] holds under another definition
   *[other] hold under another definition
}
check-count-false = { $n } { $n ->
    [one] is false
   *[other] are false
}
check-count-attributed = { $n } { $n ->
    [one] is a person's view
   *[other] are people's views
}
check-count-not-checkable = { $n } can't be checked

check-way = { $side ->
    [up] up { $value }
    [down] down { $value }
   *[level] unchanged
}
check-turned = It was { $side ->
    [down] up, not down
   *[up] down, not up
}.
check-by-fund = { $subject }, by the SPDR sector fund,
check-over-day = on the day
check-over-week = for the week
check-over-month = for the month
check-over-quarter = for the quarter
check-over-year = for the year
check-over-sessions = over { $n } sessions
check-over-one-week = over one week
check-over-one-month = over one month
check-over-one-quarter = over one quarter
check-over-one-year = over one year
check-over-dates = from the close of { $base } to that of { $end }
check-moved = { $subject } was { $way } { $over } to { $day }.
check-moved-between = { $subject } was { $way } { $over }.
check-points = { $subject } changed by { $value } { $over } to { $day }.
check-spread = { $subject } was { $value } { $side ->
    [ahead] ahead of
   *[behind] behind
} { $other } { $over } to { $day }.
check-than = { $subject } was { $first } and { $other } { $second }, which is { $holds ->
    [yes] { $way } as the text says
   *[no] not { $way }
}.
check-intraday = { $subject }'s { $field } of { $day } was { $moved } from the close before.

check-close = { $subject } closed at { $value } on { $day }.
check-open = { $subject } opened at { $value } on { $day }.
check-high = { $subject } had its intraday high of { $day } at { $value }.
check-low = { $subject } had its intraday low of { $day } at { $value }.
check-previous_close = { $subject } closed at { $value } on { $day }.
check-field-close = close
check-field-open = open
check-field-high = intraday high
check-field-low = intraday low
check-range = { $figure } lies { $side ->
    [inside] inside
   *[outside] outside
} the day's range, { $low } to { $high }.
check-not-best = It was not the { $unit ->
    [week] week's
    [month] month's
   *[year] year's
} { $side ->
    [high] highest
   *[low] lowest
} close.
check-to-a-rounding = It holds to a rounding: sources of yields differ by a basis point.
check-threshold = { $subject } closed at { $value } on { $day }, { $side ->
    [above] above
   *[below] not above
} { $limit }.
check-average = { $subject }'s { $n }-session average was { $line } on { $day }; the close lay { $gap } { $side ->
    [above] above
   *[below] below
} it.
check-distance = On { $day } { $subject } closed { $value } { $side ->
    [above] above
   *[below] below
} { $of }, { $level } of { $top }.
check-top-record = the highest close of the data
check-top-high = the highest intraday price of the data
check-top-year = the extreme close of the year to then
check-top-year-intraday = the extreme price of the year to then
check-top-earlier = the highest close to the end of the year before
check-top-that = that one
check-top = { $subject }: { $of } is { $value }, of { $day }.
check-keyed = { $subject }'s { $metric } was { $value } on { $day }.
check-metric-realized-volatility-20d = 20-day realised volatility
check-metric-atr-14 = average true range
check-is-record = { $subject } closed at { $value } on { $day }, { $holds ->
    [yes] above
   *[no] not above
} the highest before it, { $record } of { $of }.

check-since = { $subject } closed at { $value } on { $day }; { $found ->
    [yes] it was last { $what ->
        [highest] as high
       *[lowest] as low
    } on { $since }
   *[no] it was never { $what ->
        [highest] as high
       *[lowest] as low
    } in the data, which begin on { $since }
}.
check-best = { $subject } was { $value } over the { $unit } to { $day }; { $found ->
    [yes] the last { $side ->
        [best] one as good
       *[worst] one as bad
    } ended on { $since }
   *[no] none in the data from { $since } on was { $side ->
        [best] as good
       *[worst] as bad
    }
}.
check-unit-day = day
check-unit-week = week
check-unit-month = month
check-unit-quarter = quarter
check-unit-year = year
check-first = { $subject } closed at { $value } on { $day }; { $found ->
    [yes] the last close { $side } { $limit } before it was that of { $since }
   *[no] none in the data from { $since } on lay { $side } { $limit } before it
}.
check-run = { $subject }'s run against { $other } was of { $n } sessions on { $day }; { $told }.
check-of-run = of { $day }, when it was of { $n } sessions and { $told }
check-no-run = no run stood
check-no-longer-run = none as long stands in the data since { $day }
check-last-run = the last at least as long ended on { $day }{ $tie ->
    [yes] {" "}(a tie)
   *[no] {""}
}
check-rank = { $subject } was { $value } on { $day }, { $place } of { $n } sector funds; the { $side } was { $top }, { $best }.

check-records = To { $day } { $subject } had { $n } record closes in { $year }.
check-streak = { $subject } had { $way ->
    [ahead] beaten
   *[beaten] trailed
} { $other } for { $n } sessions in a row to { $day }.
check-own-run = { $subject } had { $way ->
    [up] risen
   *[down] fallen
} for { $n } sessions in a row to { $day }.
check-bucket-run = { $subject }: { $n } { $unit } in a row { $way ->
    [up] up or ahead
   *[down] down or behind
} to { $day }.
check-units-week = { $n ->
    [one] week
   *[other] weeks
}
check-units-month = { $n ->
    [one] month
   *[other] months
}
check-units-quarter = { $n ->
    [one] quarter
   *[other] quarters
}
check-units-year = { $n ->
    [one] year
   *[other] years
}
check-ups = { $subject } { $way ->
    [up] rose
   *[down] fell
} in { $n } of { $of } sessions to { $day }.
check-closes = { $subject } closed { $side } { $limit } { $n } times from { $first } to { $day }.
check-sectors = { $n } of { $of } sector funds { $way ->
    [up] rose
   *[down] fell
} on { $day }.

check-of-day = of { $day } ({ $value })
check-of-count = of { $day } ({ $n })
check-of-window = { $window } ({ $value })
check-of-subject = of { $subject } ({ $value })
check-of-total = with dividends ({ $value })
check-of-price = without dividends ({ $value })
check-of-field = of that day's { $field }
check-of-field-of = of the { $field } of { $day }
check-from-open = measured from the open of { $day } ({ $value })
check-from-level = The text measures from the { $field } of { $day } ({ $level }); from there to the close it is { $moved }.
check-hidden-high = Between them it closed as high as { $level } on { $day }.
check-true-of = True { $words }.
check-also = It is also true { $words }.
check-nothing-else = No other date within ten sessions, field or base gives it.
check-could-mean = Could mean { $words }: holds as that.
check-could-hold = Could be meant otherwise, and holds so.
check-unread = Not judged: “{ $words }” isn't understood.
check-denies = The text denies what holds:
check-denies-figure = The text denies a figure.
check-no-session = { $day } was no session; held against { $session }.
check-after = { $day } is after { $last }, the last session held.
check-no-bars = { $subject ->
    [0] There are no bars to hold it against.
   *[other] There are no bars of { $subject } to hold it against.
}
check-before-data = The bars of { $subject } run from { $first } to { $last }.
check-few = There are too few bars of { $subject } on { $day }.
check-weekday = { $day } was a { $weekday }.
check-monday = Monday
check-tuesday = Tuesday
check-wednesday = Wednesday
check-thursday = Thursday
check-friday = Friday
check-saturday = Saturday
check-sunday = Sunday
check-no-macro = There is no such macro figure as of this date.
check-macro-other = The figure held is { $said } The text may mean another period.

check-level-counted = On { $day } { $subject } has { $kind } at { $level }: { $of }.
check-level-not-counted = No level that Footnote counts lies there; the nearest { $kind } on { $day }: { $near }.
check-no-leg = { $subject } has no leg with swings of 4 % on { $day }.
check-fibonacci = { $subject }'s { $kind } { $ratio } % level is { $level } with anchors { $anchors }.
check-other-leg = True of the leg by swings of { $least }: { $anchors }.
check-no-other-leg = No leg by swings of 2 % to 10 % gives { $figure }; the text names no anchors.
check-rsi = { $subject }'s 14-day RSI by Wilder's smoothing was { $value } on { $day }.
check-rsi-cutler = with Cutler's plain averages ({ $value })
check-rsi-warm-up-100 = after a warm-up of 100 bars ({ $value })
check-no-divergence = By swings of one, three or five sessions there is no { $side } divergence on { $day }.
check-some-divergence = Only by swings of { $by } session(s) on each side: { $told }; none at { $rest }.
check-regime = By our convention (the VIX below 15 low, to 20 normal, to 30 elevated, above high) volatility is { $own } with the VIX at { $value } on { $day }{ $holds ->
    [yes] .
    [elsewhere] ; others draw the line elsewhere, and may call it { $said }.
   *[no] , not { $said }.
}

check-why-language = The sentence isn't in English.
check-why-whom = The text doesn't say of what that is measured.
check-why-unsaid = It doesn't say what it measures.
check-why-earnings = Earnings are not measured.
check-why-tariffs = Tariffs are not measured.
check-why-probabilities = Probabilities are not measured.
check-why-valuations = Valuations are not measured.
check-why-sizes = Capitalisations and weights are not measured.
check-why-growth = Economic growth is not measured.
check-why-flows = Flows and volumes are not measured.
check-why-accounts = Companies' accounts are not measured.
check-why-average = An average a day is not measured.
check-why-real = Returns after inflation are not measured.
check-why-annualised = Annualised returns are not measured.
check-why-currencies = Returns in other currencies are not measured.
check-why-outside = Prices outside the session, or within it, are not measured.
check-why-weighted = Equal-weighted returns are not measured.
check-why-exponential = Exponential and weighted averages are not measured.
check-why-indicator = That indicator is not checked.
check-why-points = It doesn't say what the points are of.
check-why-yield = A yield's change in percent is not measured.
check-why-multiples = Multiples are not measured.
check-why-amounts = Amounts of that size are not measured.
check-why-sessions = That count of sessions is not measured.
check-why-percentile = It doesn't say of what history.
check-why-rank = That rank is not measured.
check-why-count = That count is not measured.
check-why-forecast = It is a forecast, and the text names nobody the library knows.

check-found = Found: { $author }, “{ $title }”, { $published }.
check-found-differently = Found differently: { $told } The stored account ({ $published }): { $own }
check-not-found = Not found: none of { $n } stored passages of { $people } gives { $figure } for it; the latest is “{ $title }”, { $published }.
check-nothing-of = Not found: the library holds nothing of { $people } published by { $day }.
check-call = { $publisher }, { $given }: { $target } for { $horizon }
check-upside-from-close = { $value } from the close of { $day }
check-upside-from-issue = { $value } from the close on the day it was given, { $day }
check-upside-from-year-end = { $value } from the last year-end close, { $day }
check-found-call = Found: { $about }.
check-lies = It lies { $upsides }.
check-found-implied = Found as implied: { $about }, which is { $upside }{ $more ->
    [0] {""}
   *[other] ; { $others }
}.
check-no-stance = Not in the library: no view{ $on ->
    [none] {""}
   *[other] {" "}on { $on }
} of { $person } published by { $day }{ $rest ->
    [none] {""}
   *[other] ; it has a view on { $rest }
}.
check-stance-found = Found: { $told }.
check-stance-otherwise = The library says otherwise: { $told }.
check-stance-earlier = Found earlier: { $told }.
check-stance = { $author } is { $stance }{ $on ->
    [none] {""}
   *[other] {" "}on { $on }
}, “{ $title }”, { $published }{ $by ->
    [user] {" "}(added by a user)
   *[us] {""}
}

check-measure-return = return
check-measure-return-total = return with dividends
check-measure-return-open = return from an open
check-measure-points = change
check-measure-spread = difference of returns
check-measure-close = close
check-measure-open = open
check-measure-high = intraday high
check-measure-low = intraday low
check-measure-intraday = move within the day
check-measure-average = average of closes
check-measure-distance = distance
check-measure-record = record
check-measure-year = extreme of the year
check-measure-earlier = earlier record
check-measure-highest = highest close since
check-measure-lowest = lowest close since
check-measure-best-day = best or worst day since
check-measure-best-week = best or worst week since
check-measure-best-month = best or worst month since
check-measure-best-quarter = best or worst quarter since
check-measure-best-year = best or worst year since
check-measure-first = first close beyond a level since
check-measure-longest = longest run since
check-measure-streak = run ahead
check-measure-own-run = run of gains or losses
check-measure-records = record closes of the year
check-measure-ups = sessions that rose or fell
check-measure-closes = closes beyond a level
check-measure-sectors = sectors that rose or fell
check-measure-rank = rank among the sectors
check-measure-rsi = RSI-14
check-measure-regime = regime of volatility

check-name-true = holds
check-name-other-date = another day's
check-name-other-definition = another definition
check-name-false = false
check-name-attributed = a person's view
check-name-not-checkable = not checkable
check-read-as = Read as: { $subject }, { $measure }{ $window ->
    [none] {""}
   *[other] , { $window }
}, { $date }
check-held-against = Held against the { $data ->
    [sample] simulated sample
   *[other] data
} up to { $day }.
check-page-title = Checked by Footnote
