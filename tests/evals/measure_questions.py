"""Sixty questions written from the README and one paragraph alone, each with the calls of ``measure`` that answer it.

The questions were fixed (SHA-256 below, of the lines as they were handed over) before the calls were written, and before
their answers were computed apart from the program in ``measure_answers``. ``want`` names figures of those answers: number
of the reading, then what. Two can't be asked of daily bars in this language, and have no call.
"""

from typing import Any, NamedTuple

SHA256 = "37dd22cd7647b58de19f6f82f98eea0b5393c2537160118a9ed001dd4c6a44d7"
SECTORS = ["xlb", "xlc", "xle", "xlf", "xli", "xlk", "xlp", "xlre", "xlu", "xlv", "xly"]
YEAR25 = {"period": "2025"}
YTD = {"period": "2026"}


class Question(NamedTuple):
    """A question, the calls that answer it, and what of the answers they must give."""

    n: int
    text: str
    calls: tuple[dict[str, Any], ...]
    want: tuple[tuple[int, str], ...]


def _m(measure: str, *subjects: str, **more: Any) -> dict[str, Any]:
    return {"measure": measure, "subjects": list(subjects), **more}


def _w(test: str, than: float | str | None = None, of: str | None = None, run: int | None = None) -> dict[str, Any]:
    given = {"test": test, "than": than, "of": of, "run": run}
    return {k: v for k, v in given.items() if v is not None}


