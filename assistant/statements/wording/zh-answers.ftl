### The sentences that answer a question on one measure, in Chinese: the same messages as en-answers.ftl.

## Times

within-1d = { $day }，
within-5d = 近五个交易日，
within-20d = 近20个交易日，
within-mtd = 本月以来，
within-ytd = 今年以来，
within-1y = 近一年，
within-1d-short = 当日
within-5d-short = 近五个交易日
within-20d-short = 近20个交易日
within-mtd-short = 本月以来
within-ytd-short = 今年以来
within-1y-short = 近一年

## Moves

move = { $way ->
    [up] 涨 { $move }
    [down] 跌 { $move }
   *[level] 持平{ $move }
 }
moved-over = { $over }{ $move }
points-over = { $over }{ $way ->
    [level] 持平{ $size }
    [up] 升 { $size }
   *[down] 降 { $size }
 }
yield-over = { $over }{ $way ->
    [up] 升 { $size }
    [down] 降 { $size }
   *[level] 持平{ $size }
 }
closing-moves = ，{ $moves }

## One subject against another

run = 截至{ $day }，{ $subject }已连续 { $run }跑赢{ $other }{ $longest }。
run-longest-since = ，为{ $since }结束的那一轮（{ $length }）以来最长
run-short = { $state ->
    [one] { $day }，{ $subject }跑赢{ $other } { $gap }。
   *[none] { $way ->
        [level] { $day }，{ $subject }与{ $other }持平{ $gap }，连续领先已中断。
       *[down] { $day }，{ $subject }跑输{ $other } { $gap }，连续领先已中断。
    }
 }
ahead = { $when }{ $subject }{ $way ->
    [up] 跑赢{ $other } { $gap }
    [down] 跑输{ $other } { $gap }
   *[level] 与{ $other }持平{ $gap }
 }{ $rank }。
horizons = { $alike ->
    [yes] { $when }{ $subject }{ $way ->
        [up] 跑赢
       *[down] 跑输
    }{ $other } { $gap }；{ $then }{ $turn ->
        [up] 领先
       *[down] 落后
    } { $wide }。
   *[no] 与{ $other }相比，短期与年内结果相反：{ $when }{ $subject }{ $way ->
        [up] 跑赢
       *[down] 跑输
    } { $gap }；{ $then }{ $turn ->
        [up] 领先
       *[down] 落后
    } { $wide }。
 }
led-20 = 近20个交易日中，{ $subject }有 { $n }跑赢{ $other }。
ratio-now = { $day }，{ $subject }与{ $other }之比为 { $ratio }。
ratio-year = 今年以来，{ $subject }与{ $other }之比{ $way ->
    [up] 上升 { $move }
   *[down] 下降 { $move }
 }。

## Where a subject stands

closing = { $day }，{ $subject }收于 { $close }{ $moves }。
returns = { $subject }{ $moves }。
below-record = { $state ->
    [below] { $day }，{ $subject }较{ $on }所创的收盘纪录 { $top }低 { $fall }。
   *[at] { $day }，{ $subject }收于历史最高的 { $top }{ $fall }。
 }
records-count = { $year }年，{ $subject }收盘创新高 { $n } 次。
records-last = { $subject }最近一次收盘创新高是在{ $last }，为 { $level }。
average-now = { $day }，{ $subject }收盘价{ $side ->
    [up] 高于
   *[down] 低于
 }{ $n }日均线 { $gap }{ $at }，均线位于 { $level }。
average-close = （收于 { $close }）
average-short = { $subject }的交易日数不足，无法计算{ $n }日均线。
averages = { $day }，{ $subject }{ $side ->
    [up] 高于
   *[down] 低于
 }50日均线 { $near }，{ $turn ->
    [up] 高于
   *[down] 低于
 }200日均线 { $far }。
extreme-52w = { $subject }的52周{ $side ->
    [high] 最高
   *[low] 最低
 }收盘价为 { $level }{ $far }。
