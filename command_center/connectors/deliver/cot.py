"""An order as an event of Cursor on Target, over TCP to one server.

TLS, except to this machine itself. Nothing answers an event: it counts as told once the server has
closed the connection or sent something, over TLS once it has not broken it off for a second. All
that is said of one order is one event, by its `uid`.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from command_center.connectors.deliver.fault import Fault
from command_center.connectors.deliver.marking import LIVE, marked
from command_center.connectors.deliver.rules import Rules
from command_center.domain.entities import iso
from command_center.domain.network import is_loopback
from command_center.domain.referral import Delivery

TYPE = "b-m-p-s-m"
UNKNOWN_M = "9999999.0"
LARGEST = 16 * 1024
TIMEOUT_S, GOODBYE_S = 5.0, 1.0
STALE = timedelta(minutes=30)
# What a reader of plain words sees before those that are no order by themselves.
_BEFORE = {"repeat": "ULANGAN: ", "address": "ALAMAT BARU: ", "stand_down": "BATAL: "}


class CotSender:
    """Sends to the HOST:PORT that `to_of` gives for a delivery's reach, "" = none. `trust` makes
    the settings of TLS."""

    def __init__(
        self,
        rules: Rules,
        to_of: Callable[[str], str],
        trust: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    ) -> None:
        self._rules = rules
        self._to_of = to_of
        self._trust = trust

    def __call__(self, delivery: Delivery, _url: str) -> Fault | None:
        """None once taken. Waits for it."""
        host, _, port = self._to_of(delivery.reach).rpartition(":")
        host = host.strip("[]")
        if not host or not port.isdecimal():
            return Fault("delivery_no_address")
        forbidden = self._rules.against_host(host)
        if forbidden is not None:
            return forbidden
        if delivery.body.get("lat") is None or delivery.body.get("lon") is None:
            return Fault("delivery_no_point", final=True)
        event = event_of(delivery.body, self._rules.room)
        if len(event) > LARGEST:
            return Fault("delivery_too_large", final=True)
        return self._tried(host, int(port), event)

    def _tried(self, host: str, port: int, event: bytes) -> Fault | None:
        try:
            self._send(host, port, event)
        except ssl.SSLError:
            return Fault("delivery_tls")
        except TimeoutError:
            return Fault("delivery_timeout")
        except (OSError, ValueError):
            return Fault("delivery_unreachable")
        return None

    def _send(self, host: str, port: int, event: bytes) -> None:
        with socket.create_connection((host, port), TIMEOUT_S) as plain:
            plain.settimeout(TIMEOUT_S)
            if is_loopback(host):
                plain.sendall(event)
                # a program that hangs lets the system take the bytes and never says anything
                plain.shutdown(socket.SHUT_WR)
                plain.recv(1)
                return
            with self._trust().wrap_socket(plain, server_hostname=host) as secure:
                secure.sendall(event)
                # who has shaken hands is awake, but refuses a stranger only now
                secure.settimeout(GOODBYE_S)
                with suppress(TimeoutError):
                    secure.recv(1)


def event_of(body: dict[str, Any], room: str = LIVE) -> bytes:
    """UTF-8 XML of an `OrderMessage` with a point; of another room than the live one it is marked
    as an exercise, in the standard's own way and in words."""
    body = marked(body, room)
    at = datetime.fromisoformat(str(body["at"]))
    kind = str(body["kind"])
    over = kind == "stand_down"
    event = Element(
        "event",
        version="2.0",
        uid=f"pusat-komando.{body['order']}",
        type=TYPE,
        how="h-g-i-g-o",
        time=_time(at),
        start=_time(at),
        stale=_time(at if over else at + STALE),
    )
    if room != LIVE:
        event.set("opex", "e")
    lat, lon = (f"{float(body[name]):.6f}" for name in ("lat", "lon"))
    SubElement(event, "point", lat=lat, lon=lon, hae=UNKNOWN_M, ce=UNKNOWN_M, le=UNKNOWN_M)
    detail = SubElement(event, "detail")
    SubElement(detail, "contact", callsign=_plain(f"#{body['number']} {body['call_sign']}"))
    marti = SubElement(detail, "marti")
    SubElement(marti, "dest", callsign=_plain(body["call_sign"]))
    remarks = SubElement(detail, "remarks", source="Pusat Komando", time=_time(at))
    remarks.text = _plain(f"{_BEFORE.get(kind, '')}{body['text']}")
    whole: bytes = tostring(event, encoding="utf-8", xml_declaration=True)
    return whole


def _time(at: datetime) -> str:
    return f"{iso(at)[:-4]}Z"  # milliseconds


def _plain(text: object) -> str:
    """What XML can hold: no control characters, no halves of one."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in str(text))
