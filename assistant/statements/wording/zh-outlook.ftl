### The sentences on trend, both sides of the argument, what changed, what is due, macro figures and analysts' calls, in
### Chinese: the same messages as en-outlook.ftl.

## Readings of facts

reading-overbought = 处于超买区间
reading-oversold = 处于超卖区间
reading-neither-overbought-nor-oversold = 既未超买也未超卖
origin-record = { $day }的收盘纪录
origin-year = { $day }创下的{ $year }年最高收盘
origin-year-alone = { $year }年最高收盘
origin-52-close = { $day }的52周最{ $what ->
    [high] 高
   *[low] 低
 }收盘
origin-52-intraday = { $day }的52周盘中{ $what ->
    [high] 高
   *[low] 低
 }点
origin-intraday-itself = { $day }当日盘中{ $what ->
    [high] 高点，亦即52周盘中高点
   *[low] 低点，亦即52周盘中低点
 }
origin-intraday = { $day }当日盘中{ $what ->
    [high] 高
   *[low] 低
 }点
origin-average = { $n }日均线
origin-swing = { $day }的波段{ $what ->
    [high] 高
   *[low] 低
 }点
origin-next = { $before }、{ $next }

## Trend

momentum = { $subject }的14日RSI为 { $rsi }，{ $reading }{ $where }。
momentum-where = ；收盘价{ $each }
momentum-each = { $gap-way ->
    [up] 高于{ $n }日均线 { $gap }
   *[other] 低于{ $n }日均线 { $gap }
 }
diverging = { $subject }收盘价与RSI出现{ $side ->
    [bullish] 底背离，属看涨信号
   *[bearish] 顶背离，属看跌信号
 }{ $mark }：收于 { $close }，{ $side ->
    [bullish] 低于
   *[bearish] 高于
 }{ $day }的 { $before }；RSI为 { $rsi }，反而{ $side ->
    [bullish] 高于
   *[bearish] 低于
 }当时的 { $rsi-before }。
nearest-each = { $kind ->
    [support] 下方最近的支撑位为
   *[resistance] 上方最近的阻力位为
 } { $level }（{ $origin }{ $gap }）
nearest-gap = ，距收盘价 { $gap }{ $mark }

## Both sides of the argument

argued = 支持这一方的数据：{ $own }。相反的数据：{ $against }。
argued-none = 本文跟踪的指标无一支持这一方。相反的数据：{ $against }。
argued-nothing = 本文跟踪的指标中没有
argued-it = {""}
argue-spread = { $who }{ $over }{ $side ->
    [up] 领先{ $other } { $fact }
   *[down] 落后{ $other } { $fact }
 }
argue-spread-day = { $who }当日{ $side ->
    [up] 跑赢{ $other } { $fact }
   *[down] 跑输{ $other } { $fact }
 }
argue-over-year = 今年以来
argue-over-month = 近20个交易日
argue-record = { $day }收盘为年内第 { $fact } 次创新高
argue-streak = { $who }已连续 { $fact }跑赢{ $other }
argue-quality = 盈利较好的小盘股（IJR）今年以来{ $side ->
    [up] 领先
   *[down] 落后
 }罗素2000 ETF（IWM）{ $fact }
argue-led = { $who }近20个交易日中{ $side ->
    [up] 有 { $fact }领先
   *[down] 仅 { $fact }领先
 }
argue-average = { $who }收盘价{ $side ->
    [up] 高于
   *[down] 低于
 }200日均线 { $fact }
argue-rsi = { $subject }的RSI为 { $fact }，{ $reading }
argue-correction = { $who }较收盘纪录低 { $fact }
argue-tense = VIX恐慌指数为 { $fact }，处于{ $reading }
argue-fell = { $who }当日下跌 { $fact }

## What is due

due = 后续关注：{ $events }{ $closed }。
due-event = { $day }的{ $event }{ $known }
due-known = （{ $reading }）
due-closed = ；{ $day }美股休市
reading-inferred = 推算日期
reading-tentative = 暂定日期
event-fomc = 美联储利率决议
event-claims = 初请失业金数据
event-reconstitution = 罗素指数成分股调整
event-earnings = 财报季开启
event-payrolls = 非农就业报告
event-cpi = CPI数据

## What changed

changes-commentary = 与{ $day }的评论相比：{ $each }。
changes-session = 与{ $day }收盘相比：{ $each }。
unchanged-commentary = 与上一篇评论相比，所跟踪的数据变化不大。
unchanged-session = 与前一交易日相比，所跟踪的数据变化不大。
revision = { $label }（{ $day }）此前记为 { $was }，行情修订后为 { $now }。
changed-gone = { $label }（当时为 { $was }）目前已无数据
changed-moved = { $label }由 { $was } { $way ->
    [up] 升至
   *[down] 降至
 } { $now }{ $crossing }
