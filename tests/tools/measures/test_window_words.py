"""Time windows as people write them: what is read, what only looks like one, and what holds of any text."""

import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tools.measures.windows.window import Window, WindowError, days, slug
from tools.measures.windows.words import find_windows, parse_window

NOW = date(2026, 1, 22)  # a Thursday, a session
ALL = Window()


def period(name: str) -> Window:
    return Window(period=name)


def day(on: str) -> Window:
    return Window(start=date.fromisoformat(on), end=date.fromisoformat(on))


def span(start: str | None, end: str | None = None) -> Window:
    return Window(start=date.fromisoformat(start) if start else None, end=date.fromisoformat(end) if end else None)


def closes(start: str, end: str | None = None) -> Window:
    return Window.model_validate({"start": start, "end": end, "closes": True})


def last(count: int, unit: str) -> Window:
    return Window.model_validate({"last": count, "unit": unit})


def each(season: str, **limits: str | int) -> Window:
    return Window.model_validate({"season": season, **limits})


def since(anchor: str, **of: str | float) -> Window:
    return Window.model_validate({"since": anchor, **of})


ENGLISH = [
    ("Q4 2025", period("2025-Q4")),
    ("Q4", period("2025-Q4")),
    ("fourth quarter of 2025", period("2025-Q4")),
    ("the last quarter of 2025", period("2025-Q4")),
    ("4Q25", period("2025-Q4")),
    ("Q4 '25", period("2025-Q4")),
    ("H1 2025", period("2025-H1")),
    ("first half of 2024", period("2024-H1")),
    ("2025", period("2025")),
    ("in 2025", period("2025")),
    ("calendar 2008", period("2008")),
    ("full-year 2019", period("2019")),
    ("the year 2020", period("2020")),
    ("FY2019", period("2019")),
    ("January 2025", period("2025-01")),
    ("Jan 2025", period("2025-01")),
    ("January", period("2026-01")),
    ("in March", period("2025-03")),
    ("January of last year", period("2025-01")),
    ("2025-01", period("2025-01")),
    ("01/2025", period("2025-01")),
    ("this week", period("2026-W04")),
    ("this month", period("2026-01")),
    ("this quarter", period("2026-Q1")),
    ("this year", period("2026")),
    ("week to date", period("2026-W04")),
    ("month to date", period("2026-01")),
    ("quarter to date", period("2026-Q1")),
    ("year to date", period("2026")),
    ("WTD", period("2026-W04")),
    ("MTD", period("2026-01")),
    ("QTD", period("2026-Q1")),
    ("YTD", period("2026")),
    ("so far this year", period("2026")),
    ("last week", period("2026-W03")),
    ("last month", period("2025-12")),
    ("last quarter", period("2025-Q4")),
    ("last year", period("2025")),
    ("previous month", period("2025-12")),
    ("prior month", period("2025-12")),
    ("the month before last", period("2025-11")),
    ("the quarter before last", period("2025-Q3")),
    ("the year before last", period("2024")),
    ("the last month", last(1, "month")),
    ("the past month", last(1, "month")),
    ("over the last month", last(1, "month")),
    ("past week", last(1, "week")),
    ("trailing twelve months", last(12, "month")),
    ("TTM", last(12, "month")),
    ("the past year", last(1, "year")),
    ("one year", last(1, "year")),
    ("12 months", last(12, "month")),
    ("a year", last(1, "year")),
    ("half a year", last(6, "month")),
    ("six months", last(6, "month")),
    ("last six months", last(6, "month")),
    ("6m", last(6, "month")),
    ("3 mo", last(3, "month")),
    ("5y", last(5, "year")),
    ("five years", last(5, "year")),
    ("past decade", last(10, "year")),
    ("last 20 trading days", last(20, "session")),
    ("last 20 sessions", last(20, "session")),
    ("last five closes", last(5, "session")),
    ("last 5 days", last(5, "session")),
    ("last 30 days", closes("2025-12-23")),
    ("90 days", closes("2025-10-24")),
    ("fortnight", last(2, "week")),
    ("a couple of months", last(2, "month")),
    ("few weeks", last(3, "week")),
    ("a few weeks", last(3, "week")),
    ("today", day("2026-01-22")),
    ("yesterday", day("2026-01-21")),
    ("on Monday", day("2026-01-19")),
    ("last Friday", day("2026-01-16")),
    ("9 April 2025", day("2025-04-09")),
    ("April 9, 2025", day("2025-04-09")),
    ("Apr 9th 2025", day("2025-04-09")),
    ("2025-04-09", day("2025-04-09")),
    ("4/9/2025", day("2025-04-09")),
    ("9.4.2025", day("2025-04-09")),
    ("9 April", day("2025-04-09")),
    ("the 9th of April", day("2025-04-09")),
    ("the third week of January 2026", span("2026-01-15", "2026-01-21")),
    ("since 9 April 2025", closes("2025-04-09")),
    ("since April 2025", span("2025-04-01")),
    ("since the start of 2020", span("2020-01-01")),
    ("since the beginning of 2020", span("2020-01-01")),
    ("since the turn of 2020", span("2020-01-01")),
    ("since the start of the year", span("2026-01-01")),
    ("since 2020", span("2020-01-01")),
    ("since last Friday", closes("2026-01-16")),
    ("since Monday", closes("2026-01-19")),
    ("since Q3", span("2025-07-01")),
    ("since the low of 23 March 2020", closes("2020-03-23")),
    ("since the bottom of 23 March 2020", closes("2020-03-23")),
    ("since the March 2020 low", since("low", period="2020-03")),
    ("since the low of 2025", since("low", period="2025")),
    ("since the April low", since("low", period="2025-04")),
    ("since the all-time high", since("record")),
    ("since its record", since("record")),
    ("since the last record", since("record")),
    ("since it crossed 2,500", since("level", level=2500.0)),
    ("since it broke above 2,500", since("level", level=2500.0)),
    ("since the Russell 2000 crossed 2,500", since("level", level=2500.0)),
    ("since the last Fed cut", since("event", event="fed_cut")),
    ("since the last Fed hike", since("event", event="fed_hike")),
    ("since the election", since("event", event="election")),
    ("after the Fed's last cut", since("event", event="fed_cut")),
    ("between 1 March and 15 April 2025", span("2025-03-01", "2025-04-15")),
    ("from March to June 2025", span("2025-03-01", "2025-06-30")),
    ("from 1 March 2025 to 15 April 2025", span("2025-03-01", "2025-04-15")),
    ("1 Mar – 15 Apr 2025", span("2025-03-01", "2025-04-15")),
    ("from the close of 2 April 2025 to the close of 9 April 2025", closes("2025-04-02", "2025-04-09")),
    ("2020 to 2022", span("2020-01-01", "2022-12-31")),
    ("2010-2019", span("2010-01-01", "2019-12-31")),
    ("the 2010s", period("2010s")),
    ("the nineties", period("1990s")),
    ("the 90s", period("1990s")),
    ("between 2007 and 2009", span("2007-01-01", "2009-12-31")),
    ("from 2020 through 2024", span("2020-01-01", "2024-12-31")),
    ("up to 31 March 2025", span(None, "2025-03-31")),
    ("until 31 March 2025", span(None, "2025-03-31")),
    ("before 2000", span(None, "1999-12-31")),
    ("since 2000-2001", span("2000-01-01", "2001-12-31")),
    ("since 2000 to 2001", span("2000-01-01", "2001-12-31")),
    ("in the first three months of 2025", span("2025-01-01", "2025-03-31")),
    ("the first week of January 2026", span("2026-01-01", "2026-01-07")),
    ("the last five sessions of 2025", span("2025-12-24", "2025-12-31")),
    ("January since 2000", each("01", start="2000-01-01")),
    ("Januaries", each("01")),
    ("every January since 1990", each("01", start="1990-01-01")),
    ("in January historically", each("01")),
    ("each December", each("12")),
    ("Mondays", each("mon")),
    ("on Fridays in 2025", each("fri", period="2025")),
    ("Septembers since 1990", each("09", start="1990-01-01")),
    ("ever", ALL),
    ("all time", ALL),
    ("in history", ALL),
    ("on record", ALL),
    ("since records began", ALL),
    ("since inception", ALL),
    ("Feburary 2025", period("2025-02")),
    ("Septmber", period("2025-09")),
    ("Novemeber 2024", period("2024-11")),
    ("twelv months", last(12, "month")),
    ("two and a half years", last(30, "month")),
    ("a year and a half", last(18, "month")),
    ("Q1 this year", period("2026-Q1")),
    ("last year's Q4", period("2025-Q4")),
    ("Q4 last year", period("2025-Q4")),
    ("since a year ago", last(1, "year")),
    ("from November to February 2025", span("2024-11-01", "2025-02-28")),
    ("1-15 April 2025", span("2025-04-01", "2025-04-15")),
    ("April 1 to 15, 2025", span("2025-04-01", "2025-04-15")),
    ("from 9 April to now", span("2025-04-09")),
    ("every Q4 since 2000", each("Q4", start="2000-01-01")),
    ("Januaries over the last 20 years", each("01", last=20, unit="year")),
    ("January over the past 20 years", each("01", last=20, unit="year")),
    ("last January", period("2025-01")),
    ("last March", period("2025-03")),
    ("this January", period("2026-01")),
    ("last decade", period("2010s")),
    ("2025-W04", period("2025-W04")),
    ("2025-H1", period("2025-H1")),
    ("2025-Q4", period("2025-Q4")),
    ("2020s", period("2020s")),
    ("since yesterday", closes("2026-01-21")),
    ("since the end of 2024", closes("2024-12-31")),
    ("since this year's low", since("low", period="2026")),
    ("May", period("2025-05")),
    ("March", period("2025-03")),
    ("since May", span("2025-05-01")),
    ("Sep 2024", period("2024-09")),
    ("Mon", day("2026-01-19")),
    ("since the high of 23 March 2020", closes("2020-03-23")),
    ("since the peak of 23 March 2020", closes("2020-03-23")),
    ("since the top of 23 March 2020", closes("2020-03-23")),
    ("since the trough of 23 March 2020", closes("2020-03-23")),
    ("since the 23 March 2020 low", closes("2020-03-23")),
    ("since its all-time high", since("record")),
    ("since the Fed last cut rates", since("event", event="fed_cut")),
    ("since the last rate cut", since("event", event="fed_cut")),
    ("since the 2024 election", since("event", event="election")),
    ("over the last five years", last(5, "year")),
    ("in the past ten years", last(10, "year")),
    ("during 2008", period("2008")),
    ("throughout 2008", period("2008")),
    ("Q1-Q3 2025", span("2025-01-01", "2025-09-30")),
    ("March–June 2025", span("2025-03-01", "2025-06-30")),
    ("2025 January", period("2025-01")),
    ("the year 2025", period("2025")),
    ("for the last quarter", last(1, "quarter")),
    ("half-year", last(6, "month")),
    ("H2", period("2025-H2")),
    ("third quarter", period("2025-Q3")),
    ("the first half of last year", period("2025-H1")),
    ("fourth quarter of last year", period("2025-Q4")),
    ("the first half", period("2026-H1")),
    ("last two quarters", last(2, "quarter")),
    ("two weeks", last(2, "week")),
    ("past fortnight", last(2, "week")),
    ("last 252 sessions", last(252, "session")),
    ("last 60 days", closes("2025-11-23")),
    ("365 days", closes("2025-01-22")),
    ("20d", last(20, "session")),
    ("2w", last(2, "week")),
    ("1y", last(1, "year")),
    ("3mo", last(3, "month")),
    ("twenty-five sessions", last(25, "session")),
    ("the last three years", last(3, "year")),
    ("Thursday", day("2026-01-22")),
    ("last Thursday", day("2026-01-15")),
    ("this Monday", day("2026-01-19")),
    ("previous session", day("2026-01-21")),
    ("the day before yesterday", day("2026-01-20")),
    ("Monday, 19 January 2026", day("2026-01-19")),
    ("since the close of 9 April 2025", closes("2025-04-09")),
    ("since Friday", closes("2026-01-16")),
    ("since last month", span("2025-12-01")),
    ("since this month", span("2026-01-01")),
    ("since January", span("2026-01-01")),
    ("since March", span("2025-03-01")),
    ("since the start of Q4", span("2025-10-01")),
    ("since the start of last year", span("2025-01-01")),
    ("since the end of last year", closes("2025-12-31")),
    ("after April 2025", span("2025-05-01")),
    ("after 9 April 2025", closes("2025-04-09")),
    ("from April 2025 on", span("2025-04-01")),
    ("between Q1 and Q3 2025", span("2025-01-01", "2025-09-30")),
    ("between the close of 2 April 2025 and the close of 9 April 2025", closes("2025-04-02", "2025-04-09")),
    ("from 9 April 2025 to today", span("2025-04-09", "2026-01-22")),
    ("the 1990s", period("1990s")),
    ("1980s", period("1980s")),
    ("the eighties", period("1980s")),
    ("prior to 2000", span(None, "1999-12-31")),
    ("the last two weeks of 2025", span("2025-12-18", "2025-12-31")),
    ("the first five days of January 2026", span("2026-01-02", "2026-01-08")),
    ("the second week of 2026", span("2026-01-08", "2026-01-14")),
    ("three months to March 2025", span("2025-01-01", "2025-03-31")),
    ("January in the 1990s", each("01", period="1990s")),
    ("Januaries between 1990 and 2020", each("01", start="1990-01-01", end="2020-12-31")),
    ("each Q1", each("Q1")),
    ("every fourth quarter since 2000", each("Q4", start="2000-01-01")),
    ("Fridays", each("fri")),
    ("every Monday this year", each("mon", period="2026")),
    ("Fridays over the last year", each("fri", last=1, unit="year")),
    ("historically in January", each("01")),
    ("in an average December", each("12")),
    ("since the beginning", ALL),
    ("throughout history", ALL),
    ("over its entire history", ALL),
    ("the entire history", ALL),
    ("since trading began", ALL),
    ("Ocotber 2024", period("2024-10")),
    ("Decembr", period("2025-12")),
    ("Janury 2025", period("2025-01")),
    ("thirten weeks", last(13, "week")),
    ("since the index crossed 2,500.5", since("level", level=2500.5)),
    ("since the last rate hike", since("event", event="fed_hike")),
    ("since the last presidential election", since("event", event="election")),
    ("since the record high", since("record")),
    ("since the all-time low", since("low")),
    ("since the low of October 2022", since("low", period="2022-10")),
    ("since the high of last year", since("high", period="2025")),
    ("since last year's high", since("high", period="2025")),
    ("the year so far", period("2026")),
    ("thus far this year", period("2026")),
    ("this quarter so far", period("2026-Q1")),
    ("previous quarter", period("2025-Q4")),
    ("the prior year", period("2025")),
    ("this decade", period("2020s")),
    ("9 Apr", day("2025-04-09")),
    ("April 9", day("2025-04-09")),
    ("since 2025-04-09", closes("2025-04-09")),
    ("since 04/09/2025", closes("2025-04-09")),
    ("2025/04/09", day("2025-04-09")),
    ("29 February", day("2024-02-29")),
]

