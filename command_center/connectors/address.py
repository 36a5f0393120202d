"""Which addresses a source may be asked at, and why asking failed. Without the client of the web,
so that a window starts without it."""

from __future__ import annotations

from urllib.parse import urlsplit


class FetchFault(Exception):
    """`code` names the sentence: refused, timeout, status, too_large, tls, bad_url ..."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


def check_url(url: str) -> None:
    """Only plain http(s) addresses without credentials in them."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchFault("source_bad_url")
    if parts.username or parts.password:
        raise FetchFault("password_in_url")
