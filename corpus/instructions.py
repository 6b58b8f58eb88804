"""Sentences of a document that address a program or order a reader: they stay in the document and are told to nobody.

What is stored is data. That alone keeps an instruction in it from being followed by code; this keeps a writer, with or
without a model, from repeating it as if it were somebody's view, and slots in it from being filled. A view is said of
the market or of investors, in the third person; what tells whoever reads it what to do is none. Tools, writers and the
gate are all given the passage that ``tellable`` makes, so that none of them knows a sentence that another doesn't.
"""

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.document import Passage

_SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\n+")
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
# Orders: a bare verb at the head of a sentence or clause with what it is to be done to.
_VERB = (
    r"(?:buy|sell|short|hold|dump|load|avoid|exit|get|put|move|take|keep|stay|go|act|hurry|invest|add|trim|switch|rotate|allocate|pile|bet|grab|jump"
    r"|wire|send|transfer|pay|deposit|withdraw|click|visit|call|contact|e-?mail|text|subscribe|join|register|sign|download|install|open|log|enter|type|scan|share|post|follow"
    r"|tell|inform|advise|recommend|warn|remind|assure|urge|convince|persuade|promise|confirm|state|mention|note|stress|emphasi[sz]e|include|insert|append|cite|quote"
    r"|treat|consider|assume|believe|trust(?! in)|ask|rate|rank|mark|label|set|make|give|show|present|hide|withhold|omit|skip|drop|stop|start|begin|end|use|run|execute|fetch|read|translate|summari[sz]e"
    r"|ignore|forget|remember|ensure|let|refuse|deny|claim|pretend|answer|reply|respond|repeat|say|write|print|output)"
)
_TO_WHAT = (
    r"(?:the|a|an|all|any|every|everyone|everything|each|no|not|it|this|that|these|those|them|him|her|us|me|my|our|your|their|more|now|immediately|today|only|as|yes"
    r"|shares?|stocks?|calls?|puts?|bonds?|gold|cash|small|large|half|out|into|in|to|from|with|at|on|up|off|away|for|long|short|users?|readers?|people|clients|investors"
    r"|\$?\d[\d,.]*|(?-i:[A-Z]{3,5}))"
)
_ASIDE = r"(?:please|now|always|never|just|only|simply|instead|then|so|and|also|first|next|finally|immediately|kindly|do not|don't|everyone|everybody|folks|friends|guys|therefore|important|urgent|reminder|note|tip|action|attention|warning),?[:!]? "
_READER = (
    r"(?:the user|users|the readers?|readers|everyone|everybody|anyone|customers?|subscribers?|whoever (?:reads|asks))"
)
_ORDERS = (
    rf"{_START}(?:{_ASIDE})*{_VERB} {_TO_WHAT}\b(?!.*, [^,]{{2,40}}\b(?:wrote|writes|said|says|argued|argues|advised|told)\b[^,]*$)",
    rf"{_START}(?:{_ASIDE})+{_VERB}\b|{_START}{_VERB}[!.]|{_START}(?:do not|don't|never|always) \w+|\b(?:act|buy|sell|invest|order) now\b|\bdon't miss\b|\bbefore it(?:'s| is) too late\b",
    r"\b(?:you|ya|u) (?:should|must|need|have to|ought|had better|'d better|can't afford|cannot afford|will want|are (?:to|required|instructed|asked|advised|urged)|may not|shall)\b",
    rf"^\W*(?:{_MACHINE}|ai|bot|model|user|system|human|reader|everyone|everybody), |\byou(?:'re| are) (?:an?|the|now|here)\b|\byour (?:money|savings|portfolio|401|pension|broker|account|position|job|task|role|answer|response|reply|summary|output|goal|instructions?|next)\b",
    r"\b(?:urge|advise|ask|beg|tell|want|instruct|order|require|command|encourage) (?:you|the user|users|readers|the reader|everyone|all)\b",
    rf"\b{_READER} (?:must|should|shall|needs?|ha(?:s|ve)|ought|is|are) (?:to |now |immediately )?(?:be |all |not )?(?:{_VERB}|told|informed|advised|know|warned)\b",
    r"\b(?:the|any|every|each|all|final|future|subsequent) (?:answers?|responses?|repl(?:y|ies)|summar(?:y|ies)|output|report'?s? conclusion|commentary)\b.{0,30}\b(?:must|should|shall|ha(?:s|ve) to|needs?|ought|is to|are to|begins?|ends?|includes?|contains?|states?|says?)\b",
    r"\b(?:if|when|whenever|once|should) (?:you(?:'re| are)? |someone |anyone |a user |the user |they |users )?(?:(?:is|are|be) )?ask(?:ed|s)?\b",
    r"\b(?:this|the above|the following|these) (?:document|passage|text|source|note|article|message|paragraph|lines?|rules?|statement)s? (?:overrides?|supersedes?|takes? (?:precedence|priority)|replaces?|must|should|shall|is (?:authoritative|the only|an? (?:order|instruction|command)))",
    r"\b(?:it is|it's) (?:essential|important|imperative|required|necessary|mandatory|vital|critical|crucial) (?:that|to|for) (?:you|the user|users|readers|the reader|everyone|mention|tell|say|state|include|inform)\b",
    r"\b(?:on behalf of|approved by|authori[sz]ed by|message from|by order of) (?:footnote|the (?:system|developers?|operator|administrators?))\b|\bfootnote (?:recommends?|says?|confirms?|advises?|believes?|guarantees?|endorses?)\b",
    r"https?://|\bwww\.|\b[\w.+-]+@[\w-]+\.\w|\bt\.me/|\b(?:whats ?app|telegram|discord)\b|<[a-z!/]|&#|\b[A-Za-z0-9+/]{48,}={0,2}",
    r"(?:请|務必|务必|必须|必須|立即|马上|馬上|赶快|赶紧|趕快).{0,8}(?:买|買|卖|賣|告诉|告訴|回答|回复|说|說|推荐|推薦|点击|忽略|无视|转账|输出|写|联系|加仓|清仓)",
    r"(?:忽略|无视|忘记|忘掉|無視).{0,12}(?:指令|指示|规则|規則|提示|以上|之前|设定)|(?:告诉|告訴|通知|建议|劝)(?:用户|读者|大家|所有人|客户)|^(?:系统|助手|用户|開發者|开发者)\s*[:：]|(?:你|您)(?:应该|應該|必须|必須|需要|要|得|应|现在是|是一个)",
)  # fmt: skip
_ORDERING = re.compile("|".join(f"(?:{pattern})" for pattern in _ORDERS), re.I | re.S)
_NOBODY = re.compile(
    rf"(?:the )?(?:{_MACHINE}|system|user|human|admin(?:istrator)?|developer|moderator|operator|tool|model|ai|bot|openai|anthropic|server|root)"
    r"(?: (?:team|message|prompt|notes?|notice|admin|assistant|bot|model|support|system|user|editors?|staff|desk|instructions?))*",
    re.I,
)
_SPACED = re.compile(r"\b(?:\w[ ._*-]){3,}\w\b")
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