extreme-away = ；{ $day }收盘较其{ $side ->
    [high] 低
   *[low] 高
 } { $away }
extreme-at = ，即{ $day }所创{ $mark }
day-range = { $day }，{ $subject }开于 { $opened }，盘中在 { $low }与 { $high }之间波动。
up-and-down = 近20个交易日中，{ $subject }上涨 { $up }，下跌 { $down }。

## Indicators

rsi-now = { $day }，{ $subject }的14日RSI为 { $rsi }，{ $reading }。
macd-now = { $day }，{ $subject }的MACD为 { $line }，{ $side ->
    [up] 位于信号线（{ $signal }）上方
   *[down] 位于信号线（{ $signal }）下方
 }。
cross-now = { $day }，{ $subject }的50日均线{ $side ->
    [up] 高于
   *[down] 低于
 }200日均线 { $gap }。
bands-now = { $day }，{ $subject }的布林带下轨为 { $low }，上轨为 { $high }；收于 { $close }。
true-range-now = { $day }，{ $subject }的14日平均真实波幅为 { $value }。
realised-now = { $day }，{ $subject }的20日已实现波动率为 { $value }。

## Sectors, volatility, yields, what is due

sector-moved = { $sector }{ $move }
sector-ends = { $end ->
    [best] { $when }领涨的板块基金依次为：{ $each }。
    [worst] 表现最弱的依次为：{ $each }。
    [first] { $when }表现最好的板块基金是{ $each }。
   *[last] { $when }表现最弱的板块基金是{ $each }。
 }
sector-order = 从{ $first }收盘到{ $last }收盘，板块基金依次为：{ $each }。
sectors-up = { $when }有数据的板块基金中有 { $up } 只上涨。
grouping = { $when }按MSCI的划分，周期性板块{ $way ->
    [up] 跑赢
   *[down] 跑输
 }防御性板块 { $gap }。
vix-now = { $day }，VIX恐慌指数收于 { $close }{ $band }{ $moves }{ $top }。
vix-top = ；近20个交易日最高收盘为{ $when }的 { $high }
vix-place = 该水平位于近一年收盘的第 { $year } 百分位，历史第 { $whole } 百分位。
yield-now = { $day }，10年期美债收益率为 { $close }{ $moves }。
event-due = 下一次{ $event }：{ $day }{ $note }。
event-closure = 美股休市

## What Footnote says of itself

itself-cant = Footnote依据每日行情和收录的观点作答：可以问某个指数、基金或板块，小盘股与大盘股的对比，RSI与均线，VIX与10年期美债收益率，以及资料库中的人物。
itself-no-forecast = Footnote不做预测；以下是已测得的数据，以及具名人士的预期。
itself-ahead = 该日期尚未到来；以下是已测得的数据。
itself-no-view = 资料库中没有这位人士的相关观点。
itself-no-answer = 资料库中没有与此相关的观点。
itself-no-advice = Footnote不作任何推荐，也不对如何处置资金给出建议；以下是已测得的数据，以及正反两方的论点。
itself-no-date = 日历中该周没有已知日期。
itself-no-macro = 截至该日没有可用的宏观数据。
itself-nothing = 截至{ $day }，Footnote没有与此相关的数据或观点。
itself-no-cause = 涨跌的原因无法由行情测得；以下是当时的事件与各方说法。
itself-no-words = 该次涨跌的原因无法由行情测得，资料库中也没有当时的相关说法。
itself-nonsense = 这看起来不是一个关于市场的问题。
itself-hello = 您好。可以问小盘股与大盘股的对比、任一指数或板块在任一时段的表现，或资料库中各位人士的观点。
itself-thanks = 不客气。
itself-about = Footnote依据指数、基金和板块的每日行情，以及注明日期的分析师观点作答；每个数字都由程序计算并附有脚注。
itself-source = 行情来自{ $publisher }，截至{ $day }收盘；每个数字的脚注都列明由哪些收盘价算得。
itself-source-sample = 行情为模拟数据：以公开收盘价为节点生成的路径，截至{ $day }；联网后程序会从雅虎财经获取真实行情。
itself-outside = Footnote没有这方面的资料：它只有市场的每日行情和收录的观点。
itself-unmeasured = Footnote没有{ $names }的行情，无法测算。
itself-unknown-person = 资料库中没有{ $names }的观点。
itself-no-calls = 资料库中没有{ $names }带有日期、可与收盘价对照的预测。
itself-beyond = Footnote不测算{ $what ->
    [valuations] 市盈率等估值指标
    [earnings] 企业盈利
    [activity] 产出、销售和景气调查等经济数据
    [flows] 资金流向和持仓
   *[within] 小盘股内部的板块
 }；以下是资料库中与此相关的内容。

