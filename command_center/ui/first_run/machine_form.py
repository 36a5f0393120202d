"""What this machine is, and whether its database can be used."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton, QWidget

from command_center.ui.detail.words import fill
from command_center.ui.first_run.file_field import FileField
from command_center.ui.first_run.form import Bench, PathLine, StepForm
from command_center.ui.first_run.setup import Choice, Found, Machine, Mark, Standing, Step
from command_center.ui.first_run.words import machine_hint, machine_name

translate = QCoreApplication.translate
ADDRESS = "postgresql+psycopg://NAMA@HOST/RUANG?sslmode=verify-full&sslrootcert=FILE"
CERTIFICATES, KEYS = (".pem", ".crt", ".cer"), (".pem", ".key")
_LARGE_S = 2.0


class MachineForm(StepForm):
    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.roles = {machine: QRadioButton() for machine in Machine}
        self._hints = {}
        for machine, role in self.roles.items():
            role.toggled.connect(self._follow)
            self.rows.addWidget(role)
            self._hints[machine] = self.label("text2", 11)
            self._hints[machine].setIndent(bench.theme.px(22))
        self.pack = QComboBox()
        self.url, self.password, self.gateway = QLineEdit(), QLineEdit(), QLineEdit()
        self.certificate, self.key = PathLine(), PathLine()
        self.url.setPlaceholderText(ADDRESS)
        self.gateway.setPlaceholderText("0.0.0.0:8443")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._fields: dict[str, QWidget] = {
            "url": self.field(self.url, lambda: translate("FirstRun", "Alamat pusat data")),
            "password": self.field(
                self.password,
                lambda: translate(
                    "FirstRun", "Kata sandi (disimpan di gantungan kunci); kosong: berkas sandi"
                ),
            ),
            "pack": self.field(self.pack, lambda: translate("FirstRun", "Kota")),
            "gateway": self.field(
                self.gateway,
                lambda: translate(
                    "FirstRun", "Menerima kiriman sumber di ALAMAT:PORT; boleh kosong"
                ),
            ),
            "certificate": FileField(
                self,
                self.certificate,
                lambda: translate("FirstRun", "Berkas sertifikatnya (PEM)"),
                lambda: CERTIFICATES,
            ),
            "key": FileField(
                self,
                self.key,
                lambda: translate("FirstRun", "Berkas kuncinya (PEM)"),
                lambda: KEYS,
            ),
        }
        for name in ("certificate", "key"):
            self.rows.addWidget(self._fields[name])
        self.retranslate()

    def load(self, standing: Standing) -> None:
        if not self.pack.count():
            self.pack.addItems(self.bench.packs)
        self.url.setText(standing.url)
        self.pack.setCurrentText(standing.pack)
        self.gateway.setText(standing.gateway)
        self.certificate.setText(standing.certificate)
        self.key.setText(standing.key)
        self.roles[standing.machine].setChecked(True)
        self.roles[standing.machine].setFocus()
        self._follow()

    @property
    def machine(self) -> Machine:
        return next(m for m, role in self.roles.items() if role.isChecked())

    def _follow(self, _: bool = True) -> None:
        if not any(role.isChecked() for role in self.roles.values()):
            return
        asked = {
            Machine.SINGLE: {"pack"},
            Machine.JOIN: {"url", "password"},
            Machine.SERVER: set(self._fields),
        }[self.machine]
        for name, field in self._fields.items():
            field.setVisible(name in asked)

    def retranslate(self) -> None:
        super().retranslate()
        for machine, role in self.roles.items():
            role.setText(machine_name(machine))
            self._hints[machine].show_text(machine_hint(machine))

    def go(self) -> None:
        """What is not asked for of this role is not kept, either."""
        machine = self.machine
        server, remote = machine is Machine.SERVER, machine is not Machine.SINGLE
        if remote and not self.url.text().strip():
            self.said.emit(translate("FirstRun", "Tulis alamat pusat data."), "warn")
            self.url.setFocus()
            return
        choice = Choice(
            machine,
            self.url.text().strip() if remote else "",
            self.password.text() if remote else "",
            "" if machine is Machine.JOIN else self.pack.currentText(),
            self.gateway.text().strip() if server else "",
            self.certificate.text().strip() if server else "",
            self.key.text().strip() if server else "",
        )
        self.password.clear()
        self.step(partial(self.bench.setup.choose, choice))


class DatabaseForm(StepForm):
    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.where = self.label("text", 15)
        self.answer = self.label("text")
        self.found: Found | None = None

    def load(self, standing: Standing) -> None:
        self.found = None
        single = translate("FirstRun", "Berkas di folder data komputer ini")
        self.where.show_text(standing.url or single)
        self.answer.show_text("")
        self.changed.emit()

    def go_text(self) -> str:
        if self.found is None:
            return translate("FirstRun", "Uji")
        return translate("FirstRun", "Lanjut")

    def go(self) -> None:
        setup = self.bench.setup
        if self.found is not None:
            self.step(partial(self._tested, self.found.administrator))
            return
        what = translate("FirstRun", "Menghubungi pusat data… Esc membatalkan.")
        self.ask(what, setup.try_database, self._answered)

    def _tested(self, administrator: bool) -> Standing:
        """Nobody is asked to write an administrator that would not be made."""
        standing = self.bench.setup.finish(Step.DATABASE)
        if administrator and standing.mark(Step.ADMINISTRATOR) in (Mark.OPEN, Mark.SKIPPED):
            return self.bench.setup.pass_over(Step.ADMINISTRATOR)
        return standing

    def _answered(self, found: Found) -> None:
        self.found = found
        if not found.room:
            text = translate("FirstRun", "✓ Dapat dipakai; ruang akan didirikan di sana.")
        elif found.administrator:
            text = fill(translate("FirstRun", "✓ Tersambung dengan ruang %1."), found.room)
        else:
            text = translate("FirstRun", "✓ Tersambung dengan ruang %1; belum ada administrator.")
            text = fill(text, found.room)
        if found.ahead_s is not None and abs(found.ahead_s) >= _LARGE_S:
            wrong = translate(
                "FirstRun", "Jam komputer ini berbeda %1 detik dari server; betulkan."
            )
            text = f"{text}\n{fill(wrong, str(round(abs(found.ahead_s))))}"
        self.answer.show_text(text)
        self.changed.emit()
