### Notices under an answer.

## The state of the data, and what was withheld

publisher-yahoo = 雅虎财经
publisher-sample = 模拟样本
both-days = { $first }和{ $last }
data-state-of-days = 数据日期为{ $span }；行情截至{ $day }，来自{ $publisher }。
data-state-age = ，比最近一个已结算交易日早 { $n } 个交易日
data-state-sample = 数据截至{ $day }，为模拟数据{ $age }。
data-state-retrieved = ，取得时间 { $at } UTC
data-state = 数据截至{ $day }收盘{ $age }；来源：{ $publisher }{ $when }。
notice-added = 来源 { $numbers } 由用户添加，未经任何人核对。
notice-withheld-kinds = 有 { $n } 句未予显示：{ $kinds }。
reason-times = { $kind }{ $n ->
    [1] {""}
   *[other] （{ $n } 次）
 }
turn-fell-back = { $fault }。改由内置写作程序作答。
turn-without-memory = 对话长度超出模型上限；本次回答未参考较早的内容。
turn-cut-off = { $fault }，已被中止；此前内容仍予保留。
turn-chosen = 模型自己的话均无法核实：以下句子由程序写成，由模型选出。
reason-figure-of-another-measure = 数字属于另一指标
reason-words-that-no-figure-carries = 措辞没有数字支持
reason-figure-over-another-period = 数字属于另一时段
reason-figure-of-another-date = 数字属于另一日期
reason-figure-of-another-subject = 数字属于另一对象
reason-superlative-that-no-figure-states = 最高级没有数字支持
reason-state-that-no-figure-shows = 状态没有数字支持
reason-movement-that-no-figure-states = 涨跌没有数字支持
reason-measure-without-its-figure = 指标缺少数字
reason-source-that-isn-t-held = 来源未收录
reason-figure-that-isn-t-in-the-evidence = 数字不在依据之中
reason-figure-in-another-unit = 数字单位不符
reason-direction-that-the-figure-doesn-t-have = 方向与数字不符
reason-comparison-that-the-figures-don-t-bear = 比较与数字不符
reason-view-without-its-source = 观点缺少来源
reason-view-without-its-author = 观点缺少作者
reason-reading-that-no-figure-has = 解读没有数字支持
reason-negated-claim = 否定句无法核实
reason-date-that-isn-t-the-evidence-s = 日期与依据不符
reason-claim-that-no-figure-shows = 说法没有数字支持
reason-view-that-the-passage-doesn-t-hold = 原文没有该观点
reason-view-of-someone-the-library-doesn-t-hold = 资料库未收录该人物
reason-view-credited-to-another-firm = 观点归属机构有误
reason-statement-that-doesn-t-stand-alone = 语句未单独成句
reason-quotation-that-isn-t-held = 引语未收录
reason-link-to-a-source-that-isn-t-held = 链接来源未收录
reason-leans-on-a-withheld-sentence = 依赖于未显示的句子
reason-forecast-of-its-own = 自行预测
reason-figure-that-the-clause-doesn-t-name = 分句未指明该数字
reason-figure-that-needs-its-own-statement = 该数字须单独陈述
reason-figure-of-no-named-subject = 数字没有对象
reason-figure-of-an-earlier-answer-without-its-date = 较早回答的数字缺少日期
reason-advice = 投资建议
inks-italics = 斜体为 { $model } 自己的措辞，其余均已核实或有出处。
inks-page = 黑字已核实或有出处；灰字是 { $model } 自己的措辞。
js-inks-hover = 模型自己的措辞：未经核实，也没有出处
inks-proved-only = 只看已核实的
reason-words-that-nothing-here-proves = 无从核实的措辞
reason-view-in-other-words-than-its-passage-s = 观点未用原文的措辞
reason-speaks-to-its-reader = 直接对读者说话
reason-figure-that-no-slot-places = 数字没有出处
reason-markup = 含有标记
reason-words-that-turn-what-stands-beside-them = 改变了旁边内容的意思
reason-name-that-no-source-is-by-or-about = 提到了没有出处的名字
reason-claim-without-a-source = 说法没有出处
reason-longer-than-a-sentence-is = 超过一句话的长度
reason-what-footnote-holds-denied = 否认了资料中已有的内容
