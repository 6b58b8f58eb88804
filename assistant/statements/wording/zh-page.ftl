### The page's own words, in Chinese: the same messages as en-page.ftl. Names that stay as they are are string literals.

## The frame

tab-ask = 提问
tab-commentary = 每日评论
tab-archive = 往期评论
tab-dashboard = 数据面板
tab-check = 核查文章
tab-library = 资料库
tab-calls = 目标位
tab-about = 关于
as-of-label = 截至
as-of-latest = 最新
looking = 正在读取数据…
looking-at = 正在读取数据
stop = 停止
state-sample = { $badge } 截至{ $day }，并非市场价格 { $age }
state-sample-badge = 模拟数据
state-settled = 截至{ $day }收盘 · 已确定 { $age } · 雅虎财经{ $retrieved }
state-retrieved = ，{ $day } { $time }（UTC）获取
state-old = 滞后 { $n } 个交易日
fetching = 正在获取行情：{ $done }/{ $total }
fetching-symbol = 正在获取行情：{ $done }/{ $total }（{ $symbol }）
done-of = 已完成 { $done }/{ $total }
failed = 处理时出错，已记录。请重试。
fault = 无法完成：{ $why }
being-stopped = 服务正在停止，不再接受提问。您的问题仍在下方，请一分钟后再问一次。
busy = 目前同时提问的人太多。您的问题仍在下方，请半分钟后再问一次。

## Asking

ask-lead = 可以问美股大小盘轮动的任何问题。回答中的每个数字都带脚注，点开即可查看如何算出、出自何人。
ask-example-1 = 小盘股轮动有多强？罗森伯格怎么看？
ask-example-2 = 罗素2000指数超买了吗？
ask-example-3 = 哪些板块领涨，哪些领跌？
ask-example-4 = 德桑克蒂斯给罗素2000指数的目标位是多少？
ask-example-5 = 对小盘股，看多和看空各有哪些理由？
ask-example-6 = 股权风险溢价是多少？
ask-example-7 = 2025年罗素2000指数从高点最多回撤了多少？
ask-example-8 = 一年前投入1万美元到罗素2000，现在值多少？
ask-example-9 = 这轮上涨是普涨还是少数板块在涨？
ask-example-10 = 去年罗素2000表现最差的是哪个月？
ask-placeholder = 输入关于小盘股的问题
ask-label = 问题
ask-send = 提问
ask-new = 新对话
answer-stopped = 已停止，以上并非完整回答。
answer-cut-off = 服务正在停止，回答被中断：以上并非完整回答，但已保存在对话中。请稍后再问。
answer-none = 草稿中没有内容能与证据对应，因此未予显示。
answer-running = 进行中
answer-took = { $ms } 毫秒
answer-cut = 已中断
answer-copy = 复制
answer-save = 保存
answer-link = 复制链接
answer-steps = 调用 { $n } 次工具：{ $names }，{ $seconds } 秒
answer-sources = { $n } 条来源
answer-by-builtin = 由内置程序撰写。
answer-by-model = 由 { $model } 撰写；所有数字均由程序填入。

## Conversations

threads-fold = 历史对话
threads-none = 暂无历史对话。
threads-pick-first = 请先选择一段对话。
threads-open = 打开
threads-title = 标题
threads-rename = 重命名
threads-delete = 删除
threads-named = { $title }（{ $n } 条回答，{ $day }）
copy-markdown = 复制 { "Markdown" }
copy-html = 复制 { "HTML" }

## The model

model-fold = 模型与费用
model-who = 由谁撰写
model-builtin = 内置程序
writer-builtin = 内置程序
model-builtin-chosen = 当前由内置程序撰写（按 { "FOOTNOTE_MODEL" } 的设置）；另已配置模型接口 { $endpoint }。
model-builtin-alone = 当前由内置程序撰写：结果确定，不产生费用。尚未配置模型接口：请设置 { "OPENAI_API_KEY" }；自建服务请设置 { "OPENAI_BASE_URL" }，并以 { "FOOTNOTE_MODEL" } 指定模型。
model-no-endpoint = { "FOOTNOTE_MODEL" } 为 { $model }，但未配置模型接口，因此由内置程序回答。
model-endpoint = { $model }（{ $endpoint }）；如其失败，由内置程序接着完成并注明。
model-last = { $why }上一条回答由 { $writer } 撰写，费用：{ $cost }。
cost-none = 未使用词元
cost-tokens = 读入 { $read } 词元{ $cached }，写出 { $written } 词元
cost-cached = （其中 { $n } 来自缓存）
cost-priced = { $tokens }；按 { "FOOTNOTE_PRICES" } 计 ${ $dollars }

## The commentary

commentary-lead = 每日评论：十个短节，涵盖大小盘轮动、板块、技术面及多空双方的理由，依据计算所得的数据与收录的观点写成，处处带脚注。
commentary-unwritten = 尚无{ $day }的评论。点“重新生成”即可生成。
commentary-shared = 评论对所有人相同，不使用您自己添加的资料。
commentary-again = 重新生成
commentary-stopped = 已停止，原有内容保留。
commentary-stopping = 正在停止…
commentary-writing = 正在撰写：{ $done }/{ $total }，{ $title }
commentary-written = 写于{ $day } { $time }（UTC）
commentary-written-same = 数据未变，文字不变：写于{ $day } { $time }（UTC）
commentary-same-sentences = 与上一版本文字相同。
commentary-differs = 与上一版本不同之处已标出；上一版本中有 { $n } 句不再成立
errata-between = ，
errata-count = 本文有 { $n } 个数字因行情修订而改变
commentary-feed = { "Atom" } 订阅
feed-title = Footnote：小盘股轮动日评
pdf-page = 第 { $n } 页

