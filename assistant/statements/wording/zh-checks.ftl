# 核查器对他人文字的说法。

check-nothing = 没有找到可以核查的数字或比较。
check-comma = {"，"}
check-headline = 共 { $n } 处说法：{ $parts }。
check-headline-day = 其中 { $n } 处在{ $day }成立。
check-count-true = { $n } 处成立
check-count-other-date = { $n } 处属于另一天
check-count-other-definition = { $n } 处按另一种口径成立
check-count-false = { $n } 处不成立
check-count-attributed = { $n } 处为个人观点
check-count-not-checkable = { $n } 处无法核查

check-way = { $side ->
    [up] 上涨 { $value }
    [down] 下跌 { $value }
   *[level] 持平
}
check-turned = 方向是{ $side ->
    [down] 上涨，不是下跌
   *[up] 下跌，不是上涨
}。
check-by-fund = { $subject }（以道富行业基金计）
check-over-day = 当日
check-over-week = 本周
check-over-month = 当月
check-over-quarter = 当季
check-over-year = 当年
check-over-sessions = { $n } 个交易日内
check-over-one-week = 一周内
check-over-one-month = 一个月内
check-over-one-quarter = 一个季度内
check-over-one-year = 一年内
check-over-dates = 从{ $base }收盘到{ $end }收盘
check-moved = 截至{ $day }，{ $subject }{ $over }{ $way }。
check-moved-between = { $subject }{ $over }{ $way }。
check-points = 截至{ $day }，{ $subject }{ $over }变动 { $value }。
check-spread = 截至{ $day }，{ $subject }{ $over }{ $side ->
    [ahead] 领先
   *[behind] 落后
}{ $other } { $value }。
check-than = { $subject }{ $first }，{ $other }{ $second }，{ $holds ->
    [yes] 与文中比较相符
   *[no] 与文中比较不符
}。
check-intraday = { $subject }{ $day }的{ $field }相对前收盘{ $moved }。

check-close = { $subject }{ $day }收于 { $value }。
check-open = { $subject }{ $day }开于 { $value }。
check-high = { $subject }{ $day }盘中最高 { $value }。
check-low = { $subject }{ $day }盘中最低 { $value }。
check-previous_close = { $subject }{ $day }收于 { $value }。
check-field-close = 收盘
check-field-open = 开盘
check-field-high = 盘中高点
check-field-low = 盘中低点
check-range = { $figure } 在当日区间{ $side ->
    [inside] 之内
   *[outside] 之外
}（{ $low } 至 { $high }）。
check-not-best = 这不是{ $unit ->
    [week] 当周
    [month] 当月
   *[year] 当年
}的{ $side ->
    [high] 最高
   *[low] 最低
}收盘。
check-to-a-rounding = 在舍入范围内成立：各来源的收益率会差一个基点。
check-threshold = { $subject }{ $day }收于 { $value }，{ $side ->
    [above] 高于
   *[below] 不高于
} { $limit }。
check-average = { $day }{ $subject }的 { $n } 日均线为 { $line }，收盘{ $side ->
    [above] 高于
   *[below] 低于
}它 { $gap }。
check-distance = { $day }{ $subject }收盘{ $side ->
    [above] 高于
   *[below] 低于
}{ $of }（{ $top }，{ $level }）{ $value }。
check-top-record = 数据中的最高收盘
check-top-high = 数据中的最高盘中价
check-top-year = 此前一年的收盘极值
check-top-year-intraday = 此前一年的盘中极值
check-top-earlier = 截至上年末的最高收盘
check-top-that = 该点位
check-top = { $subject }：{ $of }为 { $value }（{ $day }）。
check-keyed = { $day }{ $subject }的{ $metric }为 { $value }。
check-metric-realized-volatility-20d = 20日已实现波动率
check-metric-atr-14 = 平均真实波幅
check-is-record = { $subject }{ $day }收于 { $value }，{ $holds ->
    [yes] 高于
   *[no] 不高于
}此前最高的 { $record }（{ $of }）。

