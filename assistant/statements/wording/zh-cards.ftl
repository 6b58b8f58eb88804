### What stands on the cards of sources, in the library's list and in the tables of calls, in Chinese: the same messages as
### en-cards.ftl.

## A figure's card

card-value = 数值
card-reading = 判读
card-as-of = 截至
card-measured-from = 计算起点
card-worked-out = 算式
card-from = 取自
card-definition = 定义
card-sessions = 交易日
card-cases = 以往案例
card-caveats = 注意
card-inputs = 所用数据
card-key = 代码
card-source = 来源
card-state = 状态
card-computed-as = 算式
card-key-id = { $key }，编号 { $id }
card-base = { $day }{ $field } { $value }
card-used = { $symbol } { $day }{ $field }：{ $value }
card-percentile = 第 { $nth } 百分位
card-rank = { $rank }：此前有 { $share } 的数值不高于它
card-stored = （存储值 { $value }）
card-stored-unit = { $value }
card-two-sessions = { $first }至{ $last }
card-many-sessions = { $first }至{ $last }，共 { $n } 个
card-input = { $symbol } { $field }，{ $first } 至 { $last } { $digest }
card-digest = 摘要 { $digest }
card-retrieved = { $publisher }，{ $at }（UTC）获取
card-state-now = { $state }，为最近已确定的交易日
card-state-behind = { $state }，比最近已确定的交易日早 { $n } 个交易日
card-part = { $title } { $figure }，{ $day }
card-computed = 由其他数据计算得出
card-title = { $subject }：{ $label }
card-call = 目标位 { $name }
state-of-settled = 已确定
state-of-provisional = 未确定
state-of-simulated = 模拟
field-open = 开盘价
field-high = 最高价
field-low = 最低价
field-close = 收盘价
field-adjusted-close = 复权收盘价
field-volume = 成交量

metric-ahead = { $n }个交易日{ $what ->
    [return] 涨跌幅
   *[spread] 超额收益
 }
subject-of-rotation = 大小盘轮动
subject-of-sectors = 各板块
subject-of-calendar = 日程
subject-of-macro = 宏观

## A passage's card

card-title-of = 标题
card-published = 发表
card-medium = 媒体
card-role = 职务
card-stance = 立场
card-trust = 可信度
card-passage = 内容
card-quotes = 原话
card-id = 编号
card-page = 页
card-in-document = 全文
card-open-document = 打开资料并定位到此段
document-page = 第 { $n } 页
document-gone = 资料库中没有该资料，或没有该版本。
card-author-firm = { $author }，{ $firm }
stance-of-bullish = 看多
stance-of-bearish = 看空
stance-of-neutral = 中性
stance-of-none = 无
stance-on = { $stance }（{ $on }）
trust-primary = 一手来源。
trust-secondary = 二手来源：由他人转述。
trust-unverified = 未经证实：未找到原文。
trust-user = 由用户添加：不属于自带资料，未经任何人核实。
passage-paraphrase = 本站转述，并非本人原话；原话只列在“原话”一栏。
passage-verbatim = 所添加资料的原文。
published-month = （具体日期不详）
published-year = （仅知年份）

## The library

library-lead = 添加您自己的研究资料：把文件（文本、{ "Markdown" }、{ "HTML" }、PDF、{ "DOCX" }）拖到这里，或填写网址。识别出的信息可先修改再保存。除非选择共享，只有您能看到；回答引用时会注明由用户添加。
library-addressed = 其中有些句子是写给程序看的指令。它们随文保存，但不会被引用。
library-add = 添加文件
library-address = 网址
library-address-placeholder = 或填写网址
library-fetch = 获取
library-address-first = 请先填写网址
library-fetching = 正在获取 { $name }
library-too-large = { $name } 超过 { $size } MB
library-no-cookie = 浏览器未发送 { "Cookie" }，无法为您保存：请允许 { "Cookie" }
library-too-many = { $name } 未添加：请先确认待保存的 { $n } 个文件
library-refused = { $name }：{ $why }
library-read = 已读取 { $name }{ $lacks }。{ $more }请核对后保存。
library-lacks = ，缺少{ $names }
library-more = 另有 { $n } 个待确认。
library-whole = 取自文件头信息。
library-found = 识别结果：{ $each }。
library-found-each = { $name }（{ $place }{ $quoted ->
    [yes] ：“{ $words }”
   *[no] {""}
 }）
