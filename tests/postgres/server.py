"""A real PostgreSQL in a temporary folder, on a free port of loopback; it runs as a user without rights."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

UNPRIVILEGED = "postgres"  # whom it runs as where the tests run as root, as which it refuses to run
_numbers = count(1)


def programs() -> Path | None:
    """The folder of the newest PostgreSQL's programs; None where none is installed."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    found = shutil.which("initdb")
    folder = packaged[-1] if packaged else Path(found).resolve().parent if found else None
    whole = folder is not None and (folder / "initdb").exists() and (folder / "pg_ctl").exists()
    return folder if whole and (os.getuid() != 0 or _is_user(UNPRIVILEGED)) else None


def _is_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


class Postgres:
    """A running server.

    Args:
        folder: Where its files are.
        bin_folder: Its programs.
    """

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self.folder, self.bin = folder, bin_folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        quick = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self.control("start", "-w", "-o", f"{quick} -c max_connections=200", "-l", str(self.folder / "log"))

    def stop(self) -> None:
        """Stops it without waiting for its clients."""
        self.control("stop", "-w", "-m", "immediate")

    def control(self, *arguments: str) -> None:
        """Runs ``pg_ctl`` on it."""
        run(str(self.bin / "pg_ctl"), "-D", str(self.folder / "data"), *arguments)

    def database(self, name: str = "", like: str = "template0") -> str:
        """The URL of a new database: an empty one, or one like another that nobody is connected to."""
        import psycopg

        name = name or f"footnote_{os.getpid()}_{next(_numbers)}"
        address = f"host=127.0.0.1 port={self.port} user=footnote dbname=postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        return f"postgresql://footnote@127.0.0.1:{self.port}/{name}"


@contextmanager
def running() -> Iterator[Postgres]:
    """A server that ends with the block; ``programs`` must have found one."""
    bin_folder = programs()
    assert bin_folder is not None
    folder = Path(tempfile.mkdtemp(prefix="footnote-pg-"))
    if os.getuid() == 0:
        shutil.chown(folder, UNPRIVILEGED)
    try:
        kinds = ["-A", "trust", "-U", "footnote", "-E", "UTF8", "--no-sync", "--locale", "C.UTF-8"]
        if " 15" in (said := run(str(bin_folder / "initdb"), "--version")) or " 16" in said or " 17" in said:
            kinds += ["--locale-provider", "icu", "--icu-locale", "en-US"]  # sorts as most servers do, not by bytes
        run(str(bin_folder / "initdb"), "-D", str(folder / "data"), *kinds)
        server = Postgres(folder, bin_folder)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(*command: str) -> str:
    """Runs one of its programs as a user without rights; what it said."""
    user = {"user": UNPRIVILEGED, "group": pwd.getpwnam(UNPRIVILEGED).pw_gid} if os.getuid() == 0 else {}
    more = {"extra_groups": []} if user else {}
    done = subprocess.run(command, cwd="/", text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, **user, **more)  # type: ignore[call-overload]  # fmt: skip
    assert done.returncode == 0, done.stdout
    return str(done.stdout)
