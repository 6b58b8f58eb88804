### The page's own words: tabs, labels, buttons, hints, lines of what is going on. Their Chinese: zh-page.ftl.
### What stands on cards and in tables: en-cards.ftl.

## The frame

tab-ask = Ask
tab-commentary = Commentary
tab-archive = Archive
tab-dashboard = Dashboard
tab-check = Check
tab-library = Library
tab-calls = Calls
tab-about = About
as-of-label = As of
as-of-latest = latest
looking = Looking at the data…
looking-at = Looking at the data
stop = Stop
state-sample = { $badge } As of { $day }, not market prices { $age }
state-sample-badge = Simulated sample
state-settled = As of the close of { $day } · settled { $age } · Yahoo Finance{ $retrieved }
state-retrieved = , retrieved { $day } { $time } UTC
state-old = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
 } old
fetching = Fetching bars: { $done } of { $total }
fetching-symbol = Fetching bars: { $done } of { $total } ({ $symbol })
done-of = { $done } of { $total } done
failed = Something failed on the way; it was logged. Ask again.
fault = { $why }
being-stopped = Footnote is being stopped and takes no question any more. Yours stands below; ask it again in a minute.
busy = Too many questions are being answered just now. Yours stands below; ask it again in half a minute.

## Asking

ask-lead = Ask about the rotation between small and large US companies. Every figure in the answer carries a footnote: press it to see how it was computed, or who said it.
ask-example-1 = How strong is the small-cap rotation, and what does David Rosenberg say about it?
ask-example-2 = Is the Russell 2000 overbought?
ask-example-3 = Which sectors led, and which lagged?
ask-example-4 = What is DeSanctis's target for the Russell 2000?
ask-example-5 = What do bulls and bears say about small caps?
ask-example-6 = What is the equity risk premium?
ask-example-7 = How far below its high did the Russell 2000 fall in 2025?
ask-example-8 = What would $10,000 in the Russell 2000 a year ago be worth?
ask-example-9 = Is the rally broad or narrow?
ask-example-10 = Which was the Russell 2000's worst month last year?
ask-placeholder = Ask about small caps
ask-label = Question
ask-send = Ask
ask-new = New conversation
answer-stopped = Stopped. What stands here is not the whole answer.
answer-cut-off = Cut off: Footnote is being stopped. What stands here is not the whole answer; it is kept in the conversation. Ask again in a minute.
answer-none = Nothing of the draft could be bound to evidence, so nothing is shown.
answer-running = running
answer-took = { $ms } ms
answer-cut = cut off
answer-copy = Copy
answer-save = Save
answer-link = Copy link
answer-steps = { $n ->
    [one] { $n } tool
   *[other] { $n } tools
 }: { $names }, { $seconds } s
answer-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
 }
answer-by-builtin = Written by the built-in writer.
answer-by-model = Written by { $model }; every figure placed by code.

## Conversations

threads-fold = Conversations
threads-none = No conversation is kept yet.
threads-pick-first = Pick a conversation first.
threads-open = Open
threads-title = Title
threads-rename = Rename
threads-delete = Delete
threads-named = { $title } ({ $n ->
    [one] { $n } answer
   *[other] { $n } answers
 }, { $day })
copy-markdown = Copy as Markdown
copy-html = Copy as HTML

## The model

model-fold = Model and cost
model-who = Who writes
model-builtin = Built-in writer
writer-builtin = the built-in writer
model-builtin-chosen = The built-in writer, because FOOTNOTE_MODEL says so; an endpoint is configured at { $endpoint }.
model-builtin-alone = The built-in writer: deterministic, at no cost. No endpoint is configured: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own, and FOOTNOTE_MODEL for its model.
model-no-endpoint = FOOTNOTE_MODEL is { $model }, but no endpoint is configured, so the built-in writer answers.
model-endpoint = { $model } at { $endpoint }; where it fails, the built-in writer finishes and says so.
model-last = { $why } The last answer was written by { $writer } and cost { $cost }.
cost-none = no tokens
cost-tokens = { $read } tokens read{ $cached }, { $written } written
cost-cached = , { $n } of them cached
cost-priced = { $tokens }: ${ $dollars } at your FOOTNOTE_PRICES

## The commentary

commentary-lead = The daily commentary: ten short sections on the rotation, the sectors, the technical picture and both sides of the argument, written from computed figures and stored views, each with its footnote.
commentary-unwritten = No commentary of { $day } is kept. Regenerate has the model write one.
commentary-shared = It is the same for everyone: documents that you added for yourself are left out.
commentary-again = Regenerate
commentary-stopped = Stopped; what stood here is kept.
commentary-stopping = Stopping…
commentary-writing = Writing: { $done } of { $total }, { $title }
commentary-written = Written { $day }, { $time } UTC
commentary-written-same = Same facts, same text: written { $day }, { $time } UTC
commentary-same-sentences = The version before had the same sentences.
commentary-differs = What differs from the version before is marked; { $n } of its sentences no longer stand
errata-between = ,{" "}
errata-count = { $n ->
    [one] { $n } figure
   *[other] { $n } figures
 } stated here changed when bars were revised
