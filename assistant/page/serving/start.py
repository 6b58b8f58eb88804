"""Starting the page: where it listens, and what keeps it from starting. Importing this loads no web library."""

import contextlib
import errno
import os
import socket
import sys
import threading
import webbrowser

from assistant.settings import Settings, is_loopback


def serve(settings: Settings, host: str, port: int) -> int:
    """Serves the page until it is stopped.

    Args:
        settings: As read from the environment.
        host: Address to listen on; any that isn't loopback needs ``FOOTNOTE_AUTH``.
        port: Port to listen on; 0 for any free one.

    Returns:
        0 when it was stopped, 1 when it could not start, after one line on stderr that says why.

    Raises:
        SettingError: A setting can't be used.
    """
    if not is_loopback(host) and settings.auth is None:
        return _refuse(
            f"{host} can be reached from other machines, so the page needs passwords; set FOOTNOTE_AUTH to a file of"
            " lines made by python -m assistant.page.passwords USER, or listen on 127.0.0.1"
        )
    try:
        listener = _listen(host, port)
    except OSError as error:
        return _refuse(_why_not(error, host, port))
    with listener:
        from assistant.conversation.tracing import start_tracing
        from assistant.page.serving.server import run
        from assistant.program import Program

        start_tracing()

        shown = f"[{host}]" if ":" in host else host
        url = f"http://{shown}:{listener.getsockname()[1]}"
        with contextlib.suppress(KeyboardInterrupt):  # the way to stop it
            run(Program(settings), listener, host, lambda: _announce(url))
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens: taken before anything slow is loaded, so that a taken port is said at once."""
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    return socket.create_server(address[:2], family=family, backlog=256)  # type: ignore[arg-type]


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use; stop what listens there, or set GRADIO_SERVER_PORT to another"
    if error.errno == errno.EACCES:
        return f"Port {port} needs rights this user lacks; set GRADIO_SERVER_PORT to one above 1023"
    return f"Can't listen on {host} port {port}: {error.strerror or error}"


def _refuse(why: str) -> int:
    print(f"footnote: {why}", file=sys.stderr)
    return 1


def _announce(url: str) -> None:
    print(f"Footnote is at {url} (Ctrl-C stops it)", flush=True)
    if sys.stdout.isatty() and not os.environ.get("CI"):
        threading.Thread(target=webbrowser.open, args=[url], daemon=True).start()