CHINESE = [
    ("今天", day("2026-01-22")),
    ("昨天", day("2026-01-21")),
    ("本周", period("2026-W04")),
    ("这周", period("2026-W04")),
    ("这个星期", period("2026-W04")),
    ("上周", period("2026-W03")),
    ("上上周", period("2026-W02")),
    ("本月", period("2026-01")),
    ("这个月", period("2026-01")),
    ("上个月", period("2025-12")),
    ("上月", period("2025-12")),
    ("本季度", period("2026-Q1")),
    ("上季度", period("2025-Q4")),
    ("上个季度", period("2025-Q4")),
    ("今年", period("2026")),
    ("去年", period("2025")),
    ("前年", period("2024")),
    ("今年以来", period("2026")),
    ("年初至今", period("2026")),
    ("年初以来", period("2026")),
    ("本月以来", period("2026-01")),
    ("去年全年", period("2025")),
    ("去年四季度", period("2025-Q4")),
    ("2025年", period("2025")),
    ("2025年四季度", period("2025-Q4")),
    ("2025年第四季度", period("2025-Q4")),
    ("2025年Q4", period("2025-Q4")),
    ("2025年1月", period("2025-01")),
    ("1月", period("2026-01")),
    ("一月", period("2026-01")),
    ("1月份", period("2026-01")),
    ("2025年上半年", period("2025-H1")),
    ("2025年下半年", period("2025-H2")),
    ("最近五天", last(5, "session")),
    ("过去五个交易日", last(5, "session")),
    ("近两周", last(2, "week")),
    ("最近一个月", last(1, "month")),
    ("过去三个月", last(3, "month")),
    ("近半年", last(6, "month")),
    ("过去一年", last(1, "year")),
    ("近五年", last(5, "year")),
    ("过去十年", last(10, "year")),
    ("五天", last(5, "session")),
    ("五个交易日", last(5, "session")),
    ("两周", last(2, "week")),
    ("一个月", last(1, "month")),
    ("三个月", last(3, "month")),
    ("半年", last(6, "month")),
    ("一年", last(1, "year")),
    ("五年", last(5, "year")),
    ("十年", last(10, "year")),
    ("2025年4月9日", day("2025-04-09")),
    ("4月9日", day("2025-04-09")),
    ("自2020年3月23日以来", closes("2020-03-23")),
    ("从2020年3月23日起", closes("2020-03-23")),
    ("2020年3月23日至今", closes("2020-03-23")),
    ("从2025年3月1日到4月15日", span("2025-03-01", "2025-04-15")),
    ("2020年到2022年", span("2020-01-01", "2022-12-31")),
    ("2020年以来", span("2020-01-01")),
    ("自2020年3月低点以来", since("low", period="2020-03")),
    ("自3月23日低点以来", closes("2025-03-23")),
    ("2020年3月的低点以来", since("low", period="2020-03")),
    ("自历史高点以来", since("record")),
    ("创新高以来", since("record")),
    ("突破2500点以来", since("level", level=2500.0)),
    ("突破2,500点以来", since("level", level=2500.0)),
    ("上次降息以来", since("event", event="fed_cut")),
    ("自美联储上次降息以来", since("event", event="fed_cut")),
    ("上次加息以来", since("event", event="fed_hike")),
    ("大选以来", since("event", event="election")),
    ("2000年以来的一月", each("01", start="2000-01-01")),
    ("历年1月", each("01")),
    ("每年1月", each("01")),
    ("历史上", ALL),
    ("有史以来", ALL),
    ("每周一", each("mon")),
    ("上世纪九十年代", period("1990s")),
    ("90年代", period("1990s")),
    ("上周五", day("2026-01-16")),
    ("周一", day("2026-01-19")),
    ("過去三個月", last(3, "month")),
    ("二〇二五年", period("2025")),
    ("2020-2022年", span("2020-01-01", "2022-12-31")),
    ("近30天", closes("2025-12-23")),
    ("一年半", last(18, "month")),
    ("近两年半", last(30, "month")),
    ("2025年前三个月", span("2025-01-01", "2025-03-31")),
    ("去年前三季度", span("2025-01-01", "2025-09-30")),
    ("2025年最后五个交易日", span("2025-12-24", "2025-12-31")),
    ("2025年第三周", span("2025-01-15", "2025-01-21")),
    ("截至2025年3月31日", span(None, "2025-03-31")),
    ("2000年以前", span(None, "1999-12-31")),
    ("2024年底以来", closes("2024-12-31")),
    ("2020年初以来", span("2020-01-01")),
    ("从2025年4月2日收盘到2025年4月9日收盘", closes("2025-04-02", "2025-04-09")),
    ("上一季度", period("2025-Q4")),
    ("三季度", period("2025-Q3")),
    ("下半年", period("2025-H2")),
    ("今年上半年", period("2026-H1")),
    ("近三年来", last(3, "year")),
    ("历史上的一月", each("01")),
    ("去年12月", period("2025-12")),
    ("每年四季度", each("Q4")),
    ("近几周", last(3, "week")),
    ("自历史低点以来", since("low")),
    ("2025年4月9日之后", closes("2025-04-09")),
    ("2010年代", period("2010s")),
    ("年内", period("2026")),
    ("从3月到6月", span("2025-03-01", "2025-06-30")),
    ("2000年以来每年1月", each("01", start="2000-01-01")),
    ("前天", day("2026-01-20")),
    ("今日", day("2026-01-22")),
    ("这个季度", period("2026-Q1")),
    ("本季度以来", period("2026-Q1")),
    ("本周以来", period("2026-W04")),
    ("上个星期", period("2026-W03")),
    ("礼拜一", day("2026-01-19")),
    ("星期三", day("2026-01-21")),
    ("这周一", day("2026-01-19")),
    ("本周三", day("2026-01-21")),
    ("去年上半年", period("2025-H1")),
    ("今年一季度", period("2026-Q1")),
    ("2024年12月31日", day("2024-12-31")),
    ("去年4月9日", day("2025-04-09")),
    ("十二月", period("2025-12")),
    ("2025年12月份", period("2025-12")),
    ("最近一周", last(1, "week")),
    ("最近两年", last(2, "year")),
    ("过去二十个交易日", last(20, "session")),
    ("过去20天", last(20, "session")),
    ("近一百八十天", closes("2025-07-26")),
    ("近3个月", last(3, "month")),
    ("三年来", last(3, "year")),
    ("自去年4月9日以来", closes("2025-04-09")),
    ("去年以来", span("2025-01-01")),
    ("上个月以来", span("2025-12-01")),
    ("去年年底以来", closes("2025-12-31")),
    ("自2020年3月23日低点以来", closes("2020-03-23")),
    ("去年高点以来", since("high", period="2025")),
    ("自2022年10月的低点以来", since("low", period="2022-10")),
    ("自历史新高以来", since("record")),
    ("上次创新高以来", since("record")),
    ("自上次加息以来", since("event", event="fed_hike")),
    ("自总统大选以来", since("event", event="election")),
    ("站上2000点以来", since("level", level=2000.0)),
    ("2025年第三季度到第四季度", span("2025-07-01", "2025-12-31")),
    ("2010-2019年", span("2010-01-01", "2019-12-31")),
    ("二十世纪九十年代", period("1990s")),
    ("2020年代", period("2020s")),
    ("1990年以来的每年一月", each("01", start="1990-01-01")),
    ("过去二十年的一月", each("01", last=20, unit="year")),
    ("每周五", each("fri")),
    ("每年十二月", each("12")),
    ("历年四季度", each("Q4")),
    ("2025年的每周一", each("mon", period="2025")),
    ("全部历史", ALL),
    ("有记录以来", ALL),
    ("過去兩週", last(2, "week")),
    ("上個月", period("2025-12")),
    ("歷史上", ALL),
    ("最近一個季度", last(1, "quarter")),
    ("2025年头五个交易日", span("2025-01-02", "2025-01-08")),
    ("今年前两周", span("2026-01-01", "2026-01-14")),
    ("2000年之前", span(None, "1999-12-31")),
    ("截至2025年底", span(None, "2025-12-31")),
    ("截至2025年底", span(None, "2025-12-31")),
]

