"""Numbers and horizons in words."""

WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()  # fmt: skip
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()  # fmt: skip
HORIZON_WORDS = {"1d": "on the day", "5d": "over five sessions", "mtd": "this month", "ytd": "this year"}


def word(n: int) -> str:
    return WORDS[n] if 0 <= n < len(WORDS) else str(n)


def ordinal(n: int) -> str:
    """``21st``."""
    return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def ordinal_word(n: int) -> str:
    return ORDINALS[n] if 0 < n < len(ORDINALS) else ordinal(n)
