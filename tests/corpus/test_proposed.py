"""What documents say of themselves, in the forms that people write: who, when, which side, which target, and where it stands."""

import pytest

from corpus.ingest import Draft, draft
from corpus.proposed.dates import date_at, month_at, only_dated
from corpus.proposed.disclaimers import disclaimers_in
from corpus.proposed.stances import side_of
from corpus.proposed.targets import target_of
from corpus.proposed.transcripts import turns_of

BODY = "Freight volumes recover, and regional banks lend again, which smaller companies feel first."
BODY_ZH = "货运量回升，区域银行重新放贷，小公司最先受益。"


def opened(text: str, name: str = "a.txt") -> Draft:
    return draft(name, text.encode(), source=name)


@pytest.mark.parametrize(
    ("head", "author", "firm"),
    [
        ("Small Caps in Spring\nBy Jane Roe", "Jane Roe", None),
        ("Small Caps in Spring\nBY JANE ROE", "Jane Roe", None),
        ("Small Caps in Spring\nJane Roe, CFA | Chief Strategist, Acme Capital", "Jane Roe", "Acme Capital"),
        ("Small Caps in Spring\nBy Jane Roe, Chief Strategist at Acme Capital", "Jane Roe", "Acme Capital"),
        ("Small Caps in Spring\nBy Jane Roe and Tom Finch", "Jane Roe and Tom Finch", None),
        ("Small Caps in Spring\nJane Roe, Tom Finch, Acme Research", "Jane Roe and Tom Finch", "Acme Research"),
        ("Small Caps in Spring\nJane Roe\nChief Strategist\nAcme Capital\n18 February 2026", "Jane Roe", "Acme Capital"),
        ("Small Caps in Spring\nJane Roe\n18 February 2026", "Jane Roe", None),
        ("ACME CAPITAL\nSmall Caps in Spring\nWritten by: Jane Roe", "Jane Roe", "ACME CAPITAL"),
        ("Acme Capital\nSmall Caps in Spring\nBy Jane Roe", "Jane Roe", "Acme Capital"),
        ("From: Jane Roe <jane@acme.example>\nSubject: small caps", "Jane Roe", None),
        ("Small Caps in Spring\nAuthor: Dr. Karl von Müller, Nordfeld Research", "Karl von Müller", "Nordfeld Research"),
        ("Small Caps in Spring\nAnalysts: Ana-María Peña, Åsa Öst", "Ana-María Peña and Åsa Öst", None),
        ("小盘股展望\n作者：张伟", "张伟", None),
        ("小盘股展望\n作者：张伟 华夏证券首席策略师", "张伟", "华夏证券"),
        ("小盘股展望\n张伟（华夏证券首席策略师）", "张伟", "华夏证券"),
        ("小盘股展望\n文/李娜", "李娜", None),
        ("小盘股展望\n分析师：张伟、李娜", "张伟 and 李娜", None),
        ("Interview with Jane Roe, Chief Strategist, Acme Capital\nRecorded 18 February 2026", "Jane Roe", "Acme Capital"),
    ],
)  # fmt: skip
def test_who_wrote_it_is_read_from_its_head(head: str, author: str, firm: str | None) -> None:
    text = f"{head}\n\n{BODY}\n"
    drafted = opened(text)
    assert (drafted.fields.get("author"), drafted.fields.get("firm")) == (author, firm)
    place = drafted.found["author"]
    assert place.start is not None
    assert text[place.start : place.end] == place.text
    assert drafted.text.strip() == BODY if "Subject" not in head else BODY in drafted.text


@pytest.mark.parametrize(
    ("end", "author", "firm"),
    [
        ("— Jane Roe", "Jane Roe", None),
        ("Jane Roe\nChief Strategist, Acme Capital", "Jane Roe", "Acme Capital"),
        ("Best regards,\nJane Roe", "Jane Roe", None),
        ("Sincerely,\n\nJane Roe, CFA\nPortfolio Manager\nAcme Capital\njane@acme.example", "Jane Roe", "Acme Capital"),
        ("Jane Roe, Chief Strategist, Acme Capital\n\nDisclaimer: Past performance is no guide. For informational purposes only.", "Jane Roe", "Acme Capital"),
        ("张伟\n2026年2月18日", "张伟", None),
    ],
)  # fmt: skip
def test_who_wrote_it_is_read_from_its_signature(end: str, author: str, firm: str | None) -> None:
    text = f"The spring of small caps\n18 February 2026\n\n{BODY}\n\n{BODY}\n\n{end}\n"
    drafted = opened(text)
    assert (drafted.fields.get("author"), drafted.fields.get("firm")) == (author, firm)
    assert drafted.found["author"].where == "the signature"
    assert author not in drafted.text
    assert "informational" not in drafted.text


