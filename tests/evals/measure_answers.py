"""The answers to ``measure_questions`` by plain pandas, apart from the program: nothing of it is imported here.

Read from the bars of ../shared as of 22 January 2026 when it is run; ``OUT`` holds the readings of each question.
"""

from pathlib import Path

import numpy as np
import pandas as pd

M = str(Path(__file__).resolve().parents[3] / "shared" / "market") + "/"
D = pd.Timestamp("2026-01-22")
T = pd.Timestamp


def load(p):
    return pd.read_csv(M + p, parse_dates=["date"]).set_index("date").sort_index().loc[:D]


idx = {k: load(f"indices/{k}.csv") for k in "RUT GSPC IXIC DJI VIX TNX".split()}
SESS = idx["GSPC"].index
idx["VIX"] = idx["VIX"][idx["VIX"].index.isin(SESS)]
SECT = "XLB XLC XLE XLF XLI XLK XLP XLRE XLU XLV XLY".split()
etf = {k: load(f"etf/{k}.csv") for k in SECT + "SPY QQQ IWM IJR".split()}
for k, f in {**idx, **etf}.items():
    assert f.index.is_unique and f.close.notna().all() and f.index.isin(SESS).all(), k
    gone = SESS[(f.index[0] <= SESS)].difference(f.index)
    assert len(gone) <= 1, k  # ^TNX lacks one
RUT, SPX, NDQ, DJI, VIX, TNX = (idx[k].close for k in "RUT GSPC IXIC DJI VIX TNX".split())
C = {k: f.close for k, f in etf.items()}
A = {k: f.adj_close for k, f in etf.items()}  # Yahoo's adjusted close
TR = {
    k: ((f.close + f.dividends) / f.close.shift()).fillna(1).cumprod() for k, f in etf.items()
}  # reinvested at ex-date close


def on(s, d):
    return s.loc[: T(d)].iloc[-1]  # last value on or before d


def ond(s, d):
    return s.loc[: T(d)].index[-1]


def chg(s, a, b=D):
    return on(s, b) / on(s, a) - 1  # base: last close on or before a


def rets(s, a, b=D):
    r = s.pct_change()
    return r[(r.index > T(a)) & (r.index <= T(b))]


def bucket(s, freq):
    e = s.groupby(s.index.to_period(freq)).last()
    return e.pct_change().dropna()


def vol(r):
    return r.std(ddof=1) * np.sqrt(252)


def corr(x, y):
    j = pd.concat([x, y], axis=1, sort=False).dropna()
    return float(np.corrcoef(j.iloc[:, 0], j.iloc[:, 1])[0, 1]), len(j)


def beta(y, x):
    j = pd.concat([y, x], axis=1, sort=False).dropna()
    return float(np.cov(j.iloc[:, 0], j.iloc[:, 1], ddof=1)[0, 1] / np.var(j.iloc[:, 1], ddof=1)), len(j)


def dd(s):
    q = s / s.cummax() - 1
    t = q.idxmin()
    p = s.loc[:t].idxmax()
    return q.min(), p, t


def smp(s, a, b=D):
    return s.loc[T(a) : T(b)]


OUT = {}


def F(what, value, unit):
    if isinstance(value, pd.Timestamp):
        value = value.date().isoformat()
    elif isinstance(value, (np.floating, float)):
        value = float(value)
    elif isinstance(value, (np.integer, int)):
        value = int(value)
    assert not (isinstance(value, float) and not np.isfinite(value)), what
    return {"what": what, "value": value, "unit": unit}


def ans(n, reading, *figs):
    OUT.setdefault(n, []).append({"reading": reading, "figures": [F(*f) for f in figs]})


FR, PT, CT, DT, US, BP, RA, SE, TX = "fraction points count date USD bp ratio sessions text".split()

# checks that MEASURES.md prints
assert (
    round(chg(RUT, "2025-09-30", "2025-12-31"), 4) == 0.0186 and (smp(VIX, "2025-01-01", "2025-12-31") > 30).sum() == 12
)
assert round(chg(RUT, "2021-01-22"), 4) == 0.2536 and round(chg(SPX, "2021-01-22"), 4) == 0.7997
assert round(corr(C["IWM"].pct_change().iloc[-252:], C["SPY"].pct_change().iloc[-252:])[0], 3) == 0.873
assert round(1e4 * (1 + chg(C["IWM"], "2019-12-31"))) == 16285

