"""How often a caller was wrong before: a fact beside what they say now, and no more than that."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident, ReporterKind
from command_center.domain.partner import PhoneCall
from command_center.ports import FalseReport
from command_center.situation.false_calls import recurring
from command_center.situation.situation import Situation, Touched
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
LOOKED_BACK = timedelta(days=90)
_TABLES = frozenset({"prank_mark", "phone_call"})


def callers_of(situation: Situation, incident: Incident) -> tuple[str, ...]:
    """References of those who reported it, without anybody who asked to stay unknown."""
    refs = {
        report.reporter_ref
        for report in situation.reports(incident.id)
        if report.reporter is not ReporterKind.ANONYMOUS
    }
    return tuple(sorted(refs - {""}))


class FalseBefore(QObject):
    """Of the callers that are looked at, over the room's whole past, read beside this thread; what
    this window knows where the room cannot be asked. `told` when there is another text."""

    told = Signal()

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._refs: tuple[str, ...] = ()
        self._apart: frozenset[str] = frozenset()
        self._found: Sequence[FalseReport] = ()
        self._known: dict[str, int] | None = None
        seat.live.changed.connect(self._changed)

    def look_at_call(self, call: PhoneCall | None) -> None:
        """Whoever made it."""
        of_call = (call.caller_ref,) if call is not None and call.caller_ref else ()
        self.look(of_call, {call.incident_id} if call is not None and call.incident_id else ())

    def look(self, refs: tuple[str, ...], apart: Collection[str] = ()) -> None:
        """From now on these callers; incidents in `apart` are not counted against them."""
        if refs != self._refs:
            self._refs, self._found, self._known = refs, (), None
            self._ask()
        if frozenset(apart) != self._apart:
            self._apart = frozenset(apart)
            self.told.emit()

    def _changed(self, touched: Touched) -> None:
        if self._refs and (touched.everything or touched.entities & _TABLES):
            self._ask()

    def _ask(self) -> None:
        refs, seat = self._refs, self._seat
        if refs:
            since = seat.live.now() - LOOKED_BACK
            read = partial(seat.history.false_reports, refs, since)
            seat.tasks.run(read, partial(self._read, refs), partial(self._unread, refs))

    def _read(self, refs: tuple[str, ...], found: Sequence[FalseReport]) -> None:
        if refs == self._refs:
            self._found, self._known = found, None
            self.told.emit()

    def _unread(self, refs: tuple[str, ...], _: OperatorError) -> None:
        """Out of reach, which the bar says already: this window knows some of them itself."""
        if refs == self._refs and not self._found:
            known = recurring(self._seat.situation, least=1)
            self._known = {ref: known[ref].count for ref in refs if ref in known}
            self.told.emit()

    def text(self) -> str:
        """ "3 laporan palsu dalam 90 hari, terakhir 14-11-2026", "" for none; of several callers
        whoever has most."""
        if self._known is not None:
            return self._of_window(self._known)
        found = [one for one in self._found if one.incident_id not in self._apart or one.marked]
        if not found:
            return ""
        of = {ref: [one for one in found if one.caller_ref == ref] for ref in self._refs}
        most = max(of.values(), key=len)
        last = max(one.at for one in most).astimezone(self._seat.zone)
        days, on = str(LOOKED_BACK.days), last.strftime("%d-%m-%Y")
        text = translate("Calls", "%1 laporan palsu dalam %2 hari, terakhir %3")
        if len(self._refs) > 1:
            text = translate("Calls", "salah satu pelapor: %1 laporan palsu dalam %2 hari")
        return fill(text, count(len(most)), days, on)

    def _of_window(self, known: dict[str, int]) -> str:
        text = translate("Calls", "%1 laporan palsu yang diketahui jendela ini")
        return fill(text, count(max(known.values()))) if known else ""
