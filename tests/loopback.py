"""Servers of our own behind an HTTPS proxy on loopback, so that unmodified clients reach them by their real names."""

import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

END_OF_HEAD = b"\r\n\r\n"


class Handler(BaseHTTPRequestHandler):
    """Answers one request after another and writes nothing to the terminal."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes, kind: str, *, promised: int | None = None) -> None:
        """Send an answer; with ``promised`` more bytes are announced than come, and the connection ends."""
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(promised or len(body)))
        self.end_headers()
        self.wfile.write(body)
        if promised:
            self.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


@dataclass(frozen=True)
class Front:
    """A running proxy.

    Attributes:
        env: Variables that send clients through it.
        connects: Hosts that were asked for, refused ones too.
    """

    env: dict[str, str]
    connects: list[str]


@contextmanager
def fronting(folder: Path, hosts: Mapping[str, type[Handler]]) -> Iterator[Front]:
    """Serve hosts over TLS behind a proxy that refuses all others.

    Args:
        folder: Where certificates are made.
        hosts: Handler by domain; a domain stands for all names below it too.
    """
    context = _certificates(folder, list(hosts))
    servers = {domain: _serve(handler, context) for domain, handler in hosts.items()}
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    ports = {domain: server.server_address[1] for domain, server in servers.items()}
    front = Front(_environment(listener.getsockname()[1], folder / "ca.pem"), [])
    accepting = threading.Thread(target=_accept, args=(listener, ports, front.connects), daemon=True)
    accepting.start()
    try:
        yield front
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(5)
        for server in servers.values():
            server.shutdown()
            server.server_close()


@contextmanager
def refusing() -> Iterator[Front]:
    """A proxy that refuses everybody and notes the first line of whatever was asked of it."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    names = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")
    front = Front({n: address for name in names for n in (name, name.lower())}, [])
    accepting = threading.Thread(target=_refuse, args=(listener, front.connects), daemon=True)
    accepting.start()
    try:
        yield front
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        accepting.join(5)


def _refuse(listener: socket.socket, asked: list[str]) -> None:
    with suppress(OSError):
        while True:
            client, _ = listener.accept()
            client.settimeout(2)
            with client, suppress(OSError):
                asked.append(client.recv(4096).partition(b"\r\n")[0].decode("latin-1"))
                client.sendall(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")


def _environment(port: int, bundle: Path) -> dict[str, str]:
    names = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")
    return {"HTTPS_PROXY": f"http://127.0.0.1:{port}", **{name: str(bundle) for name in names}}


def _certificates(folder: Path, domains: list[str]) -> ssl.SSLContext:
    """An authority of our own and a certificate for the domains; skips where there is no openssl."""
    if not shutil.which("openssl"):
        pytest.skip("needs the openssl command, to make certificates for loopback")

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    ca = ("-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl("req", "-x509", *key, *ca, "-days", "2", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=loopback CA")
    openssl("req", *key, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=loopback")
    names = ",".join(f"DNS:{d},DNS:*.{d},DNS:*.finance.{d}" for d in domains)
    (folder / "extensions").write_text(f"subjectAltName={names}\nbasicConstraints=critical,CA:FALSE\n")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "extensions")
    openssl("x509", "-req", "-in", "server.csr", *signed, "-days", "2", "-out", "server.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    context.set_alpn_protocols(["http/1.1"])
    return context


def _serve(handler: type[Handler], context: ssl.SSLContext) -> _Server:
    server = _Server(("127.0.0.1", 0), handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _accept(listener: socket.socket, ports: Mapping[str, int], connects: list[str]) -> None:
    with suppress(OSError):
        while True:
            client, _ = listener.accept()
            threading.Thread(target=_tunnel, args=(client, ports, connects), daemon=True).start()


def _tunnel(client: socket.socket, ports: Mapping[str, int], connects: list[str]) -> None:
    """Let one CONNECT through to the server of its host, or refuse it."""
    head = b""
    while END_OF_HEAD not in head:
        data = client.recv(4096)
        if not data:
            client.close()
            return
        head += data
    found = re.match(rb"CONNECT ([^: ]+):443 ", head)
    host = found.group(1).decode() if found else "?"
    connects.append(host)
    port = next((p for domain, p in ports.items() if host == domain or host.endswith(f".{domain}")), None)
    if port is None:
        client.sendall(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")
        client.close()
        return
    with client, socket.create_connection(("127.0.0.1", port)) as server:
        client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        back = threading.Thread(target=_pump, args=(server, client), daemon=True)
        back.start()
        _pump(client, server)
        back.join()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def wait(seconds: float) -> None:
    """What a slow server does."""
    time.sleep(seconds)
