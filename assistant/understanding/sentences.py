"""Cutting a stream of text into sentences as they complete."""

import re

_ABBREVIATIONS = r"(?:\b(?:U\.S|U\.K|e\.g|i\.e|vs|approx|Mr|Ms|Mrs|Dr|Inc|Corp|Co|Ltd|No|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|\b[A-Z])\."
# A statement's slot is a sentence whatever follows it; else a full stop ends a sentence where white space follows and what comes next begins one.
_END = re.compile(
    r"""\{\s*(?:say|view)\s[^{}]*\}\s?\.?(?=\s|\{)|[.!?…。！？]["'”’)\]]*(?:\s*\[[^\]\n]{1,80}\])*(?=\s+(?:["'“‘({]+\S|[^a-z\s\["'“‘({])|\s*\n)|\n+"""
)
_ENDS_IN_ABBREVIATION = re.compile(_ABBREVIATIONS + r"$")


class Splitter:
    """Collects streamed text and gives back each sentence once what follows shows that it ended."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, text: str) -> list[str]:
        """The sentences that this piece of text completes, stripped, in order."""
        self._rest += text
        out, start = [], 0
        for match in _END.finditer(self._rest):
            if match.end() == len(self._rest) and not match[0].startswith("\n"):
                break
            if _ENDS_IN_ABBREVIATION.search(self._rest[start : match.end()]):
                continue
            out.append(self._rest[start : match.end()].strip())
            start = match.end()
        self._rest = self._rest[start:]
        return [s for s in out if s]

    def close(self) -> list[str]:
        """What is left at the end of the stream, as a sentence."""
        rest, self._rest = self._rest.strip(), ""
        return [rest] if rest else []


def split(text: str) -> list[str]:
    """All sentences of a text."""
    splitter = Splitter()
    return splitter.feed(text) + splitter.close()
