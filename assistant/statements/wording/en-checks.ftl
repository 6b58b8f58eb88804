# What the checker says of other people's claims.

checked-nothing = No figure or comparison that could be checked was found.
checked-comma = {", "}
checked-headline = { $n ->
    [one] 1 claim
   *[other] { $n } claims
}: { $parts }.
checked-headline-day = {" "}{ $n } of them are true of { $day }.
checked-count-true = { $n } { $n ->
    [one] holds
   *[other] hold
}
checked-count-other-date = { $n } { $n ->
    [one] is another day's
   *[other] are another day's
}
checked-count-other-definition = { $n } { $n ->
    [one] holds under another definition
   *[other] hold under another definition
}
checked-count-false = { $n } { $n ->
    [one] is false
   *[other] are false
}
checked-count-attributed = { $n } { $n ->
    [one] is a person's view
   *[other] are people's views
}
checked-count-not-checkable = { $n } can't be checked

checked-way = { $side ->
    [up] up { $value }
    [down] down { $value }
   *[level] unchanged
}
checked-turned = It was { $side ->
    [down] up, not down
   *[up] down, not up
}.
checked-by-fund = { $subject }, by the SPDR sector fund,
checked-over-day = on the day
checked-over-week = for the week
checked-over-month = for the month
checked-over-quarter = for the quarter
checked-over-year = for the year
checked-over-sessions = over { $n } sessions
checked-over-one-week = over one week
checked-over-one-month = over one month
checked-over-one-quarter = over one quarter
checked-over-one-year = over one year
checked-over-dates = from the close of { $base } to that of { $end }
checked-moved = { $subject } was { $way } { $over } to { $day }.
checked-moved-between = { $subject } was { $way } { $over }.
checked-points = { $subject } changed by { $value } { $over } to { $day }.
checked-spread = { $subject } was { $value } { $side ->
    [ahead] ahead of
   *[behind] behind
} { $other } { $over } to { $day }.
checked-than = { $subject } was { $first } and { $other } { $second }, which is { $holds ->
    [yes] { $way } as the text says
   *[no] not { $way }
}.
checked-intraday = { $subject }'s { $field } of { $day } was { $moved } from the close before.

checked-close = { $subject } closed at { $value } on { $day }.
checked-open = { $subject } opened at { $value } on { $day }.
checked-high = { $subject } had its intraday high of { $day } at { $value }.
checked-low = { $subject } had its intraday low of { $day } at { $value }.
checked-field-close = close
checked-field-open = open
checked-field-high = intraday high
checked-field-low = intraday low
checked-range = { $figure } lies { $side ->
    [inside] inside
   *[outside] outside
} the day's range, { $low } to { $high }.
checked-not-best = It was not the { $unit ->
    [week] week's
    [month] month's
   *[year] year's
} { $side ->
    [high] highest
   *[low] lowest
} close.
checked-to-a-rounding = It holds to a rounding: sources of yields differ by a basis point.
checked-threshold = { $subject } closed at { $value } on { $day }, { $side ->
    [above] above
   *[below] not above
} { $limit }.
checked-average = { $subject }'s { $n }-session average was { $line } on { $day }; the close lay { $gap } { $side ->
    [above] above
   *[below] below
} it.
checked-distance = On { $day } { $subject } closed { $value } { $side ->
    [above] above
   *[below] below
} { $of }, { $level } of { $top }.
checked-top-record = the highest close of the data
checked-top-high = the highest intraday price of the data
checked-top-year = the extreme close of the year to then
checked-top-year-intraday = the extreme price of the year to then
checked-top-earlier = the highest close to the end of the year before
checked-top-that = that one
checked-top = { $subject }: { $of } is { $value }, of { $day }.
checked-keyed = { $subject }'s { $metric } was { $value } on { $day }.
checked-metric-realized-volatility-20d = 20-day realised volatility
checked-metric-atr-14 = average true range
checked-is-record = { $subject } closed at { $value } on { $day }, { $holds ->
    [yes] above
   *[no] not above
} the highest before it, { $record } of { $of }.

checked-since = { $subject } closed at { $value } on { $day }; { $found ->
    [yes] it was last { $what ->
        [highest] as high
       *[lowest] as low
    } on { $since }
   *[no] it was never { $what ->
        [highest] as high
       *[lowest] as low
    } in the data, which begin on { $since }
}.
checked-best = { $subject } was { $value } over the { $unit } to { $day }; { $found ->
    [yes] the last { $side ->
        [best] one as good
       *[worst] one as bad
    } ended on { $since }
   *[no] none in the data from { $since } on was { $side ->
        [best] as good
       *[worst] as bad
    }
}.
checked-unit-day = day
checked-unit-week = week
checked-unit-month = month
checked-unit-quarter = quarter
checked-unit-year = year
checked-first = { $subject } closed at { $value } on { $day }; { $found ->
    [yes] the last close { $side } { $limit } before it was that of { $since }
   *[no] none in the data from { $since } on lay { $side } { $limit } before it
}.
checked-run = { $subject }'s run against { $other } was of { $n } sessions on { $day }; { $told }.
checked-of-run = of { $day }, when it was of { $n } sessions and { $told }
checked-no-run = no run stood
checked-no-longer-run = none as long stands in the data since { $day }
checked-last-run = the last at least as long ended on { $day }{ $tie ->
    [yes] {" "}(a tie)
   *[no] {""}
}
checked-rank = { $subject } was { $value } on { $day }, { $place } of { $n } sector funds; the { $side } was { $top }, { $best }.

