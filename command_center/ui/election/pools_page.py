"""The people there are for the election: by force and home, typed in or by the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.guarding import KeepPools, PoolRow, WithdrawPool, pool_key
from command_center.connectors.places.pools import read_pools
from command_center.connectors.places.sheet import Sheet
from command_center.domain.election import Force, ForcePool
from command_center.domain.errors import OperatorError
from command_center.situation.guarding import groups, pools
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.election.offer import sent_of
from command_center.ui.election.page import BASE, ElectionPage
from command_center.ui.election.words import exact_area, force_text, translate
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.places.file_list import ERRORS_SHOWN
from command_center.ui.places.job import ImportJob
from command_center.ui.places.scope import Scope
from command_center.ui.places.sites_page import point_of
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

_KEYS: Keys = {**BASE, "import": ("O", Qt.Key.Key_O)}
_FIELDS = ("name", "force", "strength", "area", "point", "source")


class PoolsPage(ElectionPage):
    def __init__(self, seat: Seat, scope: Scope) -> None:
        super().__init__(seat, scope, _KEYS)
        self.job = ImportJob(seat, self)
        self.job.read.connect(self._was_read)
        self.job.stored.connect(self._was_stored)
        self.job.failed.connect(self.follow)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        found = pools(self._seat.situation, self._scope.election_id)
        sent = sent_of(groups(self._seat.situation, self._scope.election_id))
        return [self._row(pool, sent[pool.id]) for pool in found]

    def _row(self, pool: ForcePool, sent: int) -> TextRow:
        people = fill(translate("Election", "%1 orang"), count(pool.strength))
        posted = fill(translate("Election", "%1 diploting"), count(sent)) if sent else ""
        if sent > pool.strength:
            over = translate("Election", "%1 diploting, %2 lebih dari yang ada")
            posted = fill(over, count(sent), count(sent - pool.strength))
        home = area_text(self._seat.city, pool.area_code)
        about = (force_text(pool.force), home, posted, pool.source)
        return TextRow(pool.id, pool.name, people, " · ".join(part for part in about if part))

    def refresh(self, *args: object) -> None:
        found = pools(self._seat.situation, self._scope.election_id)
        by = {f: sum(pool.strength for pool in found if pool.force is f) for f in Force}
        parts = [f"{force_text(force)} {count(people)}" for force, people in by.items()]
        whole = fill(translate("Election", "%1 orang: "), count(sum(by.values())))
        self.say(self.standing, whole + ", ".join(parts) if found else "")
        super().refresh(*args)

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        running = asked == "import" and self.job.running
        return "places_importing" if running else super().reason(asked)

    def answer(self, asked: str) -> None:
        row = self._seat.situation.get("force_pool", self.marked)
        if asked == "import":
            title = translate("Election", "Berkas CSV atau XLSX kekuatan mana? Tulis jalurnya.")
            read = Answer(translate("Election", "Baca"), "Return", self._read_typed)
            self.question.ask(title, [read], typed="")
        elif asked == "remove" and row is not None:
            self._ask_withdraw(row)
        else:
            self._open(row if asked == "change" else None)

    def _ask_withdraw(self, row: ForcePool) -> None:
        title = fill(translate("Election", "Tarik %1 dari daftar kekuatan?"), row.name)

        def withdraw() -> None:
            self.question.leave()
            submit(self._seat, WithdrawPool(row.id), name=row.name)

        self.question.ask(title, [Answer(translate("Election", "Tarik"), "Return", withdraw)])

    def _open(self, row: ForcePool | None) -> None:
        form = FieldsForm(self._seat, _FIELDS, {"force": tuple(Force)}, wide=("source",))
        names = {
            "name": translate("Election", "Nama satuan"),
            "force": translate("Election", "Unsur"),
            "strength": translate("Election", "Kekuatan (orang)"),
            "area": translate("Election", "Pangkalan (kelurahan)"),
            "point": translate("Election", "Lintang, bujur"),
            "source": translate("Election", "Sumber"),
        }
        form.rename(names, {"force": [force_text(force) for force in Force]})
        form.kept.connect(partial(self._keep, row))
        self.show_form(form, self._values(row) if row is not None else {})

    def _values(self, row: ForcePool) -> dict[str, object]:
        values = {name: getattr(row, name) for name in ("name", "force", "strength", "source")}
        home = {"area": area_text(self._seat.city, row.area_code)}
        return {**values, **home, "point": f"{row.lat:.6f}, {row.lon:.6f}"}

    def _keep(self, pool: ForcePool | None, values: Mapping[str, Any]) -> None:
        try:
            row = self._made(values)
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        if pool is None:
            typed = replace(row, before=0)
        elif pool_key(row.force, row.name) == pool_key(pool.force, pool.name):
            typed = replace(row, before=pool.version)
        else:
            self._seat.notices.failed(OperatorError("pool_keeps_name", name=pool.name))
            return
        self.keep(KeepPools(self._scope.election_id, (typed,)))

    def _made(self, values: Mapping[str, Any]) -> PoolRow:
        typed = str(values["strength"]).strip().replace(".", "")
        if not (typed.isascii() and typed.isdigit()):
            raise OperatorError("people_not_number", found=typed[:20])
        lat, lon = point_of(str(values["point"]))
        area = str(values["area"]).strip()
        words = (str(values["name"]), int(typed), self._area(area) or area)
        return PoolRow(values["force"], *words, lat, lon, str(values["source"]))

    def _area(self, name: str) -> str | None:
        return exact_area(self._seat.city, name)

    # --- the file ------------------------------------------------------------------------------

    def _read_typed(self) -> None:
        typed = self.typed()
        if typed:
            self.read_file(Path(typed).expanduser())

    def read_file(self, path: Path) -> None:
        """What is wrong is shown, and what is right is asked about before it is stored."""
        self.say(self.faults, "")
        self.job.start(path, lambda data, tell: read_pools(data, self._area, tell))
        self.follow()

    def _was_read(self, name: str, sheet: Sheet[PoolRow]) -> None:
        lines = [sentence(error.code, error.params) for error in sheet.errors[:ERRORS_SHOWN]]
        if len(sheet.errors) > ERRORS_SHOWN:
            more = translate("Election", "… dan %1 lagi")
            lines.append(fill(more, count(len(sheet.errors) - ERRORS_SHOWN)))
        self.say(self.faults, "\n".join(lines))
        self.follow()
        if not sheet.rows:
            return
        said = translate("Election", "Simpan %1 satuan, %2 baris salah tidak ikut? Sumber daftar:")
        bad = len({error.row for error in sheet.errors})
        store = partial(self._store, sheet.rows)
        answer = Answer(translate("Election", "Simpan"), "Return", store)
        self.question.ask(fill(said, count(len(sheet.rows)), count(bad)), [answer], typed=name)

    def _store(self, rows: tuple[PoolRow, ...]) -> None:
        source, election = self.typed(), self._scope.election_id
        self.job.store(rows, lambda part: KeepPools(election, part, source))
        self.follow()

    def _was_stored(self, stored: int, whole: int, told: dict[str, Any]) -> None:
        self._seat.notices.done("pools.kept", **told)
        self.follow()

    # --- appearance ----------------------------------------------------------------------------

    def nothing(self) -> str:
        return translate("Election", "Belum ada kekuatan. Tambah (Ins) atau impor (O).")

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Election", "Daftar kekuatan"))
        self.relabel(
            {
                "add": translate("Election", "Tambah"),
                "change": translate("Election", "Ubah"),
                "remove": translate("Election", "Tarik"),
                "import": translate("Election", "Impor"),
            }
        )
        super().retranslate()
