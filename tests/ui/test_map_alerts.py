"""Warnings to the public are outlined on the map while they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from command_center.commands.public_alerts import SLOTS
from command_center.domain.alert import AlertPart, AlertStatus, PublicAlert, Severity, as_value
from command_center.domain.referral import NoticeKind, NoticeState, PublicNotice
from command_center.domain.room import RoomSetting
from command_center.ui.map.alert_areas import LOOKS
from command_center.ui.map.panel import MapPanel
from tests.ui.map_pictures import finished
from tests.ui.scene import NOW
from tests.ui.seats import Desk
from tests.ui.test_map_layers import map_of, note, turn
from tests.ui.test_map_room_layers import WONOKOYO, pixel, read

SOUTH, NORTH, WEST, EAST = -7.96, -7.93, 112.68, 112.76
"""Beside the city, where the ground is empty."""
RING = ((SOUTH, WEST), (SOUTH, EAST), (NORTH, EAST), (NORTH, WEST), (SOUTH, WEST))
INSIDE, EDGE = (-7.935, 112.735), (SOUTH, 112.74)


def rain(severity: Severity = Severity.SEVERE, ends_min: float = 95, **more: object) -> PublicAlert:
    ends = NOW + timedelta(minutes=ends_min)
    part = AlertPart("Hujan Lebat", "Hujan lebat dan petir", severity, "Timur", ends, (RING,))
    since = NOW - timedelta(minutes=37)
    made = PublicAlert("bmkg", "A1", since, AlertStatus.ACTUAL, (), (part,))
    return replace(made, **more)  # type: ignore[arg-type]


def keep(desk: Desk, alert: PublicAlert, slot: int = 0) -> None:
    desk.add(RoomSetting(SLOTS[slot], 1, as_value(alert)))
    desk.settle()


def notice(**more: object) -> PublicNotice:
    made = PublicNotice(
        "n1", 1, NoticeKind.FLOOD, "Banjir", "Hindari.", WONOKOYO, None, None, NOW, None,
        NoticeState.APPROVED, NOW, "rina", NOW, "rina", None,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> MapPanel:
    made = map_of(desk, qtbot)
    made.canvas.zoom(0.8)
    return made


def near(picture: QImage, panel: MapPanel, at: tuple[float, float], rgb: int) -> bool:
    """Whether something of that colour is painted within two pixels."""
    x, y = panel.canvas.viewport.to_px(*panel.canvas.ground.to_m(*at))
    spots = ((round(x) + dx, round(y) + dy) for dx in range(-2, 3) for dy in range(-2, 3))
    return any(picture.pixel(*spot) == rgb for spot in spots)


def test_an_alert_is_outlined_and_labelled_until_it_is_over(panel: MapPanel, desk: Desk) -> None:
    assert note(panel, "alerts") == "tidak ada yang berlaku"
    before = finished(panel.canvas)
    keep(desk, rain())
    picture = finished(panel.canvas)
    assert near(picture, panel, EDGE, desk.seat.theme.color("warn").rgb())
    assert pixel(picture, panel, *INSIDE) == pixel(before, panel, *INSIDE)
    assert note(panel, "alerts").startswith("1 peringatan")
    said = "Hujan lebat dan petir · Timur · bmkg · berat · dikeluarkan 37 m lalu · s.d. 15:42"
    assert read(panel, *INSIDE) == said
    desk.tick(94 * 60)
    assert "dikeluarkan 2 j 11 m lalu" in read(panel, *INSIDE)
    assert finished(panel.canvas) != before
    desk.tick(2 * 60)
    assert read(panel, *INSIDE) == ""
    assert note(panel, "alerts") == "tidak ada yang berlaku"


def test_how_bad_it_is_is_told_by_the_line(panel: MapPanel, desk: Desk) -> None:
    assert set(LOOKS) == {*Severity, None}
    assert len({look[1:] for look in LOOKS.values()}) == len(LOOKS)
    keep(desk, rain(Severity.EXTREME))
    alarm = desk.seat.theme.color("alarm").rgb()
    assert near(finished(panel.canvas), panel, EDGE, alarm)
    turn(panel, "alerts")
    assert not near(finished(panel.canvas), panel, EDGE, alarm)


def test_a_label_says_age_and_end_and_stands_on_the_widest_area_only(
    panel: MapPanel, desk: Desk
) -> None:
    (part,) = rain().parts
    small = tuple((lat / 10 - 7.3, lon) for lat, lon in RING)
    two = (replace(part, rings=(small,)), part)
    keep(desk, rain(parts=two))
    layer = next(one for one in panel._own if one.id == "alerts")
    areas = list(layer._areas)  # type: ignore[attr-defined]
    assert [area.label_at is None for area in areas] == [True, False]
    label = layer.label(areas[1], desk.seat.live.now())  # type: ignore[attr-defined]
    assert label == "Hujan Lebat · berat · 35 m · s.d. 15:42"
    new = replace(areas[1], since=NOW)
    assert layer.label(new, NOW).startswith("Hujan Lebat · berat · baru · ")  # type: ignore[attr-defined]
    version = layer.version
    desk.tick(60)
    assert layer.version == version, "the label is written anew in steps"
    desk.tick(240)
    assert layer.version != version


def test_an_end_of_another_year_says_the_year_and_one_beyond_all_time_is_painted(
    panel: MapPanel, desk: Desk
) -> None:
    (part,) = rain().parts
    ever = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    later = replace(part, ends_at=NOW + timedelta(days=300))
    keep(desk, rain(parts=(replace(part, ends_at=ever), later)))
    warn = desk.seat.theme.color("warn").rgb()
    assert near(finished(panel.canvas), panel, EDGE, warn)
    layer = next(one for one in panel._own if one.id == "alerts")
    areas = list(layer._areas)  # type: ignore[attr-defined]
    ends = [layer.label(area, NOW).rpartition(" s.d. ")[2] for area in areas]  # type: ignore[attr-defined]
    assert ends == [
        "31-12-9999 23:59",
        later.ends_at.astimezone(desk.seat.zone).strftime("%d-%m-%Y %H:%M"),
    ]


def test_a_label_stands_beside_the_names_of_the_ground(panel: MapPanel, desk: Desk) -> None:
    layer = next(one for one in panel._own if one.id == "alerts")
    scale, name = 0.2, panel.canvas.backdrop.taken(0.2)[0]
    middle = (name.left + name.width / 2) / scale, (name.top + name.height / 2) / scale
    keep(desk, rain())
    (area,) = layer._areas  # type: ignore[attr-defined]
    put = layer._beside_names  # type: ignore[attr-defined]
    plate = put(replace(area, label_at=middle), scale, QRectF(0, 0, 40, 12))
    names = [QRectF(*box) for box in panel.canvas.backdrop.taken(scale)]
    assert not any(plate.intersects(one) for one in names)
    assert plate.center().x() == pytest.approx(middle[0] * scale)
    assert abs(plate.center().y() - middle[1] * scale) <= 3 * 12
    free = put(replace(area, label_at=(1e6, 1e6)), scale, QRectF(0, 0, 40, 12))
    assert free.center() == QPointF(1e6, 1e6) * scale


def test_an_own_notice_shows_its_kelurahan_while_it_holds(panel: MapPanel, desk: Desk) -> None:
    begins = NOW + timedelta(minutes=10)
    desk.add(notice(valid_from=begins, valid_until=begins + timedelta(minutes=10)))
    desk.add(notice(id="n2", state=NoticeState.DRAFT))
    desk.add(notice(id="n3", area_code=None))
    desk.settle()
    spot = -8.0215, 112.6585
    assert note(panel, "alerts") == "tidak ada yang berlaku"
    desk.tick(11 * 60)
    assert note(panel, "alerts").endswith("1 pemberitahuan")
    assert read(panel, *spot).startswith("Banjir · pemberitahuan kita · dikeluarkan 1 m lalu")
    desk.tick(10 * 60)
    assert read(panel, *spot) == ""


def test_an_outline_that_crosses_itself_is_drawn_all_the_same(panel: MapPanel, desk: Desk) -> None:
    (part,) = rain().parts
    bow = ((SOUTH, WEST), (NORTH, EAST), (SOUTH, EAST), (NORTH, WEST), (SOUTH, WEST))
    keep(desk, rain(parts=(replace(part, rings=(bow,)),)))
    assert note(panel, "alerts").startswith("1 peringatan")
    warn = desk.seat.theme.color("warn").rgb()
    assert near(finished(panel.canvas), panel, (NORTH, EAST), warn)


def test_a_setting_that_is_no_alert_is_passed_over(panel: MapPanel, desk: Desk) -> None:
    good = as_value(rain())
    desk.add(RoomSetting(SLOTS[0], 1, {"sender": 1}))
    desk.add(RoomSetting(SLOTS[1], 1, good | {"parts": [{"rings": 3}]}))
    desk.add(RoomSetting(SLOTS[2], 1, good | {"sent_at": "x"}))
    short = good["parts"][0] | {"rings": [[[-8.0, 112.6]]]}
    desk.add(RoomSetting(SLOTS[4], 1, good | {"parts": [short]}))
    keep(desk, rain(), slot=3)
    assert note(panel, "alerts").startswith("1 peringatan")