commentary-feed = Atom feed
feed-title = Footnote: small-cap rotation
pdf-page = Page { $n }

## The archive

archive-none = No commentary is kept yet: the Commentary tab and footnote brief write them.
archive-nothing-found = Nothing kept holds these words.
archive-kept = { $n } kept
archive-found = { $n } found
archive-more = and { $n } more
archive-search = Search
archive-search-placeholder = Search the commentaries
archive-read = Read
archive-compare = Compare with
archive-compare-none = Compare with nothing
archive-figure = Figure
archive-pair = { $first } and { $second }
archive-entry = { $day }{ $model }{ $data ->
    [sample] , simulated
   *[other] {""}
 }{ $version }
archive-entry-model = , { $model }
archive-entry-version = , written { $day } { $time }

## The dashboard

dashboard-heading = Dashboard, { $day }
tile-day = Day
tile-year = Year
tile-points = { $points } points
verdict-caption = Rotation verdict: does each test support a rotation into small caps? A test is silent within half a standard deviation of its own history, and has no figure where bars or earlier cases are lacking.
verdict-absent = No rotation verdict: the Russell 2000 or the S&P 500 lacks bars.
verdict-row-unit = { $row }, { $unit }
verdict-points = points
verdict-sessions = sessions
verdict-row-small-vs-large = Small caps against large
verdict-row-small-vs-nasdaq = Small caps against the Nasdaq
verdict-row-streak = Runs of sessions ahead
verdict-row-breadth = Share of sessions led by small caps
verdict-row-sector-tilt = Cyclical less defensive sectors
verdict-row-quality = Quality
verdict-row-value-large = Large value against growth
verdict-row-value-small = Small value against growth

## Checking a text

check-lead = Paste a market commentary, or open or drop a file (text, Markdown, HTML, PDF, DOCX). Every figure and every comparison that a fact could state is held against the bars and the library of its date, your own documents included.
check-opening = Opening { $name }
check-opened = { $name }: { $n } characters. Press Check.
check-going = Checking
check-stopped = Stopped. The text is as it was.
check-placeholder = Paste a text here, or drop a file
check-label = Text to check
check-run = Check
check-open = Open a file
check-box = the box
file-label = File

## About

about-heading = What stands behind a footnote
about-figures = Every figure in an answer was computed by code from daily bars, or taken from a stored document, and placed in the sentence by code. Press its mark to see the definition, what it is measured from, the sessions used, the source and when it was retrieved; or the passage, its author, date, title and address.
about-withheld = A sentence whose figures, dates, directions or names can't be bound to that evidence is withheld whole, and the answer says how many were. The same rules hold for every model; without one, a built-in writer composes the answer.
about-closes = A close is called a close once its session has settled. Nothing later than the date of the answer is used. Where the data is a simulated sample, the page says so at its top and under every answer.
about-views = Views are paraphrased, credited and dated; only what stands between quotation marks is in the person's own words.
about-not-heading = What it isn't
about-not = Footnote reports figures and other people's views. It recommends nothing and is not investment advice.
definitions-heading = Definitions
definitions-lead = Every figure’s formula, as the code has it. What stands in braces is a parameter.
definitions-filter = Filter the definitions
definitions-placeholder = support, RSI, streak …

## What the page's script says

js-close = Close
js-sources = Sources
js-no-sources = No sources yet
js-press = The sources of an answer are listed here. Press a mark in the text to open one.
js-not-whole = The sources are listed when the answer is whole.
js-footnote = Footnote { $n }
js-too-large-check = { $name } has { $size } MB, more than 1.4: paste a part of it, or use footnote check on the command line
js-unreadable = { $name } could not be read by the browser
js-too-large-library = has { $size } MB, more than 1.4: use footnote corpus add on the command line
js-unreadable-library = could not be read by the browser
js-nothing-to-copy = Nothing to copy yet
js-copied = Copied
js-refused = The browser refused
js-delete = Delete the conversation “{ $name }”? It can't be brought back.
js-remove = Remove the document “{ $name }” from your library? It would have to be added again.

## How a question was read

answer-read = Read as { $reading }
answer-read-unsure = Read as { $reading }; other readings are offered below
correct-claim = Claim
correct-subject = Of whom, as Russell 2000
correct-window = Over what, as for the year, since 8 April 2025
correct-day = Of which day, as 2026-01-22
correct-run = Judge again
correct-no-kind = No correction makes that claim checkable
correct-no-subject = No subject that is measured is named there; write one such as Russell 2000 or VIX
correct-no-window = No window is named there; write one such as for the year, in March 2025, since 8 April 2025
