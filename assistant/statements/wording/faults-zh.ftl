### What went wrong, in Chinese. Its English stands where it goes wrong, in the tools.

fault-no-date = “{ $text }”不是日期，请写成 2026-01-22 的形式。
fault-no-day = “{ $text }”这一天不存在，请换一个日期。
fault-future = { $day }尚未到来。最近一个已结算的交易日是{ $last }。
fault-before-all = { $day }早于全部数据。最近一个已结算的交易日是{ $last }。
fault-not-settled = { $day }的交易尚未结算。最近一个已结算的交易日是{ $last }。
fault-not-begun = { $day }的交易尚未开始。最近一个已结算的交易日是{ $last }。
fault-weekend = { $day }是周末。最近的交易日是{ $before }和{ $after }。
fault-weekend-last = { $day }是周末。最近的交易日是{ $before }。
fault-shut-last = { $day }交易所休市。最近的交易日是{ $before }。
fault-shut = { $day }交易所休市。最近的交易日是{ $before }和{ $after }。
fault-too-early = { $day }及以前没有行情：数据始于{ $first }。
fault-no-bars-of = 没有 { $text } 的行情：数据始于{ $first }。
fault-outside-sample = 模拟样本的范围是{ $first }至{ $last }，不含{ $day }。请选择其中的日期，或使用实时数据。
fault-empty = 问题是空的。请询问小盘股、指数或某位分析师。
fault-too-long = 问题共有 { $n } 个字符，超过 { $most } 个，请缩短。
fault-no-name = “{ $text }”无法理解为名称。请询问指数、基金、个股或人物。
fault-unreachable = 无法连接数据源（{ $cause }）。请检查网络连接，或使用模拟样本。
fault-rate-limited = 数据源暂时限制访问（{ $cause }）。请过几分钟再试。
fault-source-down = 数据源没有给出可用的数据（{ $cause }）。请过几分钟再试。
fault-symbol = 找不到这个代码或名称（{ $cause }）。请核对雅虎财经的写法。