changed-records-new = { $subject }{ $year }年已 { $now } 次创收盘新高
changed-record = { $subject }创{ $year }年第 { $nth } 次收盘新高{ $mark }
changed-records = { $subject }年内创收盘新高的次数由 { $was } 增至 { $now }
changed-test = { $test }一项，{ $over }的检验由{ $before }（{ $was }）转为{ $after }（{ $now }）
changed-run-broken = { $subject }对{ $other }的连续领先在 { $was }后中断{ $mark }
changed-run-begun = { $subject }开始连续领先{ $other }{ $mark }，至今已 { $now }
changed-run-new = { $subject }对{ $other }的连续领先（当时为 { $was }）中断，新一轮至今已 { $now }
changed-run = { $subject }对{ $other }的连续领先由 { $was }延长至 { $now }
label-close = { $subject }
label-streak = { $subject }对{ $other }的连续领先
label-records-ytd = { $subject }年内创收盘新高的次数
label-rsi-14 = { $subject }的14日RSI
label-drawdown = { $subject }距收盘纪录的幅度
label-sma-50-distance = { $subject }相对50日均线的偏离
label-sma-200-distance = { $subject }相对200日均线的偏离
label-sma-cross = { $subject }50日均线相对200日均线的偏离
label-realized-volatility-20d = { $subject }的20日实际波动率
label-spread-20d = { $subject }相对{ $other }的20日超额收益
label-spread-ytd = { $subject }今年以来相对{ $other }的超额收益
label-dispersion-1d = 当日各板块涨跌幅的离散度
crossing-rsi-14-70 = ，{ $way ->
    [up] 进入
   *[down] 脱离
 }超买区间
crossing-rsi-14-30 = ，{ $way ->
    [up] 脱离
   *[down] 进入
 }超卖区间
crossing-drawdown-20 = ，{ $way ->
    [up] 走出熊市
   *[down] 步入熊市
 }
crossing-drawdown-10 = ，{ $way ->
    [up] 走出调整区间
   *[down] 步入调整区间
 }
crossing-average = ，{ $way ->
    [up] 重回均线上方
   *[down] 跌破均线
 }
crossing-sma-cross = ，{ $way ->
    [up] 形成金叉
   *[down] 形成死叉
 }
crossing-vix = ，进入{ $reading }

## Macro figures

macro-claims = { $period }，初请失业金人数为 { $value }{ $late }。
macro-claims-4w = { $period }，初请失业金人数的四周均值为 { $value }{ $late }。
macro-payrolls = { $period }，非农就业人数为 { $value }{ $late }。
macro-payrolls-change = { $period }，非农就业人数变动 { $value }{ $late }。
macro-unemployment = { $period }，失业率为 { $value }{ $late }。
macro-cpi-yoy = { $period }，消费者价格指数同比 { $value }{ $late }。
macro-cpi-mom = { $period }，消费者价格指数环比 { $value }{ $late }。
macro-fed-funds-upper = { $period }，联邦基金利率目标区间上限为 { $value }{ $late }。
macro-fed-funds-lower = { $period }，联邦基金利率目标区间下限为 { $value }{ $late }。
macro-fed-funds = { $period }，联邦基金有效利率为 { $value }{ $late }。
macro-late = （最新修订值）
period-week = 截至{ $day }当周
period-four-weeks = 截至{ $day }的四周
period-day = { $day }
period-month = { $year }年{ $n }月

## Analysts' calls

call-lead = { $author }于{ $given }给出{ $due }的目标位 { $target }{ $base }
call-base = （当时收于 { $close }）
call-reached = { $lead }，已经达到：当日收于 { $close }，比目标{ $side ->
    [up] 高
   *[down] 低
 } { $missed }{ $gone }。
call-missed = { $lead }，未能达到：当日收于 { $close }，比目标{ $side ->
    [up] 高
   *[down] 低
 } { $missed }{ $gone }。
call-open = { $lead }，{ $upsides }{ $pace }{ $gone }。
call-unheld = { $lead }，但数据中没有当日收盘价可供比较{ $gone }。
call-pace = ；要达到目标，每月需变动 { $pace }
call-superseded = ；{ $day }已被{ $author }的新目标取代
call-withdrawn = ；{ $day }已撤回
upside-close = 比{ $day }收盘{ $side ->
    [up] 高
   *[down] 低
 } { $gap }
upside-issue = 比发布当日（{ $day }）收盘{ $side ->
    [up] 高
   *[down] 低
 } { $gap }
upside-year-end = 比上年末（{ $day }）收盘{ $side ->
    [up] 高
   *[down] 低
 } { $gap }

## People, in their usual Chinese form, with their own name

person-ben-snider = 本·斯奈德（Ben Snider）
person-david-rosenberg = 大卫·罗森伯格（David Rosenberg）
person-ed-yardeni = 埃德·亚德尼（Ed Yardeni）
person-francis-gannon = 弗朗西斯·甘农（Francis Gannon）
person-jeffrey-hirsch = 杰弗里·赫希（Jeffrey Hirsch）
person-jill-carey-hall = 吉尔·凯里·霍尔（Jill Carey Hall）
person-jonathan-krinsky = 乔纳森·克林斯基（Jonathan Krinsky）
person-keith-lerner = 基思·勒纳（Keith Lerner）
person-liz-ann-sonders = 莉兹·安·桑德斯（Liz Ann Sonders）
person-mike-wilson = 迈克·威尔逊（Mike Wilson）
person-ronald-temple = 罗纳德·坦普尔（Ronald Temple）
person-scott-wren = 斯科特·雷恩（Scott Wren）
person-steven-desanctis = 史蒂文·德桑克蒂斯（Steven DeSanctis）
person-tom-lee = 汤姆·李（Tom Lee）
person-torsten-slok = 托斯滕·斯洛克（Torsten Slok）