SENTENCES: list[tuple[str, list[tuple[str, Window]]]] = [
    ("How did the Russell 2000 do?", []),
    ("Russell 2000 vs S&P 500 and Nasdaq 100, Russell 1000 or Dow 30 and S&P 600", []),
    ("Is it above its 200-day moving average and 50-day average?", []),
    ("the 10-year Treasury yield and the 10-year yield", []),
    ("How far from the 52-week high/low?", []),
    ("RSI-14 above 70", []),
    ("closed above 2,600", []),
    ("2,700 points and 10,000 dollars in a 401k", []),
    ("it may fall; march on; wait a second; she sat; Q&A", []),
    ("10年期国债 罗素2000 标普500 200日均线", []),
    ("How did the Russell 2000 do in 2025?", [("in 2025", period("2025"))]),
    (
        "How did the Russell 2000 do last month compared with December?",
        [("last month", period("2025-12")), ("December", period("2025-12"))],
    ),
    (
        "What was the worst day since the low of 23 March 2020?",
        [("since the low of 23 March 2020", closes("2020-03-23"))],
    ),
    (
        "How often has the Russell 2000 risen in January since 2000?",
        [("in January since 2000", each("01", start="2000-01-01"))],
    ),
    ("Is this the best January since 1990?", [("January since 1990", each("01", start="1990-01-01"))]),
    (
        "What happened between 1 March and 15 April 2025, and in Q4 2025?",
        [("between 1 March and 15 April 2025", span("2025-03-01", "2025-04-15")), ("in Q4 2025", period("2025-Q4"))],
    ),
    ("Compare 2008 with 2020", [("2008", period("2008")), ("2020", period("2020"))]),
    (
        "the worst day of 2020 and the best year since 1990",
        [("of 2020", period("2020")), ("since 1990", span("1990-01-01"))],
    ),
    (
        "How did IWM perform over the past three months versus the last year?",
        [("over the past three months", last(3, "month")), ("the last year", last(1, "year"))],
    ),
    ("6-month return of RUT", [("6-month", last(6, "month"))]),
    ("5-year performance", [("5-year", last(5, "year"))]),
    ("What is the volatility on Fridays in 2025?", [("on Fridays in 2025", each("fri", period="2025"))]),
    ("The Russell has led for 14 sessions in a row", []),
    ("罗素2000今年以来的表现如何？", [("今年以来", period("2026"))]),
    ("罗素2000年初至今涨了多少？", [("年初至今", period("2026"))]),
    (
        "标普500过去三个月和去年四季度相比怎么样？",
        [("过去三个月", last(3, "month")), ("去年四季度", period("2025-Q4"))],
    ),
    ("2020年3月低点以来涨幅是多少", [("2020年3月低点以来", since("low", period="2020-03"))]),
    ("历史上一月的表现", [("历史上一月", each("01"))]),
    ("上周五收盘多少", [("上周五", day("2026-01-16"))]),
    ("What has it done since it crossed 2,500?", [("since it crossed 2,500", since("level", level=2500.0))]),
    ("Has the Russell 2000 ever closed above 2,600?", [("ever", ALL)]),
    ("When did it last close below its 200-day average?", []),
    ("biggest drop in a day", []),
    ("What happens 3 months after a Fed cut?", []),
    (
        "In May 2025 it rose, but it may fall in June",
        [("In May 2025", period("2025-05")), ("in June", period("2025-06"))],
    ),
    ("How did May go?", [("May", period("2025-05"))]),
    ("March was strong. March on!", []),
    ("since the 2000 peak", [("since the 2000 peak", since("high", period="2000"))]),
    (
        "since the Russell 2000 broke above 2,500",
        [("since the Russell 2000 broke above 2,500", since("level", level=2500.0))],
    ),
    (
        "Show the change from 2 January 2025 to 31 December 2025.",
        [("from 2 January 2025 to 31 December 2025", span("2025-01-02", "2025-12-31"))],
    ),
    ("the 20-day volatility", []),
    ("how did it do YTD?", [("YTD", period("2026"))]),
    ("S&P 500 2025 return", [("2025", period("2025"))]),
    ("S&P 500 since 2009", [("since 2009", span("2009-01-01"))]),
    ("Russell 2000 2024", [("2024", period("2024"))]),
    ("what was the close on 9 April 2025?", [("on 9 April 2025", day("2025-04-09"))]),
    ("The index rose 2.5% on Thursday", [("on Thursday", day("2026-01-22"))]),
    ("best five days of last year", [("of last year", period("2025"))]),
    ("Since the 2024 election small caps rose", [("Since the 2024 election", since("event", event="election"))]),
    ("the last five sessions", [("the last five sessions", last(5, "session"))]),
    ("the 90s were good", [("the 90s", period("1990s"))]),
    ("RSI in the 70s", []),
    ("近十年最大回撤", [("近十年", last(10, "year"))]),
    ("200日均线上方，14日RSI，52周高点", []),
    ("1月效应", [("1月效应", each("01"))]),
    ("每年一月上涨的概率", [("每年一月", each("01"))]),
    ("closed at 2025 points", []),
    ("target of 2000", []),
    ("rose to 2000", []),
    ("5% in 3 months", [("in 3 months", last(3, "month"))]),
    ("at a two-year low", []),
    ("the three months to March", [("the three months to March", span("2025-01-01", "2025-03-31"))]),
    ("over the next three months", []),
    ("next year", []),
    ("next Friday", []),
    ("a quarter of stocks", []),
    ("in the first half", [("in the first half", period("2026-H1"))]),
    ("second half of 2025", [("second half of 2025", period("2025-H2"))]),
    (
        "Compare Mondays and Fridays since 2010",
        [("Mondays", each("mon")), ("Fridays since 2010", each("fri", start="2010-01-01"))],
    ),
    ("once in a decade", []),
    ("How many times a year does it fall 2%?", []),
    ("10,000 points in 1999", [("in 1999", period("1999"))]),
    ("What was it in the year 2000?", [("in the year 2000", period("2000"))]),
    ("Was it down 4/9/2025?", [("4/9/2025", day("2025-04-09"))]),
    ("大选以来小盘股表现", [("大选以来", since("event", event="election"))]),
    ("突破2500点以来最大跌幅", [("突破2500点以来", since("level", level=2500.0))]),
    ("最近连涨几天", []),
    ("the three months to March 2025", [("the three months to March 2025", span("2025-01-01", "2025-03-31"))]),
    (
        "over the six months to 30 June 2025",
        [("over the six months to 30 June 2025", span("2025-01-01", "2025-06-30"))],
    ),
    ("Is there a January effect?", [("January effect", each("01"))]),
    ("how did it do in the last close", [("in the last close", last(1, "session"))]),
    ("Compare Q1 and Q2 2025", [("Q1", period("2025-Q1")), ("Q2 2025", period("2025-Q2"))]),
    (
        "compare January, February and March 2025",
        [("January", period("2025-01")), ("February", period("2025-02")), ("March 2025", period("2025-03"))],
    ),
    ("December vs January 2026", [("December", period("2025-12")), ("January 2026", period("2026-01"))]),
    ("2025年一季度和二季度相比", [("2025年一季度", period("2025-Q1")), ("二季度", period("2025-Q2"))]),
    ("compare 2024 to 2025", [("2024", period("2024")), ("2025", period("2025"))]),
    ("rose from 2000 to 2500", []),
    ("rose from 2000 to 2010", [("from 2000 to 2010", span("2000-01-01", "2010-12-31"))]),
    ("在2025年3月和4月之间", [("在2025年3月和4月之间", span("2025-03-01", "2025-04-30"))]),
    ("How many of the last 20 sessions were up?", [("of the last 20 sessions", last(20, "session"))]),
    ("What is the range over the last 52 weeks?", [("over the last 52 weeks", last(52, "week"))]),
    ("What did the Fed do?", []),
    ("Did the market rally into the 2024 election?", []),
    ("Where does the index stand against its 2021 high?", [("2021", period("2021"))]),
    ("At 2,718.77 on 22 January 2026, up 0.76 % on the day", [("on 22 January 2026", day("2026-01-22"))]),
    ("IWM vs SPY in Feburary 2025", [("in Feburary 2025", period("2025-02"))]),
    ("比较今年一月和去年一月", [("今年一月", period("2026-01")), ("去年一月", period("2025-01"))]),
    ("过去一年里最差的一天是哪天？", [("过去一年里", last(1, "year"))]),
    ("标普500在2022年的最大回撤", [("在2022年", period("2022"))]),
    ("自从2020年3月23日以来罗素2000涨了多少", [("自从2020年3月23日以来", closes("2020-03-23"))]),
    ("美联储上次降息以来", [("美联储上次降息以来", since("event", event="fed_cut"))]),
    ("2025年4月2日到4月9日跌了多少？", [("2025年4月2日到4月9日", span("2025-04-02", "2025-04-09"))]),
    ("its largest one-day fall since 19 October 1987", [("since 19 October 1987", closes("1987-10-19"))]),
    ("the worst one-month fall on record", [("on record", ALL)]),
    ("earnings growth of 15 % a year to 2030", [("2030", period("2030"))]),
    ("down 5% from its 2021 high", [("from its 2021 high", since("high", period="2021"))]),
    ("the rebound from the April 2025 low", [("from the April 2025 low", since("low", period="2025-04"))]),
    ("russell_2000", []),
    ("Why Small-Caps May Finally Bust Out", []),
    ("9 record closes in all of 2025", [("in all of 2025", period("2025"))]),
]

