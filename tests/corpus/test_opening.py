"""Files of every kind that come to be checked: read, or refused in one line."""

import io
import threading
import time
import zlib

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

from corpus import confined
from corpus.confined import open_confined
from corpus.opening import LARGEST, LONGEST, UnreadableText

SENTENCE = "The Russell 2000 closed at 2,718.77 on 22 January 2026."


def resources() -> DictionaryObject:
    """What a page needs to write in Helvetica."""
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})
    return DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): named})})


def pdf(*pages: str, password: str = "") -> bytes:
    """A PDF with a line of text a page."""
    writer = pypdf.PdfWriter()
    for text in pages:
        page = writer.add_blank_page(612, 792)
        page[NameObject("/Resources")] = resources()
        stream = DecodedStreamObject()
        lines = " ".join(f"({line}) Tj T*" for line in text.split("\n"))
        stream.set_data(f"BT /F1 10 Tf 12 TL 40 740 Td {lines} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb(stream: bytes = b" " * 300_000_000, pages: int = 1) -> bytes:
    """A sound PDF whose pages unfold from some hundred kilobytes to a stream of many megabytes."""
    writer = pypdf.PdfWriter()
    packed = StreamObject()
    packed._data = zlib.compress(stream, 9)
    packed[NameObject("/Filter")] = NameObject("/FlateDecode")
    for _ in range(pages):
        page = writer.add_blank_page(9, 9)
        page[NameObject("/Resources")] = resources()
        page[NameObject("/Contents")] = writer._add_object(packed)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "held"),
    [
        ("a.txt", SENTENCE.encode(), SENTENCE),
        ("a.txt", SENTENCE.encode("utf-16"), SENTENCE),
        ("a.md", b"\xef\xbb\xbf# Title\r\n\r\n" + SENTENCE.encode(), f"# Title\n\n{SENTENCE}"),
        ("a.txt", "Caf\u00e9: up 1%".encode("latin-1"), "Caf\u00e9: up 1%"),
        ("a.html", f"<html><head><title>t</title></head><p>{SENTENCE}</p></html>".encode(), SENTENCE),
        ("page", f"<!DOCTYPE html><p>{SENTENCE}<script>alert(1)</script></p>".encode(), SENTENCE),
        ("a.pdf", pdf(SENTENCE), SENTENCE),
        ("any", pdf("The Russell 2000 closed at\n2,718.77 on 22 January 2026."), SENTENCE),
    ],
)  # fmt: skip
def test_a_text_is_read(name: str, content: bytes, held: str) -> None:
    assert open_confined(name, content).text.strip() == held


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no text"),
        (b" \n ", "no text"),
        (bytes(range(256)) * 40, "not a text"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 500, "not a text"),
        (b"%PDF-1.7 and then nothing", "damaged"),
        (pdf(SENTENCE)[:-400], "damaged"),
        (pdf(SENTENCE, password="secret"), "encrypted"),
        (pdf(""), "pictures of pages"),
        (b"x" * (LONGEST + 1), "characters"),
        (b"x" * (LARGEST + 1), "MB"),
        (b"<html>" + b"<div>" * 50_000, "no text|nested too deeply"),
    ],
    ids=["empty", "blank", "junk", "picture", "no pdf", "cut pdf", "encrypted", "scan", "long", "large", "nested"],
)
def test_what_is_no_text_is_refused_in_one_line(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableText, match=why) as caught:
        open_confined("given.html" if content.startswith(b"<html") else "given", content)
    assert "\n" not in str(caught.value)


def test_a_page_that_unfolds_without_end_is_refused_soon() -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableText):
        open_confined("bomb.pdf", bomb())
    assert time.monotonic() - began < 20  # not a measure: it would never end


def test_a_hundred_pages_tell_how_far_they_are() -> None:
    told: list[float] = []
    text = open_confined("long.pdf", pdf(*[SENTENCE] * 100), told.append).text
    assert text.count(SENTENCE) == 100
    assert told == sorted(told)
    assert (len(told), told[-1]) == (100, 1.0)


@pytest.mark.parametrize(
    ("memory", "seconds", "times", "pages", "said"),
    [
        (confined.MEMORY, 1, 10_000, 200, "takes longer to read than the 1 seconds"),
        (200 * 1024 * 1024, 60, 4_000_000, 1, "more memory"),
    ],
)
def test_a_file_that_eats_time_or_memory_is_refused_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, memory: int, seconds: int, times: int, pages: int, said: str
) -> None:
    monkeypatch.setattr(confined, "MEMORY", memory)
    monkeypatch.setattr(confined, "SECONDS", seconds)
    greedy = bomb(b"BT /F1 9 Tf (a) Tj ET " * times, pages)
    assert len(greedy) < LARGEST // 10
    with pytest.raises(UnreadableText, match=said) as refusal:
        open_confined("greedy.pdf", greedy)
    assert "\n" not in str(refusal.value)


def test_a_parser_that_crashes_is_no_crash_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_CHILD", "import os; os.abort()")
    with pytest.raises(UnreadableText, match="its parser broke off"):
        open_confined("any.pdf", pdf("A page."))


def test_no_more_files_are_read_at_once_than_there_are_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "QUEUE", 0.05)
    monkeypatch.setattr(confined, "_TURNS", threading.BoundedSemaphore(1))
    with confined._TURNS, pytest.raises(UnreadableText, match=r"page\.html was not read: .* try again"):
        open_confined("page.html", b"<html><p>Small caps led.</p></html>")
    assert "Small caps led." in open_confined("page.html", b"<html><p>Small caps led.</p></html>").text
