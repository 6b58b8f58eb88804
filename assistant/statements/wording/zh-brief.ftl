### What stands around a commentary's sentences, in Chinese: the same messages as en-brief.ftl.

brief-title = 小盘股轮动日评：{ $day }
brief-sources = 数据与资料来源
brief-errata = 勘误
errata-head = 本文有 { $n } 个数字因行情修订而改变，见“勘误”。
errata-figure = { $old }（{ $key }）现为 { $new }
errata-line = “{ $sentence }”行情修订后，{ $figures }。
disclaimer = 本文只陈述数据并转述他人观点，不构成投资建议，也不作任何推荐。
title-headline = 要点
title-indexes = 主要股指
title-rotation = 大小盘轮动
title-sectors = 板块
title-technicals = 技术面与关键点位
title-volatility = 波动率与利率
title-bull-case = 看多理由
title-bear-case = 看空理由
title-calendar = 后续日程
title-changes = 变化

## What is absent

absent-facts = 本部分在该日没有数据。
absent-bars = 数据中没有{ $what }当日的行情。
absent-sectors = 各板块基金
absent-commentary = 没有可供比较的以往评论。
absent-views = 截至该日，资料库中{ $which ->
    [none] 没有
   *[other] 没有其他
 }这一方仍然有效的观点。
volatility-now = { $subject }的20日实际波动率为 { $value }。

## A view, with its original words

view = { $author }{ $firm }于{ $day }{ $stance ->
    [bullish] 看多
   *[bearish] 看空
 }{ $on }{ $words }。
view-firm = （{ $firm }）
view-firm-inside = ，{ $firm }）
view-quoted = ，原话为：“{ $quote }”
view-titled = ，见“{ $quote }”一文
view-on-small-caps = 小盘股
view-on-market = 大盘
view-on-other = 后市

## The verdict's table

table-test = 检验
table-1d = 当日
table-5d = 近五日
table-ytd = 今年以来
table-support = 支持的项数
table-none = 无数据
table-of = { $yes }/{ $tests }

## Notices

notice-sample = 模拟数据：由已公布收盘价之间的随机路径生成，并非市场价格；文中所有数字均为模拟。
notice-views = 截至该日，资料库所收观点的日期为{ $first }至{ $last }。
notice-no-views = 截至该日，资料库中没有已发表的观点。
notice-original = 来源及指标定义按原文以英文列出。
