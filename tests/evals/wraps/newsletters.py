"""Newsletters, bullet lists and tables."""

from datetime import date, timedelta

from tests.evals.wraps.draft import Draft
from tests.evals.wraps.tape import Skip

INDEXES = (("spx", "S&P 500"), ("comp", "Nasdaq"), ("rut", "Russell 2000"))


def closing_line(d: Draft) -> str:
    return "The close: " + " | ".join(f"{n} {d.level(s)} ({d.percent(s, decimals=2, sign=True)})" for s, n in INDEXES)


def bullets(d: Draft) -> str:
    lines = [
        f"- {n}: {d.level(s)} {d.points(s, sign=True)} ({d.percent(s, decimals=2, sign=True)})" for s, n in INDEXES
    ]
    return "Good morning. Here is where things stood at the bell:\n\n" + "\n".join(lines)


def bullets_period(d: Draft) -> str:
    w, y = ([f"* {n}: {d.percent(s, win, sign=True)}" for s, n in INDEXES] for win in ("week", "year"))
    return "This week\n\n" + "\n".join(w) + "\n\nYear to date\n\n" + "\n".join(y)


def respectively(d: Draft) -> str:
    v = [d.t.change(s, "year") for s, _ in INDEXES]
    if min(v) * max(v) < 0:
        raise Skip
    word = "gained" if v[0] > 0 else "lost"
    a, b, c = (d.percent(s, "year") for s, _ in INDEXES)
    return f"Year to date, the S&P 500, the Nasdaq and the Russell 2000 have {word} {a}, {b} and {c}, respectively."


def levels_respectively(d: Draft) -> str:
    a, b = d.level("spx"), d.level("comp")
    return f"The S&P 500 and the Nasdaq Composite finished at {a} and {b}, respectively. The NYSE had {d.beyond('112')} new highs and {d.beyond('45')} new lows."


def so_far_this_month(d: Draft) -> str:
    a, b = d.t.change("rut", "month"), d.t.change("comp", "month")
    return f"Month to date: Russell 2000 {d.moved(a, 'up', 'down')} {d.percent('rut', 'month')}, Nasdaq {d.moved(b, 'up', 'down')} {d.percent('comp', 'month')}."


def five_sessions(d: Draft) -> str:
    v = 100 * d.t.over("rut", 5)
    w = 100 * d.t.over("spx", 5)
    return f"Over the past five sessions the Russell 2000 has {d.moved(v, 'gained', 'lost')} {d.number('five sessions', v, 1, '%')} and the S&P 500 has {d.moved(w, 'gained', 'lost')} {d.number('five sessions', w, 1, '%')}."


def year_ago(d: Draft) -> str:
    then = d.day - timedelta(days=365)
    if (d.day.month, d.day.day) == (2, 29) or then.weekday() > 4 or (then.month, then.day) != (d.day.month, d.day.day):
        raise Skip
    return f"The VIX sits at {d.level('vix')}. A year ago it was at {d.number('year ago', d.t.close('vix', then), 2)}."


def sectors_list(d: Draft) -> str:
    keys = (("xlk", "Technology"), ("xlf", "Financials"), ("xle", "Energy"), ("xlu", "Utilities"))
    return "Sector moves:\n" + "\n".join(f"- {n}: {d.percent('sector.' + k, decimals=2, sign=True)}" for k, n in keys)


def leaders(d: Draft) -> str:
    keys = (
        "sector.xlb",
        "sector.xle",
        "sector.xlf",
        "sector.xli",
        "sector.xlk",
        "sector.xlp",
        "sector.xlu",
        "sector.xlv",
        "sector.xly",
    )
    d.t.held(*keys)
    ranked = sorted((*keys, *(k for k in ("sector.xlre", "sector.xlc") if _has(d, k))), key=lambda k: d.t.change(k))
    if ranked[-1] not in keys:
        raise Skip
    return f"{d.name(ranked[-1]).capitalize()} {'were' if d.name(ranked[-1]).endswith('s') else 'was'} the {d.word('best sector', 'best-performing', 'worst-performing')} sector of the day, at {d.percent(ranked[-1], decimals=2, sign=True)}."


def _has(d: Draft, key: str) -> bool:
    try:
        d.t.held(key)
    except Skip:
        return False
    return True


def markdown_table(d: Draft) -> str:
    rows = [
        f"| {n} | {d.level(s)} | {d.percent(s, 'day', 2, sign=True)} | {d.percent(s, 'week', 2, sign=True)} | {d.percent(s, 'year', 2, sign=True)} |"
        for s, n in INDEXES
    ]
    return "| Index | Close | Day | Week | YTD |\n|---|---|---|---|---|\n" + "\n".join(rows)


def plain_table(d: Draft) -> str:
    rows = [f"{n:<16}{d.level(s)}   {d.points(s, sign=True)}   {d.percent(s, 'day', 2, sign=True)}" for s, n in INDEXES]
    return (
        f"Market snapshot, {d.day:%B} {d.day.day}, {d.day.year}\n\nIndex           Last       Change    % Change\n"
        + "\n".join(rows)
    )


def year_table(d: Draft) -> str:
    years = [d.day.year - 3, d.day.year - 2, d.day.year - 1]
    rows = []
    for s, n in INDEXES:
        cells = [
            d.number("year column", 100 * d.t.period(s, date(y, 1, 1), date(y, 12, 31)), 1, "%", sign=True)
            for y in years
        ]
        rows.append("| " + " | ".join([n, *cells]) + " |")
    return "| Index | " + " | ".join(map(str, years)) + " |\n|---|---|---|---|\n" + "\n".join(rows)


def tabbed(d: Draft) -> str:
    rows = [
        f"{n}\t{d.percent(s, 'month', 1, sign=True)}\t{d.percent(s, 'quarter', 1, sign=True)}\t{d.percent(s, 'year', 1, sign=True)}"
        for s, n in INDEXES
    ]
    return "\tMTD\tQTD\tYTD\n" + "\n".join(rows)


def comparison(d: Draft) -> str:
    a, b = d.t.change("rut"), d.t.change("spx")
    if min(a, b) < 0 or abs(a - b) < 0.0015:
        raise Skip
    return f"The Russell 2000 gained {d.percent('rut')}, {d.word('comparison', 'more than' if a > b else 'less than', 'less than' if a > b else 'more than')} the S&P 500, which rose {d.percent('spx')}."


def at_least(d: Draft) -> str:
    v = 100 * d.t.change("comp", "year")
    if v < 6:
        raise Skip
    mark = int(v)
    level = d.put_level("more than", f"{mark}%", f"{mark + 4}%")
    return f"The Nasdaq has surged more than {level} this year; Nvidia alone is up {d.beyond('38%')}, and the index holds {d.beyond('3,000')} companies."


def friday_month(d: Draft) -> str:
    v = d.t.points("rut")
    return (
        f"What happened: small caps {d.moved(v, 'jumped', 'sank')} {d.percent('rut')} on {d.day:%A}. Where that leaves us: the Russell 2000 is {d.moved(d.t.change('rut', 'year'), 'up', 'down')} "
        f"{d.percent('rut', 'year')} for the year, against {d.percent('spx', 'year', sign=True)} for the S&P 500. The 1990s never looked like this; the 9:30 a.m. open was calm."
    )


FORMS = (closing_line, bullets, bullets_period, respectively, levels_respectively, so_far_this_month, five_sessions, year_ago, sectors_list, leaders, markdown_table, plain_table, year_table, tabbed, comparison, at_least, friday_month)  # fmt: skip