# 1
ans(
    1,
    "^RUT close, 2024-12-31 to 2025-12-31, price",
    ("return", chg(RUT, "2024-12-31", "2025-12-31"), FR),
    ("base close 2024-12-31", on(RUT, "2024-12-31"), PT),
    ("end close 2025-12-31", on(RUT, "2025-12-31"), PT),
)
# 2
r = rets(SPX, "2019-12-31")
ans(
    2,
    "^GSPC close to close, sessions from 2020-01-02 to 2026-01-22, in percent",
    ("date", r.idxmin(), DT),
    ("return", r.min(), FR),
    ("points lost that day", SPX.diff()[r.idxmin()], PT),
)
p = SPX.diff().loc["2020-01-01":]
ans(2, "^GSPC in index points", ("date", p.idxmin(), DT), ("points", p.min(), PT), ("return", r[p.idxmin()], FR))
# 3
r = rets(NDQ, "2024-12-31", "2025-12-31")
ans(
    3,
    "^IXIC close to close, return < -2 %, sessions of 2025",
    ("days", (r < -0.02).sum(), CT),
    ("of sessions", len(r), CT),
    *[("date", d, DT) for d in r.index[r < -0.02]],
)
# 4
d = VIX.index[VIX > 40][-1]
ans(4, "^VIX close > 40, last date", ("date", d, DT), ("close", VIX[d], PT))
cr = VIX[(VIX > 40) & (VIX.shift() <= 40)].index[-1]
ans(
    4,
    "^VIX last crossed above 40 on a closing basis (start of the last stay)",
    ("date", cr, DT),
    ("close", VIX[cr], PT),
)


# 5
def grow(n, sym, a, amt):
    ans(
        n,
        f"{sym} total return by Yahoo's adjusted close, base close {ond(C[sym], a).date()}",
        ("worth", amt * (1 + chg(A[sym], a)), US),
        ("total return", chg(A[sym], a), FR),
    )
    ans(
        n,
        f"{sym} total return, each dividend reinvested at the ex-date's close, same base",
        ("worth", amt * (1 + chg(TR[sym], a)), US),
        ("total return", chg(TR[sym], a), FR),
    )
    ans(
        n,
        f"{sym} price only, same base",
        ("worth", amt * (1 + chg(C[sym], a)), US),
        ("price return", chg(C[sym], a), FR),
    )


grow(5, "IWM", "2015-12-31", 10000)
# 6
for lab, S in (("price", C), ("adjusted closes, dividends included", A)):
    for w, f in (
        ("calendar year: sessions after 2025-01-22 to 2026-01-22", lambda s: rets(s, "2025-01-22")),
        ("last 252 sessions", lambda s: s.pct_change().iloc[-252:]),
    ):
        c, n = corr(f(S["IWM"]), f(S["SPY"]))
        ans(6, f"daily simple returns, {lab}, {w}", ("correlation", c, RA), ("n", n, SE))
# 7
b, n = beta(RUT.pct_change().iloc[-252:], SPX.pct_change().iloc[-252:])
ans(
    7,
    "^RUT on ^GSPC, last 252 daily returns (first session %s)" % RUT.index[-252].date(),
    ("beta", b, RA),
    ("n", n, SE),
)
# 8
ans(
    8,
    "^IXIC, last 30 daily returns, ddof 1, x sqrt 252",
    ("volatility", vol(NDQ.pct_change().iloc[-30:]), FR),
    ("first session", NDQ.index[-30], DT),
)
ans(8, "^IXIC, last 30 closes (29 returns), ddof 1, x sqrt 252", ("volatility", vol(NDQ.pct_change().iloc[-29:]), FR))
# 9
q, a, b = dd(smp(SPX, "2021-12-31", "2022-12-31"))
ans(
    9,
    "^GSPC closes, 2021-12-31 (base) to 2022-12-30",
    ("drawdown", q, FR),
    ("peak date", a, DT),
    ("trough date", b, DT),
    ("peak close", SPX[a], PT),
    ("trough close", SPX[b], PT),
)
g = smp(idx["GSPC"], "2022-01-01", "2022-12-31")
h = g.high.cummax()
q = g.low / h - 1
ans(
    9,
    "^GSPC intraday high to intraday low in 2022",
    ("drawdown", q.min(), FR),
    ("peak date", g.high.loc[: q.idxmin()].idxmax(), DT),
    ("trough date", q.idxmin(), DT),
)
# 10
for lab, S in (("price", C), ("total return, adjusted closes", A)):
    k = pd.Series({s: chg(S[s], "2025-12-31") for s in SECT}).sort_values(ascending=False)
    ans(
        10,
        f"eleven sector SPDRs, {lab}, 2025-12-31 to 2026-01-22, best first",
        ("first", k.index[0], TX),
        ("last", k.index[-1], TX),
        *[(s, v, FR) for s, v in k.items()],
    )
