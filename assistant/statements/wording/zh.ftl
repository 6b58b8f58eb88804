### What code says to readers, in Chinese: the same messages as en.ftl, and the subjects' names. Figures bring their
### own unit (2,718.77 点, 9.54%), and may stand elsewhere than in English.

## Subjects

subject-rut = 罗素2000指数
subject-spx = 标普500指数
subject-comp = 纳斯达克综合指数
subject-dji = 道琼斯工业指数
subject-vix = VIX恐慌指数
subject-tnx = 10年期美债收益率
subject-iwm = 罗素2000 ETF（IWM）
subject-ijr = 标普小盘600 ETF（IJR）
subject-spy = 标普500 ETF（SPY）
subject-qqq = 纳斯达克100 ETF（QQQ）
subject-sector-xlb = 原材料板块（XLB）
subject-sector-xlc = 通信服务板块（XLC）
subject-sector-xle = 能源板块（XLE）
subject-sector-xlf = 金融板块（XLF）
subject-sector-xli = 工业板块（XLI）
subject-sector-xlk = 科技板块（XLK）
subject-sector-xlp = 必需消费板块（XLP）
subject-sector-xlre = 房地产板块（XLRE）
subject-sector-xlu = 公用事业板块（XLU）
subject-sector-xlv = 医疗保健板块（XLV）
subject-sector-xly = 可选消费板块（XLY）
subject-style-iwd = 大盘价值（IWD）
subject-style-iwf = 大盘成长（IWF）
subject-style-iwn = 小盘价值（IWN）
subject-style-iwo = 小盘成长（IWO）

## Lists

list-next = { $before }、{ $next }
list-last = { $before }和{ $next }
list-clause = { $before }，{ $next }
list-semicolon = { $before }；{ $next }

## Whose figure it is

whose = { $subject }的{ $what }
its = 自身的{ $what }
line-open = 开盘价
line-high = 盘中高点
line-low = 盘中低点
line-volume = 成交量
line-total = 含股息再投资收盘价
line-ratio = 价格比率
line-rsi-14 = RSI-14
line-sma-20 = 20日均线
line-sma-50 = 50日均线
line-sma-200 = 200日均线
line-sma-20-distance = 相对20日均线的偏离
line-sma-50-distance = 相对50日均线的偏离
line-sma-200-distance = 相对200日均线的偏离
line-bollinger-upper = 布林带上轨
line-bollinger-lower = 布林带下轨
line-macd = MACD
line-macd-signal = MACD信号线
line-macd-histogram = MACD柱
line-atr-14 = 14日平均真实波幅
line-realized-volatility-20d = 20日实际波动率
line-drawdown = 回撤
line-gap = 开盘缺口
line-range = 日内振幅
line-close = 收盘价
line-value = 数值
line-percent = 收盘价
pair = { $first }对{ $second }

## Windows

window-all = 在{ $first }至{ $last }的数据中
window-between = 从{ $first }收盘到{ $last }收盘

## Values

value-at = { $whose }{ $day }{ $how ->
    [closed] 收于
   *[stood] 为
 } { $value }{ $shut ->
    [yes] （所问日期休市，取此前最近一个交易日）
   *[no] {""}
 }。
value-each = { $day } { $value }
value-list = { $part ->
    [some] { $whose }最近 { $told } 个数值（共 { $all } 个）
   *[all] { $closes ->
        [yes] { $whose }的收盘价
       *[no] { $whose }的数值
    }
 }：{ $each }。

## Changes

size-points = { $size }
change = { $ends }，{ $whose }{ $move-way ->
    [up] 上涨 { $size }
    [down] 下跌 { $size }
   *[level] 持平{ $size }
 }{ $dividends }。
change-clause = { $whose }{ $move-way ->
    [up] 上涨 { $size }
    [down] 下跌 { $size }
   *[level] 持平{ $size }
 }
change-levels = 从{ $first }收盘的 { $before } 到{ $last }收盘的 { $after }
change-days = 从{ $first }收盘到{ $last }收盘
price-only = （仅计价格，不含股息）
price-only-total = （仅计价格；含股息再投资为 { $total }）
growth = { $first }收盘时买入 { $amount } 美元的{ $whose }，到{ $last }值 { $worth }（仅计价格）{ $total }。
growth-total = ；若股息再投资，为 { $total }
difference = 从{ $first }收盘到{ $last }收盘，{ $each }：{ $one }{ $gap-way ->
    [up] 领先{ $other } { $size }
    [down] 落后{ $other } { $size }
   *[level] 与{ $other }持平{ $size }
 }。
annual = 从{ $first }收盘到{ $last }收盘，{ $whose }折合年化 { $rate }（{ $total ->
    [yes] 含股息再投资
   *[no] 仅计价格
 }）。

## Extremes and ranks

extreme = { $over }，{ $whose }{ $order ->
    [best] 表现最好的{ $bucket }是
    [worst] 表现最差的{ $bucket }是
    [highest] 的最高{ $what }为
   *[lowest] 的最低{ $what }为
 }{ $each }{ $sofar ->
    [yes] （截至目前）
   *[no] {""}
 }。
