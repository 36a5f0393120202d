"""The gateway of a room as a part of its intake: serves the sources that send by themselves."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from command_center.bootstrap.public_board import ENTITIES, PublicBoard
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.source_keys import HASH_OPTION, KEY_OPTION, master_of
from command_center.connectors.after_page import AfterPage
from command_center.connectors.gateway import limits
from command_center.connectors.gateway.app import Gateway, Poster
from command_center.connectors.gateway.keys import key_of
from command_center.connectors.gateway.refusal import Refusal
from command_center.connectors.gateway.server import AppServer, Listen, listen_at
from command_center.connectors.gateway.taking import RoomName, Taking
from command_center.connectors.intake_page import PageResult
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind, Source, SourceKind
from command_center.ports import Health
from command_center.runtime.settings import load_settings
from command_center.situation.situation import Situation

log = logging.getLogger(__name__)
WORKERS = 16
"""Requests that wait for their commit at a time; they share commits."""
GATEWAY = "gateway"


class GatewayPart:
    """A part of the intake. Without an address it serves nobody and is content."""

    entities = frozenset({"source"}) | ENTITIES

    def __init__(self, room: OpenedRoom, listen: Listen | None, master: str) -> None:
        self._room = room
        self._listen = listen
        self._master = master
        self._buckets = limits.Buckets(limits.RECORDS_PER_S, limits.RECORDS_BURST)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="gateway")
        self._gateway = _gateway(room, self._pool, self._afford, self._heard)
        self._public = PublicBoard(room)
        if load_settings(room.room.kind.value).public_feed:
            self._gateway.public = self._public
        self._server: AppServer | None = None

    @property
    def url(self) -> str:
        """Where it serves; "" nowhere."""
        return self._server.url if self._server else ""

    def start(self) -> None:
        if self._listen is None:
            return
        try:
            server = AppServer(self._gateway.app(), self._listen)
            server.start()
        except OperatorError as error:
            _say_down(self._room, error)
            raise
        self._server = server
        _say(self._room, "ok", "gateway_ok", {"url": server.url})
        log.info("gateway at %s", server.url)

    def stop(self) -> None:
        if self._server is not None:
            self._server.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def follow(self, situation: Situation) -> None:
        """Who may post from now on, and what everybody may read."""
        self._public.follow(situation)
        every = [s for s in situation.all("source") if s.kind is SourceKind.PUSH and s.enabled]
        posters = (self._poster(source) for source in every)
        self._gateway.posters = {name: poster for name, poster in posters if poster is not None}

    def _poster(self, source: Source) -> tuple[str, Poster | None]:
        """None while this machine has not what its key was made of."""
        key_id = source.options.get(KEY_OPTION, "")
        if not key_id or not self._master:
            return "", None
        key = key_of(self._master, self._room.room.id, source.id, key_id)
        if key.sha256 != source.options.get(HASH_OPTION):
            return key.name, None
        backlog = self._room.backlog(source)
        return key.name, Poster(source.id, key.secret, backlog, source.profile)

    def _afford(self, source_id: str, records: int) -> None:
        wait_s = self._buckets.take(source_id, float(max(1, records)))
        if wait_s:
            raise Refusal(429, "too_many_records", wait_s=int(wait_s) + 1)

    def _heard(self, source_id: str, result: PageResult) -> None:
        bad = result.refused + result.conflicting
        code = "source_conflicting" if result.conflicting else "source_refused_records"
        now = self._room.clock.now()
        params = {"refused": str(result.refused), "conflicting": str(result.conflicting)}
        state, code = ("degraded", code) if bad else ("ok", "source_ok")
        health = Health("source", source_id, state, code, params, now, now, None)
        self._pool.submit(_put, self._room, health)


def _say_down(room: OpenedRoom, error: OperatorError) -> None:
    _say(room, "down", error.code, {name: str(said) for name, said in error.params.items()})


def _say(room: OpenedRoom, state: str, code: str, params: dict[str, str]) -> None:
    now = room.clock.now()
    last_ok = now if state == "ok" else None
    _put(room, Health(GATEWAY, GATEWAY, state, code, params, now, last_ok, None))


def _put(room: OpenedRoom, health: Health) -> None:
    with suppress(OperatorError):  # with the database gone nobody can be told
        room.database.telemetry.put_health(health)


def gateway_part(room: OpenedRoom, listen: Listen | None = None) -> GatewayPart:
    """As this machine's settings say, or at `listen`. OperatorError for what they say wrong."""
    kind = room.room.kind.value
    settings = load_settings(kind)
    if listen is None and settings.gateway:
        files = (settings.gateway_certificate, settings.gateway_key)
        try:
            listen = listen_at(settings.gateway, *files)
        except OperatorError as error:
            _say_down(room, error)
            raise
    return GatewayPart(room, listen, master_of(kind))


def _gateway(room: OpenedRoom, pool: ThreadPoolExecutor, afford: Any, heard: Any) -> Gateway:
    database = room.database
    after = AfterPage(
        room.lane, database.telemetry, room.clock, room.system, database.history.unit_id
    )
    name: RoomName = "live" if room.room.kind is RoomKind.LIVE else "exercise"
    return Gateway(
        taking=Taking(after, room.sealer(), name, afford),
        pool=pool,
        healthy=lambda: database.doctor.connection.online,
        heard=heard,
    )
