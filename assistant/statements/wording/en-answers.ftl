### The sentences that answer a question on one measure, and what Footnote says of itself. Their Chinese stands in
### zh-answers.ftl.

## Times

within-1d = on { $day }
within-5d = over five sessions
within-20d = over 20 sessions
within-mtd = for the month
within-ytd = for the year
within-1y = over one year
within-1d-short = on the day
within-5d-short = over five sessions
within-20d-short = over 20 sessions
within-mtd-short = for the month
within-ytd-short = for the year
within-1y-short = over one year

## Moves

move = { $way ->
    [up] up { $move }
    [down] down { $move }
   *[level] unchanged{ $move }
 }
moved-over = { $move } { $over }
points-over = { $way ->
    [level] unchanged{ $size }
    [up] up { $size } points
   *[down] down { $size } points
 } { $over }
yield-over = { $way ->
    [up] up { $size }
    [down] down { $size }
   *[level] unchanged{ $size }
 } { $over }
closing-moves = , { $moves }

## One subject against another

run = { $subject } has beaten { $other } for { $run } in a row to { $day }{ $longest }.
run-longest-since = , the longest run since the one that ended on { $since }, which lasted { $length }
run-short = { $state ->
    [one] { $subject } beat { $other } by { $gap } on { $day }.
   *[none] { $way ->
        [level] { $subject } and { $other } moved alike{ $gap } on { $day }, so no run stands.
       *[down] { $subject } fell { $gap } behind { $other } on { $day }, so no run stands.
    }
 }
ahead = { $when } { $subject } { $was ->
    [yes] was
   *[no] is
 } { $way ->
    [up] { $gap } ahead of { $other }
    [down] { $gap } behind { $other }
   *[level] level with { $other }{ $gap }
 }{ $rank }.
horizons = { $alike ->
    [yes] { $when } { $subject } was { $gap } { $way ->
        [up] ahead of
       *[down] behind
    } { $other }; { $then } it is { $wide } { $turn ->
        [up] ahead
       *[down] behind
    }.
   *[no] Against { $other } the horizons disagree: { $when } { $subject } was { $gap } { $way ->
        [up] ahead of
       *[down] behind
    } it, { $then } { $wide } { $turn ->
        [up] ahead
       *[down] behind
    }.
 }
led-20 = { $subject } beat { $other } in { $n } of the last 20 sessions.
ratio-now = The ratio of { $subject } to { $other } stood at { $ratio } on { $day }.
ratio-year = The ratio of { $subject } to { $other } { $way ->
    [up] rose { $move }
   *[down] fell { $move }
 } for the year.

## Where a subject stands

closing = { $subject } closed at { $close } on { $day }{ $moves }.
returns = { $subject } is { $moves }.
below-record = { $state ->
    [below] On { $day } { $subject } stood { $fall } below its record close of { $top }, set on { $on }.
   *[at] { $subject } closed at a record on { $day }{ $fall }, at { $top }.
 }
records-count = { $subject } set { $n } record { $n-n ->
    [1] close
   *[other] closes
 } in { $year }.
records-last = { $subject }'s last record close came on { $last }, at { $level }.
average-now = { $subject } closed { $gap } { $side ->
    [up] above
   *[down] below
 } its { $n }-session moving average on { $day }{ $at }: the average stood at { $level }.
average-close = , at { $close }
average-short = Footnote holds too few sessions of { $subject } for its { $n }-session average.
averages = On { $day } { $subject } was { $near } { $side ->
    [up] above
   *[down] below
 } its 50-session moving average and { $far } { $turn ->
    [up] above
   *[down] below
 } its 200-session moving average.
extreme-52w = { $subject }'s 52-week { $side } close is { $level }{ $far }.
extreme-away = ; on { $day } it closed { $away } { $side ->
    [high] below
   *[low] above
 } that
extreme-at = , set on { $day }{ $mark }
day-range = { $subject } opened at { $opened } on { $day } and traded between { $low } and { $high }.
up-and-down = { $subject } rose in { $up } of the last 20 sessions and fell in { $down }.

## Indicators

rsi-now = { $subject }'s 14-day RSI stood at { $rsi } on { $day }, { $reading }.
macd-now = { $subject }'s MACD stood at { $line } on { $day }, { $side ->
    [up] above
   *[down] below
 } its signal line at { $signal }.
cross-now = { $subject }'s 50-session moving average stood { $gap } { $side ->
    [up] above
   *[down] below
 } its 200-session moving average on { $day }.
bands-now = { $subject }'s Bollinger bands stood at { $low } and { $high } on { $day }; it closed at { $close }.
true-range-now = { $subject }'s average true range over 14 sessions was { $value } on { $day }.
realised-now = { $subject }'s realised volatility over 20 sessions was { $value } on { $day }.

## Sectors, volatility, yields, what is due

