"""A third set of questions to the shipped library, written before search's code or its misses were read for it.

As in fresh_search_questions.py: ``a b + c`` wants both sides, and where a question has no answer its near miss is in
the library. Within each kind, chance with a fixed seed sends half of them to choosing and half to reporting.
"""

TABLE = """
paraphrase
Is Wall Street's fear gauge telling me which way shares will go? | note-vix
Why do chart readers get nervous when the price climbs but momentum doesn't follow? | note-rsi
Which small company index keeps out firms that bleed money? | note-sp600-russell-2000 van-doorn-2024-01-06
What did the White House threaten over that Arctic island, and did it go through with it? | note-greenland-tariffs
Who's worried that small firms will go bust because they never fixed their cheap loans? | rosenberg-2023-09-28
Which strategist reckons the economy already went through its slump piece by piece? | wilson-2025-11-17
Are investors too relaxed about everything, cheering even weak data? | temple-2025-08-25
Is America's long run as the best place to invest coming to an end? | temple-2025-09-15
Somebody made fun of the rally as if it were a trip to Las Vegas, who was it? | rosenberg-2026-01-22 rosenberg-2026-01-22-ginlix
Who flipped to liking small stocks after almost four years of dislike? | wilson-2025-11-17
Who gave up on Big Tech after more than a decade and bought hospitals, banks and factories instead? | yardeni-2025-12-07
Does dearer money hurt small firms more than giants, since their loans reprice? | slok-2024-07 note-floating-rate-debt lazard-freres-2025-01-31
How far would the market drop if companies stopped keeping so much of each dollar they sell? | rosenberg-2026-02-04
Who complained that everybody thinks they will get out of the door before the crash? | rosenberg-2025-10-20
Why do losers sold before Christmas bounce back in the new year? | note-january-effect
How big must a firm be to make it into the small-cap gauge next summer? | note-reconstitution
Why don't the published numbers for small firms' profit growth agree with each other? | note-earnings-growth-spread
How often did the small index end the day at an all-time high last year? | note-record-closes
Who showed that businesses in the red left the healthy ones behind after spring 2025? | sonders-2025-10-10 rosenberg-2026-01-22 rosenberg-2026-01-22-ginlix shiran-2025-10-31
Is putting money into pipelines and power companies a way out of the chatbot boom? | rosenberg-2026-01-22 rosenberg-2026-01-22-ginlix
Which house says little European companies react late to cheaper money? | lazard-freres-2025-01-31
Who says only the wealthy and data centres keep the US going? | rosenberg-2025-12-24-notes rosenberg-2025-12-24 rosenberg-2025-12-29
Whose managers found that the rebound started with rubbish companies but profits later bore it out? | royce-2026-01
What kept the summer 2024 bounce from convincing the BofA strategist? | carey-hall-2024-08
How many small companies disappointed in the reporting season when the bank turned thumbs down? | wells-fargo-2025
Who called the bounce after the scare of August 2024 the work of machines? | rosenberg-2024-08-06
Who wanted central bankers to look through the windscreen instead of the rear mirror? | rosenberg-2025-12-24-notes rosenberg-2025-12-24
Does history say small shares shine coming out of a stretch when they were this unloved? | temple-2023-12 gannon-2026-01-07 carey-hall-2026-01-09
colloquial
is rosie still shouting bubble or has he thrown in the towel | rosenberg-2024-12-05 rosenberg-2024-12-05-globe rosenberg-2024-12 rosenberg-2025-09-13 rosenberg-2025-10-20 rosenberg-2025-10-23 rosenberg-2025-12-19 rosenberg-2025-12-22
so is the jobs market falling apart or what, acc. to rosenberg | rosenberg-2026-01-05 rosenberg-2026-01-03 rosenberg-2025-12-19 rosenberg-2026-02-10 rosenberg-2026 rosenberg-2025-09-05 rosenberg-2025-01-30 rosenberg-2024-08-06 rosenberg-2025-09-13
whats the big deal with small caps being junk | rosenberg-2026-01-22 rosenberg-2026-01-22-ginlix yardeni-2025-10-01 sonders-2025-10-10 note-unprofitable-share shiran-2025-10-31 van-doorn-2024-01-06 wren-2023-05-24
did that jefferies guy nail his 2025 call or blow it | desanctis-2024-12-09 desanctis-2025-01-03 desanctis-2025-04-15 desanctis-2025-09-18 desanctis-2025-09-19
who's the loudest bear on small stocks right now | rosenberg-2026-01-22 rosenberg-2026-01-22-ginlix
are smallcaps cheap | note-valuation-gap gannon-2026-01-07 lecubarri-2026-01 carey-hall-2025-12 carey-hall-2026-01-09 carey-hall-2024-07 desanctis-2025-12-09 temple-2023-12 royce-2026-01 gallagher-2024-08
whens the next fed meeting | note-fomc-2026
why did stocks tank on jan 20 | note-greenland-tariffs rosenberg-2026-01-21
whats a taco trade lol | note-taco
is tom lee's 7700 the highest number out there | lee-2026-01-05 wilson-2025-11-17
was that 50% call of tom lee any good | lee-2024-07-30
explain the ERP like I'm five | note-equity-risk-premium rosenberg-2022-09 rosenberg-2024-11 rosenberg-2025-01-03 rosenberg-2026-01-21
which bank is telling folks to dump small caps | wells-fargo-2025 wells-fargo-2025-05-28 wren-2023-05-24
how much are google and friends gonna blow on ai this yr | note-ai-capex
does anybody still like the big seven? | yardeni-2025-12-07 yardeni-2025-12-11
figure
Who has 7,800 for the S&P 500? | wilson-2025-11-17
Who mentions a Shiller multiple of 40? | rosenberg-2025-12-19
Where does 630 to 660 billion come from? | note-ai-capex
Who says the typical small company costs 9.5 times what it earns? | gallagher-2024-08
Which number did Jefferies have before it went to 2,180? | desanctis-2024-06-26
Rosenberg says 125 basis points of what? | rosenberg-2026-01-05 rosenberg-2026-01-03
What share of small-company sales is made inside the US? | royce-2026-01
Were fewer than 100,000 people a month being hired, according to Rosenberg? | rosenberg-2025-09-13
What did the Michigan survey show in February 2026? | rosenberg-2026-02-10
Probability of a crash after a melt-up, per Yardeni | yardeni-2025-12-11
How much did small caps make over the month after long winning runs? | streak-statistics-2026-01-28
How many stocks are in the Russell 2000 really? | note-russell-2000 van-doorn-2024-01-06
What did the Russell 2000 make between 1999 and 2007? | temple-2023-12
By how much had little stocks trailed when Wren turned sour on them? | wren-2023-05-24
How many sessions in a row did the small caps win in January? | note-streak-counts streak-statistics-2026-01-28 lerner-wagner-2026-01-20 page-2026-01
year
What was DeSanctis's goal for 2021? | desanctis-2020-12-01
DeSanctis's year-end number in spring 2025 | desanctis-2025-04-15 desanctis-2025-09-18
Rosenberg on a recession in 2022 | rosenberg-2022-05 rosenberg-2023-05-03
Rosenberg on the premium for holding shares in late 2024 | rosenberg-2024-11 rosenberg-2024-12 rosenberg-2024-12-05 rosenberg-2024-12-05-globe
How did Rosenberg reckon the equity risk premium in January 2026? | rosenberg-2026-01-21 note-equity-risk-premium
What did Rosenberg say on jobs in January 2025? | rosenberg-2025-01-30
Rosenberg on work and layoffs in the summer of 2024 | rosenberg-2024-08-06
What did Rosenberg fear between Christmas 2025 and Twelfth Night? | rosenberg-2025-12-24 rosenberg-2025-12-24-notes rosenberg-2025-12-29 rosenberg-2026-01-03 rosenberg-2026-01-05
Yardeni in autumn 2025 on losers | yardeni-2025-10-01
Wilson on small caps right after Trump's re-election | wilson-2024-11-11
Wilson in autumn 2025 on small companies | wilson-2025-11-17 wilson-casper-2025-09-13
Goldman's small-cap forecast in mid-2023 | goldman-2023-06-28
How much did Goldman promise from the Russell for 2024? | snider-2024-01 goldman-2023-06-28
Temple on Fed cuts in spring 2025 | temple-2025-03-17
What did Temple like about small caps back in 2023? | temple-2023-12
Carey Hall in the middle of 2024 | carey-hall-2024-07 carey-hall-2024-08
What does Tom Lee say about small caps? | lee-2024-07-30 | 2024-12-15
What is DeSanctis's target now? | desanctis-2025-04-15 | 2025-06-15
What does Wilson think of small caps? | wilson-2024-11-11 | 2025-03-01
How many Fed cuts does Rosenberg foresee? | rosenberg-2024-12-05-bloomberg rosenberg-2024-12 rosenberg-2025-01-30 | 2025-02-10
name
What did Wren write in May 2023? | wren-2023-05-24
What does Page say small caps have often turned out to be? | page-2026-01
Ball: what would end the small-cap lead? | ball-2025-12-24
Has Lerner anything on rotation? | lerner-wagner-2026-01-20
What does Wagner of Aptus see? | lerner-wagner-2026-01-20
Lee on the broad market | lee-2026-01-05
Is Krinsky a bull on small caps? | boston-krinsky-2025-12
What does the manager of the Lazard ETF say about speculation? | shiran-2025-10-31 shiran-2026-01-22
How far did Lazard's head of small caps see the index rise? | gallagher-2024-08
The Paris Lazard on small caps | lazard-freres-2025-01-31
What did Jongstra write with Rosenberg? | rosenberg-2022-09
Who is DeBusschere and is he bullish? | debusschere-2026-01-22
Ron Temple on Europe | temple-2025-09-15 temple-2023-11 temple-2024-07-02
topic
Rosenberg on Treasuries | rosenberg-2025-12-24-notes rosenberg-2025-12-24 rosenberg-2025-07-01 rosenberg-2025-07-01-macrovoices rosenberg-2026-01-21 rosenberg-2023-09-28 rosenberg-2026-02-10
Rosenberg's take on tariffs | rosenberg-2025-06 rosenberg-2025-06-30 rosenberg-2025-07-01-macrovoices rosenberg-2025-07-01 rosenberg-2025-02-14 rosenberg-2026-01-21
What does Rosenberg say about the dollar? | rosenberg-2025-12-29 rosenberg-2025-09-05 rosenberg-2026-02-04
Rosenberg on index funds | rosenberg-2025-01-03
Rosenberg on how top-heavy the S&P 500 is | rosenberg-2025-12-29
DeSanctis on interest rates | desanctis-2025-12-09 desanctis-2024-12-09 desanctis-2026-01-14 desanctis-2026-01-22
DeSanctis on the VIX | desanctis-2025-04-15
Temple on unemployment | temple-2025-09-15 temple-2025-08-25 temple-2025-03-17
Temple on Japan | temple-2024-07-02
Wilson on the Fed | wilson-2026-01-08 wilson-2026-02
Yardeni on loss-making companies | yardeni-2025-10-01 note-unprofitable-share
Carey Hall on tariffs | carey-hall-2025-12
Gannon on taxes | gannon-2026-02-10
Hirsch and the January effect | hirsch-2026-01-26
Slok about firms that earn nothing | slok-2024-07
Tom Lee on mergers | lee-2026-01-05
sides
Bulls and bears on the S&P 500 for 2026 | lee-2026-01-05 wilson-2025-11-17 yardeni-2025-12-11 + rosenberg-2025-12-19 rosenberg-2025-12-22 rosenberg-2025-12-24 rosenberg-2025-12-24-notes rosenberg-2025-12-29 rosenberg-2026-01-14 rosenberg-2026-02-04
Will small caps' profits really grow, or are the estimates too high? | aberdeen-2025-12-05 carey-hall-2025-12 carey-hall-2026-01-09 desanctis-2025-12-09 desanctis-2026-01-14 gannon-2026-01-07 gannon-2026-02-10 debusschere-2026-01-22 wilson-2026-02 shiran-2026-01-22 + newedge-2025-12 note-earnings-growth-spread rosenberg-2026-01-22 rosenberg-2026-01-22-ginlix
Would the Fed cut in 2025: who said yes and who said no? | rosenberg-2024-12-05-bloomberg rosenberg-2024-12 rosenberg-2025-01-30 temple-2025-09-15 rosenberg-2025-09-05 + temple-2025-03-17
Is inflation going away or coming back? | rosenberg-2025-12-24-notes rosenberg-2025-12-24 rosenberg-2024-12-05-bloomberg temple-2025-09-15 temple-2024-07-02 temple-2023-11 + temple-2025-03-17 temple-2025-08-25
none
Rosenberg on the Swiss franc |
Does Rosenberg own any farmland? |
What does Rosenberg make of vaccines? |
has rosenberg ever talked about airbnb |
What did DeSanctis say about Microsoft? |
DeSanctis on marijuana shops |
DeSanctis on office buildings |
Temple on the gold price |
Temple about Tesla |
Did Ron Temple comment on the Turkish lira? |
Wilson on airlines |
Mike Wilson on Chinese exports |
Yardeni on the price of copper |
Yardeni's take on shopping malls |
Is Carey Hall recommending biotech? |
Tom Lee on ether |
Hirsch on the weather |
Gannon on silver |
Sonders on municipal bonds |
Slok about the birth rate |
Shiran on semiconductors |
Lecubarri on Argentine shares |
Snider on new listings |
Page on private credit |
Gallagher on Japanese small caps |
Lerner on utilities |
What's Warren Buffett's take on small caps? |
Has Ken Fisher said anything about a recession? |
Bill Ackman on tariffs |
David Kostin's target for the S&P 500 |
What does Marko Papic say about Greenland? |
Larry Fink on AI spending |
What does Mohamed El-Erian expect of the Fed? |
Did Janet Yellen comment on Warsh? |
Stan Druckenmiller small caps |
Jeffrey Rosenberg of BlackRock on bonds |
What did Larry Page say about AI? |
Did Woodrow Wilson cut tariffs? |
Which funds for Japanese value shares are best? |
Which property trusts pay the most? |
How do I protect my shares with put options? |
What do investors pay for a dollar of Nasdaq 100 profit? |
How much does the US government owe? |
How much will natural gas cost next winter? |
When does Apple report its earnings? |
Explain the Sharpe ratio |
What are the rules of the S&P MidCap 400? |
How did small caps do in the crash of 1987? |
What is a stop-loss order? |
When does the Bank of England meet in 2026? |
what's the best broker for penny stocks |
Who expects 7,700 for the S&P 500? | | 2025-12-20
What does Rosenberg say about circular AI deals? | | 2025-09-30
Did Yardeni drop the Magnificent Seven? | | 2025-10-31
How many record closes did the Russell have in 2026? | | 2026-01-10
What does Krinsky think of the next Fed chair? | | 2025-11-15
What does Ball need to see from growth and inflation? | | 2025-12-01
Did Waller want a cut? | | 2026-01-20
What is the TACO trade? | | 2025-12-31
Hirsch on small caps in February | | 2026-01-15
"""
