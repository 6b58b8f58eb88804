"""Closing reports as agencies file them."""

from datetime import date

from tests.evals.wraps.draft import CARDINALS, ORDINALS, Draft, long, month, short
from tests.evals.wraps.tape import Skip


def _move(d: Draft, s: str, word: str = "%", decimals: int = 1) -> str:
    up = d.t.points(s)
    return f"{d.moved(up, covers=2)} {d.points(s)} points, or {d.percent(s, decimals=decimals, word=word)}, to {d.level(s)}"


def agency_close(d: Draft) -> str:
    return (
        f"NEW YORK (AP) — Stocks {d.pick('drifted', 'had a busy day', 'finished mixed')} on {d.day:%A} after reports on hiring.\n\n"
        f"The S&P 500 {_move(d, 'spx')}. The Dow Jones Industrial Average {_move(d, 'dji')}. "
        f"The Nasdaq composite {_move(d, 'comp')}.\n\nSmaller companies had their say too. The Russell 2000 {_move(d, 'rut')}."
    )


def agency_percent(d: Draft) -> str:
    return (
        f"{d.name('spx', head=True)} {_move(d, 'spx', ' percent')}. {d.name('comp', head=True)} {_move(d, 'comp', ' percent')}. "
        f"{d.name('rut', head=True)} {_move(d, 'rut', ' percent')}.\n\nAdvancing issues led decliners by a "
        f"{d.beyond('2.5')}-to-1 ratio on the New York Stock Exchange, where volume came to {d.beyond('1.42 billion')} shares."
    )


def three_in_one(d: Draft) -> str:
    parts = [f"{d.name(s)} {_move(d, s, decimals=2)}" for s in ("spx", "comp", "rut")]
    return f"At the close on {d.day:%A}, {parts[0]}, {parts[1]} and {parts[2]}."


def how_indexes_fared(d: Draft) -> str:
    def block(window: str) -> str:
        lines = []
        for s, name in (
            ("spx", "The S&P 500"),
            ("comp", "The Nasdaq composite"),
            ("rut", "The Russell 2000 index of smaller companies"),
        ):
            v = d.t.points(s, window)
            verb = d.moved(v, "is up", "is down", covers=2) if window != "day" else d.moved(v, covers=2)
            lines.append(f"{name} {verb} {d.points(s, window)} points, or {d.percent(s, window)}.")
        return "\n\n".join(lines)

    return f"How major US stock indexes fared {d.day:%A}, {d.day.month}/{d.day.day}/{d.day.year}\n\n{block('day')}\n\nFor the week:\n\n{block('week')}\n\nFor the year:\n\n{block('year')}"  # fmt: skip


def cable(d: Draft) -> str:
    v, w = d.t.points("spx"), d.t.points("comp")
    return (
        f"The S&P 500 closed at {d.level('spx')}, {d.moved(v, 'up', 'down')} {d.percent('spx', decimals=2)}. "
        f"The Nasdaq Composite {d.moved(w, 'ticked up', 'ticked down')} {d.percent('comp', decimals=2)} to finish at {d.level('comp')}. "
        f"Apple shares gained {d.beyond('2.3%')} to ${d.beyond('189.52')}, giving it a market value of ${d.beyond('2.9 trillion')}."
    )


def week_in_text(d: Draft) -> str:
    s, c, r = (d.t.change(x, "week") for x in ("spx", "comp", "rut"))
    return (
        f"For the week, the S&P 500 {d.moved(s)} {d.percent('spx', 'week')}, the Nasdaq {d.moved(c)} {d.percent('comp', 'week')} "
        f"and the Russell 2000 {d.moved(r)} {d.percent('rut', 'week')}. On {d.day:%A} alone, the S&P 500 {d.moved(d.t.points('spx'))} {d.percent('spx')}."
    )


def best_day_since(d: Draft) -> str:
    s = d.pick("spx", "comp", "rut")
    then = d.t.extreme_day_since(s)
    v = d.t.points(s)
    wrong = date(then.year - 1, then.month, 12)
    return (
        f"{d.name(s, head=True)} {d.moved(v)} {d.percent(s)}, its {'best' if v > 0 else 'worst'} day "
        f"{d.when('best day since', then, long, wrong, 'since ')}, and closed at {d.level(s)}."
    )