sector-moved = { $sector }, { $move }
sector-ends = { $end ->
    [best] The leading sector funds { $when } were: { $each }.
    [worst] The weakest were: { $each }.
    [first] The best sector fund { $when } was { $each }.
   *[last] The weakest sector fund { $when } was { $each }.
 }
sector-order = Sector funds in order, from the close of { $first } to that of { $last }: { $each }.
sectors-up = Of the sector funds with data, { $up } rose { $when }.
grouping = By MSCI's grouping the cyclical sectors were { $gap } { $way ->
    [up] ahead of
   *[down] behind
 } the defensive sectors { $when }.
vix-now = The VIX closed at { $close }{ $band } on { $day }{ $moves }{ $top }.
vix-top = ; its highest close of the last 20 sessions was { $high } on { $when }
vix-place = That is in the { $year } percentile of its closes of the past year and in the { $whole } percentile of its history.
yield-now = The 10-year Treasury yield stood at { $close } on { $day }{ $moves }.
event-due = The next { $event } is due on { $day }{ $note }.
event-closure = holiday of the exchange

## What Footnote says of itself

itself-cant = Footnote answers from daily market bars and stored views: about an index, a fund or a sector, small caps against large caps, RSI and averages, the VIX and the 10-year yield, and about the people in its library.
itself-no-forecast = Footnote makes no forecast; what can be said is what was measured and what people expect, with their names.
itself-ahead = That date hasn't come yet; what can be said is what was measured.
itself-no-view = The library holds no view by that name on that.
itself-no-answer = The library holds no view on that.
itself-no-advice = Footnote gives no recommendation and doesn't say what to do with money; what can be said is what was measured and what people argue on both sides.
itself-no-date = The calendar holds no date for that week.
itself-no-macro = There are no macro figures in the evidence of this date.
itself-nothing = Footnote has no figure and no view on that by { $day }.
itself-no-cause = No cause of a move is measured here; what follows is what was said and what happened at the time.
itself-no-words = No cause of that move is measured, and the library holds nothing that was said about it at the time.
itself-nonsense = That doesn't read as a question about markets.
itself-hello = Hello. Ask about small caps against large, any index or sector over any time, or what the people in the library said.
itself-thanks = You're welcome.
itself-about = Footnote answers from daily bars of indexes, funds and sectors and from a library of dated analyst views; every figure is computed by code and has its footnote.
itself-source = Prices come from { $publisher }, to the session of { $day }; each figure's footnote says from which closes it was computed.
itself-source-sample = The prices are simulated: a seeded path through published closes, to { $day }; with a network the app fetches real ones from Yahoo Finance.
itself-outside = Footnote holds nothing on that: it knows daily bars of markets and its library of views.
itself-unmeasured = Footnote doesn't measure { $names }; there are no bars of it.
itself-unknown-person = The library holds nothing by { $names }.
itself-no-calls = The library holds no dated call of { $names } that could be held against a close.
itself-beyond = Footnote doesn't measure { $what ->
    [valuations] price-earnings ratios and other valuations
    [earnings] earnings
    [activity] output, sales and surveys of the economy
    [flows] fund flows and positioning
   *[within] sectors within small caps
 }; what the library holds on the question follows.

## The library

views-held = The library holds { $n } { $n-n ->
    [1] view
   *[other] views
 } of { $author }{ $about }, { $span }{ $sides }.
views-span = from { $first } to { $last }
views-day = of { $first }
views-sides = : { $each }{ $none }
views-side = { $n } { $side ->
    [bullish] bullish
    [bearish] bearish
   *[neutral] neutral
 }
views-none = , none { $sides }
side-bullish = bullish
side-bearish = bearish
side-neutral = neutral
or-list = { $first } or { $second }
views-about = {" "}on { $subject }
turns-none = In these views { $author }'s stance{ $about } did not turn{ $mark }.
turns = { $author }'s stance{ $about } turned { $n-n ->
    [1] once
    [2] twice
   *[other] { $n } times
 }{ $mark }: { $steps }.
turn = to { $side }{ $about } in { $day }
turn-about = {" "}on { $subject }
record-few = ; so few are no measure of skill
outcomes = { $n } of { $author }'s views { $n-n ->
    [1] has
   *[other] have
 } an outcome on record. { $told }
record-none = { $known-n ->
    [1] { $author }'s { $known } dated call has not come due.{ $replaced }
   *[other] Of { $author }'s { $known } dated calls none has come due; { $replaced }.
 }
record = Of { $author }'s { $known } dated { $known-n ->
    [1] call
   *[other] calls
 }, { $settled } stood on the day and { $hit } { $hit-n ->
    [1] was
   *[other] were
 } reached; the close missed the target by { $miss } at the median{ $lean }; { $replaced }{ $few }.
record-lean = , on the whole { $lean } { $side ->
    [up] above
   *[down] below
 } it
record-replaced = { $replaced-n ->
    [0] none was replaced or withdrawn before its day{ $mark }
    [1] one was replaced or withdrawn before its day{ $mark }
   *[other] { $replaced } were replaced or withdrawn before their day
 }
