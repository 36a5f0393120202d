"""The gateway as an ASGI application: who may post is asked before a body is read, and nothing is
answered before it is stored."""

from __future__ import annotations

import asyncio
import hmac
import math
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Executor as Pool
from dataclasses import dataclass, field
from functools import partial
from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from command_center.connectors.gateway import limits
from command_center.connectors.gateway.heard import Answer, Answers, Signatures
from command_center.connectors.gateway.keys import (
    AT_HEADER,
    IDEMPOTENCY_HEADER,
    KEY_HEADER,
    SIGNATURE_HEADER,
    signature,
)
from command_center.connectors.gateway.refusal import Refusal
from command_center.connectors.gateway.taking import Posted, Taking, plain
from command_center.connectors.intake_page import PageResult
from command_center.connectors.late import Backlog
from command_center.contract.openapi import document
from command_center.contract.page import MAX_BYTES
from command_center.runtime.logs import report_bug

LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Poster:
    """A source that may post. `secret` is what it signs with; its `profile` says what it may
    say, its `backlog` knows of its silences."""

    source_id: str
    secret: str = field(repr=False)
    backlog: Backlog
    profile: str = ""


@dataclass(slots=True)
class Gateway:
    """`posters` by the name of their key; replaced whole, from any thread. `now` = seconds since
    1970; `healthy` says whether the room can store; `heard` is told of each page; `public` is the
    feed for everybody, None: there is none."""

    taking: Taking
    pool: Pool
    now: Callable[[], float] = time.time
    healthy: Callable[[], bool] = lambda: True
    heard: Callable[[str, PageResult], None] = lambda _source, _result: None
    public: Callable[[], bytes | None] = lambda: None
    posters: Mapping[str, Poster] | None = None
    """None until the room was read: nobody can be told yet that their key is unknown."""
    bodies: limits.Room = field(default_factory=limits.Room)
    strangers: limits.Buckets = field(
        default_factory=lambda: limits.Buckets(limits.STRANGERS_PER_S, limits.STRANGERS_BURST)
    )
    answers: Answers = field(default_factory=Answers)
    signatures: Signatures = field(init=False)

    def __post_init__(self) -> None:
        self.signatures = Signatures(self.now)

    def app(self) -> Starlette:
        app = Starlette(
            routes=[
                Route("/v1/reports", partial(self._posted, reports=True), methods=["POST"]),
                Route("/v1/records", partial(self._posted, reports=False), methods=["POST"]),
                Route("/v1/openapi.json", self._described, methods=["GET"]),
                Route("/v1/public", self._told_all, methods=["GET"]),
                Route("/health", self._health, methods=["GET"]),
            ],
            exception_handlers={HTTPException: _other},
        )
        # it would send whoever adds a slash to the machine that their Host header names
        app.router.redirect_slashes = False
        return app

    async def _described(self, _request: Request) -> Response:
        return Response(document(), media_type="application/json")

    async def _told_all(self, _request: Request) -> Response:
        """What is for everybody; 404 where the room tells nobody."""
        body = self.public()
        if body is None:
            return _refused(Refusal(404, "not_here"))
        headers = {"Cache-Control": "public, max-age=60", "Access-Control-Allow-Origin": "*"}
        return Response(body, 200, headers, media_type="application/json")

    async def _health(self, _request: Request) -> Response:
        ok = self.healthy()
        body = b'{"state":"ok"}' if ok else b'{"state":"down"}'
        return Response(body, 200 if ok else 503, media_type="application/json")

    async def _posted(self, request: Request, *, reports: bool) -> Response:
        try:
            answer = await self._answered(request, reports=reports)
        except Refusal as refusal:
            return _refused(refusal)
        except ClientDisconnect:
            return _refused(Refusal(400, "body_cut_off"))
        except Exception as error:  # noqa: BLE001 - whoever asked hears of a bug, and no more of it
            return _refused(Refusal(500, "bug", report_bug(error)))
        return Response(answer.body, answer.status, media_type="application/json")

    async def _answered(self, request: Request, *, reports: bool) -> Answer:
        poster = self._known(request)
        size = _demand_size(request)
        with self.bodies.hold(size, poster.source_id, _from_afar(request)):
            try:
                body = await _body(request, size)
            except (Refusal, ClientDisconnect):
                self.strangers.take(_network(request), 1.0)  # it held room that others need
                raise
            self._demand_signature(request, poster, body)
            room = request.headers.get("room", "")
            posted = Posted(poster.source_id, body, poster.backlog, room, reports, poster.profile)
            return await self._once(request.headers.get(IDEMPOTENCY_HEADER, ""), posted)

    def _known(self, request: Request) -> Poster:
        address = _network(request)
        if wait_s := self.strangers.missing(address):
            raise Refusal(429, "too_many_refused", wait_s=math.ceil(wait_s))
        if self.posters is None:
            raise Refusal(503, "gateway_starting", wait_s=1)
        poster = self.posters.get(request.headers.get(KEY_HEADER, ""))
        if poster is None:
            self.strangers.take(address, 1.0)
            raise Refusal(401, "key_unknown")
        self.signatures.demand_time(request.headers.get(AT_HEADER, ""))
        if len(request.headers.get(IDEMPOTENCY_HEADER, "")) > LONGEST_KEY:
            raise Refusal(400, "idempotency_key_long")
        return poster

    def _demand_signature(self, request: Request, poster: Poster, body: bytes) -> None:
        headers, path = request.headers, _target(request)
        idempotency = headers.get(IDEMPOTENCY_HEADER, "")
        right = signature(
            poster.secret, request.method, path, headers[AT_HEADER], idempotency, body
        )
        given = headers.get(SIGNATURE_HEADER, "").lower()
        if not hmac.compare_digest(right.encode(), given.encode("utf-8", "replace")):
            self.strangers.take(_network(request), 1.0)
            raise Refusal(401, "signature_wrong")
        if not self.signatures.is_new(right) and not idempotency:
            raise Refusal(409, "signature_used")

    async def _once(self, key: str, posted: Posted) -> Answer:
        if not key:
            return await self._stored(posted)
        asked = posted.body + f"\n{posted.room}\n{posted.reports}".encode()
        known = self.answers.begin(posted.source_id, key, asked)
        if known is not None:
            return known
        answer = None
        try:
            answer = await self._stored(posted)
            return answer
        finally:
            self.answers.end(posted.source_id, key, answer)

    async def _stored(self, posted: Posted) -> Answer:
        """A thread waits for the commit; whoever hangs up meanwhile does not take it back."""
        loop = asyncio.get_running_loop()
        answer, result = await asyncio.shield(
            loop.run_in_executor(self.pool, self.taking.take, posted)
        )
        self.heard(posted.source_id, result)
        return answer