# Other clocks: a first of January, no session; a Saturday; a leap day; a quarter's first day; a March.
CLOCKS = [
    ("2026-01-01", "today", day("2025-12-31")),
    ("2026-01-01", "yesterday", day("2025-12-31")),
    ("2026-01-01", "this year", period("2026")),
    ("2026-01-01", "YTD", period("2026")),
    ("2026-01-01", "last month", period("2025-12")),
    ("2026-01-01", "last week", period("2025-W52")),
    ("2026-01-01", "this week", period("2026-W01")),
    ("2026-01-01", "Q1", period("2026-Q1")),
    ("2026-01-01", "January", period("2026-01")),
    ("2026-01-01", "1 January", day("2026-01-01")),
    ("2026-01-01", "去年", period("2025")),
    ("2026-01-24", "today", day("2026-01-23")),
    ("2026-01-24", "yesterday", day("2026-01-23")),
    ("2026-01-24", "Friday", day("2026-01-23")),
    ("2026-01-24", "last Saturday", day("2026-01-17")),
    ("2026-01-24", "this week", period("2026-W04")),
    ("2026-01-24", "上周五", day("2026-01-16")),
    ("2024-02-29", "29 February", day("2024-02-29")),
    ("2024-02-29", "last February", period("2023-02")),
    ("2024-02-29", "March", period("2023-03")),
    ("2024-02-29", "30 days", closes("2024-01-30")),
    ("2025-04-01", "this quarter", period("2025-Q2")),
    ("2025-04-01", "last quarter", period("2025-Q1")),
    ("2025-04-01", "Q2", period("2025-Q2")),
    ("2025-04-01", "last March", period("2025-03")),
    ("2025-04-01", "the month before last", period("2025-02")),
    ("2025-04-01", "first half", period("2025-H1")),
    ("2025-03-31", "last month", period("2025-02")),
    ("2025-03-31", "since the 2024 election", since("event", event="election")),
    ("2025-03-31", "上季度", period("2024-Q4")),
]

