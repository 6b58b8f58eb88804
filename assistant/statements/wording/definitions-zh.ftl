### How figures are computed, in Chinese: a message for each definition's key. Their English is the definitions' own words.

## Levels, records, indicators

definition-close = 当日最终收盘价；基金按拆分调整。
definition-open = 当日第一笔成交价。
definition-high = 当日最高成交价。
definition-low = 当日最低成交价。
definition-previous-close = 上一个交易日的收盘价。
definition-volume = 当日成交数量；仅基金和个股有此项。
definition-high-52w = 截至当日的365个自然日内最高的收盘价。
definition-low-52w = 截至当日的365个自然日内最低的收盘价。
definition-high-52w-intraday = 截至当日的365个自然日内最高的成交价。
definition-low-52w-intraday = 截至当日的365个自然日内最低的成交价。
definition-distance-high-52w = 收盘价除以52周最高收盘价，再减一。
definition-distance-low-52w = 收盘价除以52周最低收盘价，再减一。
definition-drawdown = 收盘价除以截至当日数据中的最高收盘价，再减一。
definition-realized-volatility-20d = 最近20个单日简单收益率的标准差（自由度减一），乘以252的平方根。
definition-up-sessions-20d = 最近20个交易日中单日涨跌幅大于零的天数。
definition-down-sessions-20d = 最近20个交易日中单日涨跌幅小于零的天数。
definition-records-ytd = 今年以来收盘价严格高于此前全部收盘价的交易日数。
definition-records-last-year = 上一年收盘价严格高于此前全部收盘价的交易日数。
definition-record-last = 最近一次严格高于此前全部收盘价的收盘价。
definition-record-last-date = 最近一次收盘创新高的交易日。
definition-record-prior-year = 上一自然年的最高收盘价。
definition-record-prior-year-date = 上一自然年最高收盘价所在的交易日。
definition-record-prior-year-intraday = 上一自然年的最高成交价。
definition-rsi-14 = 威尔德14日相对强弱指数：以前14次涨跌的简单平均为初值，对全部历史作平滑；高于70为超买，低于30为超卖。
definition-rsi-14-sensitivity = 三种算法（威尔德平滑、卡特勒简单平均、只用最近100个交易日的威尔德平滑）中，有几种与用全部历史的威尔德平滑得出相同的判断：高于70、低于30或两者皆非。
definition-rsi-14-sensitivity-wilder = 威尔德14日RSI，自数据起点开始平滑。
definition-rsi-14-sensitivity-cutler = 以最近14次涨跌的简单平均代替威尔德平滑的14日RSI。
definition-rsi-14-sensitivity-warm-up-100 = 只用最近100个交易日计算的威尔德14日RSI。
definition-macd = 收盘价的12日指数均线减26日指数均线。
definition-macd-signal = MACD（12，26）的9日指数均线。
definition-macd-histogram = MACD（12，26）减其9日信号线。
definition-bollinger-upper = 20日均线加两倍总体标准差。
definition-bollinger-lower = 20日均线减两倍总体标准差。
definition-atr-14 = 真实波幅的14日威尔德平均。
definition-sma-cross = 50日均线除以200日均线，再减一：大于零即金叉之后的状态。
definition-percentile-1y = 此前365个自然日的收盘价中，不高于当日收盘价者所占的比例。
definition-percentile-all = 数据中此前全部收盘价里，不高于当日收盘价者所占的比例。
definition-high-close-20d = 最近20个收盘价中的最高者。
definition-high-close-20d-date = 最近20个收盘价中最高者所在的交易日。
definition-return-since-day = 收盘价除以该日（或其前最近一个交易日）的收盘价，再减一；只计价格。
definition-total-return-since-day = 股息调整后的收盘价除以该日（或其前最近一个交易日）的同类价格，再减一。
definition-change-since-day = 收盘价减该日（或其前最近一个交易日）的收盘价。
definition-move-size-1d = 单日变动的绝对值（涨跌幅；VIX按点数，收益率按基点）除以此前全部单日变动的标准差（自由度减一）。
definition-move-matched-1d = 此前最近一次同方向、幅度不小于当日的单日变动所在的交易日。
definition-move-size-5d = 五个交易日变动的绝对值（涨跌幅；VIX按点数，收益率按基点）除以此前全部五日变动的标准差（自由度减一）。
definition-move-matched-5d = 此前最近一次同方向、幅度不小于本次的五日变动所在的交易日。