check-since = { $subject }{ $day }收于 { $value }；{ $found ->
    [yes] 上一次{ $what ->
        [highest] 这么高
       *[lowest] 这么低
    }是在{ $since }
   *[no] 自{ $since }有数据以来从未{ $what ->
        [highest] 这么高
       *[lowest] 这么低
    }
}。
check-best = 截至{ $day }的一{ $unit }，{ $subject }{ $value }；{ $found ->
    [yes] 上一次{ $side ->
        [best] 同样好
       *[worst] 同样差
    }的结束于{ $since }
   *[no] 自{ $since }有数据以来没有{ $side ->
        [best] 同样好
       *[worst] 同样差
    }的
}。
check-unit-day = 日
check-unit-week = 周
check-unit-month = 月
check-unit-quarter = 季
check-unit-year = 年
check-first = { $subject }{ $day }收于 { $value }；{ $found ->
    [yes] 此前上一次收盘{ $side ->
        [above] 高于
       *[below] 低于
    } { $limit } 是在{ $since }
   *[no] 自{ $since }有数据以来，此前没有收盘{ $side ->
        [above] 高于
       *[below] 低于
    } { $limit }
}。
check-run = { $day }{ $subject }相对{ $other }的连续领先为 { $n } 个交易日；{ $told }。
check-of-run = { $day }成立，当时为 { $n } 个交易日，{ $told }
check-no-run = 当时没有连续领先
check-no-longer-run = 自{ $day }有数据以来没有这么长的
check-last-run = 上一次至少同样长的结束于{ $day }{ $tie ->
    [yes] （持平）
   *[no] {""}
}
check-rank = { $day }{ $subject }{ $value }，在 { $n } 只行业基金中排第 { $place }；{ $side ->
    [best] 最好
   *[worst] 最差
}的是{ $top }，{ $best }。

check-records = 截至{ $day }，{ $subject }{ $year } 年有 { $n } 次创纪录收盘。
check-streak = 截至{ $day }，{ $subject }连续 { $n } 个交易日{ $way ->
    [ahead] 跑赢
   *[beaten] 跑输
}{ $other }。
check-own-run = 截至{ $day }，{ $subject }连续 { $n } 个交易日{ $way ->
    [up] 上涨
   *[down] 下跌
}。
check-bucket-run = 截至{ $day }，{ $subject }连续 { $n } { $unit }{ $way ->
    [up] 上涨或领先
   *[down] 下跌或落后
}。
check-units-week = 周
check-units-month = 个月
check-units-quarter = 个季度
check-units-year = 年
check-ups = 截至{ $day }的 { $of } 个交易日中，{ $subject }有 { $n } 个{ $way ->
    [up] 上涨
   *[down] 下跌
}。
check-closes = 从{ $first }到{ $day }，{ $subject }有 { $n } 次收盘{ $side ->
    [above] 高于
   *[below] 低于
} { $limit }。
check-sectors = { $day } { $of } 只行业基金中有 { $n } 只{ $way ->
    [up] 上涨
   *[down] 下跌
}。

