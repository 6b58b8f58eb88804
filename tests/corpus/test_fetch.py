"""Pages fetched from a real server on loopback, which has to be allowed: nothing that isn't public is reached otherwise."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import ThreadingHTTPServer
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.fetch import LARGEST, MOST_REDIRECTS, Fetched, fetch, is_public
from corpus.opening import UnreadableText
from tests.loopback import Handler, wait

PAGE = b"<html><title>T</title><p>Small caps rose.</p></html>"


class _Site(Handler):
    def do_GET(self) -> None:
        path = self.path
        if path.startswith("/to?"):
            self.send_response(302)
            self.send_header("location", path.removeprefix("/to?"))
            self.send_header("content-length", "0")
            self.end_headers()
        elif path == "/loop":
            self.send_response(301)
            self.send_header("location", "/loop")
            self.send_header("content-length", "0")
            self.end_headers()
        elif path == "/packed":
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.send_header("content-encoding", "gzip")
            body = gzip.compress(PAGE)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        elif path == "/large":
            self.send_response(200)
            self.send_header("content-type", "text/plain")
            self.send_header("connection", "close")
            self.end_headers()
            self.close_connection = True
            for _ in range(LARGEST // (1 << 20) + 2):
                self.wfile.write(b"x" * (1 << 20))
        else:
            kinds = {"/picture": "image/png", "/report": "application/pdf"}
            status = 404 if path == "/gone" else 200
            self.answer(status, PAGE, kinds.get(path, "text/html; charset=utf-8"))


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def anywhere(_address: str) -> bool:
    return True


def reached(url: str) -> Fetched:
    return fetch(url, allowed=anywhere)


def test_a_page_is_fetched_with_its_name_and_last_address(site: str) -> None:
    page = reached(f"{site}/to?/notes/small-caps?id=1")
    assert (page.url, page.name, page.content) == (f"{site}/notes/small-caps?id=1", "small-caps.html", PAGE)
    assert reached(f"{site}/report").name == "report.pdf"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone", "answered 404"), ("/picture", "image/png, which isn't read"), ("/packed", "packed"),
        ("/loop", f"more than {MOST_REDIRECTS} times"), ("/large", "more than 20 MB"), ("/to?ftp://example.com/", "no web address"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused(site: str, path: str, why: str) -> None:
    with pytest.raises(UnreadableText, match=why) as caught:
        reached(site + path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.8", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fec0::1", "192.0.0.8", "192.0.0.170", "192.88.99.1", "2001::1", "2001:20::1", "3fff::1", "5f00::1", "4000::1",
        "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@given(st.ip_addresses(v=6) | st.ip_addresses(v=4))
def test_any_address_is_judged_and_none_of_a_private_network_passes(ip: IPv4Address | IPv6Address) -> None:
    passes = is_public(str(ip))
    ip = (ip.version == 6 and ip.ipv4_mapped) or ip
    assert not (passes and (ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_reserved))


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda t: f"http://{t}") | st.text(max_size=40).map(lambda t: f"https://[{t}]/{t}"))  # fmt: skip
def test_any_text_as_a_link_is_refused_in_a_line(text: str) -> None:
    def nothing(*_: object, **__: object) -> list[tuple[object, ...]]:
        return []

    with pytest.raises(UnreadableText) as caught:
        fetch(text, resolve=nothing)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/drip", "/drip-head"])
def test_a_slow_drip_ends_by_the_clock(path: str) -> None:
    class Dripping(Handler):
        def do_GET(self) -> None:
            if path == "/drip":
                self.send_response(200)
                self.send_header("content-type", "text/plain")
                self.send_header("content-length", "100000")
                self.end_headers()
            with suppress(OSError):
                for _ in range(300):
                    self.wfile.write(b"x")
                    wait(0.05)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Dripping)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    begun = time.monotonic()
    with pytest.raises(UnreadableText, match="took more than 1 seconds"):
        fetch(f"http://127.0.0.1:{server.server_port}{path}", allowed=anywhere, seconds=1)
    assert time.monotonic() - begun < 3
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"]
)
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0/", "http://2130706433/", "http://0x7f.1/",
        "http://169.254.169.254/latest/meta-data", "http://[::ffff:127.0.0.1]/", "https://10.0.0.1:8443/",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_address_is_fetched(url: str) -> None:
    with pytest.raises(UnreadableText, match=r"isn't public|could not be fetched"):
        fetch(url)


@pytest.mark.parametrize(
    "url",
    ["ftp://example.com/", "file:///etc/passwd", "javascript:alert(1)", "//example.com", "http://", "http://u:p@example.com/",
     "http://example.com:99999/", "gopher://example.com/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(UnreadableText):
        fetch(url, allowed=anywhere, resolve=lambda *_args, **_names: pytest.fail("it was resolved"))


def test_a_redirect_is_checked_like_the_first_address(site: str) -> None:
    asked = []

    def only_once(address: str) -> bool:  # the first connection may go, what it leads to may not
        asked.append(address)
        return len(asked) <= 2

    with pytest.raises(UnreadableText, match="isn't public"):
        fetch(f"{site}/to?{site}/inside", allowed=only_once)


def test_a_name_that_answers_otherwise_the_second_time_is_asked_once(site: str) -> None:
    port = int(site.rpartition(":")[2])
    asked = []

    def rebinding(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    page = fetch(f"http://rebinding.example:{port}/a", allowed=lambda a: a == "127.0.0.1", resolve=rebinding)
    assert page.content == PAGE  # the socket went to the address that was checked
    assert asked == ["rebinding.example"]


def test_a_name_with_one_private_address_among_others_is_refused() -> None:
    def both(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in ("93.184.215.14", "10.0.0.1")]

    with pytest.raises(UnreadableText, match="isn't public"):
        fetch("http://both.example/", resolve=both)