## Returns and averages

definition-return-1d = 收盘价除以上一个交易日的收盘价，再减一；只计价格。
definition-total-return-1d = 股息调整后的收盘价除以上一个交易日的同类价格，再减一。
definition-change-1d = 收盘价减上一个交易日的收盘价。
definition-return-5d = 收盘价除以五个交易日前的收盘价，再减一；只计价格。
definition-total-return-5d = 股息调整后的收盘价除以五个交易日前的同类价格，再减一。
definition-change-5d = 收盘价减五个交易日前的收盘价。
definition-return-mtd = 收盘价除以本月之前最后一个交易日的收盘价，再减一；只计价格。
definition-total-return-mtd = 股息调整后的收盘价除以本月之前最后一个交易日的同类价格，再减一。
definition-change-mtd = 收盘价减本月之前最后一个交易日的收盘价。
definition-return-qtd = 收盘价除以本季之前最后一个交易日的收盘价，再减一；只计价格。
definition-total-return-qtd = 股息调整后的收盘价除以本季之前最后一个交易日的同类价格，再减一。
definition-change-qtd = 收盘价减本季之前最后一个交易日的收盘价。
definition-return-ytd = 收盘价除以今年之前最后一个交易日的收盘价，再减一；只计价格。
definition-total-return-ytd = 股息调整后的收盘价除以今年之前最后一个交易日的同类价格，再减一。
definition-change-ytd = 收盘价减今年之前最后一个交易日的收盘价。
definition-return-1y = 收盘价除以一年前同日（或其前最近一个交易日）的收盘价，再减一；只计价格。
definition-total-return-1y = 股息调整后的收盘价除以一年前同日（或其前最近一个交易日）的同类价格，再减一。
definition-change-1y = 收盘价减一年前同日（或其前最近一个交易日）的收盘价。
definition-sma-20 = 最近20个收盘价的平均值。
definition-sma-20-distance = 收盘价除以20日均线，再减一。
definition-sma-50 = 最近50个收盘价的平均值。
definition-sma-50-distance = 收盘价除以50日均线，再减一。
definition-sma-200 = 最近200个收盘价的平均值。
definition-sma-200-distance = 收盘价除以200日均线，再减一。

## Rotation