check-of-day = { $day }（{ $value }）
check-of-count = { $day }（{ $n }）
check-of-window = { $window }（{ $value }）
check-of-subject = { $subject }（{ $value }）
check-of-total = 计入股息（{ $value }）
check-of-price = 不计股息（{ $value }）
check-of-field = 当日的{ $field }
check-of-field-of = { $day }的{ $field }
check-from-open = 从{ $day }开盘算起（{ $value }）
check-from-level = 文中从{ $day }的{ $field }（{ $level }）算起；由此到收盘{ $moved }。
check-hidden-high = 期间收盘最高到过 { $level }（{ $day }）。
check-true-of = 按此成立：{ $words }。
check-also = 按此也成立：{ $words }。
check-nothing-else = 前后十个交易日、其他价格或起点均得不出这个数。
check-could-mean = 可能是指：{ $words }，按此成立。
check-could-hold = 可能另有所指，按此成立。
check-unread = 未作判断：没有读懂“{ $words }”。
check-denies = 文中否认了成立的事：
check-denies-figure = 文中否认了一个数字。
check-no-session = { $day }没有交易；以{ $session }核对。
check-after = { $day }晚于所持有的最后一个交易日{ $last }。
check-no-bars = { $subject ->
    [0] 没有可供核对的行情。
   *[other] 没有可供核对的{ $subject }行情。
}
check-before-data = { $subject }的行情从{ $first }到{ $last }。
check-few = { $day }{ $subject }的行情太少。
check-weekday = { $day }是{ $weekday }。
check-monday = 星期一
check-tuesday = 星期二
check-wednesday = 星期三
check-thursday = 星期四
check-friday = 星期五
check-saturday = 星期六
check-sunday = 星期日
check-no-macro = 截至该日没有这一宏观数据。
check-macro-other = 所持数据为 { $said } 文中可能指另一时期。

check-level-counted = { $day }{ $subject }在 { $level } 有{ $kind ->
    [support] 支撑
   *[resistance] 阻力
}：{ $of }。
check-level-not-counted = 那里没有 Footnote 认定的价位；{ $day }最近的{ $kind ->
    [support] 支撑
   *[resistance] 阻力
}：{ $near }。
check-no-leg = { $day }{ $subject }没有幅度达 4% 的波段。
check-fibonacci = { $subject }斐波那契{ $kind ->
    [extension] 扩展
   *[retracement] 回撤
} { $ratio }% 位为 { $level }，锚点 { $anchors }。
check-other-leg = 按 { $least } 幅度的波段成立：{ $anchors }。
check-no-other-leg = 幅度 2% 到 10% 的波段都得不出 { $figure }；文中没有给出锚点。
check-rsi = { $day }{ $subject }的14日RSI（怀尔德平滑）为 { $value }。
check-rsi-cutler = 按卡特勒的简单平均（{ $value }）
check-rsi-warm-up-100 = 预热 100 根之后（{ $value }）
check-no-divergence = 按一、三、五日波段，{ $day }没有{ $side ->
    [bearish] 看跌
   *[bullish] 看涨
}背离。
check-some-divergence = 仅按两侧各 { $by } 个交易日的波段：{ $told }；{ $rest } 没有。
check-regime = 按我们的口径（VIX 低于 15 为低，到 20 为正常，到 30 为偏高，以上为高），{ $day }VIX 为 { $value }，属{ $own ->
    [low] 低
    [normal] 正常
    [elevated] 偏高
   *[high] 高
}波动{ $holds ->
    [yes] 。
    [elsewhere] ；他人划线不同，可能称之为{ $said ->
        [low] 低
        [normal] 正常
        [elevated] 偏高
       *[high] 高
    }波动。
   *[no] ，并非{ $said ->
        [low] 低
        [normal] 正常
        [elevated] 偏高
       *[high] 高
    }波动。
}

check-why-language = 该句不是英文。
check-why-whom = 文中没有说是哪个可衡量的对象。
check-why-unsaid = 没有说衡量的是什么。
check-why-earnings = 不衡量盈利。
check-why-tariffs = 不衡量关税。
check-why-probabilities = 不衡量概率。
check-why-valuations = 不衡量估值。
check-why-sizes = 不衡量市值与权重。
check-why-growth = 不衡量经济增长。
check-why-flows = 不衡量资金流与成交量。
check-why-accounts = 不衡量公司账目。
check-why-average = 不衡量日均值。
check-why-real = 不衡量扣除通胀后的收益。
check-why-annualised = 不衡量年化收益。
check-why-currencies = 不衡量其他货币计的收益。
check-why-outside = 不衡量盘外或盘中某时的价格。
check-why-weighted = 不衡量等权收益。
check-why-exponential = 不衡量指数与加权均线。
check-why-indicator = 不核查该指标。
check-why-points = 没有说是什么的点数。
check-why-yield = 不衡量收益率的百分比变动。
check-why-multiples = 不衡量倍数。
check-why-amounts = 不衡量这种量级的金额。
check-why-sessions = 不衡量这种交易日计数。
check-why-percentile = 没有说是哪段历史。
check-why-rank = 不衡量该名次。
check-why-count = 不衡量该计数。
check-why-forecast = 这是预测，文中没有提到资料库认识的人。

