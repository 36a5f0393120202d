"""The page of the ways of orders, over a real room and real receivers: HTTP and CoT."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.bootstrap.order_routes import shown_routes
from command_center.bootstrap.order_trial import CALL_SIGN, WORDS, RouteTrial
from command_center.commands.order_routes import SetOrderRoutes
from command_center.commands.room import ConnectSource, RegisterUnit
from command_center.connectors.gateway.keys import signature
from command_center.domain.errors import NotAllowed
from command_center.domain.order_routes import SETTING, OrderRoute, RouteBy, RouteVia, routes_of
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import Role, RoomSetting, SourceKind
from command_center.domain.unit import UnitStatus
from command_center.ui.order_routes.panel import OrderRoutesPanel
from tests.room.hearing import Hearing
from tests.room.test_directory_sync import HandKeyring, keys
from tests.room.test_order_out import CotServer
from tests.storage.rows import acting
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["keys", "real_desk"]
SECRET = "the-receivers-own-secret-of-40-characters"


@pytest.fixture
def hearing() -> Iterator[Hearing]:
    made = Hearing()
    yield made
    made.stop()


@pytest.fixture
def page(real_desk: RealDesk, qtbot: QtBot) -> OrderRoutesPanel:
    desk = real_desk
    desk.do(RegisterUnit("LANTAS 03", "lantas", home="Klojen", status=UnitStatus.AVAILABLE))
    desk.sit(Role.ADMINISTRATOR)
    made = OrderRoutesPanel(desk.seat, RouteTrial(desk.room))
    qtbot.addWidget(made)
    made.resize(520, 600)
    made.show()
    return made


def table(desk: RealDesk) -> list[OrderRoute]:
    kept: RoomSetting | None = desk.seat.situation.get("room_setting", SETTING)
    return list(routes_of(kept.value)) if kept is not None else []


def write(page: OrderRoutesPanel, **values: Any) -> None:
    """Into the open form, and Enter."""
    for name, value in values.items():
        field = page.entry.inside[name]
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(value))
        else:
            field.setText(value)
    page.entry.enter()


def choose(page: OrderRoutesPanel, row: int = 0) -> None:
    page.view.setCurrentIndex(page.model.index(row, 0))


def add(desk: RealDesk, page: OrderRoutesPanel, via: RouteVia, to: str, key: str = "") -> None:
    page.ask("add")
    write(page, by=RouteBy.UNIT, name="LANTAS 03", via=via, to=to, key=key)
    desk.until(lambda: page.entry.isHidden() and page.model.rows)
    choose(page)


def test_a_way_is_added_changed_switched_off_and_deleted_as_the_terminal_would(
    real_desk: RealDesk, page: OrderRoutesPanel
) -> None:
    desk = real_desk
    add(desk, page, RouteVia.COT, "tak.example:8089")
    first = OrderRoute(RouteBy.UNIT, "LANTAS 03", RouteVia.COT, "tak.example:8089")
    assert table(desk) == [first]
    assert page.model.rows[0].first == "unit LANTAS 03 → tak.example:8089"
    page.ask("change")
    write(page, to="tak.example:8090")
    desk.until(lambda: table(desk)[0].to.endswith("8090"))
    page.ask("off")
    desk.until(lambda: table(desk)[0].off)
    desk.until(lambda: page.model.rows[0].right == "dimatikan")
    url = str(desk.room.database.engine.url)
    assert shown_routes(url) == (
        "by,name,via,to,key,off\nunit,LANTAS 03,cot,tak.example:8090,,off\n"
    )
    choose(page)
    page.ask("remove")
    QTest.keyClick(page.question, Qt.Key.Key_Return)
    desk.until(lambda: not table(desk))
    desk.until(lambda: desk.said() == ["room.order_routes"] * 4)


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"name": "LANTAS 99", "via": RouteVia.COT, "to": "a:1"}, "name"),
    ({"name": "LANTAS 03", "via": RouteVia.COT, "to": "tak.example"}, "to"),
    ({"name": "LANTAS 03", "via": RouteVia.WEBHOOK, "to": "http://a.example"}, "to"),
    ({"name": "LANTAS 03", "via": RouteVia.CONTRACT, "to": "nobody"}, "to"),
    ({"name": "LANTAS 03", "via": RouteVia.COT, "to": "a:1", "key": "k.2"}, "key"),
]


def test_what_is_wrong_is_said_of_its_field_and_the_form_stays(
    real_desk: RealDesk, page: OrderRoutesPanel
) -> None:
    for values, field in WRONG:
        page.ask("add")
        page.faults.hide()
        write(page, by=RouteBy.UNIT, **values)
        real_desk.until(page.faults.isVisible)
        name = page.entry.inside[field].accessibleName()
        assert page.faults.text().startswith(f"{name}: "), values
        assert page.entry.isVisible()
    assert table(real_desk) == []


def test_a_webhook_is_tried_signed_with_the_secret_of_its_receiver(
    real_desk: RealDesk, page: OrderRoutesPanel, hearing: Hearing, keys: HandKeyring
) -> None:
    desk = real_desk
    add(desk, page, RouteVia.WEBHOOK, f"{hearing.url}/orders", "k1")
    desk.until(lambda: "RAHASIA BELUM ADA" in page.model.rows[0].second)
    page.ask("try")
    desk.until(lambda: "belum punya rahasia" in page.outlook.text())
    page.ask("secret")
    field = page.question.field
    assert field is not None
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.setText(SECRET)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.until(lambda: "rahasia ada" in page.model.rows[0].second)
    assert SECRET in keys.kept.values()
    choose(page)
    page.ask("try")
    desk.until(lambda: page.outlook.text() == f"Uji coba diterima {hearing.url}/orders.")
    ((path, headers, body),) = hearing.requests
    told = json.loads(body)
    assert (told["call_sign"], told["text"], told["type"]) == (CALL_SIGN, WORDS, "order")
    at, id = headers["Signed-At"], headers["Idempotency-Key"]
    assert headers["Signature"] == signature(SECRET, "POST", path, at, id, body)
    stored = [entry.entry for entry in desk.room.database.history.entries()]
    assert SECRET not in repr(stored)
    assert not list(desk.seat.situation.all("delivery")), "a trial is no message"


def test_a_refusal_is_said_and_so_is_a_receiver_that_is_away(
    real_desk: RealDesk, page: OrderRoutesPanel, hearing: Hearing
) -> None:
    desk, kind = real_desk, SourceKind.PUSH
    desk.sit(Role.CONSOLE)
    done = desk.room.lane.submit(
        ConnectSource("mdt", "MDT", "", True, kind=kind, reply_url=hearing.url),
        act=desk.room.console,
    ).result(20)
    desk.seen(done.seq or 0)
    desk.sit(Role.ADMINISTRATOR)
    add(desk, page, RouteVia.CONTRACT, "mdt")
    hearing.answer(401, 204)
    page.ask("try")
    desk.until(lambda: "kunci ditolak (401)" in page.outlook.text())
    page.ask("try")
    desk.until(lambda: page.outlook.text() == "Uji coba diterima mdt.")
    assert [path for path, _, _ in hearing.requests] == ["/v1/messages"] * 2
    page.ask("change")
    write(page, via=RouteVia.COT, to="127.0.0.1:9")
    desk.until(lambda: table(desk)[0].via is RouteVia.COT and page.entry.isHidden())
    page.ask("try")
    desk.until(lambda: "Uji coba ke 127.0.0.1:9 gagal" in page.outlook.text())


def test_a_cot_server_hears_the_trial_in_the_middle_of_the_city(
    real_desk: RealDesk, page: OrderRoutesPanel
) -> None:
    server = CotServer()
    try:
        add(real_desk, page, RouteVia.COT, f"127.0.0.1:{server.port}")
        page.ask("try")
        real_desk.until(lambda: "diterima" in page.outlook.text())
        (event,) = server.events
    finally:
        server.stop()
    assert event.findtext("detail/remarks") == WORDS
    point = event.find("point")
    assert point is not None
    assert float(point.get("lat", "0")) == pytest.approx(real_desk.room.city.centre.lat, abs=1e-5)


def test_a_row_says_what_went_by_it(real_desk: RealDesk, page: OrderRoutesPanel) -> None:
    desk = real_desk
    add(desk, page, RouteVia.COT, "127.0.0.1:9")
    incident, now = desk.report(), desk.clock.now()
    states = (DeliveryState.DELIVERED, DeliveryState.WAITING, DeliveryState.REFUSED)
    rows = [
        Delivery(
            f"d{n}", 1, "cot", "unit:LANTAS 03", "order", "assignment", "a", incident, {}, state,
            now, now if n != 1 else None, "delivery_no_point" if n == 2 else "",
        )
        for n, state in enumerate(states)
    ]  # fmt: skip
    with acting(desk.room.database.storage) as work:
        for row in rows:
            work.add(row)
    desk.until(lambda: len(list(desk.seat.situation.all("delivery"))) == 3)
    page.refresh()
    shown = page.model.rows[0]
    assert shown.right == "BELUM TERKIRIM 1"
    assert "terakhir diterima 14:07:32" in shown.second
    assert (
        "1 ditolak (perintah tidak dapat dikirim lewat CoT: kejadian tanpa titik)" in shown.second
    )


def test_who_leads_a_shift_reads_and_tries_it_and_nobody_else_edits(
    real_desk: RealDesk, page: OrderRoutesPanel
) -> None:
    add(real_desk, page, RouteVia.COT, "127.0.0.1:9")
    for role, reads in ((Role.OPERATOR, False), (Role.SHIFT_LEAD, True)):
        real_desk.sit(role)
        page.refresh()
        choose(page)
        assert bool(page.model.rows) is reads
        assert (page.reason("try") is None) is reads
        for asked in ("add", "change", "off", "secret", "remove"):
            assert page.reason(asked) == "not_allowed"
    with pytest.raises(NotAllowed):
        real_desk.room.lane.submit(SetOrderRoutes(""), act=real_desk.seat.act).result(20)
