"""Strategists' letters and quarterly reviews."""

from datetime import date, timedelta

from tests.evals.wraps.draft import CARDINALS, Draft, long, month, short
from tests.evals.wraps.tape import Skip

QUARTERS = ("first", "second", "third", "fourth")


def _span(d: Draft, kind: str, s: str, first: date, last: date, decimals: int = 1, **more: bool) -> tuple[float, str]:
    v = 100 * d.t.period(s, first, last)
    return v, d.number(kind, v, decimals, "%", **more)


def _quarter(d: Draft) -> tuple[int, date, date]:
    """The last full quarter before the day: its number, first and last calendar day."""
    now = 4 * d.day.year + (d.day.month - 1) // 3 - 1
    year, n = divmod(now, 4)
    first = date(year, 3 * n + 1, 1)
    last = (date(year + 1, 1, 1) if n == 3 else date(year, 3 * n + 4, 1)) - timedelta(days=1)
    return n, first, last


def quarter_review(d: Draft) -> str:
    n, first, last = _quarter(d)
    r, c, s = (d.t.period(x, first, last) for x in ("rut", "comp", "spx"))
    if min(r, c, s) < 0:
        raise Skip
    return (
        f"{QUARTERS[n].title()} Quarter {first.year} Review\n\nDear investors,\n\nThe Russell 2000 {d.moved(r)} "
        f"{_span(d, 'quarter', 'rut', first, last)[1]} in the {QUARTERS[n]} quarter of {first.year}. That compares with "
        f"{_span(d, 'quarter', 'spx', first, last)[1]} for the S&P 500 and {_span(d, 'quarter', 'comp', first, last)[1]} for the Nasdaq."
    )


def quarter_over_same(d: Draft) -> str:
    n, first, last = _quarter(d)
    r, s = d.t.period("rut", first, last), d.t.period("spx", first, last)
    return (
        f"Small caps had an eventful {QUARTERS[n]} quarter: the Russell 2000 {d.moved(r)} {_span(d, 'quarter', 'rut', first, last)[1]}. "
        f"Over the same period the S&P 500 {d.moved(s)} {_span(d, 'quarter', 'spx', first, last)[1]}. Earnings of its members are expected to "
        f"grow {d.beyond('9%')} this year, at {d.beyond('21.3')} times forward earnings."
    )


def since_low(d: Draft) -> str:
    closes = d.t.closes("rut").iloc[-300:-40]
    then = closes.idxmin().date()
    r, s = 100 * d.t.between("rut", then, d.day), 100 * d.t.between("spx", then, d.day)
    if min(r, s) < 3:
        raise Skip
    return (
        f"Since the low of {long(then)}, the Russell 2000 has gained {d.number('since a date', r, 1, '%')}, while the S&P 500 "
        f"has added {d.number('since a date', s, 1, '%')}."
    )


def has_since(d: Draft) -> str:
    closes = d.t.closes("spx").iloc[-260:-30]
    then = closes.index[d.rng.randrange(len(closes))].date()
    v = 100 * d.t.between("spx", then, d.day)
    if abs(v) < 1:
        raise Skip
    return f"The S&P 500 closed at {d.level('spx', then, kind='level of a date')} on {long(then)}. Since then it has {d.moved(v, 'risen', 'fallen')} {d.number('since then', v, 1, '%')}."


def years_back(d: Draft) -> str:
    n = d.rng.choice((3, 5, 10))
    try:
        then = d.day.replace(year=d.day.year - n)
    except ValueError as error:
        raise Skip from error
    r, s = (100 * d.t.between(x, then, d.day) for x in ("rut", "spx"))
    if min(r, s) < 2:
        raise Skip
    word = {3: "three", 5: "five", 10: "ten"}[n]
    return f"Over the past {word} years, the Russell 2000 has climbed {d.number('years', r, 1, '%')} and the S&P 500 {d.number('years', s, 1, '%')}, before dividends."


def calendar_year(d: Draft) -> str:
    y = d.day.year - d.rng.choice((1, 1, 2, 3))
    first, last = date(y, 1, 1), date(y, 12, 31)
    r, s = d.t.period("rut", first, last), d.t.period("spx", first, last)
    return (
        f"In {y}, the Russell 2000 {d.moved(r)} {_span(d, 'a year', 'rut', first, last)[1]}; the S&P 500 {d.moved(s)} "
        f"{_span(d, 'a year', 'spx', first, last)[1]}. So far in {d.day.year} the S&P 500 is {d.moved(d.t.change('spx', 'year'), 'up', 'down')} {d.percent('spx', 'year')}."
    )


def average_line(d: Draft) -> str:
    s, n = d.pick("spx", "rut", "comp"), d.rng.choice((50, 200))
    line = float(d.t.closes(s).iloc[-n:].mean())
    gap = 100 * (d.t.close(s) / line - 1)
    if abs(gap) < 0.4:
        raise Skip
    name = d.pick(f"{n}-day moving average", f"{n}-day average", f"{n}-DMA", f"{n}-day simple moving average")
    return (
        f"{d.name(s, head=True)} closed at {d.level(s)}, {d.number('from average', gap, 1, '%')} {d.word_covering(gap > 0, 'above', 'below')} its {name}, "
        f"which stands at {d.number('average', line, 2)}."
    )


