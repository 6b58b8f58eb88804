### The sentences of the daily commentary on the session, in Chinese: the same messages as en-commentary.ftl.

## Common to them

full-stop = { $said }。
list-comma = { $before }，{ $next }
list-figures = { $place ->
    [last] { $before }和 { $next }
   *[next] { $before }、{ $next }
 }
list-entries = { $before }、{ $next }
list-phrases = { $before }，{ $next }
number = { $n }
over-1d = 当日
over-5d = 近五个交易日
over-ytd = 今年以来
reading-low-volatility = 低波动区间
reading-normal-volatility = 正常波动区间
reading-elevated-volatility = 偏高波动区间
reading-high-volatility = 高波动区间

## One session

day-when = { $day }，
day-closed = { $when }{ $subject }收于 { $close }
day-unchanged = { $when }{ $subject }收平{ $move }，报 { $close }
day-moved = { $when }{ $subject }{ $way ->
    [up] 涨
   *[down] 跌
 } { $move }，收于 { $close }
place-record = ，为{ $year }年内第 { $nth } 次创收盘新高
place-new-record = ，创收盘新高{ $mark }
place-off = ，自前一交易日的收盘纪录回落{ $mark }
place-below = ，较{ $day }的收盘纪录 { $top }低 { $fall }
size-in-data = ，为{ $day }有数据以来最大单日{ $way ->
    [up] 升幅
   *[down] { $of ->
        [yield] 降幅
       *[other] 跌幅
    }
 }{ $mark }
size-since = ，为{ $match }以来最大单日{ $way ->
    [up] 升幅
   *[down] { $of ->
        [yield] 降幅
       *[other] 跌幅
    }
 }
size-deviations = ，幅度相当于历史单日波动的 { $size } 个标准差
year-alike = 今年以来，{ $each }。
year-lead = { $subject }{ $way ->
    [up] 累计上涨
   *[down] 累计下跌
 } { $move }
year-next = { $subject }{ $way ->
    [up] 涨
    [down] 跌
   *[level] 平
 } { $size }
year-apart = 今年以来，{ $each }。
vix-still = VIX恐慌指数收于 { $close }{ $band }
vix-moved = VIX恐慌指数{ $way ->
    [up] 涨
   *[down] 跌
 } { $move }，收于 { $close }{ $band }{ $size }{ $near }
vix-band = （{ $reading }）
vix-near = ；近20个交易日的最高收盘为{ $day }的 { $high }
yield-still = 10年期美债收益率报 { $close }
yield-moved = 10年期美债收益率{ $way ->
    [up] 升
   *[down] 降
 } { $move }，报 { $close }{ $size }
stale = 数据中没有{ $subject }在{ $day }的行情；最近一次收盘为{ $of }的 { $close }。
calm = VIX恐慌指数收于 { $vix }{ $vix-by }{ $band }；10年期美债收益率报 { $yield }{ $yield-by }。
calm-band = ，处于{ $reading }
calm-by-points = （{ $way ->
    [up] 涨
   *[down] 跌
 } { $move }）
calm-by = （{ $way ->
    [up] 升
   *[down] 降
 } { $move }）

## Sectors

sectors = { $head }，由高到低依次为：{ $each }。
sectors-rose = { $over }{ $which ->
    [none] { $who }无一上涨{ $up }
    [all] { $who }全线上涨{ $up }
   *[some] { $who }中有 { $up } 个上涨
 }
sectors-over = 今年以来，
sectors-eleven = 11个板块
sectors-held = 有数据的{ $n }个板块
sector-each = { $sector } { $move }
sectors-ends = 今年以来，{ $best }板块{ $first-way ->
    [up] 领涨，累计涨 { $first-size }
   *[other] 居首，与年初持平{ $first-size }
 }；{ $worst }板块垫底，累计{ $last-way ->
    [up] 涨
   *[down] 跌
 } { $last-size }。
sectors-all-lost = 今年以来各板块均下跌：{ $best }跌幅最小，为 { $first }；{ $worst }跌幅最大，为 { $last }。
sectors-tilt = 按MSCI的分类，周期板块当日{ $way ->
    [up] 跑赢
   *[down] 跑输
 }防御板块 { $gap }。

## Small caps against large

lead-run = 小盘股已连续 { $streak }跑赢{ $other }{ $longest }{ $led }。
lead-led = ；当日领先 { $spread }{ $widest }
lead-day = 小盘股当日{ $way ->
    [up] 跑赢{ $other } { $gap }
    [down] 跑输{ $other } { $gap }
   *[level] 与{ $other }持平
 }{ $widest }
lead-broken = { $lead }，此前连续 { $ended }的领先就此终结。
lead-behind = { $lead }，连续第 { $nth } 个交易日落后。
lead-tie = ，追平{ $since }结束的那一轮
lead-longest-since = ，为{ $since }结束的那一轮（{ $length }）以来最长
lead-longest = ，为{ $day }有数据以来最长{ $mark }
lead-widest = ，单日{ $way ->
    [up] 领先
   *[down] 落后
 }幅度为{ $day }有数据以来最大{ $mark }
lead-widest-since = ，单日{ $way ->
    [up] 领先
   *[down] 落后
 }幅度为{ $match }以来最大
month = 近20个交易日，{ $subject }累计{ $way ->
    [up] 跑赢
   *[down] 跑输
 }{ $other } { $gap }{ $rank }。
month-widest = ，{ $way ->
    [up] 领先
   *[down] 落后
 }幅度为{ $day }有数据以来最大{ $mark }