## The library

views-held = 资料库收录了{ $author }{ $about }的 { $n } 则观点，{ $span }{ $sides }。
views-span = 时间从{ $first }至{ $last }
views-day = 日期为{ $first }
views-sides = ：{ $each }{ $none }
views-side = { $side ->
    [bullish] 看多
    [bearish] 看空
   *[neutral] 中性
 } { $n } 则
views-none = ，无{ $sides }
side-bullish = 看多
side-bearish = 看空
side-neutral = 中性
or-list = { $first }或{ $second }
views-about = 关于{ $subject }
turns-none = 在这些观点中，{ $author }{ $about }的立场没有转变{ $mark }。
turns = { $author }{ $about }的立场转变了 { $n } 次：{ $steps }。
turn = { $day }{ $about }转为{ $side }
turn-about = 对{ $subject }
record-few = ；样本太少，不足以说明能力
outcomes = { $author }的观点中有 { $n } 则已有结果记录（以下为英文原文）：{ $told }
record-none = { $author }给出的 { $known } 个有期限的目标均未到期；{ $replaced }。
record = { $author }给出的 { $known } 个有期限的目标中，{ $settled } 个到期仍有效，其中 { $hit } 个达成；收盘价与目标的偏差中位数为 { $miss }{ $lean }；{ $replaced }{ $few }。
record-lean = ，总体{ $side ->
    [up] 高于
   *[down] 低于
 }目标 { $lean }
record-replaced = { $replaced-n ->
    [0] 没有在到期前被替换或撤回的{ $mark }
   *[other] { $replaced } 个在到期前被替换或撤回
 }
balance = 截至{ $day }的一年内，资料库中关于小盘股的观点：{ $each }，{ $lean ->
    [bullish] 看多者居多
    [bearish] 看空者居多
   *[none] 双方持平
 }{ $added }。
balance-added = ；另有{ $n }条来自用户添加的文件，未经核实，不计入其中
on-the-fed = 美联储
on-a-recession = 经济衰退
on-the-labour-market = 就业市场
on-the-equity-risk-premium = 股权风险溢价
on-ai = 人工智能
on-tariffs = 关税
on-inflation = 通胀
on-gold = 黄金
on-the-dollar = 美元
on-valuations = 估值
on-small-caps = 小盘股
on-the-economy = 经济
on-the-broad-market = 大盘

## Views

view-credited = { $author }（{ $day }{ $trust ->
    [unverified] ，据报道
   *[other] {""}
 }）：{ $words }
view-own-words = { $author }原话：“{ $quote }”{ $translated ->
    [yes] （本站译：{ $ours }）
   *[no] {""}
 }。
view-said = { $author }：{ $words }
itself-yes = 是。
itself-no = 否。

## How a question was read, and what may be asked next

