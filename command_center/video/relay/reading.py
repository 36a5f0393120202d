"""Reads a camera from the room's relay."""

from __future__ import annotations

import ipaddress
from urllib.parse import quote, urlsplit

from command_center.video.cancel import Cancel
from command_center.video.ingest.fetch import Fetcher
from command_center.video.ingest.opening import LiveInput, open_answer
from command_center.video.ingest.segments import Bookmark
from command_center.video.model import CameraSpec, Reason, StreamError
from command_center.video.policy import StreamPolicy
from command_center.video.relay.names import MAIN, REASON_HEADER, SEGMENT_HEADER, SUFFIX

CONNECT_S = 1.5  # it stands in the same building
ANSWER_S = 15.0  # it may have to open the camera first
SEGMENT_MAX_S = 60.0
LOOPBACK = ("127.0.0.0/8", "::1/128")
LAG_SEGMENTS = 1.5  # a segment, and the half that a playlist is asked for too late


def open_relayed(
    spec: CameraSpec, main: bool, policy: StreamPolicy, cancel: Cancel, height: int
) -> LiveInput | None:
    """The camera as the relay sends it on; None when the relay is away, or does not know it, or
    cannot send such pictures on.

    Raises:
        StreamError: why the relay has no picture of the camera either.
    """
    name = quote(spec.id + (MAIN if main else ""), safe="")
    fetcher = Fetcher(_only_relay(policy), cancel, CONNECT_S, ANSWER_S)
    try:
        body = fetcher.open(f"{policy.relay.rstrip('/')}/{name}{SUFFIX}")
    except StreamError:
        reason = _told(fetcher)
        fetcher.close()
        if reason is None or reason is Reason.UNSUPPORTED:
            return None  # nobody there, or nothing that can be sent on
        raise StreamError(reason) from None
    try:
        live = open_answer(body, fetcher, cancel, height, Bookmark(), 0.0)
    except BaseException:
        fetcher.close()
        raise
    live.lag_s = LAG_SEGMENTS * _segment_s(body.headers[SEGMENT_HEADER])
    return live


def _told(fetcher: Fetcher) -> Reason | None:
    text = fetcher.refusal.get(REASON_HEADER.lower(), "")
    return Reason(text) if text in set(Reason) else None


def _segment_s(text: str | None) -> float:
    try:
        return min(SEGMENT_MAX_S, max(0.0, float(text or 0)))
    except ValueError:
        return 0.0


def _only_relay(policy: StreamPolicy) -> StreamPolicy:
    """Nothing but the relay itself, wherever it may stand: it was set by the administrator."""
    host = urlsplit(policy.relay).hostname or ""
    try:
        literal = ipaddress.ip_network(host)
    except ValueError:
        allowed = StreamPolicy.for_hosts([host], LOOPBACK)  # it may stand on this machine
    else:
        allowed = StreamPolicy.for_hosts([], [str(literal)])
    return StreamPolicy(
        allowed.hosts,
        allowed.networks,
        frozenset({"http", "https"}),
        policy.resolver,
        policy.authorities,
    )