# 11
d = DJI.idxmax()
ans(
    11,
    "^DJI close against highest close (data since 2011-03-17)",
    ("distance", on(DJI, D) / DJI[d] - 1, FR),
    ("points below", on(DJI, D) - DJI[d], PT),
    ("record date", d, DT),
    ("record close", DJI[d], PT),
    ("close 2026-01-22", on(DJI, D), PT),
)


# 12
def runs(mask):
    g = (~mask).cumsum()[mask]
    return [(len(x), x.index[0], x.index[-1]) for _, x in g.groupby(g)]


m = rets(RUT, "2016-01-22") < 0
R = runs(m)
L = max(x[0] for x in R)
ans(
    12,
    "^RUT consecutive falling closes, sessions after 2016-01-22",
    ("longest streak", L, SE),
    *[
        z
        for x in R
        if x[0] == L
        for z in (
            ("first falling session", x[1], DT),
            ("last falling session (end)", x[2], DT),
            ("loss over the streak", RUT[x[2]] / RUT.shift()[x[1]] - 1, FR),
        )
    ],
)
# 13
mr = bucket(RUT, "M")
J = mr[mr.index.month == 1]
for lab, x in (
    ("twenty complete Januaries 2006 to 2025", J["2006":"2025"]),
    ("twenty Januaries 2007 to 2026, the last running to 2026-01-22", J["2007":"2026"]),
):
    assert len(x) == 20
    ans(
        13,
        f"^RUT monthly price returns, {lab}",
        ("average", x.mean(), FR),
        ("up", (x > 0).sum(), CT),
        ("n", len(x), CT),
        ("median", x.median(), FR),
    )
# 14
d = VIX.loc["2025-04-01":"2025-04-30"]
d = d.index[d > 40][0]
i = SPX.index.get_loc(d)
ans(
    14,
    "^GSPC 21 sessions from the close of the first VIX close above 40",
    ("event", d, DT),
    ("VIX close", VIX[d], PT),
    ("return", SPX.iloc[i + 21] / SPX.iloc[i] - 1, FR),
    ("end", SPX.index[i + 21], DT),
)
e = d + pd.DateOffset(months=1)
ans(
    14,
    f"^GSPC one calendar month, to the last close on or before {e.date()}",
    ("event", d, DT),
    ("return", chg(SPX, d, e), FR),
    ("end", ond(SPX, e), DT),
)
e2 = SPX.loc[e:].index[0]
ans(
    14,
    f"^GSPC one calendar month, to the next close on or after {e.date()}",
    ("event", d, DT),
    ("return", chg(SPX, d, e2), FR),
    ("end", e2, DT),
)
# 15
ans(
    15,
    "^TNX close, 2024-12-31 to 2026-01-22",
    ("change", (on(TNX, D) - on(TNX, "2024-12-31")) * 100, BP),
    ("yield 2024-12-31", on(TNX, "2024-12-31") / 100, FR),
    ("yield 2026-01-22", on(TNX, D) / 100, FR),
)
# 16
s50, s200 = RUT.rolling(50).mean(), RUT.rolling(200).mean()
up = (s50 > s200) & (s50.shift() <= s200.shift())
d = RUT.index[up][-1]
ans(
    16,
    "^RUT simple averages of closes, first session with SMA50 > SMA200",
    ("date", d, DT),
    ("SMA50", s50[d], PT),
    ("SMA200", s200[d], PT),
)
# 17
ans(
    17,
    "^RUT close against SMA200",
    ("above", "yes" if RUT[D] > s200[D] else "no", TX),
    ("distance", RUT[D] / s200[D] - 1, FR),
    ("SMA200", s200[D], PT),
    ("close", RUT[D], PT),
)
# 18
rec = SPX.cummax().shift() < SPX
x = rec.loc["2025"]
ans(
    18,
    "^GSPC closes strictly above every earlier close, 2025",
    ("records", x.sum(), CT),
    ("first", x.index[x][0], DT),
    ("last", x.index[x][-1], DT),
)
# 19
lows = {k: smp(C[k], "2025-04-01", "2025-04-30").idxmin() for k in ("IWM", "QQQ", "SPY")}
for lab, S in (("price", C), ("total return, adjusted closes", A)):
    a, b = chg(S["IWM"], lows["IWM"]), chg(S["QQQ"], lows["QQQ"])
    ans(
        19,
        f"{lab}, from each one's lowest April close ({lows['IWM'].date()}, {lows['QQQ'].date()}) to 2026-01-22",
        ("better", "IWM" if a > b else "QQQ", TX),
        ("IWM", a, FR),
        ("QQQ", b, FR),
        ("IWM less QQQ", a - b, FR),
    )