definition-streak = 截至当日，前者单日涨跌幅严格高于后者（不作四舍五入）的连续交易日数；当日不是则为0。
definition-streak-ended = 止于前一交易日的那一轮连续领先的交易日数。
definition-streak-start = 截至当日的这一轮连续领先的首个交易日。
definition-streak-average-margin = 这一轮连续领先期间单日超额收益的平均值。
definition-streak-longest-since = 此前最近一轮不短于本轮的连续领先的最后一个交易日。
definition-streak-longest-since-length = 此前最近一轮不短于本轮的连续领先的交易日数。
definition-verdict-small-vs-large-column = 罗素2000指数减标普500指数的涨跌幅，期间为{ $column }：高于自身历史半个标准差为支持轮动，低于负半个标准差为不支持，介于两者之间为中性；今年以来的数字与历年同一交易日序号的数字相比。
definition-verdict-small-vs-nasdaq-column = 罗素2000指数减纳斯达克综合指数的涨跌幅，期间为{ $column }，判读方法同小盘股对大盘股。
definition-verdict-streak-column = 罗素2000指数连续跑赢标普500指数的交易日数减连续跑输的交易日数：单日看正在进行的一轮，五日和今年以来看其间最长的一轮；期间为{ $column }，判读方法同小盘股对大盘股。
definition-verdict-breadth-column = 罗素2000指数跑赢标普500指数的交易日占比：单日看最近20个交易日，五日看最近五个，今年以来看全年；期间为{ $column }。高于二分之一达自身历史半个标准差为支持，低于同样幅度为不支持。
definition-verdict-sector-tilt-column = 周期板块基金减防御板块基金（按MSCI分类）的等权平均涨跌幅，期间为{ $column }，判读方法同小盘股对大盘股。
definition-verdict-quality-column = IJR（标普小盘600，须盈利）减IWM（罗素2000）的涨跌幅，期间为{ $column }：IWM领先说明领涨的是不盈利的公司，为不支持。
definition-verdict-value-large-column = IWD（大盘价值）减IWF（大盘成长）的涨跌幅，期间为{ $column }，判读方法同小盘股对大盘股。
definition-verdict-value-small-column = IWN（小盘价值）减IWO（小盘成长）的涨跌幅，期间为{ $column }，判读方法同小盘股对大盘股。
definition-verdict-tests-column = 检验表中有数据的项数，期间为{ $column }。
definition-verdict-supports-column = 检验表中支持轮动的项数，期间为{ $column }。
definition-verdict-opposes-column = 检验表中不支持轮动的项数，期间为{ $column }。
definition-verdict-silent-column = 检验表中与中性相差不到半个标准差的项数，期间为{ $column }。
definition-base-rate-event-target-n = 截至当日其后{ $target }已完整的“{ $event }”案例数；落在上一个已计案例窗口之内的不计。
definition-base-rate-event-target-median = “{ $event }”之后{ $target }的中位数。
definition-base-rate-event-target-share-positive = “{ $event }”之后{ $target }大于零的案例占比。
definition-base-rate-event-target-worst = “{ $event }”之后{ $target }的最低值。
definition-ratio = 前者收盘价除以后者收盘价。
definition-ratio-sma-50 = 最近50个比率的平均值。
definition-ratio-sma-200 = 最近200个比率的平均值。
definition-ratio-percentile-52w = 此前365个自然日的比率中，不高于当日比率者所占的比例。
definition-rotation-breadth = 最近20个交易日中前者涨跌幅严格高于后者的天数，除以20。
definition-sessions-led-20d = 最近20个交易日中前者涨跌幅严格高于后者的天数。
definition-ratio-return-20d = 比率除以20个交易日前的比率，再减一。
definition-ratio-return-ytd = 比率除以今年之前最后一个交易日的比率，再减一。
definition-spread-1d = 前者涨跌幅减后者涨跌幅，均自上一个交易日的收盘价起算。
definition-spread-1d-percentile = 该组合同一期限的历史超额收益中，不高于当前值者所占的比例。
definition-spread-5d = 前者涨跌幅减后者涨跌幅，均自五个交易日前的收盘价起算。
definition-spread-5d-percentile = 该组合同一期限的历史超额收益中，不高于当前值者所占的比例。
definition-spread-20d = 前者涨跌幅减后者涨跌幅，均自20个交易日前的收盘价起算。
definition-spread-20d-percentile = 该组合同一期限的历史超额收益中，不高于当前值者所占的比例。
definition-spread-ytd = 前者涨跌幅减后者涨跌幅，均自今年之前最后一个交易日的收盘价起算。
definition-spread-ytd-percentile = 该组合同一期限的历史超额收益中，不高于当前值者所占的比例。
definition-rank-1d = 该涨跌幅在有数据的板块基金中的名次，由高到低。
definition-spread-to-spy-1d = 该基金涨跌幅减SPY的涨跌幅，均自上一个交易日的收盘价起算。
definition-dispersion-1d = 各板块基金涨跌幅的标准差（自由度减一）。
definition-advancers-1d = 有数据的板块基金中涨跌幅大于零的只数。
definition-cyclical-minus-defensive-1d = 周期板块基金减防御板块基金的等权平均涨跌幅；按MSCI分类（防御：能源、医疗保健、必需消费、公用事业）。
definition-rank-5d = 该涨跌幅在有数据的板块基金中的名次，由高到低。
definition-spread-to-spy-5d = 该基金涨跌幅减SPY的涨跌幅，均自五个交易日前的收盘价起算。
definition-dispersion-5d = 各板块基金涨跌幅的标准差（自由度减一）。
definition-advancers-5d = 有数据的板块基金中涨跌幅大于零的只数。
definition-cyclical-minus-defensive-5d = 周期板块基金减防御板块基金的等权平均涨跌幅；按MSCI分类（防御：能源、医疗保健、必需消费、公用事业）。
definition-rank-mtd = 该涨跌幅在有数据的板块基金中的名次，由高到低。
definition-spread-to-spy-mtd = 该基金涨跌幅减SPY的涨跌幅，均自本月之前最后一个交易日的收盘价起算。
definition-dispersion-mtd = 各板块基金涨跌幅的标准差（自由度减一）。
definition-advancers-mtd = 有数据的板块基金中涨跌幅大于零的只数。
definition-cyclical-minus-defensive-mtd = 周期板块基金减防御板块基金的等权平均涨跌幅；按MSCI分类（防御：能源、医疗保健、必需消费、公用事业）。
definition-rank-ytd = 该涨跌幅在有数据的板块基金中的名次，由高到低。
definition-spread-to-spy-ytd = 该基金涨跌幅减SPY的涨跌幅，均自今年之前最后一个交易日的收盘价起算。
definition-dispersion-ytd = 各板块基金涨跌幅的标准差（自由度减一）。
definition-advancers-ytd = 有数据的板块基金中涨跌幅大于零的只数。
definition-cyclical-minus-defensive-ytd = 周期板块基金减防御板块基金的等权平均涨跌幅；按MSCI分类（防御：能源、医疗保健、必需消费、公用事业）。
definition-lead-size-1d = 单日超额收益的绝对值除以此前全部同期限超额收益的标准差（自由度减一）。
definition-lead-matched-1d = 此前最近一次同方向、幅度不小于本次的单日超额收益所在的交易日。
definition-lead-size-20d = 20个交易日超额收益的绝对值除以此前全部同期限超额收益的标准差（自由度减一）。
definition-lead-matched-20d = 此前最近一次同方向、幅度不小于本次的20个交易日超额收益所在的交易日。

