### Notices under an answer. Their Chinese stands in zh-notices.ftl.

## The state of the data, and what was withheld

publisher-yahoo = Yahoo Finance
publisher-sample = the simulated sample
both-days = { $first } and { $last }
data-state-of-days = Figures are of { $span }; the data runs to { $day }, from { $publisher }.
data-state-age = , { $n } { $n ->
    [1] session
   *[other] sessions
 } before the last settled one
data-state-sample = Figures are as of { $day }, simulated{ $age }.
data-state-retrieved = , retrieved { $at } UTC
data-state = Figures are as of the close of { $day }{ $age }; source { $publisher }{ $when }.
notice-added = { $n ->
    [1] Source { $numbers } was
   *[other] Sources { $numbers } were
 } added by a user and not checked by anyone.
notice-withheld-kinds = { $n } { $n ->
    [1] sentence was
   *[other] sentences were
 } withheld: { $kinds }.
reason-times = { $kind }{ $n ->
    [1] {""}
   *[other] {" "}({ $n } times)
 }
turn-fell-back = { $fault }. The built-in writer answered instead.
turn-without-memory = The conversation is longer than the model can take; this answer was written without the earlier part of it.
turn-cut-off = { $fault } and was cut off; what it had said by then stands.
turn-chosen = The model had nothing of its own that could be shown: it chose among sentences that code wrote.
reason-figure-of-another-measure = figure of another measure
reason-words-that-no-figure-carries = words that no figure carries
reason-figure-over-another-period = figure over another period
reason-figure-of-another-date = figure of another date
reason-figure-of-another-subject = figure of another subject
reason-superlative-that-no-figure-states = superlative that no figure states
reason-state-that-no-figure-shows = state that no figure shows
reason-movement-that-no-figure-states = movement that no figure states
reason-measure-without-its-figure = measure without its figure
reason-source-that-isn-t-held = source that isn't held
reason-figure-that-isn-t-in-the-evidence = figure that isn't in the evidence
reason-figure-in-another-unit = figure in another unit
reason-direction-that-the-figure-doesn-t-have = direction that the figure doesn't have
reason-comparison-that-the-figures-don-t-bear = comparison that the figures don't bear
reason-view-without-its-source = view without its source
reason-view-without-its-author = view without its author
reason-reading-that-no-figure-has = reading that no figure has
reason-negated-claim = negated claim
reason-date-that-isn-t-the-evidence-s = date that isn't the evidence's
reason-claim-that-no-figure-shows = claim that no figure shows
reason-view-that-the-passage-doesn-t-hold = view that the passage doesn't hold
reason-view-of-someone-the-library-doesn-t-hold = view of someone the library doesn't hold
reason-view-credited-to-another-firm = view credited to another firm
reason-statement-that-doesn-t-stand-alone = statement that doesn't stand alone
reason-quotation-that-isn-t-held = quotation that isn't held
reason-link-to-a-source-that-isn-t-held = link to a source that isn't held
reason-leans-on-a-withheld-sentence = leans on a withheld sentence
reason-forecast-of-its-own = forecast of its own
reason-figure-that-the-clause-doesn-t-name = figure that the clause doesn't name
reason-figure-that-needs-its-own-statement = figure that needs its own statement
reason-figure-of-no-named-subject = figure of no named subject
reason-figure-of-an-earlier-answer-without-its-date = figure of an earlier answer without its date
reason-advice = advice
inks-italics = Words in italics are { $model }’s own; all others are proved or cited.
inks-page = Black is proved or cited; grey is { $model }’s wording.
js-inks-hover = the model’s own words: neither proved nor cited
inks-proved-only = Proved only
reason-words-that-nothing-here-proves = words that nothing here proves
reason-view-in-other-words-than-its-passage-s = view in other words than its passage's
reason-speaks-to-its-reader = speaks to its reader
reason-figure-that-no-slot-places = figure that no slot places
reason-markup = markup
reason-words-that-turn-what-stands-beside-them = words that turn what stands beside them
reason-name-that-no-source-is-by-or-about = name that no source is by or about
reason-claim-without-a-source = claim without a source
reason-longer-than-a-sentence-is = longer than a sentence is
reason-what-footnote-holds-denied = what Footnote holds, denied