check-found = 找到：{ $author }，《{ $title }》，{ $published }。
check-found-differently = 找到不同说法：{ $told } 所存内容（{ $published }）：{ $own }
check-not-found = 没有找到：{ $people }的 { $n } 段所存内容中没有 { $figure }；最近一篇是《{ $title }》，{ $published }。
check-nothing-of = 没有找到：资料库没有{ $people }在{ $day }前发表的内容。
check-call = { $publisher }，{ $given }：{ $horizon } 为 { $target }
check-upside-from-close = 较{ $day }收盘 { $value }
check-upside-from-issue = 较给出当日（{ $day }）收盘 { $value }
check-upside-from-year-end = 较上年末（{ $day }）收盘 { $value }
check-found-call = 找到：{ $about }。
check-lies = 它{ $upsides }。
check-found-implied = 可推出：{ $about }，{ $upside }{ $more ->
    [0] {""}
   *[other] ；{ $others }
}。
check-no-stance = 资料库中没有：{ $person }在{ $day }前{ $on ->
    [none] {""}
   *[other] 对 { $on } 
}的观点{ $rest ->
    [none] {""}
   *[other] ；有其对 { $rest } 的观点
}。
check-stance-found = 找到：{ $told }。
check-stance-otherwise = 资料库说法不同：{ $told }。
check-stance-earlier = 更早找到：{ $told }。
check-stance = { $author }{ $on ->
    [none] {""}
   *[other] 对 { $on } 
}{ $stance ->
    [bullish] 看多
    [bearish] 看空
    [neutral] 中性
   *[other] { $stance }
}，《{ $title }》，{ $published }{ $by ->
    [user] （用户添加）
   *[us] {""}
}

check-measure-return = 收益
check-measure-return-total = 计息收益
check-measure-return-open = 从开盘算起的收益
check-measure-points = 变动
check-measure-spread = 收益之差
check-measure-close = 收盘
check-measure-open = 开盘
check-measure-high = 盘中高点
check-measure-low = 盘中低点
check-measure-intraday = 日内变动
check-measure-average = 均线
check-measure-distance = 距离
check-measure-record = 纪录
check-measure-year = 一年极值
check-measure-earlier = 更早的纪录
check-measure-highest = 何时以来最高收盘
check-measure-lowest = 何时以来最低收盘
check-measure-best-day = 何时以来最好或最差一日
check-measure-best-week = 何时以来最好或最差一周
check-measure-best-month = 何时以来最好或最差一月
check-measure-best-quarter = 何时以来最好或最差一季
check-measure-best-year = 何时以来最好或最差一年
check-measure-first = 何时以来首次越过
check-measure-longest = 何时以来最长连续
check-measure-streak = 连续领先
check-measure-own-run = 连续涨跌
check-measure-records = 当年创纪录收盘
check-measure-ups = 上涨或下跌的交易日
check-measure-closes = 越过价位的收盘
check-measure-sectors = 上涨或下跌的行业
check-measure-rank = 行业名次
check-measure-rsi = RSI-14
check-measure-regime = 波动区间

check-name-true = 成立
check-name-other-date = 另一天
check-name-other-definition = 另一种口径
check-name-false = 不成立
check-name-attributed = 个人观点
check-name-not-checkable = 无法核查
check-read-as = 读作：{ $subject }，{ $measure }{ $window ->
    [none] {""}
   *[other] ，{ $window }
}，{ $date }
check-held-against = 以截至{ $day }的{ $data ->
    [sample] 模拟样本
   *[other] 行情
}核对。
check-page-title = 由 Footnote 核查