li = {k: smp(etf[k].low, "2025-04-01", "2025-04-30").idxmin() for k in ("IWM", "QQQ")}
a, b = (C[k][D] / etf[k].low[li[k]] - 1 for k in ("IWM", "QQQ"))
ans(
    19,
    f"price, from each one's lowest intraday price ({li['IWM'].date()}, {li['QQQ'].date()}) to the close of 2026-01-22",
    ("better", "IWM" if a > b else "QQQ", TX),
    ("IWM", a, FR),
    ("QQQ", b, FR),
    ("IWM less QQQ", a - b, FR),
)
# 20
x = mr["2000-01":]
ans(20, "^RUT calendar months, price, January 2000 on", ("month", str(x.idxmax()), TX), ("return", x.max(), FR))
# 21
x = rets(DJI, "1986-12-31").nsmallest(5)
ans(
    21,
    "^DJI in percent; the bars begin 2011-03-17, so 1987, 2008 and so on are not held",
    ("first bar", DJI.index[0], DT),
    *[z for d, v in x.items() for z in (("date", d, DT), ("return", v, FR))],
)
x = DJI.diff().nsmallest(5)
ans(
    21,
    "^DJI in index points; the bars begin 2011-03-17",
    *[z for d, v in x.items() for z in (("date", d, DT), ("points", v, PT))],
)
# 22
yr, ys = bucket(RUT, "Y")["2015":"2025"], bucket(SPX, "Y")["2015":"2025"]
w = yr > ys
ans(
    22,
    "^RUT against ^GSPC, calendar-year price returns 2015 to 2025",
    ("years", w.sum(), CT),
    ("of", len(w), CT),
    *[("year", str(p), TX) for p in w.index[w]],
)
ti = bucket(A["IWM"], "Y")["2015":"2025"] > bucket(A["SPY"], "Y")["2015":"2025"]
ans(
    22,
    "with dividends, by IWM and SPY",
    ("years", ti.sum(), CT),
    ("of", len(ti), CT),
    *[("year", str(p), TX) for p in ti.index[ti]],
)
# 23
d = TNX.idxmax()
ans(
    23,
    "^TNX highest close (bars since 2011-03-16; answers 'since 2007' only if 2011 on holds the high)",
    ("yield", TNX[d] / 100, FR),
    ("date", d, DT),
)
g = pd.read_csv(M + "macro/DGS10.csv", parse_dates=["date"]).set_index("date").value.dropna().loc[:D]
for lab, a in (("January 2007 on", "2007-01-01"), ("after 2007", "2008-01-01")):
    x = g.loc[a:]
    ans(
        23,
        f"FRED DGS10 (constant maturity, not ^TNX), {lab}",
        ("yield", x.max() / 100, FR),
        *[("date", d, DT) for d in x.index[x == x.max()]],
    )
