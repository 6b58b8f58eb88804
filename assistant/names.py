"""How subjects and lists of things are written in a sentence."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tools.universe import UNIVERSE, subject_for


def name_of(key: str, others: Mapping[str, str] = MappingProxyType({})) -> str:
    """A subject's name as it stands in a sentence: ``the Russell 2000``, ``Materials (XLB)``, ``Toyota Motor (TM)``.

    Args:
        key: Of the subject.
        others: Names of subjects outside the universe by key, as their facts give them.
    """
    return UNIVERSE[key].name if key in UNIVERSE else others.get(key) or subject_for(key).name


def called(names: Mapping[str, str]) -> dict[str, str]:
    """What subjects outside the universe may be called: the key by the whole name and by the name without its symbol.

    A name that the universe uses for another subject is left out: "Nasdaq" is the index before it is the company.
    """
    own = {name for subject in UNIVERSE.values() for name in subject.names}
    out = {}
    for key, name in names.items():
        out[name] = key
        bare = name.rpartition(" (")[0].removeprefix("the ")
        if len(bare) > 2 and bare.lower() not in own:
            out[bare] = key
    return out


def capital(text: str) -> str:
    """The text with its first letter capital."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for none."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
