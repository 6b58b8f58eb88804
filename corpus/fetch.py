"""Fetching a web page for the library: public addresses alone, the connection made to the address that was checked.

A name is resolved once, every address it gives must be public, and the socket goes to one of those: a name that answers
otherwise a second time reaches nothing. Each redirect is checked like the first address. Proxies of the environment are
not used, since what they connect to can't be checked.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from corpus.opening import LARGEST, UnreadableText

MOST_REDIRECTS = 5
STEP_SECONDS = 15.0  # for one answer of the server
ALL_SECONDS = 60.0
KINDS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt",
    "text/markdown": ".md", "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip
# What Python calls global and is no host of the public internet: it stands for IPv4 addresses, was given up, or
# belongs to protocols.
_NOT_HOSTS = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24", "100.64.0.0/10",
        "64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        "5f00::/16", "fec0::/10",
    )
)  # fmt: skip
_GIVEN_OUT = ipaddress.ip_network("2000::/3")  # all of IPv6 that registries give out


class Fetched(NamedTuple):
    """A file as it was served: where from in the end, a name with the ending of its kind, and the bytes."""

    url: str
    name: str
    content: bytes


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet: no private, loopback, link-local or translated one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if ip not in _GIVEN_OUT:
            return False
    if any(ip in network for network in _NOT_HOSTS if network.version == ip.version):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def fetch(
    url: str,
    allowed: Callable[[str], bool] = is_public,
    resolve: Callable[..., list[tuple[object, ...]]] = socket.getaddrinfo,  # type: ignore[assignment]
    seconds: float = ALL_SECONDS,
) -> Fetched:
    """Fetches a page or a file.

    Args:
        url: http or https.
        allowed: Whether an address may be connected to.
        resolve: Gives a name's addresses, as ``socket.getaddrinfo`` does.
        seconds: For all of it, redirects included, however little comes at a time.

    Raises:
        UnreadableText: An address that isn't public, too many redirects, too large, of no kind that is read, or no
            answer.
    """
    deadline = time.monotonic() + seconds
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked_url(url)
        try:
            answer = _get(parts, allowed, resolve, deadline)
        except UnreadableText:
            raise
        except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
            if time.monotonic() > deadline:
                raise UnreadableText(f"{_short(url)} took more than {seconds:.0f} seconds") from None
            why = str(error) or type(error).__name__
            raise UnreadableText(f"{_short(url)} could not be fetched: {' '.join(why.split())[:120]}") from None
        if isinstance(answer, Fetched):
            return answer._replace(url=url)
        url = urljoin(url, answer)
    raise UnreadableText(f"{_short(url)} redirects more than {MOST_REDIRECTS} times")


def _checked_url(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and target of an address."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise UnreadableText(f"{_short(url)} is no web address") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnreadableText(f"{_short(url)} is no web address: it begins with http:// or https://")
    if parts.username or parts.password:
        raise UnreadableText("a web address with a user or a password isn't fetched")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if any(c <= " " or c == "\x7f" for c in target):
        raise UnreadableText(f"{_short(url)} is no web address: it holds a space or a control character")
    return parts.scheme, parts.hostname, port, quote(target, safe="%/:?#[]@!$&'()*+,;=~")


def _address(
    host: str, port: int, allowed: Callable[[str], bool], resolve: Callable[..., list[tuple[object, ...]]]
) -> str:
    """An address of a host, all of whose addresses may be connected to."""
    found = resolve(host, port, type=socket.SOCK_STREAM)
    addresses = [str(row[4][0]) for row in found]  # type: ignore[index]
    if not addresses:
        raise OSError("the name has no address")
    if not all(allowed(address) for address in addresses):
        raise UnreadableText(f"{host} leads to an address that isn't public, so it isn't fetched")
    return addresses[0]


def _get(
    parts: tuple[str, str, int, str],
    allowed: Callable[[str], bool],
    resolve: Callable[..., list[tuple[object, ...]]],
    deadline: float,
) -> Fetched | str:
    """What one address serves, or where it sends on to."""
    scheme, host, port, target = parts
    address = _address(host, port, allowed, resolve)
    connection = http.client.HTTPConnection(host, port, timeout=STEP_SECONDS)
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("it took too long")
    plain = socket.create_connection((address, port), timeout=min(STEP_SECONDS, left))
    connection.sock = plain
    cut = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, [connection])
    cut.daemon = True
    cut.start()
    try:
        if not allowed(str(plain.getpeername()[0])):  # what is connected to is what was checked
            raise UnreadableText(f"{host} leads to an address that isn't public, so it isn't fetched")
        plain.settimeout(STEP_SECONDS)
        if scheme == "https":
            context = ssl.create_default_context()
            secure = context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
            connection.sock = secure  # so that the handshake can be cut, too
            secure.do_handshake()
        shown = host if port in (80, 443) else f"{host}:{port}"
        headers = {"Host": shown, "User-Agent": "Footnote", "Accept-Encoding": "identity", "Accept": ", ".join(KINDS)}
        connection.request("GET", target, headers=headers)
        response = connection.getresponse()
        with contextlib.closing(response):
            return _answer(host, target, response, deadline)
    finally:
        cut.cancel()
        connection.close()
        plain.close()


def _cut(connection: http.client.HTTPConnection) -> None:
    """Ends whatever waits for a server that gives a byte at a time: each read is in time, and all of them aren't."""
    with contextlib.suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _answer(host: str, target: str, response: http.client.HTTPResponse, deadline: float) -> Fetched | str:
    """What was served, or where it sends on to."""
    if response.status in (301, 302, 303, 307, 308) and response.getheader("location"):
        return str(response.getheader("location"))
    if response.status != 200:
        raise UnreadableText(f"{host} answered {response.status} {response.reason}"[:120])
    return _read(host, target, response, deadline)


def _read(host: str, target: str, response: http.client.HTTPResponse, deadline: float) -> Fetched:
    kind = response.headers.get_content_type()
    if kind not in KINDS:
        raise UnreadableText(f"{host} serves {kind}, which isn't read")
    if response.getheader("content-encoding", "identity") != "identity":
        raise UnreadableText(f"{host} serves it packed though asked not to, so it isn't read")
    content = bytearray()
    while chunk := response.read1(1 << 16):
        content += chunk
        if len(content) > LARGEST:
            raise UnreadableText(f"{host} serves more than {LARGEST // 1_048_576} MB")
    if time.monotonic() > deadline:  # what was cut off may look as if it had ended
        raise TimeoutError("it took too long")
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    last = target.partition("?")[0].rstrip("/").rpartition("/")[2]
    stem = last.rpartition(".")[0] or last or host
    return Fetched("", f"{stem}{KINDS[kind]}", bytes(content))


def _short(url: str) -> str:
    plain = "".join(c for c in url if c.isprintable())
    return plain if len(plain) <= 80 else plain[:77] + "…"
