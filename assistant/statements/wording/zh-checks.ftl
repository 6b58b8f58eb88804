# 核查器对他人文字的说法。

checked-nothing = 没有找到可以核查的数字或比较。
checked-comma = {"，"}
checked-headline = 共 { $n } 处说法：{ $parts }。
checked-headline-day = 其中 { $n } 处在{ $day }成立。
checked-count-true = { $n } 处成立
checked-count-other-date = { $n } 处属于另一天
checked-count-other-definition = { $n } 处按另一种口径成立
checked-count-false = { $n } 处不成立
checked-count-attributed = { $n } 处为个人观点
checked-count-not-checkable = { $n } 处无法核查

checked-way = { $side ->
    [up] 上涨 { $value }
    [down] 下跌 { $value }
   *[level] 持平
}
checked-turned = 方向是{ $side ->
    [down] 上涨，不是下跌
   *[up] 下跌，不是上涨
}。
checked-by-fund = { $subject }（以道富行业基金计）
checked-over-day = 当日
checked-over-week = 本周
checked-over-month = 当月
checked-over-quarter = 当季
checked-over-year = 当年
checked-over-sessions = { $n } 个交易日内
checked-over-one-week = 一周内
checked-over-one-month = 一个月内
checked-over-one-quarter = 一个季度内
checked-over-one-year = 一年内
checked-over-dates = 从{ $base }收盘到{ $end }收盘
checked-moved = 截至{ $day }，{ $subject }{ $over }{ $way }。
checked-moved-between = { $subject }{ $over }{ $way }。
checked-points = 截至{ $day }，{ $subject }{ $over }变动 { $value }。
checked-spread = 截至{ $day }，{ $subject }{ $over }{ $side ->
    [ahead] 领先
   *[behind] 落后
}{ $other } { $value }。
checked-than = { $subject }{ $first }，{ $other }{ $second }，{ $holds ->
    [yes] 与文中比较相符
   *[no] 与文中比较不符
}。
checked-intraday = { $subject }{ $day }的{ $field }相对前收盘{ $moved }。

checked-close = { $subject }{ $day }收于 { $value }。
checked-open = { $subject }{ $day }开于 { $value }。
checked-high = { $subject }{ $day }盘中最高 { $value }。
checked-low = { $subject }{ $day }盘中最低 { $value }。
checked-field-close = 收盘
checked-field-open = 开盘
checked-field-high = 盘中高点
checked-field-low = 盘中低点
checked-range = { $figure } 在当日区间{ $side ->
    [inside] 之内
   *[outside] 之外
}（{ $low } 至 { $high }）。
checked-not-best = 这不是{ $unit ->
    [week] 当周
    [month] 当月
   *[year] 当年
}的{ $side ->
    [high] 最高
   *[low] 最低
}收盘。
checked-to-a-rounding = 在舍入范围内成立：各来源的收益率会差一个基点。
checked-threshold = { $subject }{ $day }收于 { $value }，{ $side ->
    [above] 高于
   *[below] 不高于
} { $limit }。
checked-average = { $day }{ $subject }的 { $n } 日均线为 { $line }，收盘{ $side ->
    [above] 高于
   *[below] 低于
}它 { $gap }。
checked-distance = { $day }{ $subject }收盘{ $side ->
    [above] 高于
   *[below] 低于
}{ $of }（{ $top }，{ $level }）{ $value }。
checked-top-record = 数据中的最高收盘
checked-top-high = 数据中的最高盘中价
checked-top-year = 此前一年的收盘极值
checked-top-year-intraday = 此前一年的盘中极值
checked-top-earlier = 截至上年末的最高收盘
checked-top-that = 该点位
checked-top = { $subject }：{ $of }为 { $value }（{ $day }）。
checked-keyed = { $day }{ $subject }的{ $metric }为 { $value }。
checked-metric-realized-volatility-20d = 20日已实现波动率
checked-metric-atr-14 = 平均真实波幅
checked-is-record = { $subject }{ $day }收于 { $value }，{ $holds ->
    [yes] 高于
   *[no] 不高于
}此前最高的 { $record }（{ $of }）。

