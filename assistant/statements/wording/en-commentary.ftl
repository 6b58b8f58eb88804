### The sentences of the daily commentary on the session: what moved, sectors, small caps against large, the verdict.
### Their Chinese stands in zh-commentary.ftl.

## Common to them

full-stop = { $said }.
list-comma = { $before }, { $next }
list-figures = { $place ->
    [last] { $before } and { $next }
   *[next] { $before }, { $next }
 }
list-entries = { $place ->
    [last] { $before } and { $next }
   *[next] { $before }, { $next }
 }
list-phrases = { $place ->
    [last] { $before } and { $next }
   *[next] { $before }, { $next }
 }
number = { $n ->
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
   *[other] { $n }
 }
over-1d = over one day
over-5d = over five sessions
over-ytd = for the year
reading-low-volatility = low volatility
reading-normal-volatility = normal volatility
reading-elevated-volatility = elevated volatility
reading-high-volatility = high volatility

## One session

day-when = {" "}on { $day }
day-closed = { $subject } closed at { $close }{ $when }
day-unchanged = { $subject } closed unchanged{ $move } at { $close }{ $when }
day-moved = { $subject } { $way ->
    [up] rose
   *[down] fell
 } { $move } to { $close }{ $when }
place-record = , its { $nth } record close of { $year }
place-new-record = , a record close{ $mark }
place-off = , off the record close of the session before{ $mark }
place-below = , { $fall } below its record close of { $top } on { $day }
size-in-data = , its largest one-day { $way ->
    [up] rise
   *[down] fall
 } in data since { $day }{ $mark }
size-since = , its largest one-day { $way ->
    [up] rise
   *[down] fall
 } since { $match }
size-deviations = , a move of { $size } standard deviations by its history
year-alike = For the year { $each }.
year-lead = { $subject } is { $way ->
    [up] up
   *[down] down
 } { $move }
year-next = { $subject } { $move }
year-apart = For the year: { $each }.
vix-still = The VIX closed at { $close }{ $band }
vix-moved = The VIX { $way ->
    [up] rose
   *[down] fell
 } { $move } points to { $close }{ $band }{ $size }{ $near }
vix-band = {" "}({ $reading })
vix-near = ; its highest close of the last 20 sessions was { $high } on { $day }
yield-still = The 10-year Treasury yield stood at { $close }
yield-moved = The 10-year Treasury yield { $way ->
    [up] rose
   *[down] fell
 } { $move } to { $close }{ $size }
stale = The data has no bar of { $subject } on { $day }; its last close, { $close }, is of { $of }.
calm = The VIX closed at { $vix }{ $vix-by }{ $band }; the 10-year Treasury yield stood at { $yield }{ $yield-by }.
calm-band = , { $reading }
calm-by-points = {" "}({ $way ->
    [up] up
   *[down] down
 } { $move } points)
calm-by = {" "}({ $way ->
    [up] up
   *[down] down
 } { $move })

## Sectors

sectors = { $head }; in order, { $each }.
sectors-rose = { $which ->
    [none] no sector{ $over } rose{ $up }
    [all] all { $who } rose{ $over }{ $up }
   *[some] { $up } of the { $who } rose{ $over }
 }
sectors-over = {" "}for the year
sectors-eleven = eleven sectors
sectors-held = { $n } sector funds with data
sector-each = { $sector } { $move }
sectors-ends = For the year { $best } leads at { $first } and { $worst } is last at { $last }.
sectors-all-lost = For the year { $best } lost least, { $first }, and { $worst } most, { $last }.
sectors-tilt = By MSCI's grouping cyclical sectors finished { $gap } { $way ->
    [up] ahead of
   *[down] behind
 } defensive ones.

## Small caps against large

lead-run = small caps have beaten { $other } for { $streak } in a row{ $longest }{ $led }.
lead-led = ; they led by { $spread }{ $widest }
lead-day = small caps { $way ->
    [up] finished { $gap } ahead of { $other }
    [down] finished { $gap } behind { $other }
   *[level] matched { $other }
 }{ $widest }
lead-broken = { $lead }, ending a run of { $ended } ahead.
lead-behind = { $lead }, the { $nth } session in a row behind.
lead-tie = , matching the run that ended on { $since }
lead-longest-since = , the longest run since one of { $length } ended on { $since }
lead-longest = , the longest in data since { $day }{ $mark }
lead-widest = , their widest one-day { $way ->
    [up] lead
   *[down] lag
 } in data since { $day }{ $mark }
lead-widest-since = , their widest one-day { $way ->
    [up] lead
   *[down] lag
 } since { $match }
month = Over 20 sessions { $subject } is { $gap } { $way ->
    [up] ahead of
   *[down] behind
 } { $other }{ $rank }.
month-widest = , its widest such { $way ->
    [up] lead
   *[down] lag
 } in data since { $day }{ $mark }
month-widest-since = , its widest such { $way ->
    [up] lead
   *[down] lag
 } since { $match }