QUESTIONS = (
    Question(1, "What did the Russell 2000 return in 2025?", (_m("change", "rut", window=YEAR25),),
             ((0, "return"), (0, "base close 2024-12-31"), (0, "end close 2025-12-31"))),
    Question(2, "What was the S&P 500's worst day since the start of 2020, and how much did it lose?",
             (_m("extremes", "spx", order="worst", window={"start": "2020-01-01"}),), ((0, "date"), (0, "return"))),
    Question(3, "On how many days in 2025 did the Nasdaq Composite fall by more than 2%?",
             (_m("count", "comp", where=[_w("falls", 2)], window=YEAR25),), ((0, "days"), (0, "of sessions"), (0, "date"))),
    Question(4, "When did the VIX last close above 40?", (_m("last", "vix", where=[_w("above", 40)]),), ((0, "date"), (0, "close"))),
    Question(5, "If I had put $10,000 into IWM at the end of 2015, what would it be worth today with dividends reinvested?",
             (_m("growth", "IWM", amount=10000, window={"start": "2016-01-01"}),), ((0, "worth"), (0, "total return"), (2, "worth"))),
    Question(6, "How closely have IWM and SPY moved together over the past year? I mean the correlation of their daily returns.",
             (_m("correlation", "IWM", "SPY", window={"last": 1, "unit": "year"}), _m("correlation", "IWM", "SPY")),
             ((0, "correlation"), (1, "correlation"))),
    Question(7, "What's the beta of the Russell 2000 to the S&P 500 over the last 252 trading days?",
             (_m("beta", "rut", "spx", window={"last": 252, "unit": "session"}),), ((0, "beta"),)),
    Question(8, "How volatile has the Nasdaq been over the last 30 sessions, annualised?",
             (_m("volatility", "comp", window={"last": 30, "unit": "session"}),), ((0, "volatility"),)),
    Question(9, "Our fund's trustees want to know: how deep was the S&P 500's maximum drawdown in 2022?",
             (_m("drawdown", "spx", window={"period": "2022"}),),
             ((0, "drawdown"), (0, "peak date"), (0, "trough date"), (0, "peak close"), (0, "trough close"))),
    Question(10, "Rank the sector SPDRs by return so far this year. Which is first and which is last?",
             (_m("compare", *SECTORS, window=YTD),), tuple((0, s.upper()) for s in SECTORS)),
    Question(11, "How far is the Dow below its record close, and when was that record set?",
             (_m("drawdown", "dji"), _m("extremes", "dji", order="highest")),
             ((0, "distance"), (0, "record date"), (0, "record close"))),
    Question(12, "What is the longest losing streak of the Russell 2000 in the past ten years, and when did it end?",
             (_m("count", "rut", where=[_w("falls")], window={"last": 10, "unit": "year"}),),
             ((0, "longest streak"), (0, "first falling session"), (0, "last falling session (end)"))),
    Question(13, "On average, how has the Russell 2000 done in January over the last 20 years, and how many of those Januaries were up?",
             (_m("season", "rut", window={"start": "2006-01-01", "end": "2025-12-31", "season": "01"}),
              _m("count", "rut", bucket="month", where=[_w("rises")], window={"start": "2006-01-01", "end": "2025-12-31", "season": "01"})),
             ((0, "average"), (0, "up"), (0, "n"), (0, "median"))),
    Question(14, "How did the S&P 500 do in the month after the VIX closed above 40 for the first time in April 2025?",
             (_m("first", "vix", where=[_w("above", 40)], window={"period": "2025-04"}),
              _m("after", "spx", where=[_w("above", 40, "vix")], window={"period": "2025-04"}, ahead=21),
              _m("change", "spx", window={"start": "2025-04-04", "end": "2025-05-04", "closes": True})),
             ((0, "event"), (0, "VIX close"), (0, "return"), (1, "return"))),
    Question(15, "By how many basis points has the 10-year yield moved since the end of 2024?",
             (_m("change", "tnx", window={"start": "2025-01-01"}),), ((0, "change"), (0, "yield 2026-01-22"))),
    Question(16, "When did the Russell 2000's 50-day average last cross above its 200-day average?",
             (_m("last", "rut", where=[_w("crosses_above", "sma_200", "sma_50")]),), ((0, "date"),)),
    Question(17, "Is the Russell 2000 above its 200-day moving average, and by what percentage?",
             (_m("value", "rut.sma_200_distance"), _m("value", "rut.sma_200"), _m("value", "rut")),
             ((0, "distance"), (0, "SMA200"), (0, "close"))),
    Question(18, "How many record closes did the S&P 500 set in 2025?",
             (_m("count", "spx", where=[_w("record")], window=YEAR25),), ((0, "records"), (0, "first"), (0, "last"))),
    Question(19, "Which did better between the April 2025 low and today, small caps (IWM) or the QQQ, and by how many percentage points?",
             (_m("compare", "IWM", "QQQ", window={"since": "low", "period": "2025-04"}),),
             ((0, "IWM"), (0, "QQQ"), (0, "IWM less QQQ"), (1, "IWM"))),
    Question(20, "What was the Russell 2000's best month since 2000?",
             (_m("extremes", "rut", bucket="month", order="best", window={"start": "2000-01-01"}),), ((0, "return"),)),
    Question(21, "What were the five biggest one-day drops in the Dow since 1987, with dates?",
             (_m("extremes", "dji", order="worst", n=5, window={"start": "1987-01-01"}),), ((0, "date"), (0, "return"))),
    Question(22, "How many times did the Russell 2000 beat the S&P 500 on a calendar-year basis from 2015 to 2025?",
             (_m("count", "rut", bucket="year", where=[_w("beats", "spx")], window={"start": "2015-01-01", "end": "2025-12-31"}),),
             ((0, "years"), (0, "of"))),
    Question(23, "What's the highest the 10-year Treasury yield has closed since 2007, and when was it?",
             (_m("extremes", "tnx", order="highest", window={"start": "2007-01-01"}),), ((0, "yield"), (0, "date"))),
    Question(24, "How many trading days did it take the Nasdaq Composite to make a new closing high after its peak in November 2021?",
             (_m("first", "comp", where=[_w("record")], window={"since": "high", "period": "2021-11"}),),
             ((0, "sessions"), (0, "new high date"), (0, "new high close"))),
    Question(25, "What was the correlation between daily S&P 500 returns and daily VIX changes in 2025?",
             (_m("correlation", "spx", "vix", window=YEAR25), _m("correlation", "spx", "vix.percent", window=YEAR25)),
             ((0, "correlation"), (1, "correlation"))),
    Question(26, "How much has XLE gained or lost against XLK so far in January 2026?",
             (_m("compare", "xle", "xlk", window={"period": "2026-01"}),), ((0, "XLE"), (0, "XLK"), (0, "XLE less XLK"))),
    Question(27, "What has been the average daily range (high to low as a percentage of the previous close) of the Russell 2000 this month?",
             (_m("average", "rut.range", window={"period": "2026-01"}),), ((0, "average range"),)),
    Question(28, "How often has the S&P 500 closed higher on Fridays over the past five years?",
             (_m("count", "spx", where=[_w("rises")], window={"last": 5, "unit": "year", "season": "fri"}),),
             ((0, "share"), (0, "up"), (0, "Fridays"))),
    Question(29, "How did the Russell 2000 do between the 2024 election day (5 November 2024) and the end of that year?",
             (_m("change", "rut", window={"start": "2024-11-05", "end": "2024-12-31", "closes": True}),
              _m("change", "rut", window={"start": "2024-11-05", "end": "2024-12-31"})),
             ((0, "return"), (0, "base close"), (1, "return"))),
    Question(30, "What's the biggest overnight gap down at the open for SPY in 2025?",
             (_m("extremes", "SPY.gap", order="lowest", window=YEAR25),), ((0, "date"), (0, "gap"))),
    Question(31, "How much did the Russell 2000 lose from its November 2021 closing peak to the lowest close of the following year?",
             (_m("drawdown", "rut", window={"start": "2021-11-01", "end": "2022-12-31"}),),
             ((0, "return"), (0, "peak date"), (0, "low date"), (0, "peak close"), (0, "low close"))),
    Question(32, "How many sessions in a row has the Russell 2000 beaten the S&P 500 as of today?",
             (_m("count", "rut", where=[_w("beats", "spx")]),), ((0, "sessions"),)),
    Question(33, "When IWM has outperformed SPY by more than 5 percentage points in a calendar month since 2001, what was the next month's average gap?",
             (), ()),
    Question(34, "If I'd invested $500 in SPY on the first trading day of every month in 2025, what would I have today?", (), ()),
    Question(35, "What was the quarterly return of the S&P 500 in each quarter of 2025?",
             (_m("list", "spx", bucket="quarter", window=YEAR25),), ((0, "2025Q1"), (0, "2025Q2"), (0, "2025Q3"), (0, "2025Q4"))),
    Question(36, "Which weekday has been worst for the Nasdaq since the start of 2020, by average return?",
             (_m("season", "comp", bucket="session", window={"start": "2020-01-01"}),),
             ((0, "Thursday"), (0, "Friday"), (0, "Monday"), (0, "n of the worst"))),
    Question(37, "How many days has the VIX closed below 15 since the start of last year?",
             (_m("count", "vix", where=[_w("below", 15)], window={"start": "2025-01-01"}),), ((0, "days"), (0, "of sessions"))),
    Question(38, "Over the last 3 years, which has been the most volatile sector fund and which the calmest?",
             (_m("volatility", *SECTORS, window={"last": 3, "unit": "year"}),), ((0, "XLK"), (0, "XLP"))),
    Question(39, "What's the ratio of the Russell 2000 to the S&P 500 today, and how does it compare with its level at the end of 2020?",
             (_m("change", "rut/spx", window={"start": "2021-01-01"}),),
             ((0, "ratio 2026-01-22"), (0, "ratio 2020-12-31"), (0, "change"))),
    Question(40, "How did the Russell 2000 perform in the 3 months following the Fed's rate cut of 18 September 2024?",
             (_m("change", "rut", window={"start": "2024-09-18", "end": "2024-12-18", "closes": True}),), ((0, "return"),)),
    Question(41, "What is the compound annual return of QQQ over the last ten years, dividends included?",
             (_m("change", "QQQ", window={"last": 10, "unit": "year"}),), ((0, "annual return"), (0, "total return"))),
    Question(42, "What was the largest weekly gain of the Dow in 2025?",
             (_m("extremes", "dji", bucket="week", order="best", window=YEAR25),), ((0, "week's last session"), (0, "return"))),
    Question(43, "How has the S&P 500 done in Septembers since 1990: average return and share of negative ones?",
             (_m("season", "spx", window={"start": "1990-01-01", "season": "09"}),
              _m("share", "spx", bucket="month", where=[_w("falls")], window={"start": "1990-01-01", "season": "09"})),
             ((0, "average"), (0, "share negative"), (0, "negative"), (0, "n"), (0, "median"))),
    Question(44, "On how many days this year has the Russell 2000 risen while the S&P 500 fell?",
             (_m("count", "rut", where=[_w("rises"), _w("falls", of="spx")], window=YTD),), ((0, "days"), (0, "of sessions"), (0, "date"))),
    Question(45, "How much did volume in IWM on 22 January 2026 differ from its average over the previous 20 sessions?",
             (_m("value", "IWM.volume"), _m("average", "IWM.volume", window={"start": "2025-12-22", "end": "2026-01-21"})),
             ((0, "volume"), (0, "average"))),
    Question(46, "What's IJR's return compared with IWM's over the last five years?",
             (_m("compare", "IJR", "IWM", window={"last": 5, "unit": "year"}),),
             ((0, "IJR"), (0, "IWM"), (0, "IJR less IWM"), (1, "IJR"), (1, "IWM"))),
    Question(47, "When was the last time before this week that the S&P 500 dropped 2% or more in a single day?",
             (_m("last", "spx", where=[_w("falls", 2)], window={"end": "2026-01-16"}),), ((0, "date"),)),
    Question(48, "Is it true that utilities (XLU) beat the S&P 500 (SPY) in 2025, total return?",
             (_m("compare", "xlu.total", "SPY.total", window=YEAR25),), ((0, "XLU"), (0, "SPY"), (0, "XLU less SPY"))),
    Question(49, "After days when the Nasdaq Composite fell 4% or more since 2000, how often was it higher on the next day?",
             (_m("after", "comp", where=[_w("falls", 4)], window={"start": "2000-01-01"}, ahead=1),),
             ((0, "share up"), (0, "n"), (0, "median next-day return"))),
    Question(50, "What was the VIX's highest intraday level on 5 August 2024, and where did it close?",
             (_m("value", "vix.high", window={"start": "2024-08-05", "end": "2024-08-05"}),
              _m("value", "vix", window={"start": "2024-08-05", "end": "2024-08-05"})), ((0, "high"), (0, "close"))),
    Question(51, "How much of its time since 2010 has the Russell 2000 spent more than 20% below its record close?",
             (_m("share", "rut", where=[_w("below", -0.2, "drawdown")], window={"start": "2010-01-01"}),),
             ((0, "share"), (0, "sessions"), (0, "of"))),
    Question(52, "What's the beta of XLF to SPY in 2025, and what's XLU's?",
             (_m("beta", "xlf", "SPY", window=YEAR25), _m("beta", "xlu", "SPY", window=YEAR25)), ((0, "XLF"), (0, "XLU"))),
    Question(53, "罗素2000指数今年以来涨了多少?", (_m("change", "rut", window=YTD),), ((0, "return"), (0, "points"))),
    Question(54, "标普500在2025年的最大回撤是多少,从哪天到哪天?", (_m("drawdown", "spx", window=YEAR25),),
             ((0, "drawdown"), (0, "peak date"), (0, "trough date"))),
    Question(55, "过去一年纳斯达克指数有几天单日涨幅超过3%?",
             (_m("count", "comp", where=[_w("rises", 3)], window={"last": 1, "unit": "year"}),), ((0, "days"), (0, "date"))),
    Question(56, "如果我在2020年3月23日收盘时买入1万美元的QQQ,到今天值多少钱?",
             (_m("growth", "QQQ", amount=10000, window={"start": "2020-03-23", "closes": True}),),
             ((0, "worth"), (0, "total return"), (2, "worth"))),
    Question(57, "10年期美债收益率最近一次跌破4%是哪一天?", (_m("last", "tnx", where=[_w("crosses_below", 4)]),), ((0, "date"), (0, "yield"))),
    Question(58, "道琼斯指数过去十年哪一年涨得最多,哪一年跌得最多?",
             (_m("extremes", "dji", bucket="year", order="best", window={"last": 10, "unit": "year"}),
              _m("extremes", "dji", bucket="year", order="worst", window={"last": 10, "unit": "year"})), ((0, "best"), (0, "worst"))),
    Question(59, "上周罗素2000和标普500分别涨跌多少?", (_m("change", "rut", "spx", window={"period": "2026-W03"}),),
             ((0, "^RUT"), (0, "^GSPC"), (0, "^RUT points"), (0, "^GSPC points"))),
    Question(60, "VIX今年最高收盘点位是多少,出现在哪一天?", (_m("extremes", "vix", order="highest", window=YTD),), ((0, "close"), (0, "date"))),
)  # fmt: skip
