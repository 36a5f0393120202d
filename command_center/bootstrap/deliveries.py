"""Sends what the room has written to tell outside: a part of the intake (bootstrap.gateway)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from threading import Lock

from command_center.bootstrap.order_routes import OrderRoutes
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.source_keys import HASH_OPTION, KEY_OPTION, master_of
from command_center.commands.tell import CONTRACT, EMAIL
from command_center.connectors.backoff import Backoff
from command_center.connectors.deliver.fault import Fault
from command_center.connectors.deliver.lane import Desk, Lane, Sender
from command_center.connectors.deliver.rules import Rules
from command_center.connectors.gateway.keys import SourceKey, key_of
from command_center.domain.mail import MailServer
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import RoomKind, Source
from command_center.runtime.settings import load_settings
from command_center.situation.situation import Situation

Follower = Callable[[Situation], None]


class DeliveryPart:
    """One lane for each reach that something waits for, by channel."""

    entities = frozenset({"delivery", "source", "room_setting"})

    def __init__(
        self,
        room: OpenedRoom,
        senders: Mapping[str, Sender],
        followers: Sequence[Follower] = (),
        backoff: Callable[[], Backoff] = Backoff,
    ) -> None:
        """`followers` are told of the situation before anything is sent by it."""
        self._desk = Desk(room.lane, room.database.telemetry, room.clock, room.system)
        self._senders = senders
        self._followers = followers
        self._backoff = backoff
        self._lanes: dict[tuple[str, str], Lane] = {}
        self._lock = Lock()
        self._ended = False

    def start(self) -> None:
        """Lanes begin with the first `follow`."""

    def stop(self) -> None:
        with self._lock:
            self._ended = True
            lanes = list(self._lanes.values())
        for lane in lanes:
            lane.end()
        for lane in lanes:
            lane.join()

    def follow(self, situation: Situation) -> None:
        for follow in self._followers:
            follow(situation)
        waiting = _waiting(situation)
        with self._lock:
            if self._ended:
                return
            for key in waiting:
                if key not in self._lanes and key[0] in self._senders:
                    lane = Lane(key[1], self._senders[key[0]], self._desk, backoff=self._backoff())
                    self._lanes[key] = lane
                    lane.start()
            for key, lane in self._lanes.items():
                lane.hand(waiting.get(key, ()), _url(situation, key[1]))


def _waiting(situation: Situation) -> dict[tuple[str, str], list[Delivery]]:
    found: defaultdict[tuple[str, str], list[Delivery]] = defaultdict(list)
    for row in situation.all("delivery"):
        if row.state is DeliveryState.WAITING:
            found[row.channel, row.reach].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.made_at, row.id))
    return dict(found)


def _url(situation: Situation, source_id: str) -> str:
    source = situation.source(source_id)
    return source.reply_url if source is not None and source.enabled else ""


def rules_of(room: OpenedRoom) -> Rules:
    """Where messages of this room may go, by this machine's settings."""
    kind = room.room.kind
    hosts = load_settings(kind.value).reply_hosts.split(",")
    named = frozenset(host.strip().lower() for host in hosts if host.strip())
    return Rules(kind.value, named, loopback_only=kind is not RoomKind.LIVE)


def source_key(master: str, room_id: str, source: Source) -> SourceKey | None:
    """The key it signs with itself, where this machine can make it."""
    key_id = source.options.get(KEY_OPTION, "")
    if not key_id or not master:
        return None
    key = key_of(master, room_id, source.id, key_id)
    return key if key.sha256 == source.options.get(HASH_OPTION) else None


class _Keys:
    """What messages to each source are signed with: the key it signs with itself."""

    def __init__(self, master: str, room_id: str) -> None:
        self._master = master
        self._room_id = room_id
        self._known: Mapping[str, SourceKey] = {}

    def __call__(self, source_id: str) -> SourceKey | None:
        return self._known.get(source_id)

    def follow(self, situation: Situation) -> None:
        if not self._master:
            return
        sources = situation.all("source")
        keys = {one.id: source_key(self._master, self._room_id, one) for one in sources}
        self._known = {id: key for id, key in keys.items() if key is not None}


class _Mail:
    """E-mail by the server that the room is set to now."""

    def __init__(self, room: OpenedRoom) -> None:
        from command_center.bootstrap.mail import (  # noqa: PLC0415 - as above
            head_of,
            mailer_of,
            server_in,
        )

        self._server_in = server_in
        self._server: MailServer | None = None
        self._mailer = mailer_of(room.room.kind, head_of(room), lambda: self._server)

    def __call__(self, delivery: Delivery, _url: str) -> Fault | None:
        fault = self._mailer.send(delivery)
        return None if fault is None else Fault(fault.code, fault.final, fault.params)

    def follow(self, situation: Situation) -> None:
        self._server = self._server_in(situation)


def make_deliveries(room: OpenedRoom) -> DeliveryPart:
    """The part as the intake takes it."""
    # a tenth of a second that only who does the intake need wait for
    from command_center.connectors.deliver.post import Poster  # noqa: PLC0415

    keys, mail = _Keys(master_of(room.room.kind.value), room.room.id), _Mail(room)
    rules, routes = rules_of(room), OrderRoutes(room.room.id, master_of(room.room.kind.value))
    senders: Mapping[str, Sender] = {
        CONTRACT: Poster(rules, room.clock, keys),
        EMAIL: mail,
        **routes.senders(rules, room.clock),
    }
    return DeliveryPart(room, senders, (keys.follow, mail.follow, routes.follow))