## Views and calls

definition-views-held = 截至当日观点库中有立场的观点数，同一事件只计一次。
definition-views-bullish = 所收录观点中立场为看多者。
definition-views-bearish = 所收录观点中立场为看空者。
definition-views-neutral = 所收录观点中立场为中性者。
definition-views-added = 用户所添加文件中的观点数，每位作者计一次，近乎相同者只计一次；未经核对。
definition-views-turns = 立场与上一个观点不同的观点数。
definition-views-outcomes = 所收录文件记有后来结果的观点数。
definition-calls = 观点库中该分析师截至当日已知、并已与行情核对的有日期的目标位。
definition-calls-settled = 该分析师的目标位中，到期当日仍然有效且日期已过者。
definition-calls-hit = 已到期的目标位中，到期日收盘价达到者。
definition-calls-replaced = 该分析师的目标位中，到期前被取代或撤回者。
definition-typical-miss = 已到期目标位的“收盘价除以目标位再减一”的绝对值的中位数。
definition-lean = 已到期目标位的“收盘价除以目标位再减一”（带正负号）的中位数。
definition-target = 分析师为某一日期给出的点位，以观点库所收文件为准。
definition-issue-close = 给出目标位当日（或其前最近一个交易日）的收盘价，即其基数。
definition-upside-from-close = 目标位除以收盘价，再减一。
definition-upside-from-issue = 目标位除以给出当日的收盘价，再减一。
definition-upside-from-year-end = 目标位除以今年之前最后一个交易日的收盘价，再减一。
definition-pace = 到期日之前从当前收盘价升至目标位所需的每月复合变动；一个月按365.25/12天计。
definition-settled = 到期日（或其前最近一个交易日）的收盘价。
definition-missed-by = 到期日收盘价除以目标位，再减一：从给出当日收盘价一侧达到目标位即为达成，否则为未达成。

## Swings, Fibonacci levels, support and resistance

