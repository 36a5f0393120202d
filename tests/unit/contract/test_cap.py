"""Alerts of CAP 1.2 are read as far as they can be kept, and the rest is named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from command_center.contract.cap import MOST_ALERTS, MOST_AREAS, AlertFault, read_alerts
from command_center.contract.cap_areas import MOST_POINTS
from command_center.domain.alert import AlertStatus, PublicAlert, Severity, alert_of, as_value
from tests.unit.contract.cap_files import BOW, SENT, SQUARE, alert, area, info, refers

SIX = datetime(2026, 11, 21, 23, tzinfo=UTC)


def read(text: str) -> tuple[list[PublicAlert], list[AlertFault]]:
    return read_alerts(text.encode(), SIX)


def refused(text: str) -> str:
    alerts, faults = read(text)
    (fault,) = faults
    assert alerts == []
    return fault.code


def test_an_alert_says_where_it_holds_how_bad_it_is_and_until_when() -> None:
    (found,), faults = read(alert(info(area(SQUARE, "-7.98,112.63 2.5"))))
    assert faults == []
    assert (found.name, found.sent_at) == (("bmkg@bmkg.go.id", "A1"), SIX)
    (part,) = found.parts
    assert (part.severity, part.area) == (Severity.SEVERE, "Kota Malang")
    assert (part.event, part.headline) == ("Hujan Lebat", "Hujan lebat dan petir")
    assert part.ends_at == datetime(2026, 11, 22, 2, tzinfo=UTC)
    assert part.rings[0][:2] == ((-8.0, 112.6), (-8.0, 112.7))
    assert part.circles == ((-7.98, 112.63, 2500.0),)
    assert alert_of(as_value(found)) == found


def test_an_alert_without_an_end_holds_for_a_day() -> None:
    (found,), _ = read(alert(info(area(SQUARE), expires="")))
    assert found.parts[0].ends_at == datetime(2026, 11, 22, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sent", "expires"),
    [
        (SENT, "9999-12-31T23:59:59Z"),
        (SENT, "2027-11-24T06:00:00+07:00"),
        ("9999-12-31T23:00:00Z", ""),
    ],
)
def test_an_alert_of_for_ever_is_a_fault_and_those_behind_it_are_taken(
    sent: str, expires: str
) -> None:
    ever = alert(info(area(SQUARE), expires=expires), identifier="A0", sent=sent)
    alerts, faults = read(f"<feed>{ever}{alert(info(area(SQUARE)))}</feed>")
    assert [one.identifier for one in alerts] == ["A1"]
    assert [(fault.where, fault.code) for fault in faults] == [("alert 1", "too_far_ahead")]


def test_of_several_languages_the_own_one_is_taken() -> None:
    both = alert(info(area(SQUARE, name="City"), language="en-US"), info(area(SQUARE)))
    (found,), _ = read(both)
    assert [part.area for part in found.parts] == ["Kota Malang"]
    foreign = alert(info(area(SQUARE), language="en"), info(area(SQUARE), language="fr"))
    (found,), _ = read(foreign)
    assert len(found.parts) == 1


def test_a_feed_holds_several_and_a_word_nobody_knows_is_no_severity() -> None:
    other = alert(info(area(SQUARE), severity="?"), identifier="A2")
    alerts, faults = read(f"<feed>{alert(info(area(SQUARE)))}<x>{other}</x></feed>")
    assert [one.identifier for one in alerts] == ["A1", "A2"]
    assert alerts[1].parts[0].severity is Severity.UNKNOWN
    assert faults == []


@pytest.mark.parametrize(
    ("shape", "code", "value"),
    [
        (BOW, "outline_crosses_itself", "-7.95,112.65"),
        (SQUARE.rpartition(" ")[0], "outline_not_closed", "-7.9,112.6"),
        ("-8,112 -8,113 -8,112", "fewer_than_four_points", "3"),
        (SQUARE.replace("-8.0,112.7", "-8.0,x"), "not_a_point", "-8.0,x"),
        (SQUARE.replace("-8.0,112.7", "nan,112.7"), "out_of_range", "nan,112.7"),
        (f"112.7,-8.0 {SQUARE}", "latitude_and_longitude_swapped", "112.7,-8.0"),
        ("-8.0,112.6 far", "not_a_radius", "far"),
        ("-8.0,112.6 inf", "not_a_radius", "inf"),
    ],
)
def test_an_outline_at_fault_is_named_and_the_others_stand(
    shape: str, code: str, value: str
) -> None:
    (found,), (fault,) = read(alert(info(area(SQUARE, name="Baik"), area(shape, SQUARE))))
    kind = "circle" if "radius" in code else "polygon"
    assert fault == AlertFault(f"alert 1 area 2 'Kota Malang' {kind} 1", code, value)
    assert [len(part.rings) for part in found.parts] == [1, 1]
    _, faults = read(alert(info(area(shape))))
    assert [one.code for one in faults] == [code, "no_area_left"]


def test_what_cannot_be_meant_is_refused_whole() -> None:
    one = info(area(SQUARE))
    assert refused("<html></html>") == "no_alert"
    assert refused("no xml") == "xml_not_well_formed"
    assert refused('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') == "xml_document_type"
    assert refused(alert(one).replace("cap:1.2", "cap:1.1")) == "namespace_unknown"
    assert refused(alert(one, kind="Ack")) == "says_no_area"
    assert refused(alert(one, status="Draft")) == "status_unknown"
    assert refused(alert(one, sent="2026-11-22T06:00:00")) == "time_without_zone"
    assert refused(alert(one, sent="0001-01-01T00:00:00+07:00")) == "not_a_time"
    assert refused(alert(one, sent="kemarin")) == "not_a_time"
    assert refused(alert(one, sent="2027-11-24T06:00:00+07:00")) == "too_far_ahead"
    assert refused(alert(one, identifier="")) == "missing"
    assert refused(alert(one, identifier="x" * 200)) == "too_long"
    assert refused(alert(one, kind="Update", references="A1")) == "not_a_reference"
    assert refused(alert(info(*[area(SQUARE)] * (MOST_AREAS + 1)))) == "too_many_areas"
    assert refused(alert(info(area(*[SQUARE] * (MOST_POINTS // 5 + 1))))) == "too_many_points"


def test_of_a_feed_without_end_the_first_are_taken() -> None:
    many = "".join(alert(info(area(SQUARE)), identifier=f"A{n}") for n in range(MOST_ALERTS + 5))
    alerts, faults = read(f"<feed>{many}</feed>")
    assert len(alerts) == MOST_ALERTS
    assert [fault.code for fault in faults] == ["too_many_alerts"]


def test_an_alert_may_replace_others_or_only_end_them() -> None:
    (newer,), _ = read(
        alert(info(area(SQUARE)), kind="Update", identifier="A3", references=refers("A1", "A2"))
    )
    assert [identifier for _, identifier in newer.replaces] == ["A1", "A2"]
    (ending,), _ = read(alert(kind="Cancel", references=refers("A1"), status="Exercise"))
    assert (ending.parts, ending.status) == ((), AlertStatus.EXERCISE)
