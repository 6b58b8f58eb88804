"""Settings, read from the environment once, where the program starts."""

import difflib
import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

KNOWN = (
    "FOOTNOTE_MODEL", "FOOTNOTE_DATA", "FOOTNOTE_HOME", "FOOTNOTE_DATABASE_URL", "FOOTNOTE_NOW", "FOOTNOTE_AUTH",
    "FOOTNOTE_BRIEF_AT", "FOOTNOTE_PRICES", "FOOTNOTE_LANG", "FOOTNOTE_WORDING", "FOOTNOTE_SECRET",
)  # fmt: skip
BUILTIN = "builtin"
DEFAULT_MODEL = "gpt-5-mini"
SHORTEST_SECRET = 32  # characters
LOOPBACK = ("127.0.0.1", "localhost", "::1")
Lang = Literal["auto", "en", "zh"]
Wording = Literal["open", "proved"]


class SettingError(ValueError):
    """A setting that can't be used: correct it and start again."""


class Prices(NamedTuple):
    """US dollars per million tokens: read, read from the provider's cache, written."""

    read: float
    cached: float
    written: float


@dataclass(frozen=True)
class Settings:
    """What the environment says.

    Attributes:
        home: Folder for the database, the index and caches.
        database_url: SQLAlchemy's URL.
        model: ``builtin``, or the name an OpenAI-compatible endpoint knows its model by.
        data: ``yahoo``, ``sample``, or None to choose.
        auth: File of ``user:password-hash`` lines, or None.
        host: Address to listen on.
        port: Port to listen on.
        brief_at: The exchange's time at which the daily commentary is written while the page runs; None for never.
        prices: US dollars that the endpoint's provider takes per million tokens; None where it isn't told.
        wording: ``open`` to show a model's own words in another ink, ``proved`` to leave them out.
        language: The reader's where they chose none; ``auto`` for the browser's or the question's own.
        secret: From which the key that signs visitors' cookies is made; empty for one kept in the database.
    """

    home: Path
    database_url: str
    model: str
    data: str | None
    auth: Path | None
    host: str
    port: int
    brief_at: time | None = None
    prices: Prices | None = None
    language: Lang = "auto"
    wording: Wording = "open"
    secret: str = field(default="", repr=False)


def read_settings(env: Mapping[str, str] | None = None) -> Settings:
    """The settings of an environment.

    Args:
        env: Variables; the process's own when None.

    Raises:
        SettingError: An unknown FOOTNOTE_ variable, with the nearest known one, or a value that can't be used.
    """
    env = os.environ if env is None else env
    for name in env:
        if name.startswith("FOOTNOTE_") and name not in KNOWN:
            near = difflib.get_close_matches(name, KNOWN, n=1, cutoff=0)
            raise SettingError(f"{name} is not a setting; did you mean {near[0]}?")
    data = env.get("FOOTNOTE_DATA") or None
    if data not in (None, "yahoo", "sample"):
        raise SettingError(f"FOOTNOTE_DATA is {data!r}; it takes yahoo or sample")
    home = _home(env)
    endpoint = bool(env.get("OPENAI_API_KEY") or env.get("OPENAI_BASE_URL"))
    auth = Path(env["FOOTNOTE_AUTH"]) if env.get("FOOTNOTE_AUTH") else None
    if auth and not auth.is_file():
        raise SettingError(f"FOOTNOTE_AUTH names {auth}, which is not a file of user:password-hash lines")
    return Settings(
        home=home,
        database_url=env.get("FOOTNOTE_DATABASE_URL") or f"sqlite:///{home / 'footnote.db'}",
        model=env.get("FOOTNOTE_MODEL") or (DEFAULT_MODEL if endpoint else BUILTIN),
        data=data,
        auth=auth,
        host=env.get("GRADIO_SERVER_NAME") or "127.0.0.1",
        port=_port(env.get("GRADIO_SERVER_PORT") or "7860"),
        brief_at=_time(env.get("FOOTNOTE_BRIEF_AT") or ""),
        prices=_prices(env.get("FOOTNOTE_PRICES") or ""),
        language=_language(env.get("FOOTNOTE_LANG") or "auto"),
        wording=_wording(env.get("FOOTNOTE_WORDING") or "open"),
        secret=_secret(env.get("FOOTNOTE_SECRET") or ""),
    )


def _secret(text: str) -> str:
    if 0 < len(text) < SHORTEST_SECRET:  # who guesses it can write anybody's cookie; it isn't repeated in the message
        raise SettingError(f"FOOTNOTE_SECRET is shorter than {SHORTEST_SECRET} characters; take: openssl rand -hex 32")
    return text


def _wording(text: str) -> Wording:
    if text not in get_args(Wording):
        raise SettingError(f"FOOTNOTE_WORDING is {text!r}; it takes open or proved")
    return cast(Wording, text)


def _home(env: Mapping[str, str]) -> Path:
    if env.get("FOOTNOTE_HOME"):
        return Path(env["FOOTNOTE_HOME"]).expanduser()
    import platformdirs

    return Path(platformdirs.user_data_dir("footnote", appauthor=False))


def _port(text: str) -> int:
    if not text.isdigit() or not 0 <= int(text) <= 65535:
        raise SettingError(f"GRADIO_SERVER_PORT is {text!r}; it takes a port number")
    return int(text)


def _time(text: str) -> time | None:
    if not text:
        return None
    try:
        return datetime.strptime(text, "%H:%M").time()
    except ValueError:
        raise SettingError(f"FOOTNOTE_BRIEF_AT is {text!r}; it takes a time of the exchange such as 17:00") from None


def _language(text: str) -> Lang:
    for known in get_args(Lang):
        if text == known:
            return known  # type: ignore[no-any-return]
    raise SettingError(f"FOOTNOTE_LANG is {text!r}; it takes auto, en or zh")


def _prices(text: str) -> Prices | None:
    if not text:
        return None
    if not re.fullmatch(r"\s*\d+(?:\.\d+)?(?:\s*,\s*\d+(?:\.\d+)?){2}\s*", text):
        raise SettingError(
            f"FOOTNOTE_PRICES is {text!r}; it takes dollars per million tokens read, cached and written: 0.25,0.025,2"
        )
    return Prices(*(float(part) for part in text.split(",")))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return host in LOOPBACK or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
