"""Opening a stranger's file in a process of its own, with so much memory and time and no more.

A PDF, DOCX or page may unfold to anything, and its parser may loop or crash. The child is given the file on its
standard input, writes nothing to disk, and tells what it read in lines of JSON; whatever becomes of it, this process
goes on. Plain text needs no parser and is read here.
"""

import json
import subprocess
import sys
import threading
from pathlib import Path

from corpus.opening import LARGEST, Opened, Progress, UnreadableText, open_file

MEMORY = 1536 * 1024 * 1024  # bytes of address space
SECONDS = 60  # of computing
PATIENCE = 2  # times as long on the clock
AT_ONCE = 3  # files of all visitors together: more would only take each other's memory and cores
QUEUE = 90.0  # seconds that one more waits for its turn
_TURNS = threading.BoundedSemaphore(AT_ONCE)
_PAGES = (".html", ".htm", ".xhtml", ".pdf", ".docx")


def open_confined(
    name: str, content: bytes, progress: Progress = lambda share: None, *, url: str = "", article: bool = False
) -> Opened:
    """Opens a file as ``corpus.opening.open_file`` does, its parser confined.

    Raises:
        UnreadableText: As there; or it takes more memory or time than a file is given, or its parser broke off, or too
            many others are being read.
    """
    if len(content) > LARGEST or not _needs_parser(name, content):
        return open_file(name, content, progress, url=url, article=article)
    if not _TURNS.acquire(timeout=QUEUE):
        raise UnreadableText(f"{name} was not read: {AT_ONCE} other files still are; try again in a minute")
    try:
        return _in_a_child(name, content, progress, url, article)
    finally:
        _TURNS.release()


def _in_a_child(name: str, content: bytes, progress: Progress, url: str, article: bool) -> Opened:
    command = [sys.executable, "-P", "-W", "ignore", "-c", _CHILD, str(Path(__file__).parent.parent)]
    asked = json.dumps([name, url, article, MEMORY, SECONDS])
    with subprocess.Popen(
        [*command, asked], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        assert child.stdin
        assert child.stdout
        clock = threading.Timer(PATIENCE * SECONDS, child.kill)
        clock.start()
        try:
            try:
                child.stdin.write(content)
                child.stdin.close()
            except BrokenPipeError:
                pass  # it broke off before it had read all: its end tells why
            for line in child.stdout:
                told = json.loads(line)
                if "share" in told:
                    progress(told["share"])
                elif "opened" in told:
                    return Opened(**told["opened"])
                else:
                    raise UnreadableText(told["unreadable"])
        finally:
            clock.cancel()
            child.kill()
    late = -child.returncode in (_SIGKILL, _SIGXCPU)
    raise UnreadableText(
        f"{name} takes longer to read than the {SECONDS} seconds that a file is given: take a part of it"
        if late
        else f"{name} can't be read: its parser broke off, so the file is damaged or made to break it"
    )


_SIGKILL, _SIGXCPU = 9, 24


def _needs_parser(name: str, content: bytes) -> bool:
    start = content[:1024].lstrip()
    marked = start.startswith((b"%PDF-", b"PK\x03\x04", b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    return marked or Path(name).suffix.lower() in _PAGES


# "-P" and not "-m": the working folder, whatever lies in it, must not come ahead of this package on the path.
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from corpus.confined import read; read(sys.argv[2])"


def read(asked: str) -> None:
    """Reads a file from standard input within limits, and tells of it. Run in a child process."""
    name, url, article, memory, seconds = json.loads(asked)
    _limit(memory, seconds)
    try:
        content = sys.stdin.buffer.read()
        opened = open_file(name, content, lambda share: _tell(share=share), url=url, article=article)
        _tell(opened=opened._asdict())
    except UnreadableText as error:
        _tell(unreadable=str(error))
    except MemoryError:
        _tell(unreadable=f"{name} takes more memory to read than a file is given: take a part of it")


def _tell(**told: object) -> None:
    print(json.dumps(told), flush=True)


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the clock of the parent alone
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0)):
        resource.setrlimit(kind, (most, most))