# 24
pk = NDQ.loc["2021-11-01":"2021-11-30"].idxmax()
nx = NDQ.loc[pk:]
nx = nx.index[nx > NDQ[pk]][0]
ans(
    24,
    "^IXIC sessions from the peak close to the first close above it",
    ("sessions", NDQ.index.get_loc(nx) - NDQ.index.get_loc(pk), SE),
    ("peak date", pk, DT),
    ("peak close", NDQ[pk], PT),
    ("new high date", nx, DT),
    ("new high close", NDQ[nx], PT),
)
# 25
x = rets(SPX, "2024-12-31", "2025-12-31")
c, n = corr(x, VIX.diff().loc["2025"])
ans(25, "^GSPC returns and ^VIX changes in points, sessions of 2025", ("correlation", c, RA), ("n", n, SE))
c, n = corr(x, VIX.pct_change().loc["2025"])
ans(25, "^GSPC returns and ^VIX percent changes, sessions of 2025", ("correlation", c, RA), ("n", n, SE))
# 26
for lab, S in (("price", C), ("total return, adjusted closes", A)):
    a, b = chg(S["XLE"], "2025-12-31"), chg(S["XLK"], "2025-12-31")
    ans(
        26,
        f"{lab}, 2025-12-31 to 2026-01-22",
        ("XLE", a, FR),
        ("XLK", b, FR),
        ("XLE less XLK", a - b, FR),
        ("change of the ratio XLE/XLK", (1 + a) / (1 + b) - 1, FR),
    )
# 27
f = idx["RUT"]
x = ((f.high - f.low) / f.close.shift()).loc["2026-01"]
ans(
    27,
    "^RUT (high - low) / previous close, mean over January 2026's sessions",
    ("average range", x.mean(), FR),
    ("n", len(x), SE),
)
# 28
for lab, x in (
    ("sessions after 2021-01-22 to 2026-01-22", rets(SPX, "2021-01-22")),
    ("sessions from 2021-01-22 itself", rets(SPX, "2021-01-21")),
    ("calendar years 2021 to 2025", rets(SPX, "2020-12-31", "2025-12-31")),
):
    x = x[x.index.day_of_week == 4]
    ans(
        28,
        f"^GSPC Friday sessions closing above the session before, {lab}",
        ("share", (x > 0).mean(), FR),
        ("up", (x > 0).sum(), CT),
        ("Fridays", len(x), CT),
    )
# 29
ans(
    29,
    "^RUT, base close of 2024-11-05, to 2024-12-31",
    ("return", chg(RUT, "2024-11-05", "2024-12-31"), FR),
    ("base close", on(RUT, "2024-11-05"), PT),
    ("end close", on(RUT, "2024-12-31"), PT),
)
ans(29, "^RUT, election day included: base close of 2024-11-04", ("return", chg(RUT, "2024-11-04", "2024-12-31"), FR))
# 30
f = etf["SPY"]
x = (f.open / f.close.shift() - 1).loc["2025"]
y = (f.open - f.close.shift()).loc["2025"]
ans(
    30,
    "SPY open against previous close, percent, 2025",
    ("date", x.idxmin(), DT),
    ("gap", x.min(), FR),
    ("gap in dollars", y[x.idxmin()], US),
)
ans(30, "SPY open less previous close in dollars, 2025", ("date", y.idxmin(), DT), ("gap in dollars", y.min(), US))
gp = f.high < f.low.shift()
y = (f.high / f.low.shift() - 1).loc["2025"]
z = (f.open / f.low.shift() - 1).loc["2025"]
ans(
    30,
    "SPY open against the previous session's low, percent, 2025 (a chartist's gap)",
    ("date", z.idxmin(), DT),
    ("gap", z.min(), FR),
)
# 31
a = RUT.loc["2021-11"].idxmax()
b = RUT.loc["2022"].idxmin()
ans(
    31,
    "^RUT closes, November 2021 peak to 2022's lowest close",
    ("return", RUT[b] / RUT[a] - 1, FR),
    ("peak date", a, DT),
    ("low date", b, DT),
    ("peak close", RUT[a], PT),
    ("low close", RUT[b], PT),
)
# 32
j = pd.concat([RUT.pct_change(), SPX.pct_change()], axis=1, sort=False).dropna()
w = j.iloc[:, 0] > j.iloc[:, 1]
R = runs(w)
assert R[-1][2] == D
ans(
    32,
    "^RUT daily return above ^GSPC's, run ending 2026-01-22",
    ("sessions", R[-1][0], SE),
    ("first session", R[-1][1], DT),
)