library-kind-words = { $where }{ $kind }，{ $n } 词。
library-nothing-waits = 没有待保存的文件
library-kept = { $name }：{ $outcome }，编号 { $id }。
library-reading = 正在处理 { $done }/{ $total }
library-ready = 现在可以就此提问。
library-left-out = 未保存 { $name }。
library-choose-first = 请先选择您的一份资料
library-removed = 已移除 { $id }。
library-not-yours = { $id } 不是您添加的，无法移除
library-no-level = 目标位 { $target } 不是数字（示例：2,825）
library-yours = 我的资料：{ $n }
library-everyones = 公共资料：{ $n }
library-by-user = 用户添加
library-shared = 已共享
library-target = 目标位 { $level }（{ $horizon }）
library-share = 与所有使用者共享
library-keep = 保存
library-skip = 不保存
library-replace = 替换已收录的版本
library-replace-asked = { $why }。要替换吗？旧版本会为引用过它的回答保留；不替换请略过此文件
library-filter-author = 作者
library-filter-words = 包含文字
library-filter-stance = 立场
library-any-stance = 不限
library-order = 排序
library-by-date = 最新在前
library-by-author = 按作者
library-mine = 我的资料
library-remove = 移除
outcome-added = 已添加
outcome-updated = 已更新
outcome-unchanged = 无变化
found-author = 作者
found-firm = 机构
found-published = 日期
found-title = 标题
found-stance = 立场
found-stance-on = 立场对象
found-call = 目标位
found-medium = 媒体
draft-author = 作者
draft-firm = 机构
draft-published = 发表日期
draft-published-hint = 2026-01-22、2026-01 或 2026
draft-stance = 立场
draft-stance-on = 立场对象
draft-stance-on-hint = 用英文填写
draft-title = 标题
draft-subject = 目标位所指
draft-no-target = 无目标位
draft-level = 点位
draft-horizon = 目标日期

## The calls

calls-none = 截至该日，资料库中没有可用行情衡量的目标位。
calls-caption = 资料库中的全部目标位及有期限的涨跌预测。基准为给出当日的收盘价；空间分别按基准、上年末收盘价和当前收盘价计算。
calls-record-caption = 到期仍有效的目标位结果统计：到期前已被取代或撤回的单独计。到期不足 { $few } 个时，统计不足以说明能力。
calls-warned = 目标位为真实观点，所对照的收盘价为模拟。
calls-warned-more = 下列基准、空间和结果均出自模拟数据，不反映其在市场中的实际表现。
calls-against-simulated = 对照模拟收盘价
calls-column-call = 观点
calls-column-target = 目标位
calls-column-base = 基准
calls-column-from-base = 较基准
calls-column-year-end = 较上年末
calls-column-now = 较当前
calls-column-outcome = 结果
calls-column-analyst = 分析师
calls-column-settled = 到期（个）
calls-column-hit = 达成
calls-column-miss = 偏差中位数
calls-column-lean = 偏向
calls-column-replaced = 被取代
calls-column-note = 说明
calls-row = { $index }至{ $due }，{ $given }给出
calls-row-bare = 至{ $due }，{ $given }给出
calls-replaced-by = { $status }：{ $by }
calls-replaced-on = { $day }的{ $author }目标位
calls-settled = { $status }{ $was ->
    [superseded] ；到期日收于
   *[other] ：收于
 } { $close }，比目标{ $side ->
    [above] 高
   *[below] 低
 } { $gap }
calls-pace = { $status }；每月需变动 { $pace }
calls-none-due = 尚无目标位到期
calls-few = 仅 { $n } 个到期：样本太少，无法区分能力与运气

## A source in one line of text

source-line-fact = { $n }. { $name }（{ $key }）＝{ $value }，{ $day }{ $base }，{ $state }，{ $publisher }。{ $definition }{ $caveats }
source-line-base = ，基数取自{ $day }
source-line-caveats = （{ $caveats }）
source-line-between-caveats = ；
source-line-between = ，
source-line-passage = { $n }. { $where }（{ $trust }）。{ $url }
source-trust-primary = 一手
source-trust-secondary = 二手
source-trust-unverified = 未经证实
source-trust-user = 由用户添加
reading-supports = 支持轮动
reading-opposes = 不支持轮动
reading-silent = 中性
card-recompute = 重新计算
