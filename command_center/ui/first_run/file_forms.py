"""Files of the city: what is in one is counted before any of it is stored."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from command_center.ui.detail.words import fill
from command_center.ui.first_run.file_field import FileField
from command_center.ui.first_run.form import Bench, PathLine, StepForm
from command_center.ui.first_run.setup import CityFacts, Preview, Standing, Step
from command_center.ui.named_field import NamedField

translate = QCoreApplication.translate
FAULTS_SHOWN = 8
_SHAPES = (".geojson", ".json")
_LAYOUTS = {".json": "list", ".m3u": "playlist", ".m3u8": "playlist", ".csv": "table"}


class FileForm(StepForm):
    """`stored` so far by this page, in rows. The button reads, then takes, then goes on."""

    STEP: Step

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.head = self.label("text", 15)
        self.file = PathLine()
        self.file.textChanged.connect(self._forget)
        self.preview: Preview | None = None
        self.stored = 0

    def add_file(self, name: Callable[[], str]) -> None:
        self.file_field = FileField(self, self.file, name, self.endings)
        self.rows.addWidget(self.file_field)

    def endings(self) -> tuple[str, ...]:
        """Of the files that are offered."""
        return tuple(_LAYOUTS)

    def finish_rows(self) -> None:
        """The last of its rows."""
        self.outlook, self.faults = self.label("text"), self.label("text2", 11)
        self.retranslate()

    def go_text(self) -> str:
        if self.preview is not None:
            text = translate("FirstRun", "Simpan %1 baris")
            return fill(text, str(self.preview.rows))
        if self.file.path is not None or not self.stored:
            return translate("FirstRun", "Baca berkas")
        return translate("FirstRun", "Lanjut")

    def can_go(self) -> bool:
        return super().can_go() and (self.preview is None or self.preview.rows > 0)

    def go(self) -> None:
        setup, path = self.bench.setup, self.file.path
        if self.preview is not None:
            what = translate("FirstRun", "Menyimpan…")
            self.ask(
                what, partial(setup.take, self.preview), self._took, changes=True, of=self.of()
            )
        elif path is not None:
            what = translate("FirstRun", "Membaca berkas… Esc membatalkan.")
            look = partial(setup.look, self.what(), path, *self.how())
            self.ask(what, look, self._read, of=self.of())
        elif self.stored:
            self.step(partial(setup.finish, self.STEP))
        else:
            self.said.emit(translate("FirstRun", "Tulis jalur berkasnya, atau Nanti."), "text2")

    def what(self) -> str:
        raise NotImplementedError

    def how(self) -> tuple[str, str]:
        """The layout of the file and the base of the addresses in it."""
        return "", ""

    def of(self) -> tuple[QWidget, ...]:
        """The fields that say what is read."""
        return (self.file_field,)

    def _forget(self, _: object = None) -> None:
        self.preview = None
        self.outlook.show_text("")
        self.faults.show_text("")
        self.changed.emit()

    def _read(self, preview: Preview) -> None:
        self.preview = preview
        text = translate("FirstRun", "%1 akan disimpan, %2 di luar kota, %3 ditolak.")
        counts = (preview.rows, preview.outside, preview.refused)
        self.outlook.show_text(fill(text, *map(str, counts)))
        shown = list(preview.faults[:FAULTS_SHOWN])
        if len(preview.faults) > FAULTS_SHOWN:
            more = len(preview.faults) - FAULTS_SHOWN
            shown.append(fill(translate("FirstRun", "dan %1 lagi"), str(more)))
        self.faults.show_text("\n".join(shown))
        self.changed.emit()

    def _took(self, stored: int) -> None:
        self.stored += stored
        self.file.clear()
        self.said.emit(fill(translate("FirstRun", "✓ %1 baris disimpan."), str(stored)), "text")
        self.changed.emit()


class CamerasForm(FileForm):
    STEP = Step.CAMERAS

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.layout_choice, self.base = QComboBox(), QLineEdit()
        self.layout_choice.addItems(bench.layouts)
        self.add_file(lambda: translate("FirstRun", "Berkas direktori (tulis atau seret)"))
        self.field(self.layout_choice, lambda: translate("FirstRun", "Susunannya"))
        self.field(
            self.base,
            lambda: translate("FirstRun", "Awal alamat siarannya, bila berkas tidak memuatnya"),
        )
        self.finish_rows()
        self.file.textChanged.connect(self._guess)
        self.layout_choice.currentIndexChanged.connect(self._forget)
        self.base.textChanged.connect(self._forget)

    def load(self, standing: Standing) -> None:
        self.file.setFocus()
        what = translate("FirstRun", "Menghitung kamera ruang…")
        self.ask(what, self.bench.setup.cameras, self._counted)

    def what(self) -> str:
        return "cameras"

    def how(self) -> tuple[str, str]:
        return self.layout_choice.currentText(), self.base.text().strip()

    def of(self) -> tuple[QWidget, ...]:
        return (*super().of(), self.layout_choice, self.base)

    def _took(self, stored: int) -> None:
        """Counted anew, as some of the rows may have been there."""
        again = translate("FirstRun", "Menghitung kamera ruang…")
        count = self.bench.setup.cameras
        self.ask(again, count, partial(self._counted_after, stored), of=self.of())

    def _counted_after(self, stored: int, cameras: int) -> None:
        self._counted(cameras)
        super()._took(stored)

    def _counted(self, cameras: int) -> None:
        text = translate("FirstRun", "Di ruang sekarang: %1 kamera")
        self.head.show_text(fill(text, str(cameras)))
        self.stored = self.stored or cameras
        self.changed.emit()

    def _guess(self, _: str) -> None:
        path = self.file.path
        if path is not None and path.suffix.lower() in _LAYOUTS:
            self.layout_choice.setCurrentText(_LAYOUTS[path.suffix.lower()])


class CityForm(FileForm):
    STEP = Step.CITY
    KINDS = ("boundaries", "places")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.kind = QComboBox()
        for _ in self.KINDS:
            self.kind.addItem("")
        self._facts: CityFacts | None = None
        self._kind_field: NamedField = self.field(
            self.kind, lambda: translate("FirstRun", "Isi berkas")
        )
        self.add_file(lambda: translate("FirstRun", "Berkas (tulis atau seret)"))
        self.finish_rows()
        self.kind.currentIndexChanged.connect(self._forget)

    def load(self, standing: Standing) -> None:
        self.file.setFocus()
        what = translate("FirstRun", "Membaca kota…")
        self.ask(what, self.bench.setup.city, self._told)

    def retranslate(self) -> None:
        super().retranslate()
        names = (
            translate("FirstRun", "Batas wilayah (GeoJSON)"),
            translate("FirstRun", "Tempat (CSV atau GeoJSON)"),
        )
        for row, name in enumerate(names):
            self.kind.setItemText(row, name)
        self._tell_facts()

    def what(self) -> str:
        return self.KINDS[self.kind.currentIndex()]

    def endings(self) -> tuple[str, ...]:
        return _SHAPES if self.what() == "boundaries" else (*_SHAPES, ".csv")

    def of(self) -> tuple[QWidget, ...]:
        return (*super().of(), self.kind)

    def _told(self, facts: CityFacts) -> None:
        self._facts = facts
        if facts.bounded:
            self.stored = self.stored or facts.areas  # what the program brings is enough to go on
        self._tell_facts()
        self.changed.emit()

    def _tell_facts(self) -> None:
        facts = self._facts
        if facts is None:
            return
        text = translate("FirstRun", "%1: %2 wilayah, %3 tempat, dengan batas wilayah")
        if not facts.bounded:
            text = translate("FirstRun", "%1: %2 wilayah, %3 tempat, belum ada batas wilayah")
        self.head.show_text(fill(text, facts.name, str(facts.areas), str(facts.places)))