checked-since = { $subject }{ $day }收于 { $value }；{ $found ->
    [yes] 上一次{ $what ->
        [highest] 这么高
       *[lowest] 这么低
    }是在{ $since }
   *[no] 自{ $since }有数据以来从未{ $what ->
        [highest] 这么高
       *[lowest] 这么低
    }
}。
checked-best = 截至{ $day }的一{ $unit }，{ $subject }{ $value }；{ $found ->
    [yes] 上一次{ $side ->
        [best] 同样好
       *[worst] 同样差
    }的结束于{ $since }
   *[no] 自{ $since }有数据以来没有{ $side ->
        [best] 同样好
       *[worst] 同样差
    }的
}。
checked-unit-day = 日
checked-unit-week = 周
checked-unit-month = 月
checked-unit-quarter = 季
checked-unit-year = 年
checked-first = { $subject }{ $day }收于 { $value }；{ $found ->
    [yes] 此前上一次收盘{ $side ->
        [above] 高于
       *[below] 低于
    } { $limit } 是在{ $since }
   *[no] 自{ $since }有数据以来，此前没有收盘{ $side ->
        [above] 高于
       *[below] 低于
    } { $limit }
}。
checked-run = { $day }{ $subject }相对{ $other }的连续领先为 { $n } 个交易日；{ $told }。
checked-of-run = { $day }成立，当时为 { $n } 个交易日，{ $told }
checked-no-run = 当时没有连续领先
checked-no-longer-run = 自{ $day }有数据以来没有这么长的
checked-last-run = 上一次至少同样长的结束于{ $day }{ $tie ->
    [yes] （持平）
   *[no] {""}
}
checked-rank = { $day }{ $subject }{ $value }，在 { $n } 只行业基金中排第 { $place }；{ $side ->
    [best] 最好
   *[worst] 最差
}的是{ $top }，{ $best }。

checked-records = 截至{ $day }，{ $subject }{ $year } 年有 { $n } 次创纪录收盘。
checked-streak = 截至{ $day }，{ $subject }连续 { $n } 个交易日{ $way ->
    [ahead] 跑赢
   *[beaten] 跑输
}{ $other }。
checked-own-run = 截至{ $day }，{ $subject }连续 { $n } 个交易日{ $way ->
    [up] 上涨
   *[down] 下跌
}。
checked-bucket-run = 截至{ $day }，{ $subject }连续 { $n } { $unit }{ $way ->
    [up] 上涨或领先
   *[down] 下跌或落后
}。
checked-units-week = 周
checked-units-month = 个月
checked-units-quarter = 个季度
checked-units-year = 年
checked-ups = 截至{ $day }的 { $of } 个交易日中，{ $subject }有 { $n } 个{ $way ->
    [up] 上涨
   *[down] 下跌
}。
checked-closes = 从{ $first }到{ $day }，{ $subject }有 { $n } 次收盘{ $side ->
    [above] 高于
   *[below] 低于
} { $limit }。
checked-sectors = { $day } { $of } 只行业基金中有 { $n } 只{ $way ->
    [up] 上涨
   *[down] 下跌
}。

