### What stands on charts and beside them, in Chinese: the same messages as en-charts.ftl.

## Common to them

chart-simulated = { $heading }（模拟数据）
chart-in-words = { $title }：{ $said }
chart-period = { $first }至{ $last }
chart-average = { $n }日均线
# Plotly's and Matplotlib's own forms of a day and of a month.
chart-day = %Y年%-m月%-d日
chart-month = %-m月<br>%Y
chart-axis-year = %Y年
chart-axis-month = %-m月
chart-axis-day = %-d日
chart-month-of-year = %Y年%-m月
chart-point = { $day }：{ $value }
chart-stop = 。
chart-none = 数据不足，无法绘制{ $what }。
chart-none-pair = 其中一个指数没有行情，无法绘图。
chart-fold = 图表：{ $titles }
chart-fold-empty = 图表
chart-fold-more = 更多图表：板块涨跌、连续领先之后的表现
chart-told-fold = 图表文字说明
chart-named = 图表：{ $title }
chart-of-rotation = 罗素2000指数对标普500指数的比值图
chart-of-price = 罗素2000指数收盘价图
chart-of-strength = 罗素2000指数RSI图
chart-of-sectors = 板块涨跌图
chart-of-volatility = VIX恐慌指数图
chart-of-base-rates = 连续领先之后的表现图

## Closes

price-heading = { $subject }：收盘价
price-subtitle = 收盘价及50日、200日均线{ $records ->
    [yes] ；圆圈为收盘新高
   *[no] {""}
 }{ $levels ->
    [yes] ；虚线为邻近点位
   *[no] {""}
 }。
price-close = 收盘
price-record = 收盘新高
price-line = { $name } { $figure }
price-said = { $period }的收盘价。最新为 { $close }{ $averages }。{ $record }{ $levels }
price-average-50 = ；50日均线为 { $average }
price-average-200 = ，200日均线为 { $average }
price-record-said = 数据中最近一次收盘新高为{ $day }的 { $record }。
price-levels = 邻近点位：{ $each }。
price-level = { $name } { $level }{ $origin }
price-origin = （{ $origin }）
level-support = 支撑位
level-resistance = 阻力位
level-extension = { $ratio }%扩展位
level-retracement = { $ratio }%回撤位
level-with-swings = { $level }（波段{ $swing }%）

## One index against another

rotation-heading = { $first }对{ $second }
rotation-subtitle = 收盘价之比及其50日、200日均线。{ $shaded }
rotation-shaded = 阴影：连续 { $run }领先。
rotation-ratio = 比值
rotation-said = 两者收盘价之比，{ $period }。最新为 { $ratio }{ $averages }。{ $year }{ $place }{ $run }
rotation-average-50 = ；50日均线为 { $average }
rotation-average-200 = ，200日均线为 { $average }
rotation-year = 今年以来变动 { $change }。
rotation-place = 不低于近一年 { $share } 的收盘值。
rotation-run = 阴影为最近 { $run }，前者每日均跑赢后者。

## Sectors

sectors-chart-heading = 板块涨跌幅
sectors-subtitle = 各板块基金收盘价（不含股息），按今年以来涨跌幅排列。
sectors-1d = 当日，%
sectors-5d = 近五日，%
sectors-ytd = 今年以来，%
sectors-short-xlc = 通信服务
sectors-short-xlp = 必需消费
sectors-short-xly = 可选消费
sectors-point = { $sector }：{ $move }，{ $day }
sectors-said = 各板块基金，按今年以来涨跌幅由高到低排列。{ $each }今年以来各板块：{ $all }。
sectors-said-over = { $over ->
    [d1] 当日
    [d5] 近五个交易日
   *[ytd] 今年以来
 }，{ $up }{ $best }表现最好，为 { $first }，{ $worst }最差，为 { $last }。
sectors-said-up = { $of }有 { $up } 个上涨；
sectors-of-them = 其中
sectors-of = { $n }个板块中
sectors-each = { $sector } { $move }
sectors-next = { $before }、{ $next }

## RSI

strength-heading = { $subject }：14日RSI
strength-subtitle = 威尔德14日RSI{ $joined ->
    [yes] ；连线为出现背离的两个波段。
   *[no] 。
 }
strength-now = RSI { $value }
strength-overbought = { $n } 超买
strength-oversold = { $n } 超卖
strength-said = 威尔德14日RSI，{ $period }。最新为 { $rsi }{ $reading }。{ $divergences }
strength-reading = ，{ $reading }
strength-divergence = { $side }
strength-joined = { $side }：{ $before }的RSI为 { $first }，{ $after }为 { $last }{ $reading }。
strength-noted = {""}
strength-no-divergence = 未出现背离。
side-of-bearish = 顶背离
side-of-bullish = 底背离

## The VIX

volatility-heading = VIX恐慌指数及其区间
volatility-bands = 阴影：15以下偏低，15至20正常，20至30偏高，30以上高。
volatility-said = VIX恐慌指数收盘，{ $period }。最新为 { $close }{ $reading }。{ $highest }{ $place }{ $bands }
volatility-highest = 近一年最高收盘为 { $high }。
volatility-place = 不低于近一年 { $share } 的收盘。
regime-low = 偏低
regime-normal = 正常
regime-elevated = 偏高
regime-high = 高

## What followed earlier cases

base-rates-heading = 其后{ $ahead }个交易日的{ $what ->
    [return] 涨跌幅
   *[spread] 对标普500指数的超额收益
 }
base-rates-subtitle = { $subject }：每个圆点为一次{ $case }；下方为所有交易日。{ $few ->
    [yes] 样本较小：{ $cases }。
   *[no] {""}
 }
case-run = 连续领先达{ $n }个交易日
case-rsi = RSI-14上穿{ $n }
case-any = 任意交易日
cases-counted = { $n } 例
base-rates-percent = %
base-rates-median = { $cases }，中位数 { $value }
base-rates-median-all = 所有交易日，中位数 { $value }
base-rates-from = { $day }起：{ $value }
base-rates-of-all = 所有交易日中的 { $n } 个
base-rates-said = { $case }之后{ $ahead }个交易日，以往 { $n } 例的中位数为 { $median }，任意交易日之后为 { $usual }。{ $shares }{ $few }{ $run }
base-rates-shares = 其中 { $up } 为正，最差为 { $worst }。
base-rates-few = 样本较小。
base-rates-run = 目前已连续 { $run }，此前没有完整的同类案例。

## Analysts' calls

calls-heading = { $subject }：目标位与收盘价
calls-subtitle = 点线由给出{ $author ->
    [none] 目标位
   *[other] { $author }目标位
 }当日的收盘价连至目标位。{ $invented }
calls-invented = 目标位为真实观点，收盘价为模拟。
calls-label = { $name } { $level }，{ $status }
calls-label-unnamed = { $level }，{ $status }
calls-point = { $label }，{ $day }给出
calls-said = { $period }的收盘价，最新为 { $close }。目标位：{ $each }。
calls-each = { $author } { $target }（{ $due }，{ $given }给出，{ $status }）
status-runs = 未到期
status-hit = 达成
status-missed = 未达成
status-superseded = 已被取代
status-withdrawn = 已撤回
status-unsettled = 待结算