def is_view(sentence: str) -> bool:
    """Whether a sentence may be told as somebody's view: it neither addresses a program nor orders a reader."""
    plain = _plain(sentence)
    whole = _SPACED.sub(lambda m: re.sub(r"[ ._*-]", "", m[0]), plain)
    return not any(_FOR_MACHINES.search(text) or _ORDERING.search(text) for text in {plain, whole})


def for_readers(text: str) -> str:
    """The text without what is no view."""
    parts = _SENTENCES.split(text)
    kept = [part for part in parts if part.strip() and is_view(part)]
    return text if len(kept) == len([part for part in parts if part.strip()]) else " ".join(kept)


def tellable(passage: "Passage") -> "Passage":
    """A passage as anything is told of it: an added one without what is no view, in its text or beside it."""
    if passage.trust != "user":
        return passage
    text, outcome = for_readers(passage.text), passage.outcome
    kept = for_readers(outcome.text) if outcome else ""
    about = passage.stance_on
    return passage.model_copy(
        update={
            "text": text,
            "quotes": tuple(quote for quote in passage.quotes if is_view(quote)),
            "title": passage.title if is_view(passage.title) else "…",
            "stance_on": about if about and is_view(about) else None,
            "outcome": outcome.model_copy(update={"text": kept}) if outcome and kept else None,
        }
    )


def names_nobody(author: str) -> bool:
    """Whether a byline is a program's or a role's, such as System, Footnote or the Assistant team."""
    parts = re.split(r"\s*(?:,|;|&|\band\b)\s*", _plain(author).strip())
    return any(_NOBODY.fullmatch(" ".join(part.replace("_", " ").replace("-", " ").split())) for part in parts)


def _plain(text: str) -> str:
    """The text as it looks: compatibility forms and accents folded, look-alikes Latin, invisible characters gone."""
    folded = unicodedata.normalize("NFKD", text)
    kept = "".join(c for c in folded if unicodedata.category(c) not in ("Cf", "Mn", "Cc") or c in "\n\t")
    return kept.translate(_ALIKE)
