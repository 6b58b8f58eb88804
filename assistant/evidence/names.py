"""What subjects are called: the universe's by their names, any other as its facts give it."""

from collections.abc import Mapping
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
