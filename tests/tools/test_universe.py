"""The universe as data."""

from tools.universe import UNIVERSE, by_symbol, subject_for


def test_it_has_every_subject_once() -> None:
    keys = ["rut", "spx", "comp", "dji", "vix", "tnx", "iwm", "ijr", "spy", "qqq"]
    sectors = [f"sector.{s}" for s in ("xlb", "xlc", "xle", "xlf", "xli", "xlk", "xlp", "xlre", "xlu", "xlv", "xly")]
    styles = ["style.iwd", "style.iwf", "style.iwn", "style.iwo"]
    assert set(UNIVERSE) == {*keys, *sectors, *styles}
    assert len({s.symbol for s in UNIVERSE.values()}) == 25


def test_units_follow_the_kind() -> None:
    units = {key: UNIVERSE[key].unit for key in ("rut", "vix", "tnx", "iwm", "sector.xlb")}
    assert units == {"rut": "index points", "vix": "index points", "tnx": "percent", "iwm": "USD", "sector.xlb": "USD"}


def test_names_are_lower_case_and_belong_to_one_subject() -> None:
    names = [name for subject in UNIVERSE.values() for name in subject.names]
    assert all(name == name.lower() for name in names)
    assert len(names) == len(set(names))


def test_any_other_symbol_gets_a_key_without_hyphens() -> None:
    assert by_symbol("^rut") is UNIVERSE["rut"]
    assert by_symbol("AAPL") is None
    share = subject_for("brk-b")
    assert (share.key, share.symbol, share.unit, share.group) == ("brk_b", "BRK-B", "USD", "other")
    assert subject_for("^FTSE").unit == "index points"
    assert subject_for("iwm") is UNIVERSE["iwm"]
