### What stands around a commentary's sentences: titles, what is absent, notices, the table. Their Chinese: zh-brief.ftl.

brief-title = Small-cap rotation: { $day }
brief-sources = Sources
brief-errata = Errata
errata-head = { $n ->
    [1] 1 figure
   *[other] { $n } figures
 } stated here changed when bars were revised; see Errata.
errata-figure = { $old } ({ $key }) is now { $new }
errata-line = “{ $sentence }” After a revision of its bars { $figures }.
disclaimer = Footnote reports figures and other people's views; it is not investment advice and recommends nothing.
title-headline = Headline
title-indexes = Indexes
title-rotation = Rotation
title-sectors = Sectors
title-technicals = Technicals and levels
title-volatility = Volatility and rates
title-bull-case = The bull case
title-bear-case = The bear case
title-calendar = What is due
title-changes = What changed

## What is absent

absent-facts = Footnote holds no facts for this section as of this date.
absent-bars = Footnote holds no bars of { $what } on this date.
absent-sectors = the sector funds
absent-commentary = No earlier commentary is stored to compare with.
absent-views = The library holds { $which ->
    [none] no view
   *[other] no other view
 } on this side that was published by then and still stands.
volatility-now = { $subject }'s 20-session realised volatility is { $value }.

## A view, with its original words

view = On { $day } { $author }{ $firm } was { $stance ->
    [bullish] bullish
   *[bearish] bearish
 } on { $on }{ $words }.
view-firm = {" "}of { $firm }
view-firm-inside = {" "}of { $firm }
view-quoted = : “{ $quote }”
view-titled = , under the title “{ $quote }”
view-on-small-caps = small caps
view-on-market = the market
view-on-other = { $on }

## The verdict's table

table-test = Test
table-1d = 1 day
table-5d = 5 days
table-ytd = Year
table-support = Tests in support
table-none = no figure
table-of = { $yes } of { $tests }

## Notices

notice-sample = Simulated data: a seeded path through published closes, not market prices; every figure here is simulated.
notice-views = Views in the library that were known by then run from { $first } to { $last }.
notice-no-views = The library holds no view published by then.
notice-original = The sources and their definitions stand in English, as they are kept.