def _target(request: Request) -> str:
    """What was asked for, as it came over the line: `request.url` believes the Host header, which
    nobody has signed."""
    path, query = request.scope["raw_path"], request.scope["query_string"]
    return bytes(path + (b"?" + query if query else b"")).decode("latin-1")


def _network(request: Request) -> str:
    """Who asks, as far as an address says: of IPv6 the /64 one household has all of."""
    host = request.client.host if request.client else ""
    address = ip_address(host.partition("%")[0]) if host else None
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if isinstance(address, IPv6Address) and not address.is_loopback:
        return str(IPv6Network((address, 64), strict=False))
    return str(address or "")


def _from_afar(request: Request) -> str:
    """The network of who asks; "" on this machine itself, where a proxy may ask for many."""
    network = _network(request)
    return "" if not network or ip_network(network).is_loopback else network


def _demand_size(request: Request) -> int:
    """How much of the room for bodies it needs; nothing is read of one that is too large."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Refusal(415, "not_json")
    if "content-encoding" in request.headers:
        raise Refusal(415, "content_encoded")
    told = request.headers.get("content-length", str(MAX_BYTES))
    size = int(told) if told.isascii() and told.isdecimal() and len(told) < 12 else MAX_BYTES + 1
    if size > MAX_BYTES:
        raise Refusal(413, "body_too_large", f"at most {MAX_BYTES} bytes")
    return size


async def _body(request: Request, size: int) -> bytes:
    body, began = bytearray(), asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout_at(began + limits.due_s(0, size)) as limit:
            async for piece in request.stream():
                body += piece
                if len(body) > MAX_BYTES:
                    raise Refusal(413, "body_too_large", f"at most {MAX_BYTES} bytes")
                limit.reschedule(began + limits.due_s(len(body), size))
    except TimeoutError:
        raise Refusal(408, "body_too_slow") from None
    return bytes(body)


def _refused(refusal: Refusal) -> Response:
    """The connection ends with it: what is still on its way is not read."""
    answer = plain(refusal)
    headers = {"Connection": "close"}
    if refusal.wait_s is not None:
        headers["Retry-After"] = str(refusal.wait_s)
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Signature"
    return Response(answer.body, answer.status, headers, media_type="application/json")


async def _other(_request: Request, error: Exception) -> Response:
    """No such address, or not with this method."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    found = _refused(Refusal(status, "not_here" if status == 404 else "method_not_allowed"))
    if isinstance(error, HTTPException) and error.headers:
        found.headers.update(error.headers)
    return found
