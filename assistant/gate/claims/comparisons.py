"""Comparisons said in Footnote's own voice: both sides must be figures of one measure, and bear what is said.

"Rose 0.55 %, more than the Russell 2000's 0.76 %", "closed above its open", "gained the same": a side without a figure
takes the fact of its subject; what names no second side, or one of another measure, is withheld.
"""

import re
from datetime import date

from assistant.evidence.derived import Derived
from assistant.gate.claims.joined_objects import joined_objects
from assistant.gate.claims.level_names import ALSO_LEVEL, DISTANCES, FROM_WHAT, GAPS, LEVEL, NAMED_LEVELS, ONE_SUBJECT
from assistant.gate.sentence import Bound, Reason, Scene
from assistant.gate.slots import is_level
from assistant.understanding.vocabulary import DOWN, UP, Mention, horizon_cues, horizon_of
from tools.fact import Fact

_DEGREE = r"(?P<degree>far |much |well |a (?:little|bit) |slightly |just |only |roughly |about |almost |nearly |exactly |broadly )?"
_RELATION = re.compile(
    rf"\b{_DEGREE}(?:"
    r"(?P<more>(?:more|greater|higher|larger|bigger|faster|stronger|better|wider|further)(?: \w+){0,5}? than|exceed(?:s|ed|ing)?)"
    r"|(?P<less>(?:less|fewer|smaller|lower|weaker|worse|slower|narrower)(?: \w+){0,5}? than|short of|shy of)"
    r"|(?P<over>above)|(?P<under>below|under)"
    r"|(?P<same>(?:the|by the) same(?: as)?|as (?:much|many|far|high|low) as|equal(?:s|led|ling)?(?: to)?|in line with|level with"
    r"|on a par with|match(?:es|ed|ing)?(?: by)?|a match for|close to|near|similar(?: to)?|alike|identical(?: to)?|comparable)"
    r"|(?P<ahead>ahead of|outpac\w+|beat(?:s|ing)?|lead(?:s|ing)?|led|topp(?:ed|ing)|tops)"
    r"|(?P<behind>behind|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?)"
    r"|(?P<before>before)|(?P<after>after)"
    r")\b",
    re.I,
)
_VERB = re.compile(r"exceed|outpac|beat|lead|led|top|lag|trail|equal|match", re.I)
_AVERAGE = re.compile(r" (?:its|their|the)(?: own)? (?:20|50|200)[- ](?:day|session)\b", re.I)
_NUMBERS = re.compile(r" (?:zero|the (?:overbought|oversold))", re.I)
_OTHER_LINE = r"oversold \w+ of 70|overbought \w+ of 30"
_NEAR = 0.01  # of a level: what "near" may mean
_FAR = 0.05  # of a level: how far "far above" must be
_JUST = 0.02  # of a level: how far "just above" may be
_ALIKE = 0.05  # of the larger of two: what "roughly the same" may mean


def check_relations(scene: Scene, bound: list[Bound]) -> tuple[list[Reason], list[Fact]]:
    """Holds what is compared.

    Returns:
        Reasons to withhold the sentence, and facts that carry a side without a figure.
    """
    carried: list[Fact] = []
    spans = [(b.start, b.end) for b in bound] + [(d.start, d.end) for d in scene.dates]
    spans += [(m.start, m.end) for m in scene.mentions]
    spans += [(c.start, c.end) for c in horizon_cues(scene.text, scene.as_of)]
    for match in _RELATION.finditer(scene.text):
        start = next(match.start(name) for name in _KINDS if match[name])
        if any(s <= start < e for s, e in spans):
            continue
        relation = _Relation(scene, bound, match)
        found, several = relation.judge(), relation.of_several()
        carried += several or []
        if found is None or several is None:
            reason = f"the evidence doesn't show '{match[0].strip()}'"
            return [Reason("comparison that the figures don't bear", reason)], []
        carried += found
    return [], carried