month-widest-since = ，{ $way ->
    [up] 领先
   *[down] 落后
 }幅度为{ $match }以来最大
month-rank = ，处于历史第 { $nth } 百分位

## The verdict

summary = { $agree ->
    [yes] 长短期结论一致
   *[no] 长短期结论不一
 }：{ $clauses }。{ $tests }。
summary-clause = { $over }{ $named ->
    [yes] { $subject }{ $sides }
   *[no] { $sides }
 }（{ $said }）
sides = { $named ->
    [yes] { $n ->
        [1] {""}
       *[other] 分别
    }{ $way ->
        [up] 跑赢
       *[down] 跑输
    }{ $rivals } { $gaps }
   *[no] { $turn ->
        [first] 对前者
        [second] 对后者
       *[none] { $n ->
            [1] {""}
           *[other] 分别
        }
    }{ $way ->
        [up] 领先
       *[down] 落后
    } { $gaps }
 }
verdict-said = { $reading ->
    [supports] 支持轮动
    [opposes] 不支持轮动
   *[silent] 中性
 }
verdict-both = { $reading ->
    [supports] 均支持轮动
    [opposes] 均不支持轮动
   *[silent] 均为中性
 }
verdict-apart = 前者{ $first }，后者{ $second }
verdict-state = { $reading ->
    [supports] 支持
    [opposes] 不支持
   *[silent] 中性
 }
tests-first = { $over }的 { $tests } 项检验中，{ $yes } 项支持资金轮动至小盘股
tests-next = { $over }的 { $tests } 项中 { $yes } 项支持
verdict = { $agree ->
    [yes] 长短期结论一致
   *[no] 长短期结论不一
 }。{ $subject }相对{ $rivals }的超额收益，当日为 { $day }，今年以来为 { $year }。{ $tests }。
verdict-rivals = { $first }和{ $second }
verdict-gap = { $gap }
verdict-figure = { $gap }（{ $said }）
verdict-tests-first = 当日的 { $tests } 项检验中，{ $yes } 项支持资金轮动至小盘股
verdict-tests-next = 今年以来的 { $tests } 项中 { $yes } 项支持
column = { $over }的 { $tests } 项检验：{ $each }。
column-side = { $found } 项{ $side ->
    [supports] 支持资金轮动至小盘股
    [opposes] 不支持
   *[silent] 中性
 }{ $rows }
column-rows = （{ $rows }）
test-small-vs-large = 罗素2000指数对标普500指数
test-small-vs-nasdaq = 罗素2000指数对纳斯达克综合指数
test-streak = 连续领先的交易日
test-breadth = 小盘股领先的广度
test-sector-tilt = 周期板块对防御板块
test-quality = 小盘股质量，IJR对IWM
test-value-large = 大盘价值对大盘成长，IWD对IWF
test-value-small = 小盘价值对小盘成长，IWN对IWO
row = { $test }：{ $same ->
    [yes] { $reading ->
        [supports] 各期限均支持资金轮动至小盘股
        [opposes] 各期限均不支持资金轮动至小盘股
       *[silent] 各期限均为中性
    }
   *[no] 各期限结论不一
 }。{ $row ->
    [small-vs-large] 罗素2000指数相对标普500指数，
    [small-vs-nasdaq] 罗素2000指数相对纳斯达克综合指数，
    [streak] 连续领先减连续落后的天数，
    [breadth] 小盘股领先的交易日，
    [sector-tilt] 周期板块相对防御板块，
    [quality] IJR相对IWM，
    [value-large] IWD相对IWF，
   *[value-small] IWN相对IWO，
 }{ $each }。
row-each = { $over }为 { $gap }
row-each-said = { $over }为 { $gap }（{ $said }）
led-1d = 近20个交易日
led-5d = 近五个交易日
led-ytd = 今年以来

## What followed earlier cases

cases-streak = 以往罗素2000指数连续领先标普500指数达{ $number }个交易日后的
cases-rsi = 以往RSI-14上穿{ $number }后的
cases-none-streak = 以往罗素2000指数连续领先标普500指数达{ $number }个交易日的情形中，截至{ $day }，其后满{ $ahead }个交易日的有 { $n } 例。
cases-none-rsi = 以往RSI-14上穿{ $number }的情形中，截至{ $day }，其后满{ $ahead }个交易日的有 { $n } 例。
cases-one-streak = 罗素2000指数连续领先标普500指数达{ $number }个交易日、且其后满{ $ahead }个交易日的，数据中仅有 { $n }，在{ $day }
cases-one-rsi = RSI-14上穿{ $number }、且其后满{ $ahead }个交易日的，数据中仅有 { $n }，在{ $day }
cases-once = 1 例
cases-one = { $case }。当时罗素2000指数{ $what ->
    [return] 的涨跌幅
   *[spread] 相对标普500指数的超额收益
 }为 { $median }{ $beside }；单一案例不成样本。
cases = { $case }{ $ahead }个交易日里，罗素2000指数{ $what ->
    [return] 涨跌幅
   *[spread] 相对标普500指数的超额收益
 }的中位数为 { $median }{ $beside }。{ $n } 例中 { $positive } 为正，最差 { $worst }{ $small ->
    [yes] ；样本较小
   *[no] {""}
 }。
cases-beside = （任意交易日之后为 { $usual }）

## 早于答案日期的数据

figure-of-session = （截至{ $day }）
figure-over-hole = （缺少行情的交易日未计入）