def highest_close_since(d: Draft) -> str:
    s = d.pick("spx", "comp", "rut", "vix")
    high = d.rng.random() < 0.5
    then = d.t.highest_since(s) if high else d.t.lowest_since(s)
    shown = d.pick("a", "b")
    wrong = date(then.year - 2, then.month, 14)
    when = d.when("highest since", then, long if shown == "a" else month, wrong, "since ")
    return f"{d.name(s, head=True)} ended at {d.level(s)}, its {'highest' if high else 'lowest'} close {when}."


def streak(d: Draft) -> str:
    s = d.pick("spx", "comp", "rut")
    n = d.t.streak(s)
    if not 3 <= abs(n) <= 8:
        raise Skip
    v = d.t.points(s)
    return (
        f"{d.name(s, head=True)} {d.moved(v)} {d.percent(s)} to {d.level(s)}, its "
        f"{d.count('streak', abs(n), ORDINALS)} straight {'gain' if n > 0 else 'loss'}."
    )


def yields(d: Draft) -> str:
    d.t.held("tnx")
    now, before = d.t.close("tnx"), d.t.before("tnx", d.day)
    if round(now, 2) == round(before, 2):
        raise Skip
    verb = d.moved(now - before, "rose", "fell", covers=2)
    return (
        f"In the bond market, the yield on the 10-year Treasury {verb} to {d.number('yield', now, 2, '%')} from "
        f"{d.number('yield before', before, 2, '%')} late {d.t.yesterday():%A}. A barrel of U.S. crude {d.pick('rose', 'fell')} "
        f"{d.beyond('1.2%')} to settle at ${d.beyond('71.24')}."
    )


def basis_points(d: Draft) -> str:
    now, before = d.t.close("tnx"), d.t.before("tnx", d.day)
    if abs(now - before) < 0.02:
        raise Skip
    return (
        f"The benchmark 10-year yield {d.moved(now - before, 'climbed', 'slid')} {d.number('basis points', 100 * (now - before), 1)} basis points "
        f"to {d.number('yield', now, 3, '%')}. The dollar index was at {d.beyond('104.21')}. Gold added {d.beyond('0.4%')}."
    )


def fear_gauge(d: Draft) -> str:
    v = d.t.points("vix")
    low, high = d.t.close("vix", field="low"), d.t.close("vix", field="high")
    if high - low < 0.3:
        raise Skip
    return (
        f"The Cboe Volatility Index {d.moved(v, 'rose', 'fell')} {d.points('vix')} points to {d.level('vix')}, after trading as high as "
        f"{d.number('intraday high', high, 2)} and as low as {d.number('intraday low', low, 2)}."
    )


def record_close(d: Draft) -> str:
    s = d.pick("spx", "comp", "rut")
    tops = d.t.records(s, d.day.year)
    if not tops or tops[-1] != d.day or len(tops) > 10:
        raise Skip
    return (
        f"{d.name(s, head=True)} {d.moved(d.t.points(s))} {d.percent(s)} to a {d.word('record', 'record', 'two-month low')} {d.level(s)}, "
        f"the {d.count('records', len(tops), ORDINALS)} record close of the year."
    )


def no_record(d: Draft) -> str:
    s = d.pick("spx", "comp", "rut")
    then, top = d.t.peak(s)
    if then == d.day or (d.day - then).days < 30:
        raise Skip
    gap = 100 * (1 - d.t.close(s) / top)
    return (
        f"{d.name(s, head=True)} stands {d.number('below record', gap, 1, '%')} below its record close of {short(then)}. "
        f"On {d.day:%A} it {d.moved(d.t.points(s))} {d.percent(s)} to {d.level(s)}."
    )