class _Relation:
    """One relation of a sentence with what stands on either side of it."""

    def __init__(self, scene: Scene, bound: list[Bound], match: re.Match[str]) -> None:
        self.scene, self.match = scene, match
        self.kind = next(name for name in _KINDS if match[name])
        self.start, self.end = match.start(), match.end()
        self.versus = self.kind in ("ahead", "behind")
        self.held = held = [b for b in bound if isinstance(b.item, Fact | Derived)]
        self.left = max((b for b in held if b.end <= self.start), key=lambda b: b.end, default=None)
        self.right = [b for b in held if b.start >= self.end]
        self.limit = next((b for b in bound if b.item is None and 0 <= b.start - self.end <= 40), None)
        self.after = scene.text[self.end :]

    def judge(self) -> list[Fact] | None:
        """Facts that carry it beside its figures; None where it isn't borne."""
        if self.kind in ("before", "after"):
            return self._order()
        verb = _VERB.match(self.match[self.kind])
        beside = (
            self.left is not None
            and not verb
            and re.fullmatch(
                r"\s*(?:index )?(?:points?|percentage points?|sessions?)?\s*",
                self.scene.text[self.left.end : self.start],
            )
        )
        if beside and self.left is not None:
            return self._distance(self.left)
        if self.kind in ("over", "under") and not verb and not self._also_borne():
            return None
        if self.limit is not None and re.search(_OTHER_LINE, self.scene.text[self.end : self.limit.end], re.I):
            return None
        if self.limit is not None and (self.match["degree"] or "").strip().lower() in ("far", "well", "much"):
            return None  # how far isn't said of a limit
        if self.limit is not None or _NUMBERS.match(self.after):
            return []
        if re.match(r" the (?:run|streak) that ended", self.after):
            ends = [b.item for b in self.right if isinstance(b.item, Fact) and b.item.metric == "streak_longest_since"]
            return [] if any((f.reading or "").startswith("a tie") for f in ends) else None
        right = self._figure_after()
        left = self._figure_before()
        if self.right and self.right[0].typed and self.right[0].start - self.end <= 1 and not self.versus:
            return []  # "more than 9 %" was held with its figure
        mine = self._subject_before()
        if right is not None and self.versus and left is not None and mine is not None and right.subject == mine.key:
            # "0.99 %, while the Russell 2000 lags at 9.54 %": its own figure against the one before.
            alike = right.metric == left.metric and right.subject != left.subject
            return [] if not alike or self._bears(right, left) else None
        if right is not None and self.versus and self._of_the_pair(right):
            return []  # "beats the S&P 500 by 8.55 points", "led it in 14 sessions" are held by their direction
        if right is not None:
            return self._against(left, right)
        if self.versus:
            return []  # held as a movement, by spreads
        if _AVERAGE.match(self.after) and self.kind in ("over", "under"):
            return [] if not self.match["degree"] else None  # held as a state, without how far
        if self.kind in ("over", "under") or re.match(r"near", self.match[self.kind], re.I):
            return self._against_named_level(left)
        return self._against_subject(left)

    def of_several(self) -> list[Fact] | None:
        """What bears it where more than one is led or trailed; None where one of them isn't borne."""
        if not self.versus:
            return []
        ahead = self.kind == "ahead"
        return joined_objects(self.scene, self.held, self.end, self._subject_before(), ahead=ahead)

    def _also_borne(self) -> bool:
        """Whether the close stands on that side of every further level that is named: "above its 50-day average and its open"."""
        subject = self._subject_before()
        more = re.findall(
            r"\b(?:and|or)(?: (?:its|their|the))? ((?:20|50|200|52|open|previous|prior|intraday|upper|lower|record)[\w\s'’-]{2,30})",
            self.after.split(";")[0].split(". ")[0],
        )
        for words in more:
            average = re.match(r"(20|50|200)[- ](?:day|session)", words)
            metric = f"sma_{average[1]}" if average else next((m for p, m in NAMED_LEVELS if p.match(words)), None)
            close = self._fact(subject.key, "close") if subject else None
            level = self._fact(subject.key, metric) if subject and metric else None
            if close is None or level is None or close.value == level.value:
                return False
            if (float(close.value) > float(level.value)) != (self.kind == "over"):
                return False
        return True

    def _of_the_pair(self, right: Fact) -> bool:
        """Whether a figure is one of who leads whom, or the leader's own: no second side."""
        mine = self._subject_before()
        return "_vs_" in right.subject or "cyclical" in right.metric or (mine is not None and right.subject == mine.key)

    def _distance(self, left: Bound) -> list[Fact] | None:
        """A distance stated right before: "0.92 % below its record close of 6,977.27"."""
        item = left.item
        level = self._figure_after()
        if level is not None and (not is_level(level.unit) or horizon_of(level.metric)):
            level = None  # another distance, not the level that this one is from
        if self.kind in ("over", "under", "less", "more") and ALSO_LEVEL.match(self.after):
            return None  # one distance is from one level
        if isinstance(item, Derived):
            return self._distance_of_levels(item)
        if isinstance(item, Fact) and self.versus and re.match(r"streak$|streak_longest|sessions_led", item.metric):
            return []  # "a run of 14 sessions ahead of the S&P 500"
        if not isinstance(item, Fact) or not GAPS.search(item.metric) or self.kind in ("more", "less", "same"):
            return None
        wanted = FROM_WHAT.get(item.metric)
        if wanted and not re.match(rf" (?:its|their|the|a)(?: own)? [^,;]{{0,24}}?(?:{wanted})", self.after, re.I):
            return None
        if level is None or horizon_of(item.metric):
            return []
        of = DISTANCES.get(item.metric, (item.metric.removesuffix("_distance"),))
        same = level.subject == item.subject and level.metric in of
        twin = any(f.value == level.value for m in of if (f := self._fact(item.subject, m)))
        return [] if same or twin else None

    def _distance_of_levels(self, item: Derived) -> list[Fact] | None:
        """The difference of two levels of one subject, above or below the one of them that the words name."""
        if len({p.subject for p in item.parts}) != 1 or len(item.parts) != 2:
            return []
        words = re.match(r" (?:its|their|the)(?: own)? ([\w\s'’-]{3,40})", self.after)
        named = next((m for p, m in NAMED_LEVELS if words and p.match(words[1])), None)
        average = re.match(r"(20|50|200)[- ](?:day|session)", words[1]) if words else None
        named = f"sma_{average[1]}" if average else named
        metrics = [p.metric for p in item.parts]
        if named not in metrics or ("close" not in metrics and named != "macd_signal"):
            return None
        apart = float(item.value) if metrics[1] == named else -float(item.value)
        return [] if (apart > 0) == (self.kind in ("over", "more", "ahead")) else None

    def _order(self) -> list[Fact] | None:
        """Before and after: of two dates of one kind; beside a date alone, or as "the day before", they join no figures."""
        if re.search(
            r"\b(?:the|an?|one|that) (?:day|session|week|month|year|quarter|close) $",
            self.scene.text[: self.start],
            re.I,
        ) and re.match(r"[.,;:)]|$| (?:and|was|is|at|to|but)\b", self.after):
            return []
        right = self.right[0] if self.right and self.right[0].start - self.end <= 45 else None
        mine = self.left.item if self.left else None
        theirs = right.item if right else None
        if isinstance(mine, Fact) and isinstance(theirs, Fact) and mine.unit == theirs.unit == "date":
            a, b = (date.fromisoformat(str(f.value)) for f in (mine, theirs))
            return [] if mine.metric == theirs.metric and (a < b if self.kind == "before" else a > b) else None
        said = next((d for d in self.scene.dates if 0 <= d.start - self.end <= 8), None)
        own = (
            sorted(mine.dates) if isinstance(mine, Fact) and re.match(r"record_|high_52w|low_52w", mine.metric) else []
        )
        if said is None or said.day is None or said.month is None or said.year is None or not own:
            return None
        limit = date(said.year, said.month, said.day)
        return [] if (own[-1] < limit if self.kind == "before" else own[-1] > limit) else None

    def _figure_after(self) -> Fact | None:
        """The fact of the figure that follows in the same stretch."""
        if not self.right or not isinstance(self.right[0].item, Fact):
            return None
        between = self.scene.text[self.end : self.right[0].start]
        return self.right[0].item if re.fullmatch(r"[\w\s&.'’/()$%-]{0,60}", between) else None

    def _figure_before(self) -> Fact | None:
        """The fact of the figure that the comparison continues."""
        if self.left is None or not isinstance(self.left.item, Fact):
            return None
        between = self.scene.text[self.left.end : self.start]
        return self.left.item if re.fullmatch(r"[\w\s,&.'’/()-]{0,48}", between) else None

    def _subject_before(self) -> Mention | None:
        named = [m for m in self.scene.mentions if m.end <= self.start]
        if named and re.match(r",? (?:which|that|whose) ", self.scene.text[named[-1].end :]):
            return named[-1]
        owned = [m for m in named if not re.search(r"\bthan(?: the)? $", self.scene.text[: m.start], re.I)]
        return owned[-1] if owned else None

    def _subject_after(self) -> Mention | None:
        reach = self.end + 24
        named = [m for m in self.scene.mentions if self.end <= m.start <= reach]
        between = self.scene.text[self.end : named[0].start] if named else ""
        return (
            named[0]
            if named and re.fullmatch(r"(?: (?:the|that|those|of|did|has|for|is|was|in|by)){0,3} ", between)
            else None
        )

    def _fact(self, subject: str, metric: str) -> Fact | None:
        facts = [f for f in self.scene.ledger.facts if (f.subject, f.metric) == (subject, metric)]
        return next((f for f in facts if f.as_of == self.scene.as_of), facts[0] if facts else None)

    def _against(self, left: Fact | None, right: Fact) -> list[Fact] | None:
        """A figure on the right: against the one on the left, else the left subject's own."""
        if left is None:
            subject = self._subject_before()
            key = subject.key if subject else self.scene.context[0] if len(self.scene.context) == 1 else ""
            left = self._fact(key, right.metric) if key != right.subject else self._fact(key, "close")
            if left is None or (left.metric != right.metric and not LEVEL.fullmatch(right.metric)):
                return None
            return [left] if self._bears(left, right) else None
        rest = [b.item for b in self.right[1:] if isinstance(b.item, Fact) and b.item.metric == right.metric]
        joined = rest if re.search(r"\band\b", self.after) and "," not in self.after.split(" and ")[0][-3:] else []
        others = [r for r in joined if r.subject != left.subject]
        if re.match(r",? (?:and|or) (?:the )?[A-Za-z&. ]+['’]s?\s*[.,;]?$", self.scene.text[self.right[0].end :]):
            return None  # "and the VIX's" has no figure
        return [] if all(self._bears(left, r) for r in [right, *others]) else None

    def _against_named_level(self, left: Fact | None) -> list[Fact] | None:
        """ "Above its open": the level named, against the close of whom it is said of, or the figure before it."""
        words = re.match(r" (?:its|their|the)(?: own)? ([\w\s'’-]{3,40})", self.after)
        metric = next((m for p, m in NAMED_LEVELS if words and p.match(words[1])), None)
        subject = self._subject_before()
        key = left.subject if left else subject.key if subject else ""
        if metric is None or not key:
            return None
        own = self._fact(key, "macd" if metric == "macd_signal" else "close")
        mine = left if left is not None and (LEVEL.fullmatch(left.metric) or left.metric == "macd") else own
        level = self._fact(key, metric)
        if mine is None or level is None or not self._bears(mine, level):
            return None
        return [f for f in (mine, level) if f is not left]

    def _against_subject(self, left: Fact | None) -> list[Fact] | None:
        """Another subject without a figure: the fact of the same measure, or of the move that the words name."""
        other = self._subject_after()
        others = self._joined_after(other)
        if left is not None and other is not None:
            rights = [self._fact(m.key, left.metric) for m in others]
            held = [r for r in rights if r is not None and r.subject != left.subject and self._bears(left, r)]
            return held if len(held) == len(others) else None
        if left is not None:
            return None
        told = [m for m in self.scene.mentions if m.end <= self.start]
        if self.kind == "same" and other is None and len(told) > 1:
            pair = told[-2:]
            if not re.fullmatch(r"(?:,| and|, and)(?: the)? ", self.scene.text[pair[0].end : pair[1].start]):
                return None
            return self._by_move(pair[0].key, pair[1].key, pair[1].end)
        mine = self._subject_before()
        if mine is None or other is None:
            return None
        found = [self._by_move(mine.key, m.key, mine.end) for m in others if m.key != mine.key]
        return [f for fs in found if fs for f in fs] if found and all(found) else None

    def _joined_after(self, first: Mention | None) -> list[Mention]:
        """The subject compared with and those that "and", "or" or commas join to it."""
        out = [first] if first else []
        for m in self.scene.mentions:
            between = self.scene.text[out[-1].end : m.start] if out and m.start > out[-1].end else None
            if between is not None and re.fullmatch(r"(?:['’]s?)?(?:,| and|, and| or|, or)(?: the)? ", between):
                out.append(m)
        return out

    def _by_move(self, mine: str, other: str, since: int) -> list[Fact] | None:
        """Both subjects' returns over the one period named, in the direction of the verb; or their records."""
        said = self.scene.text[since : self.start]
        if re.search(r"\brecords?\b", said + self.match[0], re.I):
            last = re.search(r"\blast year\b", self.scene.text, re.I)
            metric = "records_last_year" if last else "records_ytd"
        else:
            cues = {c.horizon for c in horizon_cues(self.scene.text, self.scene.as_of)}
            if not cues and any(d.day and d.fits(self.scene.as_of, self.scene.today) for d in self.scene.dates):
                cues = {"1d"}
            if len(cues) != 1 or not (UP.search(said) or DOWN.search(said)):
                return None
            metric = f"return_{next(iter(cues))}"
        a, b = self._fact(mine, metric), self._fact(other, metric)
        if a is None or b is None:
            return None
        return [a, b] if self._bears(a, b, loss=bool(DOWN.search(said))) else None

    def _bears(self, a: Fact, b: Fact, *, loss: bool | None = None) -> bool:
        """Whether the first stands to the second as the words say."""
        if a.metric != b.metric and not (a.subject == b.subject and a.unit == b.unit and self._levels(a, b)):
            return False
        if a.subject != b.subject and any(p.fullmatch(a.metric) for p in ONE_SUBJECT):
            return False
        if a.key == b.key and a.as_of == b.as_of:
            return False
        x, y = float(a.value), float(b.value)
        if self.left is not None and self.left.item is a and loss is None:
            loss = self._lost(self.left)
        if loss and self.versus:
            return False  # whoever lost more is neither ahead nor behind by that
        signed = bool(horizon_of(a.metric)) or a.metric == "drawdown"
        worse = re.match(r"better|worse", self.match[self.kind], re.I)
        if signed and not worse:
            if (loss or a.metric == "drawdown") and (x > 0 or y > 0):
                return False
            if not loss and a.metric != "drawdown" and loss is not None and x > 0 > y:
                return False
            x, y = (abs(x), abs(y)) if loss or a.metric == "drawdown" else (x, y)
        return self._holds(x, y, a.display == b.display, is_level(a.unit))

    @staticmethod
    def _levels(a: Fact, b: Fact) -> bool:
        return bool(LEVEL.fullmatch(a.metric) and LEVEL.fullmatch(b.metric)) or (
            {a.metric, b.metric} <= {"macd", "macd_signal"}
            or {a.metric, b.metric} <= {"ratio", "ratio_sma_50", "ratio_sma_200"}
        )

    def _lost(self, left: Bound) -> bool | None:
        """Whether the figure on the left is said as a loss; None where no word says which way."""
        from_, _ = self.scene.clause(left.start, left.end)
        words = [(m.start(), p is DOWN) for p in (UP, DOWN) for m in p.finditer(self.scene.text, from_, left.start)]
        if not words and (before := self.scene.text[:from_]):
            words = [(m.start(), p is DOWN) for p in (UP, DOWN) for m in p.finditer(before)]
        return max(words)[1] if words else None

    def _holds(self, x: float, y: float, alike: bool, level: bool) -> bool:
        degree = (self.match["degree"] or "").strip().lower()
        apart = abs(x - y) / max(abs(x), abs(y), 1e-12)
        if self.kind == "same":
            if re.match(r"near|close", self.match["same"], re.I):
                return apart <= _NEAR
            loose = degree in ("roughly", "about", "almost", "nearly", "broadly") or re.match(
                r"in line|similar|comparable", self.match["same"], re.I
            )
            return alike or bool(loose and apart <= _ALIKE)
        if degree in ("far", "much", "well") and apart < (_FAR if level else 1 / 3):
            return False
        if degree in ("a little", "a bit", "slightly", "just", "only") and apart > (_JUST if level else 1 / 4):
            return False
        up = self.kind in ("more", "over", "ahead")
        return x > y if up else x < y


_KINDS = ("more", "less", "over", "under", "same", "ahead", "behind", "before", "after")
