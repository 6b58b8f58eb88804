"""Questions in words other than the documents', with the documents that answer them: what search is measured on."""

from datetime import date
from typing import NamedTuple


class Question(NamedTuple):
    """A question, and the documents of which any answers it."""

    text: str
    answers: frozenset[str]


AS_OF = date(2026, 3, 1)

_TABLE = """
Who likened buying small companies to gambling? | rosenberg-2026-01-22 rosenberg-2026-01-22-ginlix
Which index of smaller firms has better quality members? | note-sp600-russell-2000 van-doorn-2024-01-06 rosenberg-2026-01-22
Will joblessness climb towards six percent this year? | rosenberg-2026-01-05 rosenberg-2026-01-03
Are firms that lose money leading the gains? | sonders-2025-10-10 shiran-2025-10-31 yardeni-2025-10-01
What was said of the pull of megacap tech valuations on investors? | temple-2026-01-22
Where might the Russell 2000 stand when 2026 closes? | desanctis-2025-12-09 desanctis-2026-01-22
Forecast for small-cap profits growing faster than large ones this year | desanctis-2026-01-14 carey-hall-2025-12 aberdeen-2025-12-05 gannon-2026-01-07 note-earnings-growth-spread
Do borrowing costs hurt little companies more because their loans are variable? | slok-2024-07 note-floating-rate-debt
Is compensation for holding stocks over bonds below zero? | rosenberg-2026-01-21 note-equity-risk-premium
What happens after the small-cap index beats the S&P for many days running? | streak-statistics-2026-01-28
How long was the run of outperformance in January 2026? | note-streak-counts page-2026-01
Do smaller shares usually gain at the start of the year? | note-january-effect hirsch-2026-01-26 leuthold-2026-02-05
Why did a strategist lower his small-cap goal after the tariff announcement? | desanctis-2025-04-15
Who moved smaller companies to overweight in November 2025? | wilson-2025-11-17
Will rate setters ease more than traders think in 2026? | rosenberg-2025-12-24 rosenberg-2025-12-24-notes rosenberg-2026-01-05
Who confessed to having been too bearish and missing the AI boom? | rosenberg-2024-12 rosenberg-2024-12-05 rosenberg-2024-12-05-globe
Could shares drop a lot if profitability of companies returned to normal? | rosenberg-2026-02-04
Is AI spending like the dot-com mania, with vendors funding customers? | rosenberg-2025-10-23
Which macro conditions do small caps require to stay ahead? | ball-2025-12-24 carey-hall-2024-08
How many meetings does the central bank hold in 2026? | note-fomc-2026
When is the index's membership refreshed? | note-reconstitution
What does an overbought reading above 70 mean? | note-rsi
How are price targets projected with 61.8 percent? | note-fibonacci-extension
How wide is the discount of small companies against big ones? | note-valuation-gap carey-hall-2024-07 lecubarri-2026-01
Which firms spend the most on data centres for artificial intelligence? | note-ai-capex
Why would investors buy a dip caused by import duties? | note-taco
Investors are too complacent about bad news | temple-2025-08-25 rosenberg-2025-06-30
The end of US stock market dominance | temple-2025-09-15
A non-consensus forecast that the central bank would not cut at all | temple-2025-03-17
Somebody forecast a rise of half for small caps in 2024 | lee-2024-07-30
A French house writing about small companies in Europe | lazard-freres-2025-01-31
Small companies cheapest relative to large in a quarter of a century | gannon-2026-01-07
Reshoring and deregulation lifting earnings | gannon-2026-02-10
Why trim small companies after a bounce in spring 2025? | wells-fargo-2025-05-28
Productivity lets the economy grow without price pressure | debusschere-2026-01-22
A default cycle among smaller borrowers | rosenberg-2023-09-28
Extremely high cyclically adjusted valuations foreshadow losses | rosenberg-2025-09-13 rosenberg-2025-12-19
Stock gain of 2025 partly due to the currency | rosenberg-2025-12-29
Value trap warning about small caps | page-2026-01
Probability of a continued bull market versus a melt-up | yardeni-2025-12-11
The fear gauge: what does it measure? | note-vix
Steady growth without paying a high multiple | note-garp
Is the market assuming nothing can go wrong? | rosenberg-2025-07-01 rosenberg-2025-06-30
Small caps as a hedge against pricey giants, with a dovish Fed chair | boston-krinsky-2025-12
"""

QUESTIONS = [
    Question(text.strip(), frozenset(answers.split()))
    for text, answers in (line.split("|") for line in _TABLE.strip().splitlines())
]