read-as = { $what }：{ $rest }
read-until = 截至{ $last }
read-window = { $first }至{ $last }
asks-level = 最新点位
asks-performance = 涨跌幅
asks-compare = 表现对比
asks-rotation = 轮动现状
asks-streak = 连续领先
asks-records = 收盘新高
asks-extreme = 极值
asks-count = 次数统计
asks-occurrences = 发生日期
asks-threshold = 是与否
asks-averages = 均线
asks-momentum = 技术指标
asks-stretched = 是否超买
asks-support = 支撑与阻力
asks-breaking = 行情终结的条件
asks-drawdown = 距高点回撤
asks-volatility = 波动率
asks-yields = 美债收益率
asks-correlation = 相关性
asks-growth = 投资增值
asks-precedent = 历史先例
asks-sectors = 板块排序
asks-breadth = 行情广度
asks-quality = 盈利与亏损公司对比
asks-value-growth = 价值与成长对比
asks-open = 正反两方
asks-why = 涨跌缘由
asks-person-view = 人物观点
asks-subject-views = 各方看法
asks-who = 多空人物
asks-targets = 目标价
asks-disagree = 分歧所在
asks-view-change = 观点变化
asks-track-record = 预测准确度
asks-definition = 名词解释
asks-library-fact = 小公司资料
asks-macro = 宏观数据
asks-calendar = 近期日程
asks-summary = 当日概览
asks-changes = 有何变化
asks-advice = 操作建议
asks-forecast = 后市走向
asks-about = 关于Footnote
asks-small-talk = 问候
asks-outside = 其他话题
asks-nonsense = 未能理解
next-level = { $subject }收在多少？
next-performance = { $subject }今年涨了多少？
next-compare = 今年{ $subject }和{ $other }谁涨得多？
next-rotation = 小盘股轮动有多强？
next-streak = { $subject }连续跑赢{ $other }多少天了？
next-records = { $subject }今年创了几次新高？
next-extreme = { $subject }近一年跌得最惨的一天是哪天？
next-count = { $subject }今年有多少天上涨？
next-occurrences = { $subject }上一次创新高是什么时候？
next-threshold = { $subject }今年是上涨的吗？
next-averages = { $subject }在200日均线上方吗？
next-momentum = { $subject }的RSI是多少？
next-stretched = { $subject }超买了吗？
next-support = { $subject }的支撑位在哪里？
next-breaking = 什么会终结这轮行情？
next-drawdown = { $subject }距高点跌了多少？
next-volatility = VIX现在高不高？
next-yields = 10年期美债收益率是多少？
next-correlation = { $subject }和{ $other }的相关性有多高？
next-growth = 十年前投1万美元到{ $subject }，现在值多少？
next-precedent = 历史上类似的连涨之后怎么走？
next-sectors = 哪些板块领涨？
next-breadth = 这轮上涨是普涨吗？
next-quality = 盈利的小盘股跑赢亏损的了吗？
next-value-growth = 今年价值股跑赢成长股了吗？
next-open = 这轮小盘股行情是真的还是泡沫？
next-why = { $subject }为什么会动？
next-person-view = { $person }怎么看？
next-subject-views = 分析师怎么看美联储？
next-who = 谁看多小盘股？
next-who-bearish = 谁看空小盘股？
next-targets = { $named ->
    [yes] { $person }的目标价是多少？
   *[no] 罗素2000有哪些目标价？
 }
next-disagree = 多空双方的分歧在哪里？
next-view-change = { $person }的观点有什么变化？
next-track-record = { $person }以前说对了吗？
next-definition = RSI是什么意思？
next-library-fact = 有多少小公司是亏损的？
next-macro = 最新通胀数据是多少？
next-calendar = 下次美联储议息会议是什么时候？
next-summary = 今天市场怎么样？
next-changes = 和昨天相比有什么变化？
next-advice = 现在该买小盘股吗？
next-forecast = 年底{ $subject }会到多少？
next-about = 你能做什么？
next-small-talk = 你好
next-outside = 你能做什么？
next-nonsense = 你能做什么？
view-dated = { $words }（{ $day }{ $trust ->
    [unverified] ，据报道
   *[other] {""}
 }）。
column-figure = 指标
column-value = 数值
column-session = 交易日
