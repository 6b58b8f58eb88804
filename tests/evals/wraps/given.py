"""Texts that others wrote, with the truth of each claim, as a file of JSON lines, for the same count as our own forms."""

import json
from datetime import date
from pathlib import Path

from tests.evals.wraps.draft import Claim, Paragraph

TRUTHS = {"true": True, "false": False, "open": None}


def read_given(path: Path) -> list[Paragraph]:
    """The texts of a file: ``as_of``, ``kind``, ``text`` and ``claims``, each with ``say``, ``figure``, ``truth``, ``fault``.

    An open claim is one that bars don't decide.
    """
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        claims = []
        for told in row["claims"]:
            place = row["text"].find(told["say"])
            start = place + told["say"].find(told["figure"])
            if place < 0 or start < place:
                raise ValueError(f"line {number}: {told['say']!r} with {told['figure']!r} is not in its text")
            claims.append(_claim(told, start))
        out.append(Paragraph(row["kind"], date.fromisoformat(row["as_of"]), row["text"], tuple(claims)))
    return out


def _claim(told: dict[str, str], start: int) -> Claim:
    end = start + len(told["figure"])
    return Claim(told.get("fault") or "as it was", start, end, TRUTHS[told["truth"]], told.get("fault") or "")
