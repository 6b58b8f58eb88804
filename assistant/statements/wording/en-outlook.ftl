### The sentences on trend, both sides of the argument, what changed, what is due, macro figures and analysts' calls.
### Their Chinese stands in zh-outlook.ftl.

## Readings of facts

reading-overbought = overbought
reading-oversold = oversold
reading-neither-overbought-nor-oversold = neither overbought nor oversold
origin-record = record close of { $day }
origin-year = highest close of { $year }, on { $day }
origin-year-alone = highest close of { $year }
origin-52-close = 52-week { $what ->
    [high] high
   *[low] low
 } close of { $day }
origin-52-intraday = 52-week intraday { $what ->
    [high] high
   *[low] low
 } of { $day }
origin-intraday-itself = intraday { $what ->
    [high] high
   *[low] low
 } of { $day } itself, the 52-week intraday { $what ->
    [high] high
   *[low] low
 }
origin-intraday = intraday { $what ->
    [high] high
   *[low] low
 } of { $day } itself
origin-average = { $n }-session average
origin-swing = swing { $what ->
    [high] high
   *[low] low
 } of { $day }
origin-next = { $before }; { $next }

## Trend

momentum = { $subject }'s 14-day RSI stood at { $rsi }, { $reading }{ $where }.
momentum-where = ; its close is { $each }
momentum-each = { $gap } { $gap-way ->
    [up] above
   *[other] below
 } its { $n }-session average
diverging = { $subject }'s close diverges from its RSI, a { $side ->
    [bullish] bullish
   *[bearish] bearish
 } sign{ $mark }: { $side ->
    [bullish] lower
   *[bearish] higher
 } than on { $day } ({ $close } against { $before }), at a { $side ->
    [bullish] higher
   *[bearish] lower
 } RSI ({ $rsi } against { $rsi-before }).
nearest-each = the nearest { $kind ->
    [support] support
   *[resistance] resistance
 } is { $level } ({ $origin }{ $gap })
nearest-gap = , { $gap } { $side ->
    [up] above
   *[other] below
 }{ $mark }

## Both sides of the argument

argued = The figures in its favour: { $own }; against it: { $against }.
argued-none = None of the measures kept here is in its favour; against it: { $against }.
argued-nothing = none of the measures kept here
argued-it = it
argue-spread = { $who } is { $fact } { $side ->
    [up] ahead of
   *[down] behind
 } { $other } { $over }
argue-spread-day = { $who } finished { $fact } { $side ->
    [up] ahead of
   *[down] behind
 } { $other } on the day
argue-over-year = for the year
argue-over-month = over 20 sessions
argue-record = the close of { $day } was the year's { $fact } record
argue-streak = { $who } has led { $other } for { $fact } in a row
argue-quality = the profitable small caps (IJR) are { $fact } { $side ->
    [up] ahead of
   *[down] behind
 } the Russell 2000 ETF (IWM) for the year
argue-led = { $who } led in { $side ->
    [up] {""}
   *[down] only{" "}
 }{ $fact } of the last 20
argue-average = { $who } closed { $fact } { $side ->
    [up] above
   *[down] below
 } its 200-session average
argue-rsi = an RSI of { $fact } counts { $subject } as { $reading }
argue-correction = { $who } stands { $fact } below its record close
argue-tense = a VIX of { $fact } counts as { $reading }
argue-fell = { $who } fell { $fact } on the day

## What is due

due = Due next: { $events }{ $closed }.
due-event = the { $event } on { $day }{ $known }
due-known = {" "}({ $reading })
due-closed = ; the exchange is shut on { $day }
reading-inferred = inferred
reading-tentative = tentative
event-fomc = Federal Reserve decision
event-claims = initial claims report
event-reconstitution = Russell reconstitution
event-earnings = start of the earnings season
event-payrolls = payrolls report
event-cpi = CPI report

## What changed

changes-commentary = Since the commentary of { $day }: { $each }.
changes-session = Against the session of { $day }: { $each }.
unchanged-commentary = None of the watched figures moved by much since the commentary before.
unchanged-session = None of the watched figures moved by much since the session before.
revision = { $label } of { $day }, stated as { $was }, is { $now } after a revision of its bars.
changed-gone = { $label }, { $was } then, is not in the data now
changed-moved = { $label } { $way ->
    [up] rose
   *[down] fell
 } from { $was } to { $now }{ $crossing }