## The archive

archive-none = 暂无往期评论：打开“每日评论”即会生成。
archive-nothing-found = 没有评论包含这些字词。
archive-kept = 共 { $n } 篇
archive-found = 找到 { $n } 篇
archive-more = 另有 { $n } 篇
archive-search = 搜索
archive-search-placeholder = 搜索往期评论
archive-read = 阅读
archive-compare = 对比
archive-compare-none = 不对比
archive-figure = 指标
archive-pair = { $first }与{ $second }
archive-entry = { $day }{ $model }{ $data ->
    [sample] （模拟数据）
   *[other] {""}
 }{ $version }
archive-entry-model = ，{ $model }
archive-entry-version = ，写于{ $day } { $time }

## The dashboard

dashboard-heading = 数据面板，{ $day }
tile-day = 当日
tile-year = 今年以来
tile-points = { $points } 点
verdict-caption = 轮动检验：各项检验是否支持资金轮动至小盘股。与自身历史相差不到半个标准差为中性；行情或案例不足则无数据。
verdict-absent = 罗素2000指数或标普500指数没有行情，无法检验轮动。
verdict-row-unit = { $row }（{ $unit }）
verdict-points = 百分点
verdict-sessions = 交易日
verdict-row-small-vs-large = 小盘股对大盘股
verdict-row-small-vs-nasdaq = 小盘股对纳斯达克
verdict-row-streak = 连续领先
verdict-row-breadth = 小盘股领先的交易日占比
verdict-row-sector-tilt = 周期板块减防御板块
verdict-row-quality = 质量
verdict-row-value-large = 大盘价值对成长
verdict-row-value-small = 小盘价值对成长

## Checking a text

check-lead = 粘贴一篇市场评论，或打开、拖入文件（文本、{ "Markdown" }、{ "HTML" }、PDF、{ "DOCX" }）。文中每个数字和可检验的比较，都会与当日的行情和资料库（含您自己的资料）逐一核对。
check-opening = 正在打开 { $name }
check-opened = { $name }：{ $n } 个字符。请点“核查”。
check-going = 正在核查
check-stopped = 已停止，文章未改动。
check-placeholder = 在此粘贴文章，或拖入文件
check-label = 待核查的文章
check-run = 核查
check-open = 打开文件
check-box = 文本框
file-label = 文件

## About

about-heading = 脚注从何而来
about-figures = 回答中的每个数字，都由程序根据每日行情算出，或取自收录的资料，并由程序填入句中。点开脚注，可以看到定义、计算起点、所用交易日、来源和获取时间；或原文摘要及其作者、日期、标题和网址。
about-withheld = 数字、日期、方向或人名无法与证据对应的句子，整句不予显示，并注明略去几句。这一规则适用于所有模型；没有模型时，由内置程序撰写回答。
about-closes = 交易日结束并确定之后，才称为收盘价。不使用晚于回答日期的任何数据。数据为模拟时，页面顶部及每条回答之下都会注明。
about-views = 观点均为转述，注明人物和日期；只有引号内的文字是本人原话。
about-not-heading = 不做什么
about-not = Footnote只陈述数据并转述他人观点，不作任何推荐，也不构成投资建议。
definitions-heading = 指标定义
definitions-lead = 每个指标的算法，与程序一致（以英文列出）；花括号内为参数。
definitions-filter = 筛选定义
definitions-placeholder = RSI、MACD …

## What the page's script says

js-close = 关闭
js-sources = 来源
js-no-sources = 暂无来源
js-press = 回答的来源列在这里。点文中的脚注即可打开。
js-not-whole = 回答完成后列出来源。
js-footnote = 脚注{ $n }
js-too-large-check = { $name } 有 { $size } MB，超过 1.4 MB：请粘贴部分内容，或使用命令行核查
js-unreadable = 浏览器无法读取 { $name }
js-too-large-library = 有 { $size } MB，超过 1.4 MB：请用命令行添加
js-unreadable-library = 无法由浏览器读取
js-nothing-to-copy = 暂无可复制的内容
js-copied = 已复制
js-refused = 浏览器拒绝了复制
js-delete = 删除对话“{ $name }”？删除后无法恢复。
js-remove = 从资料库中移除“{ $name }”？之后需重新添加。

## How a question was read

answer-read = 理解为：{ $reading }
answer-read-unsure = 理解为：{ $reading }；下方列出其他可能
correct-claim = 说法
correct-subject = 说的是谁，如罗素2000
correct-window = 哪段时间，如今年以来、2025年3月
correct-day = 哪一天，如 2026-01-22
correct-run = 重新核对
correct-no-kind = 这条说法无论怎样更正都无法核对
correct-no-subject = 其中没有可衡量的对象；请写罗素2000、标普500之类
correct-no-window = 其中没有时间段；请写今年以来、2025年3月、过去20个交易日之类
