"""Questions to the shipped library with the documents that answer them, for measuring search.

Written from the documents in other words than theirs. These, fresh_search_questions.py and half of
third_search_questions.py are for choosing weights; that one's other half is for reporting alone. ``as_of`` is 1 March
2026 where a question gives no other.
"""

import random
from collections import Counter
from datetime import date
from typing import NamedTuple

from tests.evals.fresh_search_questions import TABLE as FRESH
from tests.evals.third_search_questions import TABLE as THIRD

AS_OF = date(2026, 3, 1)


class Question(NamedTuple):
    """A question and the documents of which any answers it; none where the library has no answer.

    Attributes:
        part: ``tuning``, ``fresh-tuning``, ``fresh-reporting``, ``third-tuning`` or ``third-reporting``.
        kind: ``paraphrase``, ``figure``, ``year`` (another year's view lies near), ``name`` (a word that is also a
            name, or a name that several share), ``topic`` (a person on a subject), ``sides`` or ``none``.
        other: Documents of the other side, of which one is wanted as well; none where one side is enough.
    """

    part: str
    kind: str
    text: str
    answers: frozenset[str]
    other: frozenset[str] = frozenset()
    as_of: date = AS_OF


_TABLE = """
paraphrase
Whose profits will rise faster next year according to the Scottish fund house, little firms or big ones? | aberdeen-2025-12-05
What has to hold for the little guys to stay in front, in the Bloomberg columnist's words? | ball-2025-12-24
Which houses did Bloomberg name as expecting riskier shares to keep leading? | boston-krinsky-2025-12
After the jump of summer 2024, were little companies still a bargain? | carey-hall-2024-07
Which two conditions did the BofA strategist set before a durable upswing? | carey-hall-2024-08
What reasons did Bank of America give for a good 2026 in small stocks? | carey-hall-2025-12
Could a turn in the cycle give profits of smaller firms a jump of a fifth? | carey-hall-2026-01-09
Efficiency gains as the ground for a better small company outlook | debusschere-2026-01-22
Most optimistic he had been since 2003 | desanctis-2020-12-01
Which research team was surprised by the selloff around the bank failures of spring 2023? | desanctis-2023-03-29
Takeovers returning and low expectations as grounds for little companies to win in 2023 | desanctis-2023-04
Why did Jefferies lift its goal while leaving profit estimates untouched? | desanctis-2024-06-26
Eight losing years in a row should end, said whom? | desanctis-2024-12-09 desanctis-2025-01-03
The worst December since 2018 did not shake whose call? | desanctis-2025-01-03
Don't quarrel with the central bank | desanctis-2025-09-18
Which profitable shares did the Jefferies strategist pick in autumn 2025? | desanctis-2025-09-19
A pipeline of mergers and idle cash as fuel for little companies | desanctis-2025-12-09
What is unreliable about the growth split that an automated news site credits to Jefferies? | desanctis-2026-01-22 note-earnings-growth-spread
Profits are the absent ingredient for smaller firms | first-eagle-2024-12
Who foresaw a third to a half more within a year as easing began? | gallagher-2024-08
A cycle favouring smaller firms may last longer than ten years | gannon-2026-01-07
Tax policy and new technology as supports for smaller firms' income | gannon-2026-02-10
The bank whose model combines economic growth with where valuations start | goldman-2023-06-28 snider-2024-01
Almanac editor on whether seasonality will carry the upswing into February | hirsch-2026-01-26
ECB easing and continental small companies | lazard-freres-2025-01-31
Stock pickers face exceptional conditions, says the head of global SMID research | lecubarri-2026-01
Who said the year would bring happiness, gloom and then a recovery? | lee-2026-01-05
Money flowing from technology giants into laggards | lerner-wagner-2026-01-20
The seasonal pattern came back after years away but faded late | leuthold-2026-02-05
In how many of the last ten years did the small index win? | marketscreener-2025-12
Advance built on rising multiples with loss-making technology in the lead | newedge-2025-12
Likes them for some months, but calls them a frequent trap | page-2026-01
Layoffs at little firms as a sign that the slump has begun | rosenberg-2022-05
Why did the premium show in autumn 2022 that the decline had further to run? | rosenberg-2022-09
He felt mocked just as before the financial crisis | rosenberg-2023-08
Debt service ratio at a record among S&P SmallCap 600 members | rosenberg-2023-09-28
Signs of a genuine bull market that were absent | rosenberg-2023
Economists who promise a gentle landing look in the mirror | rosenberg-2024-01-memo
His equity gauge fell to its weakest reading | rosenberg-2024-01
The Beige Book sounded weak and Canadian homes were cracking | rosenberg-2024-06
Households spent their savings so that output looked stronger than it was | rosenberg-2024-07-29
The bounce after the August vol spike was the work of machines | rosenberg-2024-08-06
The extra return for stocks was nearly gone, the lowest in over two decades | rosenberg-2024-11
Going over to reading what prices imply instead of daily reasons for gloom | rosenberg-2024-12-05-globe
A pessimist questions his own bubble belief but denies surrender | rosenberg-2024-12-05
Passive funds near three fifths of the market and two decades of growth priced in | rosenberg-2025-01-03
Official payrolls hid that work was already being lost | rosenberg-2025-01-30
Policy uncertainty several standard deviations from normal | rosenberg-2025-02-14
Were the trade deals of summer 2025 genuine? | rosenberg-2025-06
Weakest hiring since the pandemic summer | rosenberg-2025-09-05
Everyone believes that they will get out in time | rosenberg-2025-10-20
Machine-intelligence craze is a textbook mania, cut your risk | rosenberg-2025-12-22 rosenberg-2025-10-23
Prosperity of the wealthy carries consumption | rosenberg-2025-12-24-notes
Whom would he rather see lead the central bank, Warsh or Hassett? | rosenberg-2025-12-24
Populism and attacks on the central bank favour precious metals | rosenberg-2026-01-14
What would happen if profitability fell back to its average? | rosenberg-2026-02-04
Only a negative jobs number would bring bonds back to life | rosenberg-2026-02-10
One month of employment data means little, watch the trend | rosenberg-2026
Hopes for cheaper money drove money-losing shares up | shiran-2025-10-31 yardeni-2025-10-01
Real return of profit growth opens a new cycle for smaller firms | shiran-2026-01-22
Half of the debt resets with rates at little companies | slok-2024-07 note-floating-rate-debt
Does a long winning run fade within six months? | streak-statistics-2026-01-28
Excess savings and a gentle landing in America, near-slump in Europe | temple-2023-11
Torpid shares that are due to awake | temple-2023-12
Complacent investors cheer weak data; an air pocket lies below | temple-2025-08-25
Talk to an economic club in Florida | temple-2025-09-15
Four profitable quarters are needed to get in | van-doorn-2024-01-06 note-sp600-russell-2000
A downgrade to unfavourable because of thin margins and poor results | wells-fargo-2025
Rolling recession over, early cycle begun | wilson-2025-11-17
Nomination of a Fed chair lifted the small-cap rally | wilson-2026-02
Weak balance sheets and scarce credit as a slump nears | wren-2023-05-24
Ended a fifteen year preference for technology | yardeni-2025-12-07
Probability of boom and bust against a calm bull market | yardeni-2025-12-11
figure
Who has 2,715? | desanctis-2024-12-09 desanctis-2025-04-15 desanctis-2025-09-18
target of 2,180 | desanctis-2024-06-26
2,050 for the end of 2021 | desanctis-2020-12-01
What is 2,665? | desanctis-2025-09-18 desanctis-2025-09-19
S&P 500 at 7,700 | lee-2026-01-05
a range of 3,000 to 3,200 for the S&P 500 | rosenberg-2023-01
odds of 99 % | rosenberg-2023-05-03
157 million dollars | note-reconstitution
967 sessions | desanctis-2025-09-18
911,000 jobs taken away | rosenberg-2025-09-13
148.6 % | desanctis-2026-01-14
year
What did DeSanctis forecast for the end of 2021? | desanctis-2020-12-01
What was DeSanctis's goal for the end of 2024? | desanctis-2024-06-26
Where did DeSanctis see the Russell 2000 at the end of 2025 after the tariff shock? | desanctis-2025-04-15
DeSanctis in September 2025: how much further could it go? | desanctis-2025-09-18 desanctis-2025-09-19
DeSanctis's first call for 2025, made in December 2024 | desanctis-2024-12-09
What did Rosenberg expect for 2023? | rosenberg-2023-01 rosenberg-2023-05-03 rosenberg-2023
What did Rosenberg say about a recession in 2022? | rosenberg-2022-05
Rosenberg on recession in summer 2024 | rosenberg-2024-08-06 rosenberg-2024-07-29 rosenberg-2024-06
How did Rosenberg measure the equity risk premium in 2022? | rosenberg-2022-09
What did Rosenberg say of the equity risk premium in November 2024? | rosenberg-2024-11
What did Rosenberg say of the equity risk premium in January 2026? | rosenberg-2026-01-21 rosenberg-2026-01-22-ginlix
What did Rosenberg say of the equity risk premium in January 2025? | rosenberg-2025-01-03
Rosenberg on small caps before 2024 | rosenberg-2023-09-28
Rosenberg on the labour market in early 2025 | rosenberg-2025-01-30
Rosenberg on the labour market in September 2025 | rosenberg-2025-09-05 rosenberg-2025-09-13
What did Wilson say about small caps in 2024? | wilson-2024-11-11
What did Wilson say about small caps in November 2025? | wilson-2025-11-17
Wilson on small caps in September 2025 | wilson-casper-2025-09-13
What was Carey Hall's view in August 2024? | carey-hall-2024-08
Carey Hall before 2025 on valuation | carey-hall-2024-07
What did Temple expect of the Fed for 2024? | temple-2023-11 temple-2024-07-02 temple-2023-12
Temple on Fed cuts in 2025 | temple-2025-03-17 temple-2025-09-15
Tom Lee's forecast for 2024 | lee-2024-07-30
Wells Fargo on small caps in 2023 | wren-2023-05-24
Wells Fargo on small caps in 2025 | wells-fargo-2025 wells-fargo-2025-05-28
Goldman on the Russell 2000 in mid-2023 | goldman-2023-06-28
Goldman on the Russell 2000 for 2024 | snider-2024-01
What did DeSanctis target for the Russell 2000 for the end of 2025? | desanctis-2024-12-09 | 2025-02-01
What is DeSanctis's latest target? | desanctis-2025-04-15 | 2025-06-30
What does Rosenberg say about unemployment now? | rosenberg-2025-09-13 rosenberg-2025-09-05 | 2025-09-30
Is Rosenberg bearish on small caps? | rosenberg-2023-09-28 | 2024-06-01
name
What does Temple think of complacency? | temple-2025-08-25
Ron Temple on AI gravity | temple-2026-01-22
What does Page say about value traps? | page-2026-01
What does Lee expect of laggards? | lee-2026-01-05
What does Ball say about growth and inflation? | ball-2025-12-24
What does Hall say of refinancing and the capital spending cycle? | carey-hall-2025-12
Wilson of Morgan Stanley on the early cycle | wilson-2025-11-17
Which Lazard writes about European shares? | lazard-freres-2025-01-31
Lazard's Shiran on unprofitable companies | shiran-2025-10-31
What does Lazard's American head of strategy say of exceptional US markets? | temple-2025-09-15
Morgan Stanley on bubble talk and credit | wilson-2026-01-08
Who is the Wagner quoted beside Lerner? | lerner-wagner-2026-01-20
What does Michael Ball hold to be needed? | ball-2025-12-24
Wren on cycles | wren-2023-05-24
The page about Sebastien Page's half-year preference | page-2026-01
What does Goldman's Snider expect of biotech and banks? | snider-2024-01
Rosenberg and Jongstra together | rosenberg-2022-09
What does FTSE Russell hold in its index of smaller companies? | note-russell-2000
Jefferies' DeSanctis, not the governor, on small-cap profits | desanctis-2026-01-14 desanctis-2025-12-09 desanctis-2025-01-03
What is the RSI? | note-rsi
Is the fear index in points or dollars? | note-vix
none
What does Warren Buffett think of Japanese trading houses? |
Which temple in Kyoto is the oldest? |
How do I bake sourdough bread? |
What is the capital of Mongolia? |
Who won the 2022 football world cup? |
Will bitcoin reach 200,000 dollars? |
What did Cathie Wood say about Tesla? |
Is Nvidia's dividend safe? |
How tall is the wren compared with the robin? |
On which page of the prospectus are the fees? |
What are the rules of a masked ball? |
Which hotels stand on the lee side of the island? |
What does Michael Burry say about credit default swaps? |
Explain the Black-Scholes formula |
What is the best mortgage rate in Ohio? |
How many employees does Costco have? |
What does Janet Yellen think of modern monetary theory? |
Which vaccine was approved in December 2020? |
How do copper futures roll? |
What is the weather in Chicago tomorrow? |
Who painted the Night Watch? |
What does Jeremy Grantham say about forests? |
Natural gas storage in Europe last winter |
How is Portuguese property taxed for foreigners? |
What did Ray Dalio write about the debt of Japan? |
Which Python library parses dates? |
How did Argentine bonds trade after the election? |
What does Peter Schiff say about silver coins? |
Rugby results of last Saturday |
Does the uranium price depend on reactors in Kazakhstan? |
What is the population of Lagos? |
Ken Griffin's view of sports franchises |
How do cocoa harvests in Ghana look? |
Which airline flies to Reykjavik? |
What is Ethereum staking? |
Who directed the film Casino? |
"""