checked-of-day = { $day }（{ $value }）
checked-of-count = { $day }（{ $n }）
checked-of-window = { $window }（{ $value }）
checked-of-subject = { $subject }（{ $value }）
checked-of-total = 计入股息（{ $value }）
checked-of-price = 不计股息（{ $value }）
checked-of-field = 当日的{ $field }
checked-of-field-of = { $day }的{ $field }
checked-from-open = 从{ $day }开盘算起（{ $value }）
checked-from-level = 文中从{ $day }的{ $field }（{ $level }）算起；由此到收盘{ $moved }。
checked-hidden-high = 期间收盘最高到过 { $level }（{ $day }）。
checked-true-of = 按此成立：{ $words }。
checked-also = 按此也成立：{ $words }。
checked-nothing-else = 前后十个交易日、其他价格或起点均得不出这个数。
checked-could-mean = 可能是指：{ $words }，按此成立。
checked-could-hold = 可能另有所指，按此成立。
checked-unread = 未作判断：没有读懂“{ $words }”。
checked-denies = 文中否认了成立的事：
checked-denies-figure = 文中否认了一个数字。
checked-no-session = { $day }没有交易；以{ $session }核对。
checked-after = { $day }晚于所持有的最后一个交易日{ $last }。
checked-no-bars = { $subject ->
    [0] 没有可供核对的行情。
   *[other] 没有可供核对的{ $subject }行情。
}
checked-before-data = { $subject }的行情从{ $first }到{ $last }。
checked-few = { $day }{ $subject }的行情太少。
checked-weekday = { $day }是{ $weekday }。
checked-monday = 星期一
checked-tuesday = 星期二
checked-wednesday = 星期三
checked-thursday = 星期四
checked-friday = 星期五
checked-saturday = 星期六
checked-sunday = 星期日
checked-no-macro = 截至该日没有这一宏观数据。
checked-macro-other = 所持数据为 { $said } 文中可能指另一时期。

