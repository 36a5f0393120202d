"""The order of battle as a tree, from a file or by hand, with the strength that the kecamatan have
left beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.order_of_battle import ForceRow, ImportForces, LeaveForce
from command_center.connectors.places.forces import read_forces
from command_center.connectors.places.sheet import Sheet, Tell
from command_center.documents.force_table import forces_table
from command_center.documents.place_tables import Lines
from command_center.domain.errors import OperatorError
from command_center.domain.operation import Branch, Force
from command_center.domain.permissions import Permission
from command_center.situation.remaining import (
    committed,
    forces,
    remaining,
    strengths,
    tree,
    unlinked,
)
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.operations.force_rows import (
    force_changes,
    key,
    left_text,
    parts_of,
    posted_text,
    row_of,
    tree_row,
)
from command_center.ui.operations.page import OperationPage
from command_center.ui.operations.scope import OperationScope
from command_center.ui.operations.words import branch_text, translate
from command_center.ui.places.card import Part
from command_center.ui.places.file_list import FileListPage
from command_center.ui.places.preview import Changes
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat
from command_center.ui.units.whereabouts import Whereabouts

_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "change": ("Return", Qt.Key.Key_Return),
    "remove": ("Del", Qt.Key.Key_Delete),
    "import": ("O", Qt.Key.Key_O),
    "export": ("E", Qt.Key.Key_E),
    "stop": ("Esc", Qt.Key.Key_Escape),
}
_COMMAND = Permission.COMMAND_OPERATIONS
_FIELDS = (
    "name", "branch", "strength", "parent", "leader", "call_sign", "sector", "post",
    "talk_group", "area", "note", "source",
)  # fmt: skip
_WIDE = ("note", "source")
_TYPED = [name for name in _FIELDS if name not in ("branch", "strength")]


class ForcesPage(FileListPage, OperationPage):
    file_name = "kekuatan"
    stored_kind = "forces.imported"
    needs = {  # noqa: RUF012
        **dict.fromkeys(("add", "change", "remove", "import"), _COMMAND),
        "export": Permission.WATCH,
    }
    of_a_row = dict.fromkeys(("change", "remove"), "select_force")

    def __init__(self, seat: Seat, scope: OperationScope) -> None:
        self._places = Whereabouts(seat.city)
        super().__init__(seat, scope, _KEYS, "change")
        self.begin_files()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def _forces(self) -> list[Force]:
        return forces(self._seat.situation, self._scope.operation_id)

    def rows(self) -> list[TextRow]:
        parts = parts_of(self._seat.situation, self._scope.operation_id)
        return [tree_row(line, parts) for line in tree(self._forces())]

    def refresh(self, *args: object) -> None:
        rows = self._forces()
        by = strengths(rows)
        said = [f"{branch_text(branch)} {count(by[branch])}" for branch in Branch if by[branch]]
        whole = fill(translate("Operations", "%1 orang"), count(sum(by.values())))
        self.say(self.standing, " · ".join([whole, *said]) if rows else "")
        super().refresh(*args)

    def tick(self) -> None:
        """Only what is left grows old."""
        self._fill_card()

    def nothing(self) -> str:
        return translate(
            "Operations", "Belum ada kekuatan. Impor rencana pengamanan (O) atau tambah (Ins)."
        )

    def _fill_card(self) -> None:
        """What is left stands there whether a row is marked or not."""
        running = self._scope.operation is not None and self.shown_form is None
        self.card.setVisible(running)
        if running:
            title, parts = self.facts(self.marked) if self.marked else ("", ())
            self.card.show_parts(title, (*parts, self._left(), self._posted()))

    def _left(self) -> Part:
        """Of the whole city, so after what every running operation took."""
        seat, rows = self._seat, committed(self._seat.situation)
        names: dict[str | None, str] = dict(self._places.kecamatan)
        found = remaining(
            seat.situation,
            rows,
            [code for code, _ in self._places.kecamatan],
            seat.city.kecamatan_of,
            seat.live.now(),
            seat.targets,
        )
        unknown = translate("Operations", "tanpa kecamatan")
        lines = [left_text(one, names.get(one.area_code, unknown)) for one in found]
        loose = unlinked(seat.situation, rows)
        if loose:
            said = translate(
                "Operations", "%1 orang Polri tanpa panggilan di papan: belum dikurangkan"
            )
            lines.append(fill(said, count(loose)))
        return Part(translate("Operations", "SISA KEKUATAN HARIAN (ORANG)"), "\n".join(lines))

    def _posted(self) -> Part:
        rows = self._forces()
        parts = parts_of(self._seat.situation, self._scope.operation_id)
        text = posted_text(rows, parts) if rows else ""
        return Part(translate("Operations", "SEKTOR DAN POS"), text, "text2")

    def _force(self, id: str) -> Force | None:
        found = self._seat.situation.get("force", id)
        return found if isinstance(found, Force) else None

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        force = self._force(id)
        if force is None:
            return "", ()
        area = area_text(self._seat.city, force.area_code)
        lines = [line for line in (area, force.note, force.source) if line]
        about = Part(branch_text(force.branch).upper(), "\n".join(lines), "text2")
        return force.name, (about,)

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        if asked == "stop":
            return None
        if asked == "import" and self.job.running:
            return "places_importing"
        return super().reason(asked)

    def answer(self, asked: str) -> None:
        doing: dict[str, Callable[[], None]] = {
            "add": partial(self._open, None),
            "change": self._change,
            "remove": self._ask_remove,
            "import": self.ask_file,
            "export": self.ask_export,
            "stop": self.job.stop,
        }
        doing[asked]()

    def follow(self, *args: object) -> None:
        super().follow(*args)
        self.buttons["stop"].setVisible(hasattr(self, "job") and self.job.running)

    def _change(self) -> None:
        self._open(self._force(self.marked))

    def _open(self, force: Force | None) -> None:
        form = FieldsForm(self._seat, _FIELDS, {"branch": tuple(Branch)}, wide=_WIDE)
        form.rename(self._names(), {"branch": [branch_text(branch) for branch in Branch]})
        form.kept.connect(partial(self._keep, force))
        values: dict[str, object] = {}
        if force is not None:
            parts = parts_of(self._seat.situation, self._scope.operation_id)
            row = row_of(force, {one.id: one.name for one in self._forces()}, parts)
            values = {name: getattr(row, name) for name in _FIELDS}
            values["area"] = area_text(self._seat.city, force.area_code)
        about = force.name if force is not None else translate("Operations", "Pasukan baru")
        self.open_about(form, about, values)

    def _keep(self, force: Force | None, values: Mapping[str, Any]) -> None:
        strength = str(values["strength"]).strip()
        whole = strength.isascii() and strength.isdigit() and len(strength) < 6
        area = str(values["area"]).strip()
        said: dict[str, Any] = {name: " ".join(str(values[name]).split()) for name in _TYPED}
        said["area"] = (self.known_area(area) or area) if area else ""
        row = ForceRow(values["branch"], strength=int(strength) if whole else -1, **said)
        if force is not None and key(row) != key(force):
            self._seat.notices.failed(OperatorError("force_keeps_name", name=force.name))
            return
        self.keep(ImportForces(self._scope.operation_id, (row,)))

    def _ask_remove(self) -> None:
        force = self._force(self.marked)
        if force is None:
            return
        title = fill(translate("Operations", "Keluarkan %1 dari susunan kekuatan?"), force.name)
        yes = Answer(translate("Operations", "Keluarkan"), "Return", partial(self._remove, force))
        self.question.ask(title, [yes])

    def _remove(self, force: Force) -> None:
        self.question.leave()
        submit(self._seat, LeaveForce(force.id), name=force.name)

    # --- files ---------------------------------------------------------------------------------

    def read(self, data: bytes, tell: Tell) -> Sheet[ForceRow]:
        return read_forces(data, self.known_area, {key(force) for force in self._forces()}, tell)

    def changes(self, rows: tuple[Any, ...]) -> Changes[Any]:
        parts = parts_of(self._seat.situation, self._scope.operation_id)
        return force_changes(rows, self._forces(), parts)

    def storing(self, source: str) -> Callable[[tuple[Any, ...]], ImportForces]:
        """Each row names its own source; `source` is for those that do not."""
        operation_id = self._scope.operation_id

        def made(rows: tuple[ForceRow, ...]) -> ImportForces:
            named = tuple(row if row.source else _sourced(row, source) for row in rows)
            return ImportForces(operation_id, named)

        return made

    def table(self) -> Lines:
        parts = parts_of(self._seat.situation, self._scope.operation_id)
        return forces_table([line.force for line in tree(self._forces())], parts)

    # --- appearance ----------------------------------------------------------------------------

    def _names(self) -> dict[str, str]:
        return {
            "name": translate("Operations", "Nama"),
            "branch": translate("Operations", "Satuan"),
            "strength": translate("Operations", "Jumlah orang"),
            "parent": translate("Operations", "Induk"),
            "leader": translate("Operations", "Pimpinan"),
            "call_sign": translate("Operations", "Panggilan"),
            "sector": translate("Operations", "Sektor"),
            "post": translate("Operations", "Pos"),
            "talk_group": translate("Operations", "Grup radio"),
            "area": translate("Operations", "Kelurahan"),
            "note": translate("Operations", "Keterangan"),
            "source": translate("Operations", "Sumber"),
        }

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Operations", "Susunan kekuatan"))
        names = {
            "add": translate("Operations", "Tambah"),
            "change": translate("Operations", "Ubah"),
            "remove": translate("Operations", "Keluarkan"),
            "import": translate("Operations", "Impor"),
            "export": translate("Operations", "Ekspor"),
            "stop": translate("Operations", "Hentikan"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        super().retranslate()


def _sourced(row: ForceRow, source: str) -> ForceRow:
    return replace(row, source=source, untold=tuple(n for n in row.untold if n != "source"))
