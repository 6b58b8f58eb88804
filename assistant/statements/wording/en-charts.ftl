### What stands on charts and beside them: titles, axes, names of lines, what is shown on pointing, and the chart in words.
### Their Chinese: zh-charts.ftl.

## Common to them

chart-simulated = { $heading } (simulated sample)
chart-in-words = { $title }: { $said }
chart-period = from { $first } to { $last }
chart-average = { $n } d
# Plotly's and Matplotlib's own forms of a day and of a month.
chart-day = %-d %b %Y
chart-month = %b<br>%Y
chart-axis-year = %Y
chart-axis-month = %b
chart-axis-day = %d
chart-month-of-year = %Y-%b
chart-point = { $day }: { $value }
chart-stop = .
chart-none = No chart of { $what }: the data doesn't have it.
chart-none-pair = No chart: one of the two indexes has no bars.
chart-fold = Chart: { $titles }
chart-fold-empty = Chart
chart-fold-more = More charts: the sectors, and what followed earlier runs
chart-told-fold = The chart in words
chart-named = Chart: { $title }
chart-of-rotation = the ratio of the Russell 2000 to the S&P 500
chart-of-price = the closes of the Russell 2000
chart-of-strength = the RSI of the Russell 2000
chart-of-sectors = the sectors
chart-of-volatility = the VIX
chart-of-base-rates = what followed earlier runs

## Closes

price-heading = { $subject }: closes
price-subtitle = Closes with averages of 50 and 200 sessions{ $records ->
    [yes] ; circles: record closes in the data
   *[no] {""}
 }{ $levels ->
    [yes] ; dashed: levels nearby
   *[no] {""}
 }.
price-close = Close
price-record = record close
price-line = { $name } { $figure }
price-said = its closes { $period }. The last is { $close }{ $averages }.{ $record }{ $levels }
price-average-50 = ; the average of 50 sessions is { $average }
price-average-200 = , of 200 { $average }
price-record-said = {" "}The last record close in the data is { $record }, on { $day }.
price-levels = {" "}Levels: { $each }.
price-level = { $name } at { $level }{ $origin }
price-origin = {" "}({ $origin })
level-support = Support
level-resistance = Resistance
level-extension = { $ratio } % extension
level-retracement = { $ratio } % retracement
level-with-swings = { $level } with swings of { $swing } %

## One index against another

rotation-heading = { $first } against the { $second }
rotation-subtitle = Ratio of closes, with its averages of 50 and 200 sessions.{ $shaded }
rotation-shaded = {" "}Shaded: { $run } ahead in a row.
rotation-ratio = Ratio
rotation-said = the ratio of their closes { $period }. It ends at { $ratio }{ $averages }.{ $year }{ $place }{ $run }
rotation-average-50 = ; its average of 50 sessions is { $average }
rotation-average-200 = , of 200 { $average }
rotation-year = {" "}Since the year began it has changed by { $change }.
rotation-place = {" "}It stands at or above { $share } of the closes of the past year.
rotation-run = {" "}Shaded: the last { $run }, in each of which the first did better.

## Sectors

sectors-chart-heading = Sectors: returns
sectors-subtitle = The sector funds' closes, price only; the best of the year first.
sectors-1d = 1 day, %
sectors-5d = 5 days, %
sectors-ytd = Year, %
sectors-short-xlc = Communic.
sectors-short-xlp = Staples
sectors-short-xly = Discretionary
sectors-point = { $sector }: { $move }, { $day }
sectors-said = the sector funds, the best of the year first.{ $each } All of the year:{ $all }.
sectors-said-over = {" "}{ $over ->
    [d1] Over one day
    [d5] Over five sessions
   *[ytd] Since the year began
 } { $up }{ $best } did best with { $first }, { $worst } worst with { $last }.
sectors-said-up = { $up }{ $of } rose:{" "}
sectors-of-them = {" "}of them
sectors-of = {" "}of { $n }
sectors-each = {" "}{ $sector } { $move }
sectors-next = { $before },{ $next }

## RSI

strength-heading = { $subject }: RSI-14
strength-subtitle = Wilder's RSI of 14 sessions{ $joined ->
    [yes] ; joined: the swings of a divergence.
   *[no] .
 }
strength-now = RSI { $value }
strength-overbought = { $n } overbought
strength-oversold = { $n } oversold
strength-said = Wilder's RSI { $period }. It ends at { $rsi }{ $reading }.{ $divergences }
strength-reading = , { $reading }
strength-divergence = { $side } divergence
strength-joined = {" "}A { $side } divergence: RSI { $first } on { $before } and { $last } on { $after }{ $reading }.
strength-noted = {" "}({ $reading })
strength-no-divergence = {" "}No divergence is marked.
side-of-bearish = bearish
side-of-bullish = bullish

## The VIX

volatility-heading = VIX and its regimes
volatility-bands = Shaded: low below 15, normal to 20, elevated to 30, high above.
volatility-said = closes of the VIX { $period }. It ends at { $close }{ $reading }.{ $highest }{ $place } { $bands }
volatility-highest = {" "}Its highest close of the past year is { $high }.
volatility-place = {" "}It stands at or above { $share } of the closes of that year.
regime-low = low
regime-normal = normal
regime-elevated = elevated
regime-high = high

## What followed earlier cases

base-rates-heading = { $what ->
    [return] Returns
   *[spread] Spreads to the S&P 500
 } over the next { $ahead } sessions
base-rates-subtitle = { $subject }: each mark an earlier case of { $case }; below, all sessions.{ $few ->
    [yes] {" "}A small sample: { $cases }.
   *[no] {""}
 }
case-run = a run reaching { $n } sessions
case-rsi = RSI-14 crossing above { $n }
case-any = any session
cases-counted = { $n } { $one ->
    [yes] case
   *[no] cases
 }
base-rates-percent = {" "}%
base-rates-median = { $cases }, median { $value }
base-rates-median-all = all sessions, median { $value }
base-rates-from = from { $day }: { $value }
base-rates-of-all = { $n } of all sessions
base-rates-said = what followed { $case }, over the next { $ahead } sessions, in { $n } earlier { $one ->
    [yes] case
   *[no] cases
 }: median { $median }, against { $usual } after any session.{ $shares }{ $few }{ $run }
base-rates-shares = {" "}After { $up } of them it was positive; the worst was { $worst }.
base-rates-few = {" "}That is a small sample.
base-rates-run = {" "}The run in progress, of { $run }, has no earlier case that is complete.

## Analysts' calls

calls-heading = Targets for the { $subject } against its closes
calls-subtitle = Dotted: from the close on the day of issue to the target{ $author ->
    [none] {""}
   *[other] {" "}of { $author }
 }.{ $invented }
calls-invented = {" "}The targets are people's own, the closes simulated.
calls-label = { $name } { $level }, { $status }
calls-label-unnamed = { $level }, { $status }
calls-point = { $label }, given on { $day }
calls-said = its closes { $period }, which end at { $close }. The targets: { $each }.
calls-each = { $author } { $target } for { $due }, given on { $given }, { $status }
status-runs = runs
status-hit = hit
status-missed = missed
status-superseded = superseded
status-withdrawn = withdrawn
status-unsettled = not settled