# 33
def nextgap(n, lab, P, Q, start):
    gap = (bucket(P, "M") - bucket(Q, "M"))[start:].dropna()
    full = gap[:"2025-12"]
    ev = full.index[full > 0.05]
    for rule, keep in (
        ("every event", lambda e: True),
        ("an event in the month after an event kept is left out", None),
    ):
        kept, last = [], None
        for e in ev:
            if e + 1 not in full.index:
                continue
            if keep is None and last is not None and e == last + 1:
                continue
            kept.append(e)
            last = e
        x = full[[e + 1 for e in kept]]
        ans(
            n,
            f"{lab}; first full month {gap.index[0]}; {rule}; complete next months only",
            ("average next gap", x.mean(), FR),
            ("n", len(x), CT),
            ("median", x.median(), FR),
            ("share positive", (x > 0).mean(), FR),
            *[("event month", str(e), TX) for e in kept],
        )


nextgap(33, "IWM less SPY, price", C["IWM"], C["SPY"], "2001-01")
nextgap(33, "IWM less SPY, total return, adjusted closes", A["IWM"], A["SPY"], "2001-01")
nextgap(33, "the indices ^RUT less ^GSPC instead, since 2001", RUT, SPX, "2001-01")
# 34
fd = C["SPY"].loc["2025"].groupby(C["SPY"].loc["2025"].index.to_period("M")).head(1).index
assert len(fd) == 12
for lab, S in (
    ("price only", C),
    ("dividends reinvested, adjusted closes", A),
    ("dividends reinvested at the ex-date's close", TR),
):
    v = sum(500 * S["SPY"][D] / S["SPY"][d] for d in fd)
    ans(
        34,
        f"SPY bought at the close of each month's first session of 2025, fractions of shares, {lab}",
        ("worth", v, US),
        ("paid in", 6000.0, US),
        ("gain", v / 6000 - 1, FR),
    )
f = etf["SPY"]
ans(34, "the same bought at the open, price only", ("worth", sum(500 * C["SPY"][D] / f.open[d] for d in fd), US))
# 35
x = bucket(SPX, "Q")["2025Q1":"2025Q4"]
ans(35, "^GSPC calendar quarters of 2025, price", *[(str(p), v, FR) for p, v in x.items()])
# 36
x = rets(NDQ, "2019-12-31")
k = x.groupby(x.index.day_name()).mean().sort_values()
ans(
    36,
    "^IXIC mean daily return by weekday, 2020-01-02 to 2026-01-22",
    ("worst", k.index[0], TX),
    *[(d, v, FR) for d, v in k.items()],
    ("n of the worst", (x.index.day_name() == k.index[0]).sum(), SE),
)
# 37
x = VIX.loc["2025-01-01":]
ans(
    37,
    "^VIX close < 15, sessions from 2025-01-02 to 2026-01-22",
    ("days", (x < 15).sum(), CT),
    ("of sessions", len(x), CT),
)
# 38
for lab, S in (("price", C), ("adjusted closes", A)):
    for w, f in (
        ("sessions after 2023-01-20 (three calendar years)", lambda s: rets(s, "2023-01-22")),
        ("last 756 sessions", lambda s: s.pct_change().iloc[-756:]),
    ):
        k = pd.Series({s: vol(f(S[s])) for s in SECT}).sort_values(ascending=False)
        ans(
            38,
            f"daily returns, {lab}, ddof 1, x sqrt 252, {w}",
            ("most volatile", k.index[0], TX),
            (k.index[0], k.iloc[0], FR),
            ("calmest", k.index[-1], TX),
            (k.index[-1], k.iloc[-1], FR),
        )
# 39
a, b = RUT[D] / SPX[D], on(RUT, "2020-12-31") / on(SPX, "2020-12-31")
ans(
    39,
    "^RUT close / ^GSPC close",
    ("ratio 2026-01-22", a, RA),
    ("ratio 2020-12-31", b, RA),
    ("change", a / b - 1, FR),
    ("difference", a - b, RA),
)
# 40
i = RUT.index.get_loc(T("2024-09-18"))
ans(40, "^RUT from the close of 2024-09-18 to 2024-12-18", ("return", chg(RUT, "2024-09-18", "2024-12-18"), FR))
ans(
    40,
    "^RUT 63 sessions from the close of 2024-09-18",
    ("return", RUT.iloc[i + 63] / RUT.iloc[i] - 1, FR),
    ("end", RUT.index[i + 63], DT),
)
ans(
    40,
    "^RUT from the close before the cut, 2024-09-17, to 2024-12-18",
    ("return", chg(RUT, "2024-09-17", "2024-12-18"), FR),
)
ans(
    40,
    "^RUT from the close before the cut, 2024-09-17, to 2024-12-17",
    ("return", chg(RUT, "2024-09-17", "2024-12-17"), FR),
)
# 41
for lab, s in (("adjusted closes", A["QQQ"]), ("reinvested at the ex-date's close", TR["QQQ"])):
    x = chg(s, "2016-01-22")
    ans(
        41,
        f"QQQ total return, {lab}, 2016-01-22 to 2026-01-22, exponent 1/10",
        ("annual return", (1 + x) ** 0.1 - 1, FR),
        ("total return", x, FR),
    )
    x = chg(s, "2015-12-31", "2025-12-31")
    ans(
        41,
        f"QQQ total return, {lab}, ten calendar years 2016 to 2025",
        ("annual return", (1 + x) ** 0.1 - 1, FR),
        ("total return", x, FR),
    )
