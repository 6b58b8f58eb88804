"""Questions that ask for a decision about money, and near ones that don't: written before anything was tuned on them."""

ASKED = """
Sell half?
Should I sell my IWM?
how much of my 401k should be in small caps
What's the better buy, IWM or SPY?
So then I should sell, right?
Is now a good time to get into small caps?
Buy the dip?
would you buy here
Should we rotate into the Russell?
Do I hold or fold?
What would you do with $10,000?
time to take profits?
Should my mom move her savings into an index fund?
Is it smart to short the Nasdaq here?
Can I put my retirement money in IWM?
which one should I own
Worth buying at this level?
I'm up 20 %, do I cash out?
I have 50k in cash, where do I put it?
Tell me whether to buy the S&P 500 now.
hold or sell QQQ
Would it be wise to double down on small caps?
Am I crazy to hold small caps into the Fed?
should i stop buying spy
Give me a stock pick.
Recommend an ETF for me.
What percentage should I allocate to small caps?
If you had to pick one, IWM or QQQ?
Do you think I should wait for a pullback before buying?
Should I go all in?
trim my position or let it run?
Is it too late to buy small caps?
When should I get out?
Should I hedge my portfolio with puts?
rebalance now or next quarter?
Do I need to worry about my Russell fund, or sell it?
Should investors buy small caps?
my advisor says sell, is he right?
Is IWM a buy?
so, yes or no: buy?
Would you rather own value or growth for the next year?
I want to invest 500 a month, in what?
Should I dump my tech stocks for small caps?
What should I do with my shares now?
add to my position?
我该卖一半吗？
现在该买小盘股吗？
我的养老金应该放多少在小盘股？
IWM和SPY买哪个好？
那我应该卖出，对吧？
要不要止盈？
可以抄底吗？
现在入场合适吗？
我有十万块，怎么投？
该不该减仓？
罗素2000还能持有吗？
推荐一只基金给我
是时候清仓了吗？
你会买小盘股吗？
定投纳指好还是标普好？
值得买吗？
""".strip().splitlines()

# What was bought and sold, by whom, what somebody thinks of it, what an investment became: facts, not decisions.
NOT_ASKED = """
Is the Russell 2000 overbought?
What would $10,000 in IWM at the start of 2020 be worth now?
Did small caps sell off today?
Why is Rosenberg telling people to sell?
Who recommends buying small caps?
What happened after the last sell-off?
How many sessions has the Russell beaten the S&P 500?
What do analysts say about buying the dip?
Is the rally broad?
How strong is the small-cap rotation, and what does David Rosenberg say about it?
What does overbought mean?
How much did the Nasdaq fall in 2025?
Which sector is the best this year?
When did I last ask you this?
Does DeSanctis think small caps will hold up?
Should the Fed cut, according to analysts?
Is SPY or IWM ahead this year?
What is a short squeeze?
Show me the best days of the Russell 2000.
How has the Russell held its gains?
What is the case for small caps?
Are small caps cheap?
Where is support for the Russell 2000?
What share of my questions was answered?
罗素2000超买了吗？
2020年初投入一万美元买IWM现在值多少？
小盘股今天被抛售了吗？
罗森伯格为什么看空？
谁看好小盘股？
哪个板块今年表现最好？
什么是超买？
小盘股轮动有多强？
""".strip().splitlines()
