"""The room's mail server: set, asked for by whoever sends, and tried."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.commands.mail import SetMailServer
from command_center.connectors.agency.mail import Mailer
from command_center.connectors.agency.mail_words import Head
from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.domain.mail import SETTING, MailServer, server_of
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import RoomKind
from command_center.runtime.clock import LiveClock
from command_center.runtime.secrets import database_password, keep_mail_password, mail_password
from command_center.situation.situation import Situation

_ROOM = "live"


def server_in(situation: Situation) -> MailServer | None:
    """What the room is set to; None for no e-mail."""
    kept = situation.get("room_setting", SETTING)
    return server_of(kept.value) if kept is not None and kept.value else None


def mailer_of(room: RoomKind, head: Head, server: Callable[[], MailServer | None]) -> Mailer:
    """What sends e-mail for a room of that kind; an exercise has a server on this machine only and
    no password. `server` may be asked from the sender's thread."""
    exercise = room is RoomKind.EXERCISE

    def password(of: MailServer) -> str | None:
        return None if exercise else mail_password(of.user, of.host, _ROOM)

    return Mailer(server, password, head=head, only_loopback=exercise)


def head_of(room: OpenedRoom) -> Head:
    """Who writes, and in whose time."""
    pack = room.city
    return Head(room.room.name, ZoneInfo(pack.time_zone), pack.time_zone_label)


def keep_password(server: MailServer, password: str) -> bool:
    """Whether there is a keyring that keeps it."""
    return keep_mail_password(server.user, server.host, _ROOM, password)


def set_server(url: str, server: MailServer | None) -> None:
    """OperatorError for what cannot be a server."""
    room = _opened(url)
    try:
        room.lane.submit(SetMailServer(server), act=room.console).result(LANE_S)
    finally:
        room.close()


def try_mail(url: str, address: str) -> None:
    """One message that says it is a trial; OperatorError if no server takes it."""
    room = _opened(url)
    try:
        rows = room.database.feed.snapshot(LiveClock().now()).rows["room_setting"]
        head = head_of(room)
    finally:
        room.close()
    kept = [row for row in rows if row["id"] == SETTING and row["value"]]
    server = server_of(kept[0]["value"]) if kept else None
    now = LiveClock().now()
    body = {"number": "-", "referral": "-", "text": "Ini percobaan.", "at": now.isoformat()}
    trial = Delivery(
        id=new_id(now), version=1, channel="email", reach=address, kind="referral",
        about_kind="referral", about_id="", incident_id=None, body=body,
        state=DeliveryState.WAITING, made_at=now, ended_at=None, reason="",
    )  # fmt: skip
    fault = mailer_of(RoomKind.LIVE, head, lambda: server).send(trial)
    if fault is not None:
        raise OperatorError(fault.code, **fault.params)


def _opened(url: str) -> OpenedRoom:
    return open_room(url, LiveClock(), RoomPlan(), password=database_password(url))