# 42
e = DJI.groupby(DJI.index.to_period("W-FRI")).last()
x = e.pct_change()
y = e.diff()
last = DJI.groupby(DJI.index.to_period("W-FRI")).apply(lambda s: s.index[-1])
m = last.dt.year == 2025
ans(
    42,
    "^DJI calendar weeks, percent, weeks ending in 2025",
    ("week's last session", last[x[m].idxmax()], DT),
    ("return", x[m].max(), FR),
    ("points", y[x[m].idxmax()], PT),
)
ans(
    42,
    "in index points",
    ("week's last session", last[y[m].idxmax()], DT),
    ("points", y[m].max(), PT),
    ("return", x[y[m].idxmax()], FR),
)
# 43
x = bucket(SPX, "M")
x = x[x.index.month == 9]["1990":"2025"]
ans(
    43,
    "^GSPC Septembers 1990 to 2025, price",
    ("average", x.mean(), FR),
    ("share negative", (x < 0).mean(), FR),
    ("negative", (x < 0).sum(), CT),
    ("n", len(x), CT),
    ("median", x.median(), FR),
)
# 44
w = (j.iloc[:, 0] > 0) & (j.iloc[:, 1] < 0)
w = w.loc["2026"]
ans(
    44,
    "^RUT up and ^GSPC down, sessions of 2026 to 22 January",
    ("days", w.sum(), CT),
    ("of sessions", len(w), CT),
    *[("date", d, DT) for d in w.index[w]],
)
# 45
v = etf["IWM"].volume
m = v.iloc[-21:-1].mean()
ans(
    45,
    "IWM volume of 2026-01-22 against the mean of the 20 sessions before it",
    ("difference", v[D] / m - 1, FR),
    ("volume", int(v[D]), CT),
    ("average", m, CT),
    ("difference in shares", v[D] - m, CT),
)
# 46
for lab, S in (("price", C), ("total return, adjusted closes", A)):
    a, b = chg(S["IJR"], "2021-01-22"), chg(S["IWM"], "2021-01-22")
    ans(46, f"{lab}, 2021-01-22 to 2026-01-22", ("IJR", a, FR), ("IWM", b, FR), ("IJR less IWM", a - b, FR))
# 47
r = SPX.pct_change()
x = r[r <= -0.02]
x0 = x.loc[:"2026-01-18"]
ans(
    47,
    "^GSPC return <= -2 %, last before the week of 2026-01-19",
    ("date", x0.index[-1], DT),
    ("return", x0.iloc[-1], FR),
    ("this week's", x.index[-1], DT),
    ("this week's return", x.iloc[-1], FR),
)
# 48
for lab, S in (("total return, adjusted closes", A), ("total return, reinvested at the ex-date's close", TR)):
    a, b = chg(S["XLU"], "2024-12-31", "2025-12-31"), chg(S["SPY"], "2024-12-31", "2025-12-31")
    ans(
        48,
        f"{lab}, 2024-12-31 to 2025-12-31",
        ("beat", "yes" if a > b else "no", TX),
        ("XLU", a, FR),
        ("SPY", b, FR),
        ("XLU less SPY", a - b, FR),
    )
# 49
r = NDQ.pct_change().loc["2000":]
ev = np.where(r <= -0.04)[0]
ev = ev[ev + 1 < len(r)]
for lab, skip in (("every such day", False), ("a day that itself is the next day of one kept is left out", True)):
    k, last = [], -9
    for e in ev:
        if skip and e == last + 1:
            continue
        k.append(e)
        last = e
    x = r.iloc[np.array(k) + 1]
    ans(
        49,
        f"^IXIC return <= -4 %, 2000 on, next session's return > 0; {lab}",
        ("share up", (x > 0).mean(), FR),
        ("up", (x > 0).sum(), CT),
        ("n", len(x), CT),
        ("median next-day return", x.median(), FR),
    )
