### Caveats of figures, in Chinese: a message for each that tools.caveats words in English.

caveat-base-skipped = 基数取自{ $day }：其后一个交易日没有行情
caveat-gaps = 有 { $n } 个交易日没有行情，最近一个是{ $day }
caveat-left-out = 有 { $n } 个交易日因缺少行情未计入
caveat-left-open = 有 { $n } { $bucket ->
    [session] 个交易日
    [week] 周
    [month] 个月
    [quarter] 个季度
   *[other] 年
 }因缺少行情无法判断，最近一个是{ $day }
caveat-not-fixed = 所依据的模拟交易日没有已公布的数字可以核定
caveat-last-sessions-differ = 最后一个交易日不同：{ $sessions }
caveat-more-set-aside = 另有 { $n } 项数值未采用
caveat-span-set-aside = { $symbol }自{ $first }至{ $last }的行情未采用：{ $why }
caveat-value-set-aside = { $symbol }在{ $day }的{ $field }（{ $served }）未采用：{ $why }
caveat-warm-up = 起算期偏短：只有 { $n } 个交易日，通常需要 { $needed } 个
caveat-warm-up-to-swing = 到第一个波段为止起算期偏短：只有 { $n } 个交易日，通常需要 { $needed } 个
caveat-swing-provisional = { $day }的波段点是暂定的：只有此前 { $n } 个收盘价可供判断
caveat-swing-provisional-one = { $day }的波段点是暂定的：只有前一个收盘价可供判断
caveat-below-c = 此后价格已跌破C，首次在{ $day }
caveat-above-c = 此后价格已升破C，首次在{ $day }
caveat-small-sample = 样本偏少：只有 { $n } 例，不足 { $needed } 例
caveat-silent-points = 与中性相差不到 { $limit } 个百分点即为中性：取 { $n } 例的半个标准差
caveat-silent-sessions = 与中性相差不到 { $limit } 个交易日即为中性：取 { $n } 例的半个标准差
caveat-short-history = 可供比较的历史偏短：此前只有 { $n } 例
caveat-taxonomy = 板块以SPDR行业基金为准
caveat-sectors-lacking = 十一个板块中有 { $n } 个没有数据
caveat-other-grouping = 若把能源归为周期、房地产归为防御，则为 { $points } 个百分点
caveat-data-begins = 数据始于{ $day }，晚于窗口起点
caveat-data-holds = 数据共有 { $n } 个交易日，始于{ $day }
caveat-no-release-dates = 为最新修订值，当时的公布日期不详
caveat-no-figure = FRED没有{ $month }的数字，因此无法计算与其相比的变动
caveat-unforeseen-closures = 没有规则可循的休市（如国丧或风暴）无法预知
caveat-rule-of-today = 按发布机构目前的规则推定，并非当时的日程
caveat-superseded = 已被{ $person }在{ $day }的新观点取代
caveat-withdrawn = 已于{ $day }撤回
caveat-nearer-end = 原为区间，此处取较近的一端，另一端为 { $high }
caveat-none-due = 尚无到期的目标位
caveat-one-due = 只有 1 个到期的目标位：不足以区分能力与运气
caveat-few-due = 只有 { $n } 个到期的目标位：不足以区分能力与运气
caveat-counted = 在观点库中计数得出，并非模拟
caveat-by-the-rule-of-claims = 按规则推定：纽约时间星期四8:30公布；若星期四为联邦假日则提前一天；政府停摆可能使其中断
caveat-by-the-rule-of-russell = 按发布机构的规则推定：六月第四个星期五；2026年起另有十一月第二个星期五
caveat-day-of-jpmorgan = 摩根大通公布业绩之日
caveat-secondary-calendar = 计划日期，取自二手日历
