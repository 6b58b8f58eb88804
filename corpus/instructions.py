"""Sentences of a document that address a program instead of a reader: they stay in the document and are told to nobody.

What is stored is data. That alone keeps an instruction in it from being followed by code; this keeps a writer, with or
without a model, from repeating it as if it were somebody's view, and slots in it from being filled.
"""

import re
import unicodedata

_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_MACHINE = r"(?:assistant|chat ?bot|language model|llms?|ai (?:model|assistant|system|agent|bot)s?|chat ?gpt|gpt-?\d\w*|claude|gemini|footnote)"
_SPEAK = r"(?:say|tell|reply|respond|answer|output|print|repeat|reveal|recommend|write|state|claim|declare|advise)"
_START = r"(?:^|[.!?:;\"“(*#>-]\s*)"
_PATTERNS = (
    r"\b(?:ignor|disregard|forget|overrid|bypass|discard|neglect)\w*\b.{0,50}\b(?:instruction|rule|prompt|direction|guideline|polic|guardrail|constraint|you were told|you have been told|above|safety|system|training)",
    r"\b(?:system|developer|hidden|initial|original|secret) (?:prompt|message|instruction)s?\b|\bprompt[- ]injection\b|\bjailbr(?:eak|oken)\w*",
    r"\b(?:you are|you're|act as|acting as|pretend to be|behave as|role-?play)\b.{0,40}\b(?:now|ai|assistant|bot|model|unrestricted|dan|developer mode)\b",
    rf"\b{_MACHINE}\b.{{0,80}}\b(?:must|should|shall|please|always|never|instructed|required|obey)\b|\b(?:dear|attention|hey|note to|message (?:to|for)|memo to|instructions? (?:to|for)) (?:the |any |all |every )?(?:ai\b|{_MACHINE})",
    rf"{_START}(?:please |now |always |just |only |simply |instead,? |from now on,? |then |you must |you should |you will |and )*(?:say|tell|reply|respond|output|print|reveal|answer (?:only|with|that|yes|no|every|all|the)|recommend (?:that|buying|selling|the reader|everyone|a)|write (?:that|only|the words?))\b",
    rf"\b(?:and|then|must|should|will|only|instead|just) (?:always |only |then )?{_SPEAK}\b.{{0,25}}\b(?:buy|sell|strong buy|yes)\b",
    r"\b(?:new|updated|revised|following|these|your|my) instructions?\b|\bend of (?:document|context|prompt|instructions?|input)\b|\bobey\b|\bcomply with\b.{0,20}\b(?:me|this)\b",
    r"^\s*(?:system|assistant|user|human|developer|tool|ai)\s*[:>\]]",
    r"<\|?/?(?:im_\w+|system|assistant|user|s|tool|instructions?)\|?>|\[/?inst\]|<<sys>>|```|\b(?:function|tool)_calls?\b",
    r"[{}]|\[[a-z]+(?:-[a-z0-9]+)+\]",
)  # fmt: skip
_FOR_MACHINES = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.I | re.S)
# Letters of other scripts that look Latin, as far as they are used to hide words.
_LOOK = {
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X",
    "І": "I", "ο": "o", "α": "a", "ε": "e", "ρ": "p", "ι": "i", "κ": "k", "ν": "v", "τ": "t", "Ι": "I", "Ο": "O",
}  # fmt: skip
_ALIKE = str.maketrans(_LOOK)


def for_machines(sentence: str) -> bool:
    """Whether a sentence addresses a program, or holds what a program would read as its own marks."""
    return _FOR_MACHINES.search(_plain(sentence)) is not None


def for_readers(text: str) -> str:
    """The text without its sentences for machines."""
    return " ".join(part for part in _SENTENCES.split(text) if part.strip() and not for_machines(part))


def _plain(text: str) -> str:
    """The text as it looks: compatibility forms and accents folded, look-alikes Latin, invisible characters gone."""
    folded = unicodedata.normalize("NFKD", text)
    kept = "".join(c for c in folded if unicodedata.category(c) not in ("Cf", "Mn", "Cc") or c in "\n\t")
    return kept.translate(_ALIKE)