REFUSED = [
    ("foo bar", "foo bar"),
    ("the performance last month please", "the performance please"),
    ("近期", "近期"),
    ("recently", "recently"),
    ("", ""),
    ("200-day average", "200-day average"),
    ("next month", "next month"),
    ("31 February 2025", "31 February 2025"),
    ("February 30, 2025", "February 30, 2025"),
    ("since the 2020 election", "since the 2020 election"),
    ("last months", "last months"),
    ("0 days", "0 days"),
]

RELATIVE = [
    *(
        f"{which} {unit}"
        for which in ("this", "last", "previous", "the past")
        for unit in ("week", "month", "quarter", "year")
    ),
    *("today", "yesterday", "YTD", "MTD", "January", "29 February", "Q3", "H2", "Monday", "last Friday", "9 April"),
    *("since Monday", "since March", "last January", "half a year", "90 days", "five years", "a fortnight", "TTM"),
    *("今天", "上周", "上个月", "今年以来", "去年四季度", "过去三个月", "周一", "上周五", "一月", "近半年"),
]
CLOCK = st.dates(date(1990, 1, 1), date(2026, 6, 30))
WORDS = st.lists(
    st.sampled_from(
        "since the last 2025 2000 January may March Q4 - to from between and of 9 April 今年 以来 三 个月 过去 close 1月 "
        "Russell 2,500 crossed low week every Monday days five , . ' <2025> {01} | first half 年 到 自 低点".split()
    ),
    max_size=12,
).map(" ".join)


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(CHINESE) >= 70
    assert len(ENGLISH) + len(CHINESE) + len(CLOCKS) >= 220
    assert len(SENTENCES) >= 40


