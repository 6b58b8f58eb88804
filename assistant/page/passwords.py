"""Who may open the page: a file of ``user:password-hash`` lines, and how such a line is made.

A hash is ``scrypt$<log2 of n>$<r>$<p>$<salt>$<key>``, salt and key in URL-safe base64. To make a line:

    python -m assistant.page.passwords USER >> passwords.txt
"""

import base64
import binascii
import getpass
import hashlib
import hmac
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.settings import SettingError

LOG_N, R, P = 14, 8, 1  # 16 MB and some 40 ms a try
MOST_LOG_N, MOST_R, MOST_P = 17, 16, 4  # a file that asks for more would stop the server at the first login


def hash_password(password: str) -> str:
    """The hash of a password under a new salt."""
    salt = os.urandom(16)
    return f"scrypt${LOG_N}${R}${P}${_text(salt)}${_text(_scrypt(password, salt, LOG_N, R, P))}"


def matches(password: str, kept: str) -> bool:
    """Whether a password is the one that a hash was made of."""
    log_n, r, p, salt, key = _parts(kept)
    return hmac.compare_digest(_scrypt(password, salt, log_n, r, p), key)


def read_users(path: Path) -> dict[str, str]:
    """Hashes by user.

    Raises:
        SettingError: The file can't be read, holds no user, or a line of it isn't ``user:password-hash``.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"FOOTNOTE_AUTH names {path}, which can't be read: {error}") from None
    users = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        user, _, kept = line.strip().partition(":")
        try:
            _parts(kept)
        except ValueError:
            raise SettingError(
                f"Line {number} of {path} is not user:password-hash; make it by python -m assistant.page.passwords USER"
            ) from None
        users[user] = kept
    if not users:
        raise SettingError(f"FOOTNOTE_AUTH names {path}, which holds no user")
    return users


def _scrypt(password: str, salt: bytes, log_n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**log_n, r=r, p=p, maxmem=512 * 1024 * 1024, dklen=32)


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode()


def _parts(kept: str) -> tuple[int, int, int, bytes, bytes]:
    """The parts of a hash.

    Raises:
        ValueError: It isn't one.
    """
    scheme, *rest = kept.split("$")
    if scheme != "scrypt" or len(rest) != 5:
        raise ValueError("not a scrypt hash")
    log_n, r, p = (int(part) for part in rest[:3])
    if not (10 <= log_n <= MOST_LOG_N and 1 <= r <= MOST_R and 1 <= p <= MOST_P):
        raise ValueError("parameters out of bounds")
    try:
        return log_n, r, p, base64.urlsafe_b64decode(rest[3]), base64.urlsafe_b64decode(rest[4])
    except binascii.Error as error:
        raise ValueError(str(error)) from None


def main(argv: Sequence[str] | None = None) -> int:
    """Asks for a password and prints the user's line."""
    args = list(sys.argv[1:] if argv is None else argv)
    if len(args) != 1 or ":" in args[0] or not args[0].strip():
        print("usage: python -m assistant.page.passwords USER", file=sys.stderr)
        return 2
    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not password:
        print("footnote: the password is empty", file=sys.stderr)
        return 1
    print(f"{args[0].strip()}:{hash_password(password)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
