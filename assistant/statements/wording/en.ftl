### What code says to readers, in English. Every message stands in zh.ftl too. Figures come as variables and keep their
### footnotes; beside a figure $x stand $x-way (up, down, level) and $x-n (its value).

## Lists

list-next = { $before }, { $next }
list-last = { $before } and { $next }
list-clause = { $before } and { $next }
list-semicolon = { $before }; { $next }

## Whose figure it is

whose = { $subject }'s { $what }
its = its { $what }
line-open = open
line-high = intraday high
line-low = intraday low
line-volume = volume
line-total = close with dividends reinvested
line-ratio = price ratio
line-rsi-14 = RSI-14
line-sma-20 = 20-session average
line-sma-50 = 50-session average
line-sma-200 = 200-session average
line-sma-20-distance = distance to its 20-session average
line-sma-50-distance = distance to its 50-session average
line-sma-200-distance = distance to its 200-session average
line-bollinger-upper = upper Bollinger band
line-bollinger-lower = lower Bollinger band
line-macd = MACD
line-macd-signal = MACD signal line
line-macd-histogram = MACD less its signal line
line-atr-14 = average true range over 14 sessions
line-realized-volatility-20d = 20-session realised volatility
line-drawdown = drawdown
line-gap = gap at the open
line-range = range over the close before
line-close = close
line-value = value
line-percent = close
pair = { $first } against { $second }

## Windows

window-all = in data from { $first } to { $last }
window-between = between the closes of { $first } and { $last }

## Values

value-at = { $whose } { $how ->
    [closed] closed at
   *[stood] stood at
 } { $value } on { $day }{ $shut ->
    [yes] , the last session before the day asked for, when the exchange was shut
   *[no] {""}
 }.
value-each = { $value } on { $day }
value-list = { $part ->
    [some] The last { $told } of { $all } values of { $whose }
   *[all] { $closes ->
        [yes] The closes of { $whose }
       *[no] The values of { $whose }
    }
 }: { $each }.

## Changes

size-points = { $size } points
change = { $whose } { $move-way ->
    [up] rose { $size }
    [down] fell { $size }
   *[level] did not change{ $size }
 } { $ends }{ $dividends }.
change-clause = { $whose } { $move-way ->
    [up] rose { $size }
    [down] fell { $size }
   *[level] did not change{ $size }
 }
change-levels = from { $before } at the close of { $first } to { $after } at that of { $last }
change-days = from the close of { $first } to that of { $last }
price-only = , price only
price-only-total = , price only; { $total } with dividends reinvested
growth = ${ $amount } put into { $whose } at the close of { $first } had become { $worth } by { $last }, price only{ $total }.
growth-total = ; with dividends reinvested, { $total }
difference = From the close of { $first } to that of { $last } { $each }: { $one } is { $gap-way ->
    [up] { $size } ahead of { $other }
    [down] { $size } behind { $other }
   *[level] level with { $other }{ $size }
 }.
annual = { $whose } comes to { $rate } a year from the close of { $first } to that of { $last }, { $total ->
    [yes] with dividends reinvested
   *[no] price only
 }.

## Extremes and ranks

extreme = The { $order ->
    [best] best { $bucket }
    [worst] worst { $bucket }
    [highest] highest { $what }
   *[lowest] lowest { $what }
 } of { $whose } { $over } was { $each }{ $sofar ->
    [yes] , so far
   *[no] {""}
 }.
extremes = The { $n } { $order ->
    [best] best { $bucket ->
        [session] sessions
        [week] weeks
        [month] months
        [quarter] quarters
        [year] years
       *[other] of each { $bucket }
     }
    [worst] worst { $bucket ->
        [session] sessions
        [week] weeks
        [month] months
        [quarter] quarters
        [year] years
       *[other] of each { $bucket }
     }
    [highest] highest values
   *[lowest] lowest values
 } of { $whose } { $over }: { $each }.
extreme-session = { $value } on { $day }
extreme-week = { $value } in the week to { $day }
extreme-month = { $value } in { $month }
extreme-quarter = { $value } in the { $quarter ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
 } quarter of { $year }
