"""Sends what the room has written to tell outside: a part of the intake (bootstrap.gateway)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from threading import Lock

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.tell import CONTRACT
from command_center.connectors.backoff import Backoff
from command_center.connectors.deliver.lane import Desk, Lane, Sender
from command_center.connectors.deliver.rules import Rules
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import RoomKind
from command_center.runtime.secrets import reply_key
from command_center.runtime.settings import load_settings
from command_center.situation.situation import Situation


class DeliveryPart:
    """One lane for each reach that something waits for, by channel."""

    entities = frozenset({"delivery", "source"})

    def __init__(
        self,
        room: OpenedRoom,
        senders: Mapping[str, Sender],
        backoff: Callable[[], Backoff] = Backoff,
    ) -> None:
        self._desk = Desk(room.lane, room.database.telemetry, room.clock, room.system)
        self._senders = senders
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


def make_deliveries(room: OpenedRoom) -> DeliveryPart:
    """The part as the intake takes it."""
    # a tenth of a second that only who does the intake need wait for
    from command_center.connectors.deliver.post import Poster  # noqa: PLC0415

    kind = room.room.kind.value
    poster = Poster(rules_of(room), room.clock, lambda source_id: reply_key(source_id, kind))
    return DeliveryPart(room, {CONTRACT: poster})
