"""The code book of the air: the room's own copy, off until somebody who leads a shift wants it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from command_center.advice.radio import RadioCode
from command_center.commands.radio import SetRadioCodes
from command_center.connectors.radio.tables import Table
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ui.actions.action import submit
from command_center.ui.radio.edit_page import EditPage, translate
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.rows import code_book
from command_center.ui.seat import Seat


class CodesPage(EditPage):
    """Where other lists import, this one switches the glosses on and off."""

    permission = Permission.REASSIGN
    select_code = "select_code"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, ("code", "says"), {})
        self.restyle()
        self.retranslate()

    def found(self) -> list[TextRow]:
        codes = code_book(self._seat.situation).codes
        return [TextRow(str(at), one.code, "", one.says) for at, one in enumerate(codes)]

    def refresh(self, *args: object) -> None:
        on = code_book(self._seat.situation).on
        said = translate("Radio", "Arti sandi: tampil") if on else translate("Radio", "Arti sandi")
        hide = translate("Radio", "Sembunyikan arti sandi")
        show = translate("Radio", "Tampilkan arti sandi")
        self.buttons["import"].relabel(hide if on else show)
        self.view.setAccessibleDescription(said)
        super().refresh(*args)

    def values_of(self, id: str) -> Mapping[str, object]:
        codes = code_book(self._seat.situation).codes
        if not id or int(id) >= len(codes):
            return {}
        return {"code": codes[int(id)].code, "says": codes[int(id)].says}

    def command_of(self, id: str, values: Mapping[str, Any]) -> SetRadioCodes:
        book = code_book(self._seat.situation)
        written = RadioCode(str(values["code"]).strip(), str(values["says"]).strip())
        codes = list(book.codes)
        if id and int(id) < len(codes):
            codes[int(id)] = written
        else:
            codes.append(written)
        return SetRadioCodes(book.on, tuple(codes), book.version)

    def leaving(self, id: str) -> SetRadioCodes:
        book = code_book(self._seat.situation)
        kept = tuple(one for at, one in enumerate(book.codes) if str(at) != id)
        return SetRadioCodes(book.on, kept, book.version)

    def ask(self, asked: str, *args: object) -> None:
        why = self._reason(asked)
        if asked != "import" or why is not None:
            super().ask(asked, *args)
            return
        book = code_book(self._seat.situation)
        submit(self._seat, SetRadioCodes(not book.on, book.codes, book.version))

    def read(self, path: Path) -> Table[Any]:
        """No file is a code book."""
        raise OperatorError("table_not_csv")

    def importing(self, rows: tuple[Any, ...]) -> SetRadioCodes:
        raise OperatorError("table_not_csv")

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Radio", "Buku sandi"))
        self.view.empty = translate("Radio", "Buku sandi kosong. Tambah (Ins) yang pertama.")
        names = {"code": translate("Radio", "Sandi"), "says": translate("Radio", "Artinya")}
        self.form.rename(names, {})
        super().retranslate()
        self.refresh()
