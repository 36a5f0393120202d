"""What is handed over: frozen by who leaves, accepted row by row by who comes, signed by both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from command_center.commands.handover import (
    AcceptItems,
    BeginHandover,
    CancelHandover,
    ForceHandover,
    SignHandover,
)
from command_center.domain.handover import (
    Accepted,
    Handover,
    HandoverEnd,
    Item,
    ItemKind,
    Standing,
    next_regu,
    standings,
)
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.situation.handover import (
    handover_now,
    last_handover,
    room_items,
    standing_of,
)
from command_center.situation.shift_pattern import shift_pattern
from command_center.ui.actions.action import TOLD, submit
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.handover.inventory import Inventory, is_typed
from command_center.ui.handover.named import named_items
from command_center.ui.handover.rows import TintedRow
from command_center.ui.handover.rules import ask_minutes
from command_center.ui.handover.signing import ask_signature
from command_center.ui.handover.words import (
    about_text,
    clock_text,
    standing_text,
    title_text,
    translate,
)
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "accept": ("Return", Qt.Key.Key_Return),
    "rest": ("A", Qt.Key.Key_A),
    "begin": ("B", Qt.Key.Key_B),
    "sign": ("T", Qt.Key.Key_T),
    "inventory": ("Ins", Qt.Key.Key_Insert),
    "force": ("P", Qt.Key.Key_P),
    "cancel": ("Del", Qt.Key.Key_Delete),
    "minutes": ("M", Qt.Key.Key_M),
}
_BEFORE = frozenset({"begin", "inventory", "force", "minutes"})
_DURING = frozenset({"accept", "rest", "sign", "cancel", "force"})
_INVENTORY_LONGEST = 200


class HandoverPage(ListPage):
    def __init__(self, seat: Seat) -> None:
        self._inventory = Inventory(seat)
        self._standing: dict[str, Standing] = {}
        self._now: Handover | None = None
        super().__init__(seat, _KEYS, "accept")
        self.title.hide()
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def _handover(self) -> Handover | None:
        """The one that goes on, or was forced and has items that nobody looked at."""
        situation = self._seat.situation
        now = handover_now(situation)
        if now is not None:
            return now
        last = last_handover(situation)
        if last is None or last.outcome is not HandoverEnd.FORCED:
            return None
        return last if any(_unseen(one) for one in standing_of(situation, last)) else None

    def _goes_on(self) -> bool:
        return self._now is not None and self._now.ended_at is None

    def _items(self) -> list[Standing]:
        handover = self._now
        if handover is not None:
            found = standing_of(self._seat.situation, handover)
            return found if self._goes_on() else [*found, *standings([], self._inventory.items())]
        named = named_items(self._seat, self._inventory.items())
        return standings([], [*room_items(self._seat.situation, self._seat.live.now()), *named])

    def rows(self) -> list[TextRow]:
        self._now = self._handover()
        frozen = self._now is not None
        found = self._items()
        self._standing = {"/".join(one.key): one for one in found}
        names, zone = Names(self._seat.situation), self._seat.zone
        return [
            TintedRow(
                id,
                title_text(one, self._seat),
                standing_text(one, names, zone) if frozen else "",
                about_text(ItemKind(one.key[0]), one.item, names),
                _tint(one),
            )
            for id, one in self._standing.items()
        ]

    def refresh(self, *args: object) -> None:
        super().refresh(*args)
        self.say(self.standing, self._standing_line())
        self.say(self.pending, self._pending_line())
        self.view.empty = translate("Handover", "Papan bersih: tidak ada butir terbuka.")
        self.view.viewport().update()

    def _standing_line(self) -> str:
        handover, names = self._now, Names(self._seat.situation)
        if handover is None:
            text = translate("Handover", "Belum dibekukan: %1 butir akan diserahkan ke %2")
            return fill(text, count(len(self._standing)), self._next_name())
        accepted = sum(one.accepted for one in self._standing.values())
        text = translate("Handover", "Dibekukan %1 oleh %2 untuk %3 · %4 dari %5 diterima · %6")
        return fill(
            text,
            clock_text(handover.begun_at, self._seat.zone),
            names.person(handover.out_lead_id),
            handover.next_name,
            count(accepted),
            count(sum(one.item is not None for one in self._standing.values())),
            handover.state_hash[:12],
        )

    def _pending_line(self) -> str:
        handover = self._now
        if handover is None:
            return ""
        red = sum(one.red and not one.accepted for one in self._standing.values())
        parts = [fill(translate("Handover", "%1 merah belum diterima"), count(red))] if red else []
        if handover.outcome is HandoverEnd.FORCED:
            parts.append(fill(translate("Handover", "diambil paksa: %1"), handover.reason))
        elif handover.out_signed_at is None:
            parts.append(translate("Handover", "kepala regu lama belum tanda tangan"))
        elif handover.in_signed_at is None:
            parts.append(translate("Handover", "kepala regu baru belum tanda tangan"))
        if handover.ended_at is None:
            text = translate("Handover", "yang masuk sekarang milik %1")
            parts.append(fill(text, self._regu(handover.shift_id)))
        return " · ".join(parts)

    def _regu(self, shift_id: str) -> str:
        shift = self._seat.situation.get("shift", shift_id)
        return shift.name if shift is not None else "?"

    def _next_name(self) -> str:
        situation = self._seat.situation
        shift, a_day = situation.shift, len(shift_pattern(situation).starts)
        return next_regu(shift.name, a_day) if shift is not None else ""

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        seat, handover = self._seat, self._now
        if not seat.may(Permission.REASSIGN):
            return "not_allowed" if seat.person.signed_in else "sign_in_first"
        if not seat.live.connection.online:
            return "handover_needs_database"
        if handover is None or (handover.ended_at is not None and asked != "accept"):
            return self._reason_before(asked)
        if asked not in _DURING:
            return "handover_running"
        return self._reason_during(asked, handover)

    def _reason_before(self, asked: str) -> str | None:
        if asked in _BEFORE:
            return None
        if asked == "cancel":
            return None if is_typed(self._marked()) else "handover_typed_only"
        return "handover_none"

    def _reason_during(self, asked: str, handover: Handover) -> str | None:
        if asked == "accept":
            one = self._marked()
            if one is None or one.item is None:
                return "handover_item_gone"
            return "handover_accepted_already" if one.accepted else self._self(handover)
        if asked == "rest":
            return self._self(handover) if self._rest() else "handover_all_accepted"
        if asked == "cancel" and (handover.out_signed_at or handover.in_signed_at):
            return "handover_signed_already"
        return None

    def _self(self, handover: Handover) -> str | None:
        actor = self._seat.act.actor
        mine = handover.out_lead_id == actor and handover.in_lead_id != actor
        return "handover_not_to_yourself" if mine else None

    def answer(self, asked: str) -> None:
        asks: dict[str, Callable[[], None]] = {
            "begin": self._ask_begin,
            "accept": self._accept,
            "rest": self._accept_rest,
            "sign": self._sign,
            "force": self._ask_force,
            "cancel": self._ask_cancel,
            "inventory": self._ask_inventory,
            "minutes": partial(ask_minutes, self._seat, self.question),
        }
        asks[asked]()

    def _marked(self) -> Standing | None:
        row = self.view.current()
        return self._standing.get(row.id) if row is not None else None

    def _rest(self) -> list[Item]:
        found = self._standing.values()
        return [one.item for one in found if one.item and one.open and not one.red]

    def _accept(self) -> None:
        one, handover = self._marked(), self._now
        if one is None or one.item is None or handover is None:
            return
        command = AcceptItems(handover.id, (_seen(one.item),))
        self._step()
        submit(self._seat, command, title=one.item.title)

    def _step(self) -> None:
        """The next row is marked: a checklist is gone through with one key."""
        at = self.view.currentIndex()
        below = at.siblingAtRow(at.row() + 1)
        if below.isValid():
            self.view.setCurrentIndex(below)

    def _accept_rest(self) -> None:
        handover = self._now
        if handover is None:
            return
        command = AcceptItems(handover.id, tuple(map(_seen, self._rest())))

        def done(outcome: Outcome) -> None:
            self._seat.notices.done("handover.accepted_all", count=outcome.result["count"])

        self._seat.submit(command, done, self._seat.notices.failed)

    def _ask_begin(self) -> None:
        text = translate("Handover", "Bekukan papan dan serahkan ke regu")
        begin = Answer(translate("Handover", "Bekukan"), "Return", self._begin)
        self.question.ask(text, [begin], self._next_name())

    def _begin(self) -> None:
        name = self.typed()
        command = BeginHandover(name, named_items(self._seat, self._inventory.items()))
        submit(self._seat, command, stored=self._inventory.clear, items=TOLD, next_name=name)

    def _ask_inventory(self) -> None:
        text = translate("Handover", "Inventaris yang diserahkan, satu baris")
        add = Answer(translate("Handover", "Tambah"), "Return", self._add_inventory)
        self.question.ask(text, [add], "")
        if self.question.field is not None:
            self.question.field.setMaxLength(_INVENTORY_LONGEST)

    def _add_inventory(self) -> None:
        words = self.typed()
        if words:
            self._inventory.add(words)
            self.refresh()

    def _sign(self) -> None:
        handover = self._now
        if handover is None:
            return
        ask_signature(self._seat, self.question, SignHandover(handover.id), self._signed)

    def _signed(self, outcome: Outcome) -> None:
        self._seat.notices.done(outcome.kind)

    def _ask_force(self) -> None:
        text = translate("Handover", "Ambil alih jaga tanpa dua tanda tangan: alasannya")
        force = Answer(translate("Handover", "Ambil paksa"), "Return", self._force)
        self.question.ask(text, [force], "")

    def _force(self) -> None:
        named = () if self._goes_on() else named_items(self._seat, self._inventory.items())
        command = ForceHandover(self.typed(), "", named)
        submit(self._seat, command, stored=self._inventory.clear, unseen=TOLD)

    def _ask_cancel(self) -> None:
        one = self._marked()
        if one is not None and not self._goes_on():
            self._inventory.remove(one)
            self.refresh()
            return
        text = translate("Handover", "Batalkan serah terima ini: alasannya")
        cancel = Answer(translate("Handover", "Batalkan"), "Return", self._cancel)
        self.question.ask(text, [cancel], "")

    def _cancel(self) -> None:
        reason, handover = self.typed(), self._now
        if handover is not None:
            submit(self._seat, CancelHandover(handover.id, reason))

    def follow(self, *args: object) -> None:
        super().follow(*args)
        shown = _DURING if self._goes_on() else _BEFORE
        if self._now is not None:
            shown |= {"accept"}
        if self._inventory.lines():
            shown |= {"cancel"}
        self.buttons["cancel"].relabel(self._cancel_text())
        for name, button in self.buttons.items():
            button.setVisible(name in shown)

    def _cancel_text(self) -> str:
        if self._goes_on():
            return translate("Handover", "Batalkan")
        return translate("Handover", "Hapus baris")

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Handover", "Butir serah terima"))
        self.filter.setPlaceholderText(translate("Handover", "Saring butir"))
        self.filter.setAccessibleName(translate("Handover", "Saring butir"))
        for name, text in {
            "accept": translate("Handover", "Terima"),
            "rest": translate("Handover", "Terima yang tidak merah"),
            "begin": translate("Handover", "Bekukan papan"),
            "sign": translate("Handover", "Tanda tangan"),
            "inventory": translate("Handover", "Tambah inventaris"),
            "force": translate("Handover", "Ambil paksa"),
            "cancel": self._cancel_text(),
            "minutes": translate("Handover", "Waktu buka"),
        }.items():
            self.buttons[name].relabel(text)
        self.refresh()


def _seen(item: Item) -> tuple[str, str, str]:
    return (*item.key, item.digest)


def _unseen(one: Standing) -> bool:
    """Taken by force, red, and nobody has looked at it since, whatever became of it."""
    return one.red and one.row is not None and one.row.accepted is Accepted.FORCED


def _tint(one: Standing) -> str:
    if one.accepted or one.item is None:
        return "text3"
    return "alarm" if one.red else "text"