extremes = { $over }，{ $whose }{ $order ->
    [best] 涨幅最大的
    [worst] 跌幅最大的
    [highest] 最高的
   *[lowest] 最低的
 } { $n } { $bucket ->
    [session] 个交易日
    [week] 周
    [month] 个月
    [quarter] 个季度
    [year] 年
    [none] 个数值
   *[other] 个{ $bucket }
 }：{ $each }。
extreme-session = { $day }的 { $value }
extreme-week = 截至{ $day }当周的 { $value }
extreme-month = { $month }的 { $value }
extreme-quarter = { $year }年第{ $quarter }季度的 { $value }
extreme-year = { $year }年的 { $value }
bucket-session = 单日
bucket-week = 一周
bucket-month = 月份
bucket-quarter = 季度
bucket-year = 年份
rank = 截至{ $last }，{ $whose }{ $now }在自身历史的 { $of } 个可比数中排第 { $place }{ $below }。
rank-now = 为 { $now }，
rank-below = ，此前有 { $share } 不高于它

## Conditions, as what a subject did

condition-above = 收于 { $level } 上方
condition-below = 收于 { $level } 下方
condition-crosses-above = 上穿 { $level }
condition-crosses-below = 下穿 { $level }
condition-rises = 上涨{ $by }
condition-falls = 下跌{ $by }
condition-by = 至少 { $size }
condition-beats = 跑赢{ $other }
condition-trails = 跑输{ $other }
condition-record = 创收盘新高
condition-of = { $line }{ $did ->
    [above] 高于 { $level }
    [below] 低于 { $level }
    [crosses-above] 上穿 { $level }
    [crosses-below] 下穿 { $level }
    [falls] 下跌
    [rises] 上涨
   *[other] 如此
 }
condition-run = 连续 { $n } 个交易日{ $condition }
event-fed-cut = 美联储降息
event-fed-hike = 美联储加息
event-election = 美国联邦选举

## Counts

count = { $over }的 { $tested } { $bucket ->
    [week] 周
    [month] 个月
    [quarter] 个季度
    [year] 年
   *[session] 个交易日
 }中，{ $whose }有 { $found } 次{ $condition }{ $share }{ $latest }。
count-share = （占 { $share }）
count-latest = ，最近一次在{ $day }
count-none = { $over }，{ $whose }从未{ $condition }{ $found }。
first-met = { $over }，{ $whose }首次{ $condition }是在{ $day }{ $at }{ $away }。
last-met = { $over }，{ $whose }最近一次{ $condition }是在{ $day }{ $at }{ $away }。
met-at = ，为 { $value }
met-after = （距起点 { $sessions }）
met-before = （距最后一个交易日 { $sessions }）
run-longest = { $over }，{ $whose }最多连续 { $run }{ $condition }，从{ $first }到{ $last }。
run-none = { $over }，{ $whose }从未{ $condition }{ $run }。
run-now = 截至{ $last }，{ $whose }已连续 { $run }{ $condition }。
run-ended = { $last }，{ $whose }并未{ $condition }{ $run }。

## Statistics

average = { $over }，{ $whose }的{ $of ->
    [change] 每{ $bucket }涨跌
    [close] 收盘价
   *[value] 数值
 }{ $median ->
    [yes] 中位数
   *[no] 平均值
 }为 { $value }（共 { $n } 个）。
volatility = { $over }，{ $whose }的年化波动率（据 { $n } 个日涨跌幅）为 { $value }。
correlation = { $over }，{ $one }与{ $other }日涨跌幅的相关系数（{ $n } 个交易日）为 { $value }。
beta = { $over }，{ $one }对{ $other }的贝塔系数（{ $n } 个交易日）为 { $value }。
drawdown-none = { $over }，{ $whose }没有跌破此前的收盘价{ $fall }。
drawdown = { $over }，{ $whose }的最大回撤为 { $fall }，从{ $peak }到{ $trough }，{ $back ->
    [no] 截至{ $last }尚未收复
   *[yes] 于{ $recovered }收复
 }{ $now }。
drawdown-now = ；目前比区间高点低 { $fall }
season = { $over }的 { $n } 个{ $season }里，{ $whose }平均涨跌 { $average }，中位数 { $median }，上涨的占 { $up }。
season-january = 1月
season-february = 2月
season-march = 3月
season-april = 4月
season-may = 5月
season-june = 6月
season-july = 7月
season-august = 8月
season-september = 9月
season-october = 10月
season-november = 11月
season-december = 12月
season-q1 = 第一季度
season-q2 = 第二季度
season-q3 = 第三季度
season-q4 = 第四季度
season-monday = 周一
season-tuesday = 周二
season-wednesday = 周三
season-thursday = 周四
season-friday = 周五

## What followed

after-none = { $over }，没有{ $event }之后满 { $sessions } 个交易日的完整案例{ $n }。
after = { $over }共有 { $n } 次{ $event }；其后 { $sessions } 个交易日，{ $whose }涨跌的中位数为 { $median }，上涨的占 { $up }{ $beside }；最差 { $worst }，最好 { $best }{ $small ->
    [yes] 。样本较小
   *[no] {""}
 }。
after-beside = （任意交易日之后为 { $median } 和 { $up }）
after-met = { $whose }{ $condition }