month-rank = , in the { $nth } percentile of its history

## The verdict

summary = The horizons { $agree ->
    [yes] agree
   *[no] disagree
 }: { $clauses }; { $tests }.
summary-clause = { $over } { $named ->
    [yes] { $subject } is { $sides }
   *[no] { $sides }
 } ({ $said })
sides = { $gaps } { $way ->
    [up] ahead
   *[down] behind
 }{ $named ->
    [yes] { $way ->
        [up] {" "}of { $rivals }
       *[down] {" "}{ $rivals }
    }
   *[no] {""}
 }
verdict-said = { $reading ->
    [supports] supports
    [opposes] opposes
   *[silent] inconclusive
 }
verdict-both = { $reading ->
    [supports] both support
    [opposes] both oppose
   *[silent] both inconclusive
 }
verdict-apart = { $first } and { $second }
verdict-state = { $reading ->
    [supports] supports
    [opposes] opposes
   *[silent] silent
 }
tests-first = { $yes } of { $tests } tests support{ $yes-n ->
    [1] s
   *[other] {""}
 } a rotation into small caps { $over }
tests-next = { $yes } of { $tests } { $over }
verdict = The horizons { $agree ->
    [yes] agree
   *[no] disagree
 }: { $subject } less { $rivals } is { $day } over one day, { $year } for the year; { $tests }.
verdict-rivals = { $first } and less { $second }
verdict-gap = { $gap }
verdict-figure = { $gap } ({ $said })
verdict-tests-first = { $yes } of { $tests } tests support a rotation into small caps over one day
verdict-tests-next = { $yes } of { $tests } tests support it for the year
column = { $over }, of { $tests } tests { $each }.
column-side = { $side ->
    [supports] { $found } { $found-n ->
        [1] supports a rotation into small caps
       *[other] support a rotation into small caps
    }
    [opposes] { $found } { $found-n ->
        [1] opposes it
       *[other] oppose it
    }
   *[silent] { $found } { $found-n ->
        [1] is silent on it
       *[other] are silent on it
    }
 }{ $rows }
column-rows = {" "}({ $rows })
test-small-vs-large = the Russell 2000 against the S&P 500
test-small-vs-nasdaq = the Russell 2000 against the Nasdaq Composite
test-streak = runs of sessions ahead
test-breadth = breadth, the sessions led by small caps
test-sector-tilt = cyclical against defensive sectors
test-quality = quality, IJR against IWM
test-value-large = large value against large growth, IWD against IWF
test-value-small = small value against small growth, IWN against IWO
row = On { $test }, { $same ->
    [yes] the test { $reading ->
        [supports] supports
        [opposes] opposes
       *[silent] is silent on
    } a rotation into small caps
   *[no] the horizons disagree
 }: { $row ->
    [small-vs-large] the Russell 2000 less the S&P 500 is
    [small-vs-nasdaq] the Russell 2000 less the Nasdaq Composite is
    [streak] the run ahead less the run behind is
    [breadth] small caps led in
    [sector-tilt] cyclical less defensive sectors are
    [quality] IJR less IWM is
    [value-large] IWD less IWF is
   *[value-small] IWN less IWO is
 } { $each }.
row-each = { $gap } { $over }
row-each-said = { $gap } { $over } ({ $said })
led-1d = of the last 20 sessions
led-5d = of the last five
led-ytd = of the year's

## What followed earlier cases

cases-streak = After earlier runs that reached { $number } sessions of the Russell 2000 ahead of the S&P 500
cases-rsi = After earlier crossings of RSI-14 above { $number }
cases-none-streak = Of earlier runs that reached { $number } sessions of the Russell 2000 ahead of the S&P 500, { $n } had { $ahead } sessions to follow by { $day }.
cases-none-rsi = Of earlier crossings of RSI-14 above { $number }, { $n } had { $ahead } sessions to follow by { $day }.
cases-one-streak = A run that reached { $number } sessions of the Russell 2000 ahead of the S&P 500, with { $ahead } sessions to follow, stands in the data { $n }, on { $day }
cases-one-rsi = A crossing of RSI-14 above { $number }, with { $ahead } sessions to follow, stands in the data { $n }, on { $day }
cases-once = once
cases-one = { $case }: the Russell 2000's { $what ->
    [return] return
   *[spread] spread to the S&P 500
 } was then { $median }{ $beside }; one case is no sample.
cases = { $case }, the Russell 2000's median { $what ->
    [return] return
   *[spread] spread to the S&P 500
 } over the next { $ahead } sessions was { $median }{ $beside }, above zero in { $positive } of { $n } cases, the worst { $worst }{ $small ->
    [yes] ; the sample is small
   *[no] {""}
 }.
cases-beside = {" "}(after any session { $usual })

## A figure of a session before the answer's own

figure-of-session = {" "}(as of { $day })
figure-over-hole = {" "}(sessions with no bar left out)