def lead(d: Draft) -> str:
    r, s = d.t.change("rut", "month"), d.t.change("spx", "month")
    gap = 100 * (r - s)
    return (
        f"So far in {d.day:%B}, the Russell 2000 has {d.moved(gap, 'outperformed', 'lagged')} the S&P 500 by "
        f"{d.number('spread', gap, 1)} percentage points. Year to date the Russell is {d.moved(d.t.change('rut', 'year'), 'up', 'down')} {d.percent('rut', 'year')}."
    )


def best_month_since(d: Draft) -> str:
    if d.next_day.month == d.day.month:
        raise Skip
    s = d.pick("spx", "rut", "comp")
    closes = d.t.closes(s)
    months = closes.groupby(closes.index.to_period("M")).last().pct_change()
    now = months.iloc[-1]
    met = months[:-1][months[:-1] >= now] if now > 0 else months[:-1][months[:-1] <= now]
    if not len(met) or len(months) - months.index.get_loc(met.index[-1]) < 5:
        raise Skip
    then = met.index[-1].to_timestamp().date()
    return (
        f"{d.name(s, head=True)} {d.moved(now, 'gained', 'lost')} {d.percent(s, 'month')} in {d.day:%B}, its {'best' if now > 0 else 'worst'} month "
        f"{d.when('best month since', then, month, date(then.year - 1, then.month, 1), 'since ')}."
    )


def peak_to_trough(d: Draft) -> str:
    closes = d.t.closes("rut").iloc[-700:]
    top = closes.idxmax()
    rest = closes[top:]
    low = rest.idxmin()
    fall = 100 * (1 - rest.min() / closes.max())
    if fall < 8:
        raise Skip
    return f"From its peak on {short(top.date())} to its low on {short(low.date())}, the Russell 2000 fell {d.number('between dates', fall, 1, '%')}, measured at the close."


def record_of(d: Draft) -> str:
    s = d.pick("spx", "rut", "comp")
    then, top = d.t.peak(s)
    if then == d.day:
        raise Skip
    return f"The record close of {d.name(s)}, {d.number('level of a record', top, 2)}, was set on {d.when('date of a record', then, long, then - timedelta(days=61))}."


def first_half(d: Draft) -> str:
    if d.day.month < 7:
        raise Skip
    first, last = date(d.day.year, 1, 1), date(d.day.year, 6, 30)
    s, c = d.t.period("spx", first, last), d.t.period("comp", first, last)
    return f"In the first half of {d.day.year} the S&P 500 {d.moved(s)} {_span(d, 'half', 'spx', first, last)[1]} and the Nasdaq {d.moved(c)} {_span(d, 'half', 'comp', first, last)[1]}."


def fund_total(d: Draft) -> str:
    y = d.day.year - 1
    closes = d.t.closes("iwm", "adj_close")
    before, last = closes.loc[: f"{y - 1}-12-31"], closes.loc[: f"{y}-12-31"]
    if not len(before):
        raise Skip
    v = 100 * float(last.iloc[-1] / before.iloc[-1] - 1)
    return f"The iShares Russell 2000 ETF (IWM) {d.moved(v, 'returned', 'lost')} {d.number('total return', v, 1, '%')} in {y} with dividends reinvested."


def month_of_past(d: Draft) -> str:
    last = d.day.replace(day=1) - timedelta(days=1)
    first = last.replace(day=1)
    r = d.t.period("rut", first, last)
    s = d.t.period("spx", first, last)
    return (
        f"{last:%B} was not dull. The Russell 2000 {d.moved(r)} {_span(d, 'past month', 'rut', first, last)[1]} in {last:%B}, "
        f"the S&P 500 {d.moved(s)} {_span(d, 'past month', 'spx', first, last)[1]}."
    )


def vix_count(d: Draft) -> str:
    closes = d.t.closes("vix")
    closes = closes[closes.index.year == d.day.year]
    n = int((closes > 30).sum())
    return f"The VIX has closed above 30 {d.count('sessions above', n, CARDINALS)} times this year and ended {d.day:%A} at {d.level('vix')}."


def not_record(d: Draft) -> str:
    then, _ = d.t.peak("spx")
    if (d.day - then).days < 20:
        raise Skip
    return f"The S&P 500 {d.word('negation', 'did not close', 'closed')} at a record on {d.day:%B} {d.day.day}. It ended at {d.level('spx')}."


def aside(d: Draft) -> str:
    y = d.day.year - 1
    then = d.t.closes("rut")[: f"{y}-12-31"].iloc[-250:].idxmax().date()
    return (
        f"The Russell 2000 peaked in {month(then)} and has been argued about ever since. The S&P 500 {d.moved(d.t.points('spx'))} {d.percent('spx')} "
        f"to {d.level('spx')} on {d.day:%B} {d.day.day}, while the Nasdaq {d.moved(d.t.points('comp'))} {d.percent('comp')}."
    )


FORMS = (quarter_review, quarter_over_same, since_low, has_since, years_back, calendar_year, average_line, lead, best_month_since, peak_to_trough, record_of, first_half, fund_total, month_of_past, vix_count, not_record, aside)  # fmt: skip
