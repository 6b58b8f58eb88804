### What stands on the cards of sources, in the library's list and in the tables of calls. Their Chinese: zh-cards.ftl.

## A figure's card

card-value = Value
card-reading = Reading
card-as-of = As of
card-measured-from = Measured from
card-worked-out = Worked out
card-from = From
card-definition = Definition
card-sessions = Sessions
card-cases = Earlier cases
card-caveats = Caveats
card-inputs = Inputs
card-key = Key
card-source = Source
card-state = State
card-computed-as = Computed as
card-key-id = { $key }, id { $id }
card-base = { $day }, { $field } { $value }
card-used = { $symbol } { $field }, { $day }: { $value }
card-percentile = { $nth } percentile
card-rank = { $rank }: { $share } of its earlier values are at or below it
card-stored = (stored { $value })
card-stored-unit = { $value } { $unit ->
    [percentage-points] as a difference of fractions
   *[other] { $name }
 }
card-two-sessions = { $first } to { $last }
card-many-sessions = { $first } to { $last }, { $n } in all
card-input = { $symbol } { $field }, { $first } to { $last } { $digest }
card-digest = digest { $digest }
card-retrieved = { $publisher }, retrieved { $at } UTC
card-state-now = { $state }, of the last settled session
card-state-behind = { $state }, { $n ->
    [one] { $n } session
   *[other] { $n } sessions
 } behind the last settled one
card-part = { $title } { $figure }, { $day }
card-computed = Computed from other figures
card-title = { $subject }: { $label }
card-call = Call { $name }
state-of-settled = settled
state-of-provisional = provisional
state-of-simulated = simulated
field-open = open
field-high = high
field-low = low
field-close = close
field-adjusted-close = adjusted close
field-volume = volume

metric-ahead = { $what } over { $n } sessions
subject-of-rotation = rotation
subject-of-sectors = sectors
subject-of-calendar = calendar
subject-of-macro = macro

## A passage's card

card-title-of = Title
card-published = Published
card-medium = Medium
card-role = Role
card-stance = Stance
card-trust = Trust
card-passage = Passage
card-quotes = Quotes
card-id = Id
card-page = Page
card-in-document = In full
card-open-document = Open the document at this passage
document-page = page { $n }
document-gone = The library holds no such document, or not in that version.
card-author-firm = { $author }, { $firm }
stance-of-bullish = bullish
stance-of-bearish = bearish
stance-of-neutral = neutral
stance-of-none = none
stance-on = { $stance } on { $on }
trust-primary = Primary source.
trust-secondary = Secondary source: somebody else reports it.
trust-unverified = Unverified: the original was not found.
trust-user = Added by a user of this Footnote: not one of its own documents, and not checked by anyone.
passage-paraphrase = Footnote's paraphrase, not the person's words; those stand under Quotes alone.
passage-verbatim = The document's own words, as they were added.
published-month = (the day is not known)
published-year = (only the year is known)

## The library

library-lead = Bring your own research: drop files here (text, Markdown, HTML, PDF, DOCX), or give a web address. What is found of each is yours to correct before it is kept. Only you see what you add, unless you share it, and every answer that cites it says that a user added it.
library-addressed = Some of its sentences address a program. They are kept as part of it and told to nobody.
library-add = Add files
library-address = Web address
library-address-placeholder = or a web address
library-fetch = Fetch
library-address-first = Paste a web address first
library-fetching = Fetching { $name }
library-too-large = { $name } has more than { $size } MB
library-no-cookie = this browser sends no cookie, so nothing could be kept as yours: allow cookies
library-too-many = { $name } was left out: confirm the { $n } files that wait first
library-refused = { $name }: { $why }
library-read = { $name } was read{ $lacks }.{ $more } Look it over, then keep it.
library-lacks = ; it lacks { $names }
library-more = {" "}{ $n ->
    [one] { $n } more waits.
   *[other] { $n } more wait.
 }
library-whole = From its front matter.
library-found = As found: { $each }.
library-found-each = { $name } from { $place }{ $quoted ->
    [yes] {" "}(“{ $words }”)
   *[no] {""}
 }