@pytest.mark.parametrize(("text", "window"), ENGLISH + CHINESE)
def test_a_window_is_read(text: str, window: Window) -> None:
    assert parse_window(text, NOW) == window


@pytest.mark.parametrize(("clock", "text", "window"), CLOCKS)
def test_the_clock_dates_a_relative_window(clock: str, text: str, window: Window) -> None:
    assert parse_window(text, date.fromisoformat(clock)) == window


@pytest.mark.parametrize(("text", "unread"), REFUSED)
def test_what_is_no_window_is_named_with_examples(text: str, unread: str) -> None:
    with pytest.raises(WindowError) as refusal:
        parse_window(text, NOW)
    message = str(refusal.value)
    assert message.startswith(f"“{unread}” is not understood")
    assert "since 9 April 2025" in message
    assert "\n" not in message


@pytest.mark.parametrize("text", ["this Friday", "本周五"])
def test_what_lies_ahead_is_read_and_refused_by_its_days(text: str) -> None:
    with pytest.raises(WindowError, match="23 January 2026 lies after 22 January 2026"):
        days(parse_window(text, NOW), NOW)


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_windows_are_found_in_a_sentence(text: str, expected: list[tuple[str, Window]]) -> None:
    assert [(text[found.start : found.end], found.window) for found in find_windows(text, NOW)] == expected


