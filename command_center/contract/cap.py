"""CAP 1.2 as it comes: one alert, or several in somebody's feed.

https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2.html
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import Element, TreeBuilder

from command_center.contract.bounded_xml import XmlFault, XmlLimits, local_name, parse_xml
from command_center.contract.cap_areas import MOST_POINTS, BadArea, circle_of, ring_of
from command_center.domain.alert import (
    AlertPart,
    AlertStatus,
    Circle,
    Name,
    PublicAlert,
    Ring,
    Severity,
)

CAP = "urn:oasis:names:tc:emergency:cap:1.2"
MOST_BYTES = 2 * 1024 * 1024
LIMITS = XmlLimits(
    bytes=MOST_BYTES,
    depth=20,
    elements=20_000,
    attributes=32,
    text=200_000,
    asides=500,
    equals=20_000,
    tag=8_192,
)
MOST_ALERTS, MOST_AREAS, MOST_REFERENCES = 50, 60, 30
NAME_LENGTH, TEXT_LENGTH = 120, 200
WITHOUT_END = timedelta(hours=24)
"""How long an alert holds that does not say."""
FURTHEST = timedelta(days=366)
"""Beyond this an alert is neither sent nor ends: somebody wrote "for ever"."""
LANGUAGE = "id"
_MEANT = ("Alert", "Update", "Cancel")
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class AlertFault:
    """`where` names the alert, the area and the outline; `value` is what stood there."""

    where: str
    code: str
    value: str = ""

    def __str__(self) -> str:
        said = self.code.replace("_", " ")
        return f"{self.where}: {said}" + (f" ({self.value[:_SHOWN]!r})" if self.value else "")


class _Refused(Exception):
    """Of this alert nothing is taken."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code)
        self.code, self.value = code, value


def read_alerts(data: bytes, now: datetime) -> tuple[list[PublicAlert], list[AlertFault]]:
    """Every alert that can be kept, and all that cannot. Never raises. An outline at fault is left
    out, and an alert of which nothing is left. `now` is when the file came."""
    try:
        root = parse_xml(data, LIMITS, TreeBuilder())
    except XmlFault as fault:
        return [], [AlertFault(f"document {fault.where}".strip(), fault.code)]
    alerts: list[PublicAlert] = []
    faults: list[AlertFault] = []
    latest = now.astimezone(UTC) + FURTHEST
    found = [element for element in root.iter() if local_name(str(element.tag)) == "alert"]
    if not found:
        faults.append(AlertFault("document", "no_alert", local_name(str(root.tag))))
    for number, element in enumerate(found, start=1):
        where = f"alert {number}"
        if number > MOST_ALERTS:
            faults.append(AlertFault(where, "too_many_alerts", f"{len(found)} > {MOST_ALERTS}"))
            break
        try:
            alerts.append(_alert(element, latest, where, faults))
        except _Refused as refused:
            faults.append(AlertFault(where, refused.code, refused.value))
    return alerts, faults


def _alert(element: Element, latest: datetime, where: str, faults: list[AlertFault]) -> PublicAlert:
    if element.tag != f"{{{CAP}}}alert":
        raise _Refused("namespace_unknown", str(element.tag))
    kind = _text(element, "msgType")
    if kind not in _MEANT:
        raise _Refused("says_no_area", kind)
    try:
        status = AlertStatus(_text(element, "status"))
    except ValueError as error:
        raise _Refused("status_unknown", _text(element, "status")) from error
    alert = PublicAlert(
        sender=_name(_demanded(element, "sender")),
        identifier=_name(_demanded(element, "identifier")),
        sent_at=_time(_demanded(element, "sent"), latest),
        status=status,
        replaces=tuple(_references(_text(element, "references"))) if kind != "Alert" else (),
        parts=(),
    )
    if kind == "Cancel":
        return alert
    parts = tuple(_parts(element, alert.sent_at, latest, where, faults))
    points = sum(len(p.circles) + sum(map(len, p.rings)) for p in parts)
    if points > MOST_POINTS:
        raise _Refused("too_many_points", f"{points} > {MOST_POINTS}")
    if not parts:
        raise _Refused("no_area_left", alert.identifier)
    return replace(alert, parts=parts)


def _parts(
    element: Element, sent_at: datetime, latest: datetime, where: str, faults: list[AlertFault]
) -> Iterator[AlertPart]:
    number = 0
    for info in _in_one_language(list(element.findall(f"{{{CAP}}}info"))):
        begins = _text(info, "effective")
        expires = _text(info, "expires")
        if expires:
            ends_at = _time(expires, latest)
        else:
            ends_at = (_time(begins, latest) if begins else sent_at) + WITHOUT_END
        for area in info.findall(f"{{{CAP}}}area"):
            number += 1
            if number > MOST_AREAS:
                raise _Refused("too_many_areas", f"> {MOST_AREAS}")
            name = _text(area, "areaDesc")[:TEXT_LENGTH]
            rings, circles = _shapes(area, f"{where} area {number} {name[:40]!r}", faults)
            if rings or circles:
                event = _text(info, "event")[:NAME_LENGTH]
                yield AlertPart(
                    event=event,
                    headline=(_text(info, "headline") or event)[:TEXT_LENGTH],
                    severity=_severity(_text(info, "severity")),
                    area=name,
                    ends_at=ends_at,
                    rings=rings,
                    circles=circles,
                )


def _in_one_language(infos: Sequence[Element]) -> list[Element]:
    """Those in Indonesian, or else all of the language that comes first."""
    spoken = [_text(info, "language").casefold()[:2] for info in infos]
    wanted = LANGUAGE if LANGUAGE in spoken else (spoken[0] if spoken else "")
    return [info for info, said in zip(infos, spoken, strict=True) if said == wanted]


def _shapes(
    area: Element, where: str, faults: list[AlertFault]
) -> tuple[tuple[Ring, ...], tuple[Circle, ...]]:
    rings: list[Ring] = []
    circles: list[Circle] = []
    for kind in ("polygon", "circle"):
        for number, drawn in enumerate(area.findall(f"{{{CAP}}}{kind}"), start=1):
            text = drawn.text or ""
            try:
                if kind == "polygon":
                    rings.append(ring_of(text))
                elif circle := circle_of(text):
                    circles.append(circle)
            except BadArea as bad:
                faults.append(AlertFault(f"{where} {kind} {number}", bad.code, bad.value))
    return tuple(rings), tuple(circles)


def _severity(text: str) -> Severity:
    return Severity(text) if text in set(Severity) else Severity.UNKNOWN


def _references(text: str) -> Iterator[Name]:
    """Each "sender,identifier,sent"."""
    tokens = text.split()
    if len(tokens) > MOST_REFERENCES:
        raise _Refused("too_many_references", f"{len(tokens)} > {MOST_REFERENCES}")
    for token in tokens:
        said = token.split(",")
        if len(said) != 3:
            raise _Refused("not_a_reference", token)
        yield said[0][:NAME_LENGTH], said[1][:NAME_LENGTH]


def _time(text: str, latest: datetime) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        if at.tzinfo is None:
            raise _Refused("time_without_zone", text)
        at = at.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _Refused("not_a_time", text) from error
    if at > latest:
        raise _Refused("too_far_ahead", text)
    return at


def _demanded(element: Element, name: str) -> str:
    text = _text(element, name)
    if not text:
        raise _Refused("missing", name)
    return text


def _name(text: str) -> str:
    if len(text) > NAME_LENGTH:
        raise _Refused("too_long", text)
    return text


def _text(element: Element, name: str) -> str:
    """White space put together."""
    return " ".join((element.findtext(f"{{{CAP}}}{name}") or "").split())
