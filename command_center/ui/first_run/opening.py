"""The first steps: the language of the screen, and settings brought from another machine."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QRadioButton

from command_center.domain.errors import OperatorError
from command_center.runtime.bundle import Bundle, Change
from command_center.runtime.settings import OPTIONS
from command_center.ui.detail.words import fill
from command_center.ui.first_run.file_field import FileField
from command_center.ui.first_run.form import Bench, PathLine, StepForm
from command_center.ui.first_run.setup import Opened, Standing
from command_center.ui.format import moment
from command_center.ui.settings.words import value_text

translate = QCoreApplication.translate
LONGEST = 120
BUNDLES = (".bundle",)
_NAMES = {"id": "Bahasa Indonesia", "en": "English"}


class LanguageForm(StepForm):
    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.choices = {code: QRadioButton(name) for code, name in _NAMES.items()}
        for code, choice in self.choices.items():
            choice.toggled.connect(partial(self._chosen, code))
            self.rows.addWidget(choice)

    def load(self, standing: Standing) -> None:
        self.choices[standing.language].setChecked(True)
        self.choices[standing.language].setFocus()

    def _chosen(self, code: str, on: bool) -> None:
        if on:
            self.bench.language.use(code)

    def go(self) -> None:
        code = self.bench.language.code
        self.step(lambda: self.bench.setup.keep_language(code))


class BundleForm(StepForm):
    """First read and shown, then set: two presses of the same button."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.file, self.phrase, self.login, self.password = (
            PathLine(),
            QLineEdit(),
            QLineEdit(),
            QLineEdit(),
        )
        for line in (self.phrase, self.password):
            line.setEchoMode(QLineEdit.EchoMode.Password)
        self.file_field = FileField(
            self,
            self.file,
            lambda: translate("FirstRun", "Berkas setelan (tulis atau seret)"),
            lambda: BUNDLES,
        )
        self.rows.addWidget(self.file_field)
        self.origin = self.label("text")
        self.fingerprint = self.label("accent", 15, bold=True)
        self.holds = self.label("text2", 11)
        self._asked = (
            self.field(self.phrase, lambda: translate("FirstRun", "Frasa sandi berkas")),
            self.field(
                self.login,
                lambda: translate("FirstRun", "Nama masuk komputer ini di server (ws_…)"),
            ),
            self.field(
                self.password,
                lambda: translate("FirstRun", "Kata sandi nama masuk itu; kosong: berkas sandi"),
            ),
        )
        self.bundle: Bundle | None = None
        self.file.textChanged.connect(self._forget)
        self.went.connect(self._wipe)
        self.retranslate()
        self._forget()

    def load(self, standing: Standing) -> None:
        self.file.setFocus()

    def go_text(self) -> str:
        if self.bundle is None:
            return translate("FirstRun", "Baca berkas")
        return translate("FirstRun", "Sidiknya sama, pakai setelan ini")

    def go(self) -> None:
        path, setup = self.file.path, self.bench.setup
        if self.bundle is not None:
            texts = (self.phrase.text(), self.login.text().strip(), self.password.text())
            use = partial(setup.use_bundle, self.bundle, *texts)
            self.step(use, of=(self.file_field,))
        elif path is not None:
            what = translate("FirstRun", "Membaca berkas…")
            self.ask(what, partial(setup.read_bundle, path), self._read, of=(self.file_field,))
        else:
            self.said.emit(translate("FirstRun", "Tulis jalur berkasnya, atau Nanti."), "text2")

    def fail(self, error: OperatorError) -> None:
        super().fail(error)
        if error.code == "bundle_needs_login":
            self.login.setFocus()

    def _wipe(self, _: object = None) -> None:
        self.phrase.clear()
        self.password.clear()

    def _forget(self, _: str = "") -> None:
        self.bundle = None
        for field in self._asked:
            field.hide()
        self.origin.show_text("")
        self.fingerprint.show_text("")
        self.holds.show_text("")
        self.changed.emit()

    def _read(self, opened: Opened) -> None:
        self.bundle = bundle = opened.bundle
        origin = bundle.origin
        text = translate(
            "FirstRun",
            "Ditandatangani %1 · ruang %2 · %3.\nSamakan sidiknya dengan yang diberitahukan kepada"
            " Anda:",
        )
        made = moment(origin.made_at, None, year=True)
        told = fill(text, origin.workstation, origin.room_name or "–", made)
        self.origin.show_text(told)
        self.fingerprint.show_text(origin.fingerprint)
        self.holds.show_text(_held(opened))
        phrase, login, password = self._asked
        phrase.show()
        server = bool(bundle.settings.get("database"))
        login.setVisible(server)
        password.setVisible(server)
        self.phrase.setFocus()
        self.changed.emit()
        if opened.foreign_login:
            told = translate(
                "FirstRun",
                "Ditulis program lama, bersama nama masuk atau kata sandi pemegang server; keduanya"
                " tidak dipakai. Ganti kata sandi itu di server.",
            )
            self.said.emit(told, "warn")


def _held(opened: Opened) -> str:
    """What would be another, a line each, by the names of the file of settings."""
    lines = [_line(one) for one in opened.changes]
    if not lines:
        lines = [translate("FirstRun", "tidak ada setelan yang berubah")]
    directory = translate("FirstRun", "direktori kamera %1")
    sealed = translate("FirstRun", "rahasia bersegel: %1")
    lines += [fill(directory, name[:LONGEST]) for name in sorted(opened.bundle.directories)]
    lines += [fill(sealed, name[:LONGEST]) for name in opened.sealed]
    return "\n".join(lines)


def _line(change: Change) -> str:
    """Also what switches something off is said: "kosong", "tidak", 0."""
    option = OPTIONS[change.name]
    old, new = (value_text(option, value)[:LONGEST] for value in (change.old, change.new))
    return f"{change.name}: {old} → {new}"