def _questions(table: str, *parts: str) -> list[Question]:
    """The questions of a table; of each kind the first belongs to the first part, the second to the next, and so on."""
    found: list[Question] = []
    kind, number = "", Counter[str]()
    for line in table.strip().splitlines():
        if "|" not in line:
            kind = line.strip()
            continue
        text, answers, *day = (part.strip() for part in line.split("|"))
        one, _, other = answers.partition("+")
        part = parts[number[kind] % len(parts)]
        number[kind] += 1
        as_of = date.fromisoformat(day[0]) if day else AS_OF
        found.append(Question(part, kind, text, frozenset(one.split()), frozenset(other.split()), as_of))
    return found


def _halves(table: str, first: str, second: str) -> list[Question]:
    """The questions of a table, each kind's split at random, the same at every run."""
    questions = _questions(table, first)
    chance = random.Random(20261126)
    for kind in dict.fromkeys(q.kind for q in questions):
        places = [n for n, q in enumerate(questions) if q.kind == kind]
        for n in chance.sample(places, len(places) // 2):
            questions[n] = questions[n]._replace(part=second)
    return questions


QUESTIONS = (
    *_questions(_TABLE, "tuning"),
    *_questions(FRESH, "fresh-tuning", "fresh-reporting"),
    *_halves(THIRD, "third-tuning", "third-reporting"),
)