@pytest.mark.parametrize(
    "texts",
    [
        ("12 months", "one year", "TTM", "the past year", "last four quarters", "过去一年"),
        ("Q4 2025", "4Q25", "from October to December 2025", "去年四季度", "from 1 October 2025 to 31 December 2025"),
        ("YTD", "this year", "今年以来", "since the start of the year"),
        ("ever", "历史上", "since inception", "up to 22 January 2026"),
        ("2020 to 2022", "2020年到2022年", "from 1 January 2020 to 31 December 2022"),
        ("the 2010s", "2010-2019"),
        ("since 2000", "from 2000 to today", "2000年以来"),
    ],
)
def test_one_meaning_has_one_slug(texts: tuple[str, ...]) -> None:
    read = [parse_window(text, NOW) for text in texts]
    assert len({slug(window, NOW) for window in read}) == 1


@settings(deadline=None)
@given(st.sampled_from(RELATIVE), CLOCK)
def test_a_relative_window_ends_by_the_clock(text: str, clock: date) -> None:
    first, end, _ = days(parse_window(text, clock), clock)
    assert first <= end <= clock


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(max_size=80), WORDS), CLOCK)
@example("SINCE 2000-2000", date(2000, 1, 1))
@example("between 2000-2001", date(2003, 1, 1))
def test_any_text_is_searched(text: str, clock: date) -> None:
    at = 0
    for found in find_windows(text, clock):
        assert at <= found.start < found.end <= len(text)
        at = found.end
    with suppress(WindowError):
        parse_window(text, clock)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=40), WORDS))
def test_a_text_is_read_the_same_wherever_it_stands(text: str) -> None:
    shifted = find_windows("   " + text, NOW)
    assert [found.window for found in shifted] == [found.window for found in find_windows(text, NOW)]


def _seconds(text: str) -> float:
    find_windows(text, NOW)
    times = []
    for _ in range(5):
        start = time.process_time()
        find_windows(text, NOW)
        times.append(time.process_time() - start)
    return min(times)


def test_searching_takes_time_in_proportion() -> None:
    question = "How did the Russell 2000 do last month compared with the S&P 500 since the low of 23 March 2020? "
    short, long = _seconds(question * 5), _seconds(question * 50)
    assert long < 20 * short
    for text in (
        "1 " * 1000,
        "from the close of " * 100,
        "since it was that " * 100,
        "9" * 2000,
        "#" * 2000,
        "自从" * 1000,
    ):
        assert _seconds(text * 2) < 4 * _seconds(text) + 0.01