definition-divergence-bearish-kk = 最近60个交易日内最近两个波段高点中，若后者收盘价更高而14日RSI（威尔德，全部历史）更低，则为1，否则为0。k = { $k }：波段高点是收盘价严格高于前后各k个收盘价的交易日；当日收盘价若高于此前k个收盘价，则作为暂定高点。两者RSI相差不足1点的背离属于边缘情形，未获确认。
definition-divergence-bearish-kk-first-close = 最近60个交易日内最近两个波段高点中前一个的收盘价。k = { $k }：波段高点是收盘价严格高于前后各k个收盘价的交易日；当日收盘价若高于此前k个收盘价，则作为暂定高点。
definition-divergence-bearish-kk-first-rsi = 最近60个交易日内最近两个波段高点中前一个的威尔德14日RSI。k = { $k }：波段高点是收盘价严格高于前后各k个收盘价的交易日；当日收盘价若高于此前k个收盘价，则作为暂定高点。
definition-divergence-bearish-kk-last-close = 最近60个交易日内最近两个波段高点中后一个的收盘价。k = { $k }：波段高点是收盘价严格高于前后各k个收盘价的交易日；当日收盘价若高于此前k个收盘价，则作为暂定高点。
definition-divergence-bearish-kk-last-rsi = 最近60个交易日内最近两个波段高点中后一个的威尔德14日RSI。k = { $k }：波段高点是收盘价严格高于前后各k个收盘价的交易日；当日收盘价若高于此前k个收盘价，则作为暂定高点。
definition-divergence-bearish-kk-rsi-gap = 最近60个交易日内最近两个波段高点中，后者的14日RSI减前者的。k = { $k }：波段高点是收盘价严格高于前后各k个收盘价的交易日；当日收盘价若高于此前k个收盘价，则作为暂定高点。
definition-divergence-bullish-kk = 最近60个交易日内最近两个波段低点中，若后者收盘价更低而14日RSI（威尔德，全部历史）更高，则为1，否则为0。k = { $k }：波段低点是收盘价严格低于前后各k个收盘价的交易日；当日收盘价若低于此前k个收盘价，则作为暂定低点。两者RSI相差不足1点的背离属于边缘情形，未获确认。
definition-divergence-bullish-kk-first-close = 最近60个交易日内最近两个波段低点中前一个的收盘价。k = { $k }：波段低点是收盘价严格低于前后各k个收盘价的交易日；当日收盘价若低于此前k个收盘价，则作为暂定低点。
definition-divergence-bullish-kk-first-rsi = 最近60个交易日内最近两个波段低点中前一个的威尔德14日RSI。k = { $k }：波段低点是收盘价严格低于前后各k个收盘价的交易日；当日收盘价若低于此前k个收盘价，则作为暂定低点。
definition-divergence-bullish-kk-last-close = 最近60个交易日内最近两个波段低点中后一个的收盘价。k = { $k }：波段低点是收盘价严格低于前后各k个收盘价的交易日；当日收盘价若低于此前k个收盘价，则作为暂定低点。
definition-divergence-bullish-kk-last-rsi = 最近60个交易日内最近两个波段低点中后一个的威尔德14日RSI。k = { $k }：波段低点是收盘价严格低于前后各k个收盘价的交易日；当日收盘价若低于此前k个收盘价，则作为暂定低点。
definition-divergence-bullish-kk-rsi-gap = 最近60个交易日内最近两个波段低点中，后者的14日RSI减前者的。k = { $k }：波段低点是收盘价严格低于前后各k个收盘价的交易日；当日收盘价若低于此前k个收盘价，则作为暂定低点。
definition-fibonacci-anchor-a = 锚点A，起点：上涨段取当日最低价，下跌段取当日最高价。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的4%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-anchor-b = 锚点B，终点：上涨段取当日最高价，下跌段取当日最低价。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的4%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-anchor-c = 锚点C，回调终点：上涨段取当日最低价，下跌段取当日最高价。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的4%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-extension-r = C加上A到B距离的{ $r }%。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的4%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-extension-r-distance = 该点位除以当日收盘价，再减一。该点位为：C加上A到B距离的{ $r }%。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的4%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-retracement-r = B减去A到B距离的{ $r }%。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的4%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-retracement-r-distance = 该点位除以当日收盘价，再减一。该点位为：B减去A到B距离的{ $r }%。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的4%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-given-anchor-a = 锚点A，起点：上涨段取当日最低价，下跌段取当日最高价。A、B、C为提问者指定日期的盘中低点和高点。
definition-fibonacci-given-anchor-b = 锚点B，终点：上涨段取当日最高价，下跌段取当日最低价。A、B、C为提问者指定日期的盘中低点和高点。
definition-fibonacci-given-anchor-c = 锚点C，回调终点：上涨段取当日最低价，下跌段取当日最高价。A、B、C为提问者指定日期的盘中低点和高点。
definition-fibonacci-given-extension-r = C加上A到B距离的{ $r }%。A、B、C为提问者指定日期的盘中低点和高点。
definition-fibonacci-given-extension-r-distance = 该点位除以当日收盘价，再减一。该点位为：C加上A到B距离的{ $r }%。A、B、C为提问者指定日期的盘中低点和高点。
definition-fibonacci-given-retracement-r = B减去A到B距离的{ $r }%。A、B、C为提问者指定日期的盘中低点和高点。
definition-fibonacci-given-retracement-r-distance = 该点位除以当日收盘价，再减一。该点位为：B减去A到B距离的{ $r }%。A、B、C为提问者指定日期的盘中低点和高点。
definition-fibonacci-at-t-anchor-a = 锚点A，起点：上涨段取当日最低价，下跌段取当日最高价。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的{ $t }%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-at-t-anchor-b = 锚点B，终点：上涨段取当日最高价，下跌段取当日最低价。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的{ $t }%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-at-t-anchor-c = 锚点C，回调终点：上涨段取当日最低价，下跌段取当日最高价。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的{ $t }%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-at-t-extension-r = C加上A到B距离的{ $r }%。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的{ $t }%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-at-t-extension-r-distance = 该点位除以当日收盘价，再减一。该点位为：C加上A到B距离的{ $r }%。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的{ $t }%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-at-t-retracement-r = B减去A到B距离的{ $r }%。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的{ $t }%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-fibonacci-at-t-retracement-r-distance = 该点位除以当日收盘价，再减一。该点位为：B减去A到B距离的{ $r }%。A、B、C为盘中低点和高点：最近三个相邻的转折点，且C介于A与B之间；每段波动不小于起点价格的{ $t }%，每个转折点由其后首个反向移动达到同样幅度的交易日确认。下跌段方向相反。
definition-support-n = 当日收盘价下方由近及远的第{ $n }个点位。点位包括：当日之前最近一次创新高的收盘价和上年最高收盘价；最近252个交易日的波段高低点（收盘价严格高于或低于前后各五个）；截至当日的365个自然日内的最高、最低收盘价和成交价；50日与200日均线。相差不超过0.05%的点位合而为一，取离收盘价最近者；上下各最多六个。
definition-support-n-distance = 第{ $n }支撑位除以当日收盘价，再减一。
definition-resistance-n = 当日收盘价上方由近及远的第{ $n }个点位。点位包括：当日之前最近一次创新高的收盘价和上年最高收盘价；最近252个交易日的波段高低点（收盘价严格高于或低于前后各五个）；截至当日的365个自然日内的最高、最低收盘价和成交价；50日与200日均线。相差不超过0.05%的点位合而为一，取离收盘价最近者；上下各最多六个。
definition-resistance-n-distance = 第{ $n }阻力位除以当日收盘价，再减一。

