### The sentences on levels, Fibonacci, divergence and RSI by other methods. Their Chinese stands in zh-levels.ftl.

levels = The nearest { $kind } { $side } { $subject }'s close of { $close } on { $day }{ $n ->
    [1] {" "}is
   *[other] :
 } { $each }.
levels-none = No level that counts as { $kind } stands { $side } { $subject }'s close of { $close } on { $day }.
levels-each = { $level } ({ $origin }{ $gap })
levels-gap = , { $gap } { $side }
side-below = below
side-above = above
kind-support = support
kind-resistance = resistance
fibonacci = { $subject }'s Fibonacci { $kind ->
    [extension] extensions
   *[retracement] retracements
 }, measured from { $a } on { $a-day } to { $b } on { $b-day }{ $pullback }, stand at { $each }.
fibonacci-pullback = {" "}and the pullback to { $c } on { $day }
fibonacci-each = { $ratio } % at { $level }
divergence = On { $day } there is a divergence of { $subject }'s close from its RSI: { $each }{ $none }.
divergence-none = No divergence of { $subject }'s close from its RSI shows on { $day } by swings of one, three or five sessions on each side{ $mark }.
divergence-rest = ; by swings of { $rest } { $one ->
    [yes] session
   *[no] sessions
 } there is none
divergence-each = { $side ->
    [bullish] bullish
   *[bearish] bearish
 } by swings of { $k } { $one ->
    [yes] session
   *[no] sessions
 }{ $marginal ->
    [yes] , marginal and unconfirmed
   *[no] {""}
 }{ $mark } (closes of { $a } on { $a-day } and { $b } on { $b-day }, RSI { $x } and { $y }, a gap of { $gap })
sensitivity = { $subject }'s RSI of { $rsi } by Wilder's smoothing is { $each }: { $agree } of { $of } read { $reading }{ $mark }.
sensitivity-cutler = { $rsi } by Cutler's plain averages
sensitivity-warm-up-100 = { $rsi } after a warm-up of 100 sessions
stretched = By its RSI, { $answer ->
    [yes] yes
   *[no] no
 }: { $subject }'s 14-day RSI stood at { $rsi } on { $day }, { $reading }{ $where }.
stretched-where = , and its close { $gap } { $side } its 50-session average