checked-level-counted = { $day }{ $subject }在 { $level } 有{ $kind ->
    [support] 支撑
   *[resistance] 阻力
}：{ $of }。
checked-level-not-counted = 那里没有 Footnote 认定的价位；{ $day }最近的{ $kind ->
    [support] 支撑
   *[resistance] 阻力
}：{ $near }。
checked-no-leg = { $day }{ $subject }没有幅度达 4% 的波段。
checked-fibonacci = { $subject }斐波那契{ $kind ->
    [extension] 扩展
   *[retracement] 回撤
} { $ratio }% 位为 { $level }，锚点 { $anchors }。
checked-other-leg = 按 { $least } 幅度的波段成立：{ $anchors }。
checked-no-other-leg = 幅度 2% 到 10% 的波段都得不出 { $figure }；文中没有给出锚点。
checked-rsi = { $day }{ $subject }的14日RSI（怀尔德平滑）为 { $value }。
checked-rsi-cutler = 按卡特勒的简单平均（{ $value }）
checked-rsi-warm-up-100 = 预热 100 根之后（{ $value }）
checked-no-divergence = 按一、三、五日波段，{ $day }没有{ $side ->
    [bearish] 看跌
   *[bullish] 看涨
}背离。
checked-some-divergence = 仅按两侧各 { $by } 个交易日的波段：{ $told }；{ $rest } 没有。
checked-regime = 按我们的口径（VIX 低于 15 为低，到 20 为正常，到 30 为偏高，以上为高），{ $day }VIX 为 { $value }，属{ $own ->
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

checked-why-language = 该句不是英文。
checked-why-whom = 文中没有说是哪个可衡量的对象。
checked-why-unsaid = 没有说衡量的是什么。
checked-why-earnings = 不衡量盈利。
checked-why-tariffs = 不衡量关税。
checked-why-probabilities = 不衡量概率。
checked-why-valuations = 不衡量估值。
checked-why-sizes = 不衡量市值与权重。
checked-why-growth = 不衡量经济增长。
checked-why-flows = 不衡量资金流与成交量。
checked-why-accounts = 不衡量公司账目。
checked-why-average = 不衡量日均值。
checked-why-real = 不衡量扣除通胀后的收益。
checked-why-annualised = 不衡量年化收益。
checked-why-currencies = 不衡量其他货币计的收益。
checked-why-outside = 不衡量盘外或盘中某时的价格。
checked-why-weighted = 不衡量等权收益。
checked-why-exponential = 不衡量指数与加权均线。
checked-why-indicator = 不核查该指标。
checked-why-points = 没有说是什么的点数。
checked-why-yield = 不衡量收益率的百分比变动。
checked-why-multiples = 不衡量倍数。
checked-why-amounts = 不衡量这种量级的金额。
checked-why-sessions = 不衡量这种交易日计数。
checked-why-percentile = 没有说是哪段历史。
checked-why-rank = 不衡量该名次。
checked-why-count = 不衡量该计数。
checked-why-forecast = 这是预测，文中没有提到资料库认识的人。

checked-found = 找到：{ $author }，《{ $title }》，{ $published }。
checked-found-differently = 找到不同说法：{ $told } 所存内容（{ $published }）：{ $own }
checked-not-found = 没有找到：{ $people }的 { $n } 段所存内容中没有 { $figure }；最近一篇是《{ $title }》，{ $published }。
checked-nothing-of = 没有找到：资料库没有{ $people }在{ $day }前发表的内容。
checked-call = { $publisher }，{ $given }：{ $horizon } 为 { $target }
checked-upside-from-close = 较{ $day }收盘 { $value }
checked-upside-from-issue = 较给出当日（{ $day }）收盘 { $value }
checked-upside-from-year-end = 较上年末（{ $day }）收盘 { $value }
checked-found-call = 找到：{ $about }。
checked-lies = 它{ $upsides }。
checked-found-implied = 可推出：{ $about }，{ $upside }{ $more ->
    [0] {""}
   *[other] ；{ $others }
}。
checked-no-stance = 资料库中没有：{ $person }在{ $day }前{ $on ->
    [none] {""}
   *[other] 对 { $on } 
}的观点{ $rest ->
    [none] {""}
   *[other] ；有其对 { $rest } 的观点
}。
checked-stance-found = 找到：{ $told }。
checked-stance-otherwise = 资料库说法不同：{ $told }。
checked-stance-earlier = 更早找到：{ $told }。
checked-stance = { $author }{ $on ->
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

checked-measure-return = 收益
checked-measure-return-total = 计息收益
checked-measure-return-open = 从开盘算起的收益
checked-measure-points = 变动
checked-measure-spread = 收益之差
checked-measure-close = 收盘
checked-measure-open = 开盘
checked-measure-high = 盘中高点
checked-measure-low = 盘中低点
checked-measure-intraday = 日内变动
checked-measure-average = 均线
checked-measure-distance = 距离
checked-measure-record = 纪录
checked-measure-year = 一年极值
checked-measure-earlier = 更早的纪录
checked-measure-highest = 何时以来最高收盘
checked-measure-lowest = 何时以来最低收盘
checked-measure-best-day = 何时以来最好或最差一日
checked-measure-best-week = 何时以来最好或最差一周
checked-measure-best-month = 何时以来最好或最差一月
checked-measure-best-quarter = 何时以来最好或最差一季
checked-measure-best-year = 何时以来最好或最差一年
checked-measure-first = 何时以来首次越过
checked-measure-longest = 何时以来最长连续
checked-measure-streak = 连续领先
checked-measure-own-run = 连续涨跌
checked-measure-records = 当年创纪录收盘
checked-measure-ups = 上涨或下跌的交易日
checked-measure-closes = 越过价位的收盘
checked-measure-sectors = 上涨或下跌的行业
checked-measure-rank = 行业名次
checked-measure-rsi = RSI-14
checked-measure-regime = 波动区间

checked-name-true = 成立
checked-name-other-date = 另一天
checked-name-other-definition = 另一种口径
checked-name-false = 不成立
checked-name-attributed = 个人观点
checked-name-not-checkable = 无法核查
checked-read-as = 读作：{ $subject }，{ $measure }{ $window ->
    [none] {""}
   *[other] ，{ $window }
}，{ $date }
checked-held-against = 以截至{ $day }的{ $data ->
    [sample] 模拟样本
   *[other] 行情
}核对。
checked-page-title = 由 Footnote 核查