library-kind-words = { $where } { $kind }, { $n } words.
library-nothing-waits = Nothing waits to be kept
library-kept = { $name }: { $outcome } as { $id }.
library-reading = Reading { $done } of { $total }
library-ready = It can be asked about now.
library-left-out = { $name } was left out.
library-choose-first = Choose one of your documents first
library-removed = { $id } was removed.
library-not-yours = { $id } isn't yours to remove
library-no-level = target: { $target } is no level such as 2,825
library-yours = Yours: { $n }
library-everyones = Everyone’s: { $n }
library-by-user = added by a user
library-shared = shared
library-target = target { $level } for { $horizon }
library-share = Share with everyone who uses this Footnote
library-keep = Keep it
library-skip = Leave it out
library-replace = Replace the one held
library-replace-asked = { $why }. Replace it? The old one stays for answers that cited it; leave this one out to keep things as they are
library-filter-author = Author
library-filter-words = Words in it
library-filter-stance = Stance
library-any-stance = any
library-order = Order
library-by-date = newest first
library-by-author = by author
library-mine = Your documents
library-remove = Remove
outcome-added = added
outcome-updated = updated
outcome-unchanged = unchanged
found-author = author
found-firm = firm
found-published = date
found-title = title
found-stance = stance
found-stance-on = stance on
found-call = target
found-medium = medium
draft-author = Author
draft-firm = Firm
draft-published = Published
draft-published-hint = 2026-01-22, 2026-01 or 2026
draft-stance = Stance
draft-stance-on = Stance on
draft-stance-on-hint = small caps
draft-title = Title
draft-subject = Target of
draft-no-target = no target
draft-level = Level
draft-horizon = For

## The calls

calls-none = No call in the library was known by then and has bars to be measured on.
calls-caption = Every target and every dated forecast of a change in the library. The base is the close on the day of issue; upside is the target against that base, against the last year-end close, and against the close now.
calls-record-caption = How calls came out, of those that stood on their day: one that was replaced or withdrawn before counts as that. Under { $few } settled calls a record tells nothing of skill.
calls-warned = The calls are real people's; the closes they are held against here are simulated.
calls-warned-more = Bases, upsides and outcomes below are of the sample and tell nothing of how a call did in the market.
calls-against-simulated = against simulated closes
calls-column-call = Call
calls-column-target = Target
calls-column-base = Base
calls-column-from-base = From base
calls-column-year-end = Year end
calls-column-now = Now
calls-column-outcome = Outcome
calls-column-analyst = Analyst
calls-column-settled = Settled (n)
calls-column-hit = Hit
calls-column-miss = Median miss
calls-column-lean = Lean
calls-column-replaced = Replaced
calls-column-note = Note
calls-row = { $index } for { $due }, given { $given }
calls-row-bare = for { $due }, given { $given }
calls-replaced-by = { $status } by { $by }
calls-replaced-on = { $author } on { $day }
calls-settled = { $status }{ $was ->
    [superseded] ; its day's close
   *[other] : close
 } { $close }, { $gap } { $side ->
    [above] above
   *[below] below
 } it
calls-pace = { $status }; needs { $pace } a month
calls-none-due = no call of theirs has come due
calls-few = { $n ->
    [one] { $n } settled call
   *[other] { $n } settled calls
 }: too few to tell skill from luck

## A source in one line of text

source-line-fact = { $n }. { $key } = { $value }, { $day }{ $base }, { $state }, { $publisher }. { $definition }{ $caveats }
source-line-base = , from { $day }
source-line-caveats = {" "}({ $caveats })
source-line-between-caveats = {"; "}
source-line-between = {", "}
source-line-passage = { $n }. { $where } ({ $trust }). { $url }
source-trust-primary = primary
source-trust-secondary = secondary
source-trust-unverified = unverified
source-trust-user = added by a user
reading-supports = supports
reading-opposes = opposes
reading-silent = silent
card-recompute = Computed again by