balance = Of the views on small caps from the year to { $day } the library holds { $each }, { $lean ->
    [bullish] so it leans to the bullish side
    [bearish] so it leans to the bearish side
   *[none] so neither side is ahead in it
 }{ $added }.
balance-added = {""}; { $n } more in documents that users added, unchecked, { $n-n ->
    [one] is
   *[other] are
 } not counted in this
on-the-fed = the Fed
on-a-recession = a recession
on-the-labour-market = the labour market
on-the-equity-risk-premium = the equity risk premium
on-ai = AI
on-tariffs = tariffs
on-inflation = inflation
on-gold = gold
on-the-dollar = the dollar
on-valuations = valuations
on-small-caps = small caps
on-the-economy = the economy
on-the-broad-market = the broad market

## Views

view-said = { $author }: { $words }
view-own-words = In { $author }'s own words, “{ $quote }”.
itself-yes = Yes.
itself-no = No.
view-credited = { $author } ({ $day }{ $trust ->
    [unverified] , reportedly
   *[other] {""}
 }): { $words }

## How a question was read, and what may be asked next

read-as = { $what }: { $rest }
read-until = up to { $last }
read-window = { $first } to { $last }
asks-level = where it stands
asks-performance = change
asks-compare = who did better
asks-rotation = the state of the rotation
asks-streak = runs of sessions
asks-records = record closes
asks-extreme = extremes
asks-count = how many times
asks-occurrences = when it happened
asks-threshold = yes or no
asks-averages = moving averages
asks-momentum = indicators
asks-stretched = whether it is stretched
asks-support = support and resistance
asks-breaking = what would break it
asks-drawdown = distance from the high
asks-volatility = volatility
asks-yields = Treasury yields
asks-correlation = how they move together
asks-growth = what a sum became
asks-precedent = what followed such cases
asks-sectors = sectors in order
asks-breadth = how broad it is
asks-quality = profitable against unprofitable companies
asks-value-growth = value against growth
asks-open = both sides of the argument
asks-why = why it moved
asks-person-view = a person's view
asks-subject-views = what people say on it
asks-who = who stands where
asks-targets = price targets
asks-disagree = who disagrees with whom
asks-view-change = how a view changed
asks-track-record = whether calls came right
asks-definition = what a term means
asks-library-fact = facts on small companies
asks-macro = economic figures
asks-calendar = what is due
asks-summary = overview of the session
asks-changes = what changed
asks-advice = what to do
asks-forecast = what comes next
asks-about = about Footnote
asks-small-talk = a greeting
asks-outside = something else
asks-nonsense = not understood
next-level = Where did { $subject } close?
next-performance = How much has { $subject } gained this year?
next-compare = How has { $subject } done against { $other } this year?
next-rotation = How strong is the small-cap rotation?
next-streak = How long is the run of { $subject } ahead of { $other }?
next-records = How many records has { $subject } set this year?
next-extreme = What was the worst day of { $subject } in the past year?
next-count = On how many days has { $subject } risen this year?
next-occurrences = When did { $subject } last set a record?
next-threshold = Is { $subject } up this year?
next-averages = Is { $subject } above its 200-day average?
next-momentum = What is the RSI of { $subject }?
next-stretched = Is { $subject } overbought?
next-support = Where is support for { $subject }?
next-breaking = What would break the rally?
next-drawdown = How far is { $subject } below its high?
next-volatility = How calm is the VIX?
next-yields = Where is the 10-year yield?
next-correlation = How correlated are { $subject } and { $other }?
next-growth = What would $10,000 in { $subject } ten years ago be worth now?
next-precedent = What followed earlier runs like this one?
next-sectors = Which sectors lead?
next-breadth = Is the rally broad or narrow?
next-quality = Do profitable small caps lead the unprofitable ones?
next-value-growth = Is value beating growth this year?
next-open = Is the rally real or froth?
next-why = Why did { $subject } move?
next-person-view = What does { $person } say?
next-subject-views = What do analysts say about the Fed?
next-who = Who is bullish on small caps?
next-who-bearish = Who is bearish on small caps?
next-targets = { $named ->
    [yes] What is the target of { $person }?
   *[no] Which price targets are there for the Russell 2000?
 }
next-disagree = What do the bulls and the bears disagree about?
next-view-change = How has the view of { $person } changed?
next-track-record = Has { $person } been right?
next-definition = What does RSI mean?
next-library-fact = What share of small companies loses money?
next-macro = What is the latest inflation figure?
next-calendar = When is the next Fed meeting?
next-summary = What happened in the market today?
next-changes = What changed since yesterday?
next-advice = Should I buy small caps?
next-forecast = Where will { $subject } be at the end of the year?
next-about = What can you do?
next-small-talk = Hello
next-outside = What can you do?
next-nonsense = What can you do?
view-dated = { $words } ({ $day }{ $trust ->
    [unverified] , reportedly
   *[other] {""}
 }).
column-figure = figure
column-value = value
column-session = session