checked-records = To { $day } { $subject } had { $n } record closes in { $year }.
checked-streak = { $subject } had { $way ->
    [ahead] beaten
   *[beaten] trailed
} { $other } for { $n } sessions in a row to { $day }.
checked-own-run = { $subject } had { $way ->
    [up] risen
   *[down] fallen
} for { $n } sessions in a row to { $day }.
checked-bucket-run = { $subject }: { $n } { $unit } in a row { $way ->
    [up] up or ahead
   *[down] down or behind
} to { $day }.
checked-units-week = { $n ->
    [one] week
   *[other] weeks
}
checked-units-month = { $n ->
    [one] month
   *[other] months
}
checked-units-quarter = { $n ->
    [one] quarter
   *[other] quarters
}
checked-units-year = { $n ->
    [one] year
   *[other] years
}
checked-ups = { $subject } { $way ->
    [up] rose
   *[down] fell
} in { $n } of { $of } sessions to { $day }.
checked-closes = { $subject } closed { $side } { $limit } { $n } times from { $first } to { $day }.
checked-sectors = { $n } of { $of } sector funds { $way ->
    [up] rose
   *[down] fell
} on { $day }.

checked-of-day = of { $day } ({ $value })
checked-of-count = of { $day } ({ $n })
checked-of-window = { $window } ({ $value })
checked-of-subject = of { $subject } ({ $value })
checked-of-total = with dividends ({ $value })
checked-of-price = without dividends ({ $value })
checked-of-field = of that day's { $field }
checked-of-field-of = of the { $field } of { $day }
checked-from-open = measured from the open of { $day } ({ $value })
checked-from-level = The text measures from the { $field } of { $day } ({ $level }); from there to the close it is { $moved }.
checked-hidden-high = Between them it closed as high as { $level } on { $day }.
checked-true-of = True { $words }.
checked-also = It is also true { $words }.
checked-nothing-else = No other date within ten sessions, field or base gives it.
checked-could-mean = Could mean { $words }: holds as that.
checked-could-hold = Could be meant otherwise, and holds so.
checked-unread = Not judged: “{ $words }” isn't understood.
checked-denies = The text denies what holds:
checked-denies-figure = The text denies a figure.
checked-no-session = { $day } was no session; held against { $session }.
checked-after = { $day } is after { $last }, the last session held.
checked-no-bars = { $subject ->
    [0] There are no bars to hold it against.
   *[other] There are no bars of { $subject } to hold it against.
}
checked-before-data = The bars of { $subject } run from { $first } to { $last }.
checked-few = There are too few bars of { $subject } on { $day }.
checked-weekday = { $day } was a { $weekday }.
checked-monday = Monday
checked-tuesday = Tuesday
checked-wednesday = Wednesday
checked-thursday = Thursday
checked-friday = Friday
checked-saturday = Saturday
checked-sunday = Sunday
checked-no-macro = There is no such macro figure as of this date.
checked-macro-other = The figure held is { $said } The text may mean another period.

checked-level-counted = On { $day } { $subject } has { $kind } at { $level }: { $of }.
checked-level-not-counted = No level that Footnote counts lies there; the nearest { $kind } on { $day }: { $near }.
checked-no-leg = { $subject } has no leg with swings of 4 % on { $day }.
checked-fibonacci = { $subject }'s { $kind } { $ratio } % level is { $level } with anchors { $anchors }.
checked-other-leg = True of the leg by swings of { $least }: { $anchors }.
checked-no-other-leg = No leg by swings of 2 % to 10 % gives { $figure }; the text names no anchors.
checked-rsi = { $subject }'s 14-day RSI by Wilder's smoothing was { $value } on { $day }.
checked-rsi-cutler = with Cutler's plain averages ({ $value })
checked-rsi-warm-up-100 = after a warm-up of 100 bars ({ $value })
checked-no-divergence = By swings of one, three or five sessions there is no { $side } divergence on { $day }.
checked-some-divergence = Only by swings of { $by } session(s) on each side: { $told }; none at { $rest }.
checked-regime = By our convention (the VIX below 15 low, to 20 normal, to 30 elevated, above high) volatility is { $own } with the VIX at { $value } on { $day }{ $holds ->
    [yes] .
    [elsewhere] ; others draw the line elsewhere, and may call it { $said }.
   *[no] , not { $said }.
}

