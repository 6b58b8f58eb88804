"""The tab that says what the rules are."""

ABOUT = "".join(
    (
        '<div class="fn-prose"><h2>What stands behind a footnote</h2>',
        "<p>Every figure in an answer was computed by code from daily bars, or taken from a stored document, and",
        " placed in the sentence by code. Press its mark to see the definition, what it is measured from, the",
        " sessions used, the source and when it was retrieved; or the passage, its author, date, title and",
        " address.</p>",
        "<p>A sentence whose figures, dates, directions or names can't be bound to that evidence is withheld whole,",
        " and the answer says how many were. The same rules hold for every model; without one, a built-in writer",
        " composes the answer.</p>",
        "<p>A close is called a close once its session has settled. Nothing later than the date of the answer is",
        " used. Where the data is a simulated sample, the page says so at its top and under every answer.</p>",
        "<p>Views are paraphrased, credited and dated; only what stands between quotation marks is in the person's",
        " own words.</p>",
        "<h2>What it isn't</h2>",
        "<p>Footnote reports figures and other people's views. It recommends nothing and is not investment",
        " advice.</p></div>",
    )
)