extreme-year = { $value } in { $year }
bucket-session = session
bucket-week = week
bucket-month = month
bucket-quarter = quarter
bucket-year = year
rank = { $whose }{ $now } to { $last } ranks { $place } of { $of } in its own history{ $below }.
rank-now = , at { $now },
rank-below = ; { $share } of the earlier ones are at or below it

## Conditions, as what a subject did

condition-above = closed above { $level }
condition-below = closed below { $level }
condition-crosses-above = crossed above { $level }
condition-crosses-below = crossed below { $level }
condition-rises = rose{ $by }
condition-falls = fell{ $by }
condition-by = {" "}by at least { $size }
condition-beats = beat { $other }
condition-trails = trailed { $other }
condition-record = set a record close
condition-of = saw { $line } { $did ->
    [above] above { $level }
    [below] below { $level }
    [crosses-above] cross above { $level }
    [crosses-below] cross below { $level }
    [falls] fall
    [rises] rise
   *[other] do so
 }
condition-run = { $condition } { $n } sessions in a row
event-fed-cut = a Fed cut
event-fed-hike = a Fed rise
event-election = a federal election

## Counts

count = { $whose } { $condition } in { $found } of { $tested } { $bucket ->
    [week] weeks
    [month] months
    [quarter] quarters
    [year] years
   *[session] sessions
 }{ $share } { $over }{ $latest }.
count-share = {" "}({ $share })
count-latest = , last on { $day }
count-none = { $whose } { $condition } in no session { $over }{ $found }.
first-met = { $whose } first { $condition } on { $day }{ $at }, { $over }{ $away }.
last-met = { $whose } last { $condition } on { $day }{ $at }, { $over }{ $away }.
met-at = , at { $value }
met-after = {" "}({ $sessions } after the base)
met-before = {" "}({ $sessions } before the last)
run-longest = { $whose } { $condition } in at most { $run } in a row { $over }, from { $first } to { $last }.
run-none = { $whose } { $condition } in no session { $over }{ $run }.
run-now = { $whose } { $condition } in { $run } in a row up to { $last }.
run-ended = On { $last } it is not so that { $whose } { $condition }{ $run }.

## Statistics

average = The { $median ->
    [yes] median
   *[no] average
 } { $of ->
    [change] change by { $bucket }
    [close] close
   *[value] value
 } of { $whose } { $over } was { $value } ({ $n ->
    [one] one value
   *[other] { $n } values
 }).
volatility = The volatility of { $whose } { $over }, annualised from { $n } daily changes, was { $value }.
correlation = The correlation of { $one } and { $other } { $over }, of { $n } daily changes, was { $value }.
beta = The beta of { $one } to { $other } { $over }, of { $n } daily changes, was { $value }.
drawdown-none = { $whose } did not fall below an earlier close { $over }{ $fall }.
drawdown = The deepest fall of { $whose } { $over } was { $fall }, from { $peak } to { $trough }, { $back ->
    [no] not recovered by { $last }
   *[yes] recovered on { $recovered }
 }{ $now }.
drawdown-now = ; it stands { $fall } below the window's high now
season = In { $n } { $season } { $over } { $whose } changed by { $average } on average, { $median } in the median, and rose in { $up }.
season-january = Januaries
season-february = Februaries
season-march = Marches
season-april = Aprils
season-may = Mays
season-june = Junes
season-july = Julys
season-august = Augusts
season-september = Septembers
season-october = Octobers
season-november = Novembers
season-december = Decembers
season-q1 = first quarters
season-q2 = second quarters
season-q3 = third quarters
season-q4 = fourth quarters
season-monday = Mondays
season-tuesday = Tuesdays
season-wednesday = Wednesdays
season-thursday = Thursdays
season-friday = Fridays

## What followed

after-none = There is no complete case of { $sessions } sessions after { $event } { $over }{ $n }.
after = Over the { $sessions } sessions after { $event }, { $n-n ->
    [one] { $n } case
   *[other] { $n } cases
 } { $over }, the median change of { $whose } was { $median } and { $up } rose{ $beside }; from { $worst } to { $best }{ $small ->
    [yes] ; the sample is small
   *[no] {""}
 }.
after-beside = , against { $median } and { $up } after any session
after-met = { $whose } { $condition }