def crossed(d: Draft) -> str:
    s, step = d.rng.choice((("spx", 100), ("comp", 500), ("rut", 50), ("vix", 5)))
    now, before = d.t.close(s), d.t.before(s, d.day)
    mark = step * int(max(now, before) // step)
    if not min(now, before) < mark < max(now, before):
        raise Skip
    up = now > before
    closes = d.t.closes(s)[:-1]
    met = closes[closes > mark] if up else closes[closes < mark]
    if not len(met) or (d.day - met.index[-1].date()).days < 45:
        raise Skip
    then = met.index[-1].date()
    level = d.put_level("crossed", f"{mark:,}", f"{int(mark + (2 * step if up else -2 * step)):,}")
    return f"{d.name(s, head=True)} closed {'above' if up else 'below'} {level} for the first time {d.when('first since', then, long, date(then.year - 1, 3, 14), 'since ')}."  # fmt: skip


def intraday_swing(d: Draft) -> str:
    s = d.pick("spx", "comp", "rut")
    base = d.t.before(s, d.day)
    low = 100 * (1 - d.t.close(s, field="low") / base)
    if low < 0.5:
        raise Skip
    return f"{d.name(s, head=True)} fell as much as {d.number('intraday fall', low, 1, '%')} before closing {d.moved(d.t.points(s), 'up', 'down')} {d.percent(s)} at {d.level(s)}."


def dateline(d: Draft) -> str:
    return (
        f"NEW YORK, {d.day:%B} {d.day.day} (Reuters) - Wall Street ended {d.pick('mixed', 'a choppy session')}. The S&P 500 {_move(d, 'spx', decimals=2)}. "
        f"Volume on U.S. exchanges was {d.beyond('10.81 billion')} shares, compared with the {d.beyond('11.62 billion')} average of the last 20 trading days."
    )


def month_end(d: Draft) -> str:
    if d.t.day.month == d.next_day.month:
        raise Skip
    v = d.t.change("spx", "month")
    w = d.t.change("rut", "month")
    return (
        f"With {d.day:%B} in the books, the S&P 500 {d.moved(v)} {d.percent('spx', 'month')} for the month and the Russell 2000 "
        f"{d.moved(w)} {d.percent('rut', 'month')}. The Nasdaq's {d.day:%B} {d.moved(d.t.change('comp', 'month'), 'gain', 'loss')} was {d.percent('comp', 'month')}."
    )


def sectors_day(d: Draft) -> str:
    keys = [f"sector.{k}" for k in ("xlb", "xle", "xlf", "xli", "xlk", "xlp", "xlu", "xlv", "xly")]
    ranked = sorted(keys, key=lambda k: d.t.change(k))
    top, bottom = ranked[-1], ranked[0]
    return (
        f"Among the S&P 500's sectors, {d.name(top)} {d.moved(d.t.change(top))} {d.percent(top, decimals=2)} and "
        f"{d.name(bottom)} {d.moved(d.t.change(bottom))} {d.percent(bottom, decimals=2)}."
    )


def other_indexes(d: Draft) -> str:
    return (
        f"The Russell 1000 rose {d.beyond('0.8%')}, the S&P MidCap 400 added {d.beyond('1.1%')} and the Nasdaq 100 lost {d.beyond('0.3%')}. "
        f"London's FTSE 100 closed up {d.beyond('0.4%')} at {d.beyond('7,512.30')}. The Russell 2000 {d.moved(d.t.points('rut'))} {d.percent('rut')}."
    )


def two_days(d: Draft) -> str:
    s = d.pick("spx", "comp", "rut")
    y = d.t.yesterday()
    v = 100 * (d.t.close(s, y) / d.t.before(s, y) - 1)
    two = 100 * d.t.over(s, 2)
    return (
        f"{d.name(s, head=True)} {d.moved(d.t.points(s))} {d.percent(s)} on {d.day:%A} after it {d.moved(v)} {d.number('day before', v, 1, '%')} on {y:%A}. "
        f"Its two-day {d.moved(two, 'gain', 'loss')} comes to {d.number('two-day', two, 1, '%')}."
    )


def winners(d: Draft) -> str:
    values = d.t.returns("spx")
    values = values[values.index.year == d.day.year]
    if len(values) > 12:
        raise Skip
    up = int((values > 0).sum())
    return f"The S&P 500 has risen in {d.count('sessions up', up, CARDINALS)} of the {len(values)} sessions so far this year."


FORMS = (agency_close, agency_percent, three_in_one, how_indexes_fared, cable, week_in_text, best_day_since, highest_close_since, streak, yields, basis_points, fear_gauge, record_close, no_record, crossed, intraday_swing, dateline, month_end, sectors_day, other_indexes, two_days, winners)  # fmt: skip