## Macro and calendar

definition-claims = 截至所示星期六的一周首次申领失业保险的人数，经季节调整（FRED的ICSA）；次周四公布。
definition-claims-4w = 最近四周初请失业金人数的平均值（FRED的ICSA），四周均不缺。
definition-payrolls = 当月非农就业人数，经季节调整（FRED的PAYEMS，千人，乘以1,000）。
definition-payrolls-change = 当月非农就业人数减上月人数，均以当日已知者为准（FRED的PAYEMS，千人，乘以1,000）。
definition-unemployment = 当月失业人数占劳动力的百分比，经季节调整（FRED的UNRATE）。
definition-cpi-yoy = 当月消费者价格指数除以上年同月，再减一；全部项目、全体城市消费者，经季节调整（FRED的CPIAUCSL）。
definition-cpi-mom = 当月消费者价格指数除以上月，再减一；全部项目、全体城市消费者，经季节调整（FRED的CPIAUCSL）。上月无数据时此项亦无。
definition-fed-funds-upper = 美联储目标区间的上限（FRED的DFEDTARU）。
definition-fed-funds-lower = 美联储目标区间的下限（FRED的DFEDTARL）。
definition-fed-funds = 当日隔夜联邦基金交易利率的成交量加权中位数（FRED的DFF）。
definition-next-closure = 当日之后交易所按规则休市的下一个工作日。
definition-next-fomc = 当日之后下一次联邦公开市场委员会会议的最后一天。
definition-next-payrolls = 当日之后下一次就业形势报告的公布日。
definition-next-cpi = 当日之后下一次消费者价格指数的公布日。
definition-next-claims = 当日之后下一次每周初请失业金数据的公布日，按规则推定：星期四；若该日为联邦假日则提前一天。
definition-next-reconstitution = 当日之后罗素美国指数下一次重新编制的日期，按规则推定：六月第四个星期五；2026年起另有十一月第二个星期五。
definition-next-earnings = 当日之后摩根大通下一次公布业绩的日期。

