"""The ways of orders to the units' own systems: listed, changed one by one, tried. It writes what
`command-center orders routes` writes: the whole table, checked row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from command_center.commands.order_routes import SetOrderRoutes, as_text
from command_center.domain.errors import OperatorError
from command_center.domain.order_routes import SETTING, OrderRoute, RouteBy, RouteVia, routes_of
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.situation.situation import Touched
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.order_routes.words import by_text, row_of, via_text
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "change": ("Return", Qt.Key.Key_Return),
    "try": ("C", Qt.Key.Key_C),
    "off": ("O", Qt.Key.Key_O),
    "secret": ("R", Qt.Key.Key_R),
    "remove": ("Del", Qt.Key.Key_Delete),
}
FIRST_ROW = 2
"""Of the table: its heading is the first."""
_FIELDS = ("by", "name", "via", "to", "key")


class RouteDesk(Protocol):
    """What this machine can do about a way. Each waits; OperatorError says what is wrong."""

    def send(self, route: OrderRoute) -> None: ...

    def keep_secret(self, route: OrderRoute, secret: str) -> None: ...

    def signs(self, route: OrderRoute) -> bool: ...


class OrderRoutesPanel(ListPage):
    """Shift leads read and try it, an administrator edits it."""

    def __init__(self, seat: Seat, desk: RouteDesk, parent: QWidget | None = None) -> None:
        self.entry = FieldsForm(
            seat, _FIELDS, {"by": tuple(RouteBy), "via": tuple(RouteVia)}, wide=("to",)
        )
        super().__init__(seat, _KEYS, "change", self.entry, parent)
        self._desk = desk
        self._routes: dict[str, OrderRoute] = {}
        self._version = 0
        self._signs: dict[str, bool] = {}
        self._editing = ""
        self.entry.kept.connect(self._keep)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def _allowed(self) -> bool:
        return self._seat.may(Permission.ADMINISTER) or self._seat.may(Permission.REASSIGN)

    def rows(self) -> list[TextRow]:
        """Addresses are for those who answer for them."""
        kept = self._seat.situation.get("room_setting", SETTING)
        routes = routes_of(kept.value) if kept is not None else ()
        self._version = kept.version if kept is not None else 0
        self._routes = {route.id: route for route in routes}
        if not self._allowed():
            self.view.empty = translate("OrderRoutes", "Hanya untuk Pamapta dan admin.")
            return []
        self.view.empty = translate(
            "OrderRoutes", "Perintah disampaikan lewat suara saja. Tambah jalur (Ins)."
        )
        now = self._seat.live.now()
        return [row_of(self._seat, r, self._signs.get(r.id), now) for r in routes]

    def refresh(self, *args: object) -> None:
        before = dict(self._routes)
        super().refresh(*args)
        if self._routes != before or not self._signs:
            self._look_for_secrets()

    def _look_for_secrets(self) -> None:
        """Off the GUI thread: a keyring may take its time."""
        asked = [r for r in self._routes.values() if r.via is RouteVia.WEBHOOK]
        if not asked or not self._allowed():
            return

        def look() -> dict[str, bool]:
            return {route.id: self._desk.signs(route) for route in asked}

        def found(signs: dict[str, bool]) -> None:
            if signs != self._signs:
                self._signs = signs
                self.refresh()

        self._seat.tasks.run(look, found, self._seat.notices.failed)

    def _changed(self, touched: Touched) -> None:
        ours = bool({"room_setting", "delivery"} & touched.entities)
        if self.isVisible() and (touched.everything or ours):
            self.refresh()

    def _ticked(self, _: datetime) -> None:
        if self.isVisible() and self._routes:
            self.refresh()

    # --- what is asked -------------------------------------------------------------------------

    def _current(self) -> OrderRoute | None:
        row = self.view.current()
        return self._routes.get(row.id) if row is not None else None

    def reason(self, asked: str) -> str | None:
        if not (self._allowed() if asked == "try" else self._seat.may(Permission.ADMINISTER)):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        route = self._current()
        if asked != "add" and route is None:
            return "select_order_route"
        unsigned = route is not None and route.via is not RouteVia.WEBHOOK
        return "order_route_unsigned" if asked == "secret" and unsigned else None

    def answer(self, asked: str) -> None:
        route = self._current()
        if asked == "add":
            self._editing = ""
            self.open_form(self.entry, {"by": RouteBy.UNIT, "via": RouteVia.WEBHOOK})
        elif route is None:
            return
        elif asked == "change":
            self._editing = route.id
            self.open_form(self.entry, {name: getattr(route, name) for name in _FIELDS})
        elif asked == "off":
            turned = replace(route, off=not route.off)
            self._set([turned if r.id == route.id else r for r in self._routes.values()])
        elif asked == "try":
            self._try(route)
        elif asked == "secret":
            self._ask_secret(route)
        else:
            self._ask_remove(route)

    def _try(self, route: OrderRoute) -> None:
        """A real message to the real receiver."""
        told = {"to": route.to}
        self.say(self.outlook, fill(translate("OrderRoutes", "Mencoba %1 …"), route.to))

        def taken(_: None) -> None:
            self.say(self.outlook, sentence("order_route_taken", told))

        def refused(error: OperatorError) -> None:
            why = sentence(error.code, error.params)
            self.say(self.outlook, sentence("order_route_not_taken", {**told, "why": why}))

        self._seat.tasks.run(partial(self._desk.send, route), taken, refused)

    def _ask_secret(self, route: OrderRoute) -> None:
        """What is typed is covered, goes into the keyring and is never shown again."""

        def keep() -> None:
            secret = self.typed()
            if secret:
                work = partial(self._desk.keep_secret, route, secret)
                self._seat.tasks.run(work, kept, self._seat.notices.failed)

        def kept(_: None) -> None:
            self._seat.notices.done("order_secret_kept", host=route.host)
            self._look_for_secrets()

        title = translate("OrderRoutes", "Rahasia dari penerima %1; disimpan di komputer ini")
        answer = Answer(translate("OrderRoutes", "Simpan di keyring"), "Return", keep)
        self.question.ask(fill(title, route.host), [answer], "")
        if self.question.field is not None:
            self.question.field.setEchoMode(QLineEdit.EchoMode.Password)

    def _ask_remove(self, route: OrderRoute) -> None:
        def remove() -> None:
            self.question.leave()
            self._set([one for one in self._routes.values() if one.id != route.id])

        title = translate("OrderRoutes", "Hapus jalur %1 %2? Perintahnya lewat suara saja.")
        answer = Answer(translate("OrderRoutes", "Hapus"), "Return", remove)
        self.question.ask(fill(title, by_text(route.by), route.name), [answer])

    # --- what is kept --------------------------------------------------------------------------

    def _keep(self, values: Mapping[str, Any]) -> None:
        """In its own place in the table; a new one at the end."""
        text = {name: str(values[name]).strip() for name in ("name", "to", "key")}
        was = self._routes.get(self._editing)
        off = was is not None and was.off
        route = OrderRoute(values["by"], text["name"], values["via"], text["to"], text["key"], off)
        if was is None:
            table = [*self._routes.values(), route]
        else:
            table = [route if one.id == was.id else one for one in self._routes.values()]
        at = next(at for at, one in enumerate(table) if one is route)
        self._set(table, partial(self._point_out, at + FIRST_ROW))

    def _set(
        self, table: Sequence[OrderRoute], failed: Callable[[OperatorError], None] | None = None
    ) -> None:
        """The whole table, as it was seen; the form is left once it stands."""

        def done(outcome: Outcome) -> None:
            self.close_form()
            self._seat.notices.done(outcome.kind, count=outcome.result.get("count", 0))

        command = SetOrderRoutes(as_text(table) if table else "", self._version)
        self._seat.submit(command, done, failed or self._seat.notices.failed)

    def _point_out(self, row: int, error: OperatorError) -> None:
        """What is wrong stands over the form, and the keyboard is where it is."""
        text = sentence(error.code, error.params)
        column = str(error.params.get("column", ""))
        if column in self.entry.inside and error.params.get("row") == row:
            self.entry.inside[column].setFocus(Qt.FocusReason.OtherFocusReason)
            field = self.entry.inside[column].accessibleName()
            text = f"{field}: {text.partition(': ')[2] or text}"
        self.say(self.faults, text)

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.title.show_text(translate("OrderRoutes", "RUTE PERINTAH"))
        self.setAccessibleName(translate("OrderRoutes", "Rute perintah"))
        self.view.setAccessibleName(translate("OrderRoutes", "Jalur ke sistem unit"))
        hint = translate("OrderRoutes", "Saring menurut kata")
        self.filter.setPlaceholderText(hint)
        self.filter.setAccessibleName(hint)
        names = {
            "add": translate("OrderRoutes", "Tambah"),
            "change": translate("OrderRoutes", "Ubah"),
            "try": translate("OrderRoutes", "Coba"),
            "off": translate("OrderRoutes", "Hidup / mati"),
            "secret": translate("OrderRoutes", "Rahasia"),
            "remove": translate("OrderRoutes", "Hapus"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        fields = {
            "by": translate("OrderRoutes", "Untuk"),
            "name": translate("OrderRoutes", "Nama"),
            "via": translate("OrderRoutes", "Lewat"),
            "to": translate("OrderRoutes", "Ke"),
            "key": translate("OrderRoutes", "Nama kunci (webhook)"),
        }
        shown = {"by": [by_text(by) for by in RouteBy], "via": [via_text(v) for v in RouteVia]}
        self.entry.rename(fields, shown)
        self.refresh()
