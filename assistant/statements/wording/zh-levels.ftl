### The sentences on levels, Fibonacci, divergence and RSI by other methods, in Chinese: the same messages as
### en-levels.ftl.

levels = { $subject }{ $day }收于 { $close }，{ $side }最近的{ $kind }为：{ $each }。
levels-none = { $subject }{ $day }收于 { $close }，{ $side }没有可称为{ $kind }的点位。
levels-each = { $level }（{ $origin }{ $gap }）
levels-gap = ，距收盘价 { $gap }
side-below = 下方
side-above = 上方
kind-support = 支撑位
kind-resistance = 阻力位
fibonacci = { $subject }的斐波那契{ $kind ->
    [extension] 扩展位
   *[retracement] 回撤位
 }：{ $each }。测算区间从{ $a-day }的 { $a }至{ $b-day }的 { $b }{ $pullback }。
fibonacci-pullback = ，再回调至{ $day }的 { $c }
fibonacci-each = { $ratio }%位在 { $level }
divergence = { $day }，{ $subject }收盘价与RSI存在背离：{ $each }{ $none }。
divergence-none = { $day }，按前后各一、三、五个交易日的波段衡量，{ $subject }收盘价与RSI均无背离{ $mark }。
divergence-rest = ；按前后各{ $rest }个交易日的波段则无背离
divergence-each = 按前后各{ $k }个交易日的波段为{ $side ->
    [bullish] 底背离
   *[bearish] 顶背离
 }{ $marginal ->
    [yes] ，幅度很小、尚未确认
   *[no] {""}
 }{ $mark }（收盘价由{ $a-day }的 { $a } 到{ $b-day }的 { $b }，RSI由 { $x } 到 { $y }，相差 { $gap }）
sensitivity = { $subject }的RSI按威尔德平滑法为 { $rsi }；{ $each }。{ $of } 种算法中有 { $agree } 种的结论是{ $reading }{ $mark }。
sensitivity-cutler = 按卡特勒简单平均法为 { $rsi }
sensitivity-warm-up-100 = 只用最近100个交易日计算为 { $rsi }
stretched = { $subject }{ $day }的14日RSI为 { $rsi }，{ $reading }，以此衡量{ $answer ->
    [yes] 已走到极端
   *[no] 并未走到极端
 }{ $where }。
stretched-where = ；收盘价比50日均线{ $way ->
    [up] 高
   *[down] 低
 } { $gap }