# 50
f = idx["VIX"].loc["2024-08-05"]
ans(50, "^VIX 2024-08-05", ("high", f.high, PT), ("close", f.close, PT))
# 51
q = RUT / RUT.cummax() - 1
x = q.loc["2010-01-01":]
ans(
    51,
    "^RUT sessions 2010-01-04 to 2026-01-22 with close more than 20 % below the highest close up to then",
    ("share", (x < -0.2).mean(), FR),
    ("sessions", (x < -0.2).sum(), SE),
    ("of", len(x), SE),
)
# 52
for lab, S in (("price", C), ("adjusted closes", A)):
    z = lambda s: rets(S[s], "2024-12-31", "2025-12-31")
    ans(
        52,
        f"daily returns of 2025, {lab}",
        ("XLF", beta(z("XLF"), z("SPY"))[0], RA),
        ("XLU", beta(z("XLU"), z("SPY"))[0], RA),
        ("n", beta(z("XLU"), z("SPY"))[1], SE),
    )
# 53
ans(
    53,
    "^RUT close, 2025-12-31 to 2026-01-22",
    ("return", chg(RUT, "2025-12-31"), FR),
    ("points", RUT[D] - on(RUT, "2025-12-31"), PT),
)
# 54
q, a, b = dd(smp(SPX, "2024-12-31", "2025-12-31"))
ans(
    54,
    "^GSPC closes, 2024-12-31 (base) to 2025-12-31",
    ("drawdown", q, FR),
    ("peak date", a, DT),
    ("trough date", b, DT),
)
g = smp(idx["GSPC"], "2025-01-01", "2025-12-31")
q = g.low / g.high.cummax() - 1
ans(
    54,
    "^GSPC intraday high to intraday low in 2025",
    ("drawdown", q.min(), FR),
    ("peak date", g.high.loc[: q.idxmin()].idxmax(), DT),
    ("trough date", q.idxmin(), DT),
)
# 55
for lab, x in (
    ("sessions after 2025-01-22", rets(NDQ, "2025-01-22")),
    ("calendar 2025", rets(NDQ, "2024-12-31", "2025-12-31")),
):
    ans(55, f"^IXIC return > 3 %, {lab}", ("days", (x > 0.03).sum(), CT), *[("date", d, DT) for d in x.index[x > 0.03]])
# 56
grow(56, "QQQ", "2020-03-23", 10000)
# 57
cr = TNX[(TNX < 4) & (TNX.shift() >= 4)].index[-1]
d = TNX.index[TNX < 4][-1]
ans(57, "^TNX close, last crossing from 4 % or more to below 4 %", ("date", cr, DT), ("yield", TNX[cr] / 100, FR))
ans(57, "^TNX last close below 4 %", ("date", d, DT), ("yield", TNX[d] / 100, FR))
lo = idx["TNX"].low
d = lo.index[lo < 4][-1]
ans(57, "^TNX last intraday low below 4 %", ("date", d, DT), ("low", lo[d] / 100, FR))
# 58
x = bucket(DJI, "Y")["2016":"2025"]
ans(
    58,
    "^DJI calendar years 2016 to 2025, price, percent",
    ("best year", str(x.idxmax()), TX),
    ("best", x.max(), FR),
    ("worst year", str(x.idxmin()), TX),
    ("worst", x.min(), FR),
)
# 59
a = lambda s: chg(s, "2026-01-09", "2026-01-16")
ans(
    59,
    "calendar week 2026-01-12 to 2026-01-16, base close 2026-01-09",
    ("^RUT", a(RUT), FR),
    ("^GSPC", a(SPX), FR),
    ("^RUT points", on(RUT, "2026-01-16") - on(RUT, "2026-01-09"), PT),
    ("^GSPC points", on(SPX, "2026-01-16") - on(SPX, "2026-01-09"), PT),
)
# 60
x = VIX.loc["2026"]
ans(60, "^VIX highest close of 2026 to 22 January", ("close", x.max(), PT), ("date", x.idxmax(), DT))