changed-records-new = { $subject } set { $now } record { $now-n ->
    [1] close
   *[other] closes
 } in { $year }
changed-record = { $subject } set { $year }'s { $nth } record close{ $mark }
changed-records = { $subject }'s record closes of the year went from { $was } to { $now }
changed-test = on { $test }, the test { $over } went from { $before } ({ $was }) to { $after } ({ $now })
changed-run-broken = { $subject }'s run of sessions ahead of { $other } broke off after { $was }{ $mark }
changed-run-begun = { $subject } began a run ahead of { $other }{ $mark } that stands at { $now }
changed-run-new = { $subject }'s run of sessions ahead of { $other }, { $was } then, broke off, and a new one stands at { $now }
changed-run = { $subject }'s run of sessions ahead of { $other } went from { $was } to { $now }
label-close = { $subject }
label-streak = { $subject }'s run of sessions ahead of { $other }
label-records-ytd = { $subject }'s record closes of the year
label-rsi-14 = { $subject }'s 14-day RSI
label-drawdown = { $subject }'s distance from its record close
label-sma-50-distance = { $subject }'s distance from its 50-session average
label-sma-200-distance = { $subject }'s distance from its 200-session average
label-sma-cross = { $subject }'s 50-session average against its 200-session average
label-realized-volatility-20d = { $subject }'s 20-session realised volatility
label-spread-20d = { $subject }'s 20-session spread to { $other }
label-spread-ytd = { $subject }'s spread to { $other } for the year
label-dispersion-1d = the spread of the sectors' returns on the day
crossing-rsi-14-70 = , { $way ->
    [up] into overbought
   *[down] out of overbought
 }
crossing-rsi-14-30 = , { $way ->
    [up] out of oversold
   *[down] into oversold
 }
crossing-drawdown-20 = , { $way ->
    [up] out of a bear market
   *[down] into a bear market
 }
crossing-drawdown-10 = , { $way ->
    [up] out of a correction
   *[down] into a correction
 }
crossing-average = , { $way ->
    [up] back above it
   *[down] below it
 }
crossing-sma-cross = , { $way ->
    [up] a golden cross
   *[down] a death cross
 }
crossing-vix = , into { $reading }

## Macro figures

macro-claims = Initial jobless claims were { $value } { $period }{ $late }.
macro-claims-4w = The four-week average of initial jobless claims was { $value } { $period }{ $late }.
macro-payrolls = Nonfarm payrolls counted { $value } { $period }{ $late }.
macro-payrolls-change = Nonfarm payrolls changed by { $value } { $period }{ $late }.
macro-unemployment = The unemployment rate was { $value } { $period }{ $late }.
macro-cpi-yoy = Consumer prices stood above the year before by { $value } { $period }{ $late }.
macro-cpi-mom = Consumer prices changed over the month by { $value } { $period }{ $late }.
macro-fed-funds-upper = The upper end of the federal funds target was { $value } { $period }{ $late }.
macro-fed-funds-lower = The lower end of the federal funds target was { $value } { $period }{ $late }.
macro-fed-funds = The effective federal funds rate was { $value } { $period }{ $late }.
macro-late = {" "}(latest vintage)
period-week = week ended { $day }
period-four-weeks = four weeks ended { $day }
period-day = on { $day }
period-month = { $month } { $year }

## Analysts' calls

call-lead = { $author }'s target of { $target } for { $due }, given on { $given }, { $base }
call-base = set from a close of { $close },{" "}
call-reached = { $lead }was reached: the close then was { $close }, { $missed } { $side ->
    [up] above
   *[down] below
 } it{ $gone }.
call-missed = { $lead }was missed: the close then was { $close }, { $missed } { $side ->
    [up] above
   *[down] below
 } it{ $gone }.
call-open = { $lead }is { $upsides }{ $pace }{ $gone }.
call-unheld = { $lead }can't be held against a close, of which the data has none for that day{ $gone }.
call-pace = ; it takes { $pace } a month to reach it
call-superseded = ; it was superseded by { $author } on { $day }
call-withdrawn = ; it was withdrawn on { $day }
upside-close = { $gap } { $side ->
    [up] above
   *[down] below
 } the close of { $day }
upside-issue = { $gap } { $side ->
    [up] above
   *[down] below
 } the close of its day of issue, { $day }
upside-year-end = { $gap } { $side ->
    [up] above
   *[down] below
 } the last year-end close, { $day }
