"""How the commentary tells a stored view: its own sentences, credited by id, for the gate to prove."""

import re

from corpus.document import Passage
from corpus.instructions import is_view
from corpus.people import names_in
from corpus.words import sentences_of

_LEANING = re.compile(r"(?:That|This|These|Those|It|Its|They|Their|Such|Both|So)\b")
_ON_THE_CARD = re.compile(r"\breport(?:ed|s)?\b|\bquotes\b|\bknown here\b")  # how it came to be known
_SOMEONE = re.compile(rf"{_ON_THE_CARD.pattern}|\b(?:[Hh]e|[Ss]he)\b")


def paraphrase(passage: Passage, longer: bool = False, about: re.Pattern[str] | None = None) -> list[str]:
    """A passage's leading sentences, each with its id, and one quotation where it holds one.

    Where it is told for a subject, the sentence that names that comes first.
    """
    sentences = sentences_of(passage.text)
    if passage.trust == "user":  # its own words, which may address a program: those are told to nobody
        sentences = [s.replace("[", "(").replace("]", ")") for s in sentences if is_view(s)]
    if not sentences:
        return []
    lasts = [name.split()[-1] for name in names_in(passage.author)]
    last = lasts[0]
    left_out = _ON_THE_CARD if passage.stance != "none" else _SOMEONE  # "he" of a note is whom it named before
    telling = [s for s in sentences[1:] if len(s.split()) > 6 and not left_out.search(s)]
    on_it = [s for s in sentences if about and about.search(s)]
    lead = next((s for s in on_it if not _LEANING.match(s)), (on_it or sentences)[0])
    place = sentences.index(lead)
    # "That would mean a recession" says nothing without what was said before it.
    before = sentences[place - 1 : place] if on_it and place and _LEANING.match(lead) else []
    wanted = [*before, lead, *(s for s in telling if s not in (lead, *before))][: 3 if longer else 1 + len(before)]
    out: list[str] = []
    for sentence in wanted:
        # A phrase that a document sets in quotation marks is no quotation unless it is held as one.
        text = re.sub(r"^(?:He|She)\b", last, re.sub(r"[“”\"]", "", sentence))
        if (
            (passage.stance != "none" or passage.trust == "user")
            and not any(name in text for name in lasts)
            and (passage.firm or "#") not in text
            and passage.author not in text
        ):
            if out and sentence != lead:
                continue
            text = f"{passage.author}: {text}"
        out.append(f"{text[:-1]} [{passage.id}]{text[-1]}")
    if longer and passage.quotes and passage.stance != "none" and not any("“" in s or '"' in s for s in out):
        out.append(f"In {last}'s own words, “{passage.quotes[0]}” [{passage.id}].")
    return out