checked-why-language = The sentence isn't in English.
checked-why-whom = The text doesn't say of what that is measured.
checked-why-unsaid = It doesn't say what it measures.
checked-why-earnings = Earnings are not measured.
checked-why-tariffs = Tariffs are not measured.
checked-why-probabilities = Probabilities are not measured.
checked-why-valuations = Valuations are not measured.
checked-why-sizes = Capitalisations and weights are not measured.
checked-why-growth = Economic growth is not measured.
checked-why-flows = Flows and volumes are not measured.
checked-why-accounts = Companies' accounts are not measured.
checked-why-average = An average a day is not measured.
checked-why-real = Returns after inflation are not measured.
checked-why-annualised = Annualised returns are not measured.
checked-why-currencies = Returns in other currencies are not measured.
checked-why-outside = Prices outside the session, or within it, are not measured.
checked-why-weighted = Equal-weighted returns are not measured.
checked-why-exponential = Exponential and weighted averages are not measured.
checked-why-indicator = That indicator is not checked.
checked-why-points = It doesn't say what the points are of.
checked-why-yield = A yield's change in percent is not measured.
checked-why-multiples = Multiples are not measured.
checked-why-amounts = Amounts of that size are not measured.
checked-why-sessions = That count of sessions is not measured.
checked-why-percentile = It doesn't say of what history.
checked-why-rank = That rank is not measured.
checked-why-count = That count is not measured.
checked-why-forecast = It is a forecast, and the text names nobody the library knows.

checked-found = Found: { $author }, “{ $title }”, { $published }.
checked-found-differently = Found differently: { $told } The stored account ({ $published }): { $own }
checked-not-found = Not found: none of { $n } stored passages of { $people } gives { $figure } for it; the latest is “{ $title }”, { $published }.
checked-nothing-of = Not found: the library holds nothing of { $people } published by { $day }.
checked-call = { $publisher }, { $given }: { $target } for { $horizon }
checked-upside-from-close = { $value } from the close of { $day }
checked-upside-from-issue = { $value } from the close on the day it was given, { $day }
checked-upside-from-year-end = { $value } from the last year-end close, { $day }
checked-found-call = Found: { $about }.
checked-lies = It lies { $upsides }.
checked-found-implied = Found as implied: { $about }, which is { $upside }{ $more ->
    [0] {""}
   *[other] ; { $others }
}.
checked-no-stance = Not in the library: no view{ $on ->
    [none] {""}
   *[other] {" "}on { $on }
} of { $person } published by { $day }{ $rest ->
    [none] {""}
   *[other] ; it has a view on { $rest }
}.
checked-stance-found = Found: { $told }.
checked-stance-otherwise = The library says otherwise: { $told }.
checked-stance-earlier = Found earlier: { $told }.
checked-stance = { $author } is { $stance }{ $on ->
    [none] {""}
   *[other] {" "}on { $on }
}, “{ $title }”, { $published }{ $by ->
    [user] {" "}(added by a user)
   *[us] {""}
}

checked-measure-return = return
checked-measure-return-total = return with dividends
checked-measure-return-open = return from an open
checked-measure-points = change
checked-measure-spread = difference of returns
checked-measure-close = close
checked-measure-open = open
checked-measure-high = intraday high
checked-measure-low = intraday low
checked-measure-intraday = move within the day
checked-measure-average = average of closes
checked-measure-distance = distance
checked-measure-record = record
checked-measure-year = extreme of the year
checked-measure-earlier = earlier record
checked-measure-highest = highest close since
checked-measure-lowest = lowest close since
checked-measure-best-day = best or worst day since
checked-measure-best-week = best or worst week since
checked-measure-best-month = best or worst month since
checked-measure-best-quarter = best or worst quarter since
checked-measure-best-year = best or worst year since
checked-measure-first = first close beyond a level since
checked-measure-longest = longest run since
checked-measure-streak = run ahead
checked-measure-own-run = run of gains or losses
checked-measure-records = record closes of the year
checked-measure-ups = sessions that rose or fell
checked-measure-closes = closes beyond a level
checked-measure-sectors = sectors that rose or fell
checked-measure-rank = rank among the sectors
checked-measure-rsi = RSI-14
checked-measure-regime = regime of volatility

checked-name-true = holds
checked-name-other-date = another day's
checked-name-other-definition = another definition
checked-name-false = false
checked-name-attributed = a person's view
checked-name-not-checkable = not checkable
checked-read-as = Read as: { $subject }, { $measure }{ $window ->
    [none] {""}
   *[other] , { $window }
}, { $date }
checked-held-against = Held against the { $data ->
    [sample] simulated sample
   *[other] data
} up to { $day }.
checked-page-title = Checked by Footnote