@pytest.mark.parametrize(
    "head",
    ["Small Caps in Spring", "Credit Risk\nRegional Banks\n18 February 2026", "By the numbers\nEight records this year",
     "Market Outlook\nFed Policy\nQ1 2026", "By popular demand: our letter", "By December Small Caps Will Lead\nA view", "小盘股展望\n市场周报"],
)  # fmt: skip
def test_what_is_nobody_s_name_is_no_author(head: str) -> None:
    drafted = opened(f"{head}\n\n{BODY}\n")
    assert drafted.lacks[0] == "author"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("18 February 2026", "2026-02-18"), ("18th of February, 2026", "2026-02-18"), ("Feb. 18, 2026", "2026-02-18"),
        ("February 18th 2026", "2026-02-18"), ("18-Feb-2026", "2026-02-18"), ("2026-02-18", "2026-02-18"),
        ("2026/2/18", "2026-02-18"), ("18.02.2026", "2026-02-18"), ("2/18/2026", "2026-02-18"), ("18/02/2026", "2026-02-18"),
        ("3/3/2026", "2026-03-03"), ("3/4/2026", None), ("2026年2月18日", "2026-02-18"), ("二〇二六年二月十八日", "2026-02-18"),
        ("31 February 2026", None), ("version 1.2.2026", "2026-02-01"), ("2,026 points", None), ("10.2026", None),
        ("Wednesday, February 18, 2026", "2026-02-18"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(line: str, day: str | None) -> None:
    found = date_at(line)
    assert (found.published if found else None) == day


def test_a_month_alone_is_a_month() -> None:
    assert [m.published for line in ("Outlook, Feb 2026", "2026年2月") if (m := month_at(line))] == [
        "2026-02",
        "2026-02",
    ]
    assert not only_dated("Weekly note from Zurich on banks, 3 March 2025")
    assert only_dated("Zurich, 3 March 2025")


@pytest.mark.parametrize(
    ("text", "published", "where"),
    [
        (f"Outlook\nBy Jane Roe\n\nThe low of 3 March 2025 holds. {BODY}\n\nPublished: 18 February 2026", "2026-02-18", "the text"),
        (f"Outlook\nBy Jane Roe | 18 February 2026\n\nThe low of 3 March 2025 holds. {BODY}", "2026-02-18", "the text"),
        (f"Outlook\nBy Jane Roe\n\n{BODY}\n\nZurich, 18 February 2026", "2026-02-18", "the text"),
        (f"February 2026 Outlook\nBy Jane Roe\n\n{BODY}", "2026-02", "the text"),
        (f"Outlook\nBy Jane Roe\n\n{BODY}", None, ""),
    ],
)  # fmt: skip
def test_the_day_it_was_published_is_the_one_that_a_line_is_there_for(
    text: str, published: str | None, where: str
) -> None:
    found = opened(text).found.get("published")
    assert (found.value if found else None, found.where if found else "") == (published, where)


@pytest.mark.parametrize(
    ("sentence", "stance", "on"),
    [
        ("We are bullish on small caps.", "bullish", "small caps"),
        ("I remain cautious.", "bearish", "the broad market"),
        ("We prefer large caps over small caps.", "bullish", "large caps"),
        ("We’re still overweight in smaller companies.", "bullish", "small caps"),
        ("We have turned bearish on credit.", "bearish", "credit"),
        ("Our outlook for the year is positive.", None, None),
        ("Our view on small caps remains constructive.", "bullish", "small caps"),
        ("We would avoid leveraged borrowers.", "bearish", "credit"),
        ("We see further upside for the Russell 2000.", "bullish", "small caps"),
        ("I am neutral on equities.", "neutral", "the broad market"),
        ("Roe remains bullish on Japanese exporters.", "bullish", "Japanese exporters"),
        ("We are not bullish on small caps.", None, None),
        ("Are we bullish on small caps?", None, None),
        ("If we were bullish on small caps, we would say so.", None, None),
        ("我们看好小盘股。", "bullish", "small caps"),
        ("我对小盘股仍持谨慎态度。", "bearish", "small caps"),
        ("我们不看好信用债。", "bearish", "credit"),
        ("我们偏好大盘股，而非小盘股。", "bullish", "large caps"),
        ("Small caps rose by 2 %.", None, None),
    ],
)  # fmt: skip
def test_a_side_is_read_where_it_is_said_outright(sentence: str, stance: str | None, on: str | None) -> None:
    side = side_of(f"Freight volumes recover. {sentence}")
    assert (side.stance.value if side else None, side.on.value if side else None) == (stance, on)
    if side:
        assert side.stance.text == sentence


@pytest.mark.parametrize(
    ("sentence", "subject", "target", "horizon"),
    [
        ("We expect the Russell 2000 at 2,900 by year-end.", "rut", 2900, "2026-12-31"),
        ("Our 12-month target for the S&P 500 is 7,700.", "spx", 7700, "2027-02-18"),
        ("我们预计罗素2000指数到2026年底将达到2900点。", "rut", 2900, "2026-12-31"),
        ("标普500指数未来12个月目标为7700点。", "spx", 7700, "2027-02-18"),
        ("罗素2000指数有2000家公司，我们预计2026年底前回升。", None, None, None),
    ],
)  # fmt: skip
def test_a_target_is_read_with_its_time(
    sentence: str, subject: str | None, target: int | None, horizon: str | None
) -> None:
    found = target_of(f"Freight volumes recover. {sentence}", "2026-02-18")
    call = found.value if found else {}
    assert (call.get("subject"), call.get("target"), call.get("horizon")) == (subject, target, horizon)


def test_small_print_is_no_part_of_a_view() -> None:
    text = f"{BODY}\n\nPast performance is no guide to the future. This is not investment advice.\n\n{BODY}\n\nIMPORTANT DISCLOSURES\nWe may hold shares.\n\nMore of it."
    kept = [text[a:b] for a, b in disclaimers_in(text)]
    assert kept[0].startswith("Past performance")
    assert kept[1].startswith("IMPORTANT DISCLOSURES")
    assert kept[1].endswith("More of it.")
    assert disclaimers_in(f"{BODY_ZH}\n\n免责声明：本报告仅供参考，不构成投资建议。") == [(25, 46)]
    assert disclaimers_in(f"Disclosure rules change.\n\n{BODY}\n\n{BODY} The past performance of banks was poor.") == []


TALK = (
    "Acme Podcast\nGuest: Jane Roe, Chief Strategist, Acme Capital\nRecorded on 18 February 2026\n\n"
    "Q: Are small caps a trap?\n\nA: I think they lead, and I remain bullish on small caps.\n\nQ: And banks?\n\nA: They lend again."
)


def test_of_a_transcript_the_author_s_turns_are_told_and_the_questions_are_not() -> None:
    drafted = opened(TALK)
    assert (drafted.fields["author"], drafted.fields["stance"]) == ("Jane Roe", "bullish")
    told = turns_of("Jane Roe", drafted.text)
    assert told == "I think they lead, and I remain bullish on small caps.\n\nThey lend again."
    panel = "Moderator: Rates?\nJane Roe: They fall.\nTom Finch (Nordfeld): They rise.\nModerator: Why?\nJane Roe: Wages slow.\nTom Finch: Oil."
    assert turns_of("Tom Finch", panel) == "They rise.\n\nOil."
    assert (
        "author" not in opened(f"Panel\n18 February 2026\n\n{panel}").fields
    )  # two speak: which is meant has to be said
    assert (
        turns_of("Jane Roe", "Note: it rose.\nRisk: it falls.\nBase: it stays.")
        == "Note: it rose.\nRisk: it falls.\nBase: it stays."
    )