## Measures over a window

definition-return-window = 窗口最后一个收盘价除以基数，再减一，只计价格；基数为窗口之前最后一个收盘价，或所指定的收盘价。
definition-change-window = 窗口最后一个收盘价减基数：VIX和指标按点数，收益率按基点。
definition-total-return-window = 窗口最后一个复权收盘价除以基数的复权收盘价，再减一：每次股息在除息日再投资。
definition-point-change-window = 窗口最后一个收盘价减基数，按标的自身单位。
definition-annual-return-window = 一加涨跌幅，开以两收盘价相隔的自然年数为次的方，再减一；仅用于一年及以上。
definition-annual-total-return-window = 一加总回报，开以两收盘价相隔的自然年数为次的方，再减一；仅用于一年及以上。
definition-growth-amount-window = 金额乘以窗口最后一个收盘价与基数之比；只计价格。
definition-growth-with-dividends-amount-window = 金额乘以窗口最后一个复权收盘价与基数复权收盘价之比：每次股息在除息日再投资。
definition-difference-window = 窗口内前者的变动减后者的变动，两者起止收盘价相同。
definition-best-bucket-window = 窗口内最大的单期变动（每期一{ $bucket }）。只计完整的期间：尚未结束或被窗口截断的不计。
definition-best-bucket-window-place = 窗口内单期变动（每期一{ $bucket }）由大到小的第{ $place }位。只计完整的期间：尚未结束或被窗口截断的不计。
definition-worst-bucket-window = 窗口内最小的单期变动（每期一{ $bucket }）。只计完整的期间：尚未结束或被窗口截断的不计。
definition-worst-bucket-window-place = 窗口内单期变动（每期一{ $bucket }）由小到大的第{ $place }位。只计完整的期间：尚未结束或被窗口截断的不计。
definition-highest-window = 窗口内各交易日的最高值。
definition-highest-window-place = 窗口内各交易日的值由高到低的第{ $place }位。
definition-lowest-window = 窗口内各交易日的最低值。
definition-lowest-window-place = 窗口内各交易日的值由低到高的第{ $place }位。
definition-rank-window = 此前高于它者的个数加一：1为最高。按交易日数计的窗口与此前全部同长度的变动相比；按日历计的窗口与此前同类期间相比，尚未结束者截取同样的交易日数。
definition-rank-percentile-window = 此前不高于它者所占的比例。
definition-count-condition-window = 窗口内满足条件的交易日数；因缺少行情而无法判断的不计。
definition-count-condition-window-bucket = 窗口内满足条件的完整期间数（每期一{ $bucket }）。
definition-share-condition-window = 窗口内满足条件的交易日数除以能够判断的交易日数。
definition-share-condition-window-bucket = 窗口内满足条件的完整期间数除以能够判断的期间数（每期一{ $bucket }）。
definition-count-tested-condition-window = 窗口内能够判断条件是否满足的交易日数。
definition-count-tested-condition-window-bucket = 窗口内能够判断条件是否满足的完整期间数（每期一{ $bucket }）。
definition-longest-run-condition-window = 连续满足条件的最多交易日数，其间没有因缺少行情而无法判断的交易日。
definition-current-run-condition-window = 截至窗口最后一个交易日连续满足条件的交易日数；最后一日不满足则为0。
definition-first-after-condition-window = 从窗口的基数到首个满足条件的交易日相隔的交易日数。
definition-last-before-condition-window = 从最近一个满足条件的交易日到窗口最后一日相隔的交易日数。
definition-first-condition-window = 窗口内首个满足条件的交易日。
definition-last-condition-window = 窗口内最近一个满足条件的交易日。
definition-average-window = 窗口内各交易日的值的平均值。
definition-median-window = 窗口内各交易日的值的中位数。
definition-average-change-bucket-window = 窗口内各期变动的平均值（每期一{ $bucket }）。只计完整的期间：尚未结束或被窗口截断的不计。
definition-median-change-bucket-window = 窗口内各期变动的中位数（每期一{ $bucket }）。只计完整的期间：尚未结束或被窗口截断的不计。
definition-volatility-window = 窗口内单日变动（首个自基数起算）的标准差（自由度减一），乘以252的平方根。
definition-correlation-window = 两者在窗口内共有交易日的单日收益率的皮尔逊相关系数。
definition-beta-window = 两者单日收益率的协方差（自由度减一）除以后者的方差。
definition-deepest-drawdown-window = 窗口内收盘价相对此前窗口内最高收盘价的最低水平，再减一。
definition-deepest-drawdown-peak-window = 最大回撤开始的高点所在的交易日。
definition-deepest-drawdown-trough-window = 最大回撤的最低收盘价所在的交易日。
definition-deepest-drawdown-recovery-window = 低点之后收盘价首次不低于该高点的交易日。
definition-drawdown-now-window = 窗口最后一个收盘价除以窗口内最高收盘价，再减一。
definition-season-season-window-average = 窗口内各个{ $season }变动的平均值。只计完整的期间：尚未结束或被窗口截断的不计。
definition-season-season-window-median = 窗口内各个{ $season }变动的中位数。只计完整的期间：尚未结束或被窗口截断的不计。
definition-season-season-window-share-up = 窗口内各个{ $season }中变动大于零者所占的比例。
definition-season-season-window-n = 窗口内完整的{ $season }的个数。
definition-after-condition-window-ahead-n = 其后{ $ahead }已完整的事件数。涨跌、穿越或新高每次都计；状态自开始的交易日计；列举的事件自当日或其后首个交易日计；均从该日收盘价起算。落在上一个已计事件窗口之内的不计，截至当日尚未完整的也不计。
definition-after-condition-window-ahead-median = 事件之后{ $ahead }变动的中位数。涨跌、穿越或新高每次都计；状态自开始的交易日计；列举的事件自当日或其后首个交易日计；均从该日收盘价起算。落在上一个已计事件窗口之内的不计，截至当日尚未完整的也不计。
definition-after-condition-window-ahead-share-up = 事件之后{ $ahead }变动大于零者所占的比例。涨跌、穿越或新高每次都计；状态自开始的交易日计；列举的事件自当日或其后首个交易日计；均从该日收盘价起算。落在上一个已计事件窗口之内的不计，截至当日尚未完整的也不计。
definition-after-condition-window-ahead-best = 事件之后{ $ahead }的最大变动。涨跌、穿越或新高每次都计；状态自开始的交易日计；列举的事件自当日或其后首个交易日计；均从该日收盘价起算。落在上一个已计事件窗口之内的不计，截至当日尚未完整的也不计。
definition-after-condition-window-ahead-worst = 事件之后{ $ahead }的最小变动。涨跌、穿越或新高每次都计；状态自开始的交易日计；列举的事件自当日或其后首个交易日计；均从该日收盘价起算。落在上一个已计事件窗口之内的不计，截至当日尚未完整的也不计。
definition-after-each-session-ahead = 其后第若干个交易日的收盘价除以当日收盘价，再减一。

## Of a figure by another's line

definition-of = { $name }：{ $words }
definition-on = 该交易日的{ $name }。
definition-derived = 由其他数字计算：{ $expression }。
definition-bucket-session = 个交易日
definition-bucket-week = 周
definition-bucket-month = 个月
definition-bucket-quarter = 个季度
definition-bucket-year = 年
metric-on = { $day }{ $name }
metric-span = { $unit ->
    [s] { $n }个交易日
    [w] { $n }周
    [m] { $n }个月
   *[y] { $n }年
}
