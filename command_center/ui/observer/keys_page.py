"""What the wall is and which keys it has: the handbook's page of it, in letters read from afar."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from command_center.ui.observer.page import Brush, WallPage, translate

_ROWS = 1.2


class KeysPage(WallPage):
    """Asked for by F1 only: it is none of those that take turns."""

    def title(self) -> str:
        return translate("Observer", "Tentang dinding ini")

    def refresh(self) -> None:
        """It says nothing of the room."""

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("→  PgDn", translate("Observer", "halaman berikutnya")),
            ("←  PgUp", translate("Observer", "halaman sebelumnya")),
            (
                translate("Observer", "Spasi"),
                translate("Observer", "berhenti di halaman ini, atau lanjut"),
            ),
            ("F11", translate("Observer", "layar penuh, atau jendela")),
            ("F1", translate("Observer", "halaman ini, atau kembali")),
        )

    def paint(self, brush: Brush, room: QRectF, part: int) -> None:
        high, keys = brush.row * _ROWS, self.keys()
        wide = max(brush.width(key, bold=True) for key, _ in keys) + brush.letters.text * 1.2
        line = QRectF(room.left(), room.top(), room.width(), high)
        for key, meaning in keys:
            brush.line(line.left(), line.right(), line.top())
            brush.write(line, key, ink="accent", bold=True)
            brush.write(line.adjusted(wide, 0, 0, 0), meaning)
            line.translate(0, high)
        brush.line(line.left(), line.right(), line.top())
        told = translate(
            "Observer",
            "Hanya untuk dibaca: tidak ada tombol yang mengubah apa pun. Buku panduan: F1 di meja"
            " operator.",
        )
        rest = QRectF(room.left(), line.top(), room.width(), room.bottom() - line.top())
        brush.wrap(rest.adjusted(0, brush.letters.text * 0.6, 0, 0), told, px=brush.letters.small)
