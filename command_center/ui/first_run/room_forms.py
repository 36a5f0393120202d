"""What a room that was founded here begins with: somebody who may sign in, and what feeds it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit

from command_center.domain.errors import OperatorError
from command_center.domain.room import SourceKind
from command_center.ui.detail.words import fill
from command_center.ui.first_run.file_field import FileField
from command_center.ui.first_run.form import Bench, PathLine, StepForm
from command_center.ui.first_run.setup import SourceDraft, SourceKept, Standing, Step, Tried
from command_center.ui.first_run.words import way_name

translate = QCoreApplication.translate
WAYS = (
    (SourceKind.PULL, False),
    (SourceKind.PULL, True),
    (SourceKind.PUSH, True),
    (SourceKind.FILES, False),
)


class AdministratorForm(StepForm):
    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.name, self.login = QLineEdit(), QLineEdit()
        self.password, self.again = QLineEdit(), QLineEdit()
        for line in (self.password, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
        self.field(self.name, lambda: translate("FirstRun", "Nama lengkap"))
        self.field(self.login, lambda: translate("FirstRun", "Nama masuk"))
        self.field(self.password, lambda: translate("FirstRun", "Kata sandi"))
        self.field(self.again, lambda: translate("FirstRun", "Ulangi kata sandi"))
        self._there = False
        self.went.connect(self._forget)
        self.retranslate()

    def load(self, standing: Standing) -> None:
        self._there = False
        self._forget()
        self.name.setFocus()

    def _forget(self, _: object = None) -> None:
        self.password.clear()
        self.again.clear()

    def go_text(self) -> str:
        if self._there:
            return super().go_text()
        return translate("FirstRun", "Buat administrator")

    def go(self) -> None:
        if self._there:
            self.step(partial(self.bench.setup.pass_over, Step.ADMINISTRATOR))
            return
        if self.password.text() != self.again.text():
            self.fail(OperatorError("passwords_differ"))
            self.again.setFocus()
            return
        typed = (self.name.text(), self.login.text(), self.password.text())
        what = translate("FirstRun", "Mendirikan ruang dan administratornya…")
        self.step(partial(self.bench.setup.make_administrator, *typed), what)

    def fail(self, error: OperatorError) -> None:
        """Made elsewhere, or before an interruption: said, and then gone on. Whoever was made
        without a password is waited for."""
        if error.code != "administrator_exists":
            super().fail(error)
            if error.code == "administrator_unfinished":
                self.login.setFocus()
                self.login.selectAll()
            return
        self._there = True
        self._forget()
        said = translate(
            "FirstRun",
            "Ruang ini sudah punya administrator; yang ditulis di sini tidak dipakai. Lanjut.",
        )
        self.said.emit(said, "warn")
        self.changed.emit()


class SourcesForm(StepForm):
    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.profile, self.kind, self.url = QComboBox(), QComboBox(), PathLine()
        for profile, name in bench.profiles.items():
            self.profile.addItem(name, profile)
        for _ in WAYS:
            self.kind.addItem("")
        self.field(self.profile, lambda: translate("FirstRun", "Sistem"))
        self.field(self.kind, lambda: translate("FirstRun", "Caranya"))
        self.where = FileField(self, self.url, self._where_text, lambda: ())
        self.rows.addWidget(self.where)
        line = QHBoxLayout()
        self.try_button = self.button(lambda: translate("FirstRun", "Uji"), self._try)
        self.add_button = self.button(lambda: translate("FirstRun", "Tambahkan"), self._add)
        line.addWidget(self.try_button)
        line.addWidget(self.add_button)
        line.addStretch(1)
        self.rows.addLayout(line)
        self.key = self.label("accent")
        self.key.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.there = self.label("text")
        self._fields = (self.profile, self.kind, self.where)
        self._names: tuple[str, ...] = ()
        self._keys: dict[str, SourceKept] = {}
        self.kind.currentIndexChanged.connect(self._follow)
        self.working.connect(self._grey)
        self.retranslate()
        self._follow()

    def load(self, standing: Standing) -> None:
        """Keys of before the step was left are seen no more."""
        self._keys.clear()
        self._tell()
        self.profile.setFocus()
        reading = translate("FirstRun", "Membaca yang sudah tersambung…")
        self.ask(reading, self.bench.setup.sources, self._listed)

    def can_go(self) -> bool:
        return super().can_go() and bool(self._names)

    def go(self) -> None:
        self.step(partial(self.bench.setup.finish, Step.SOURCES))

    @property
    def draft(self) -> SourceDraft:
        kind, contract = WAYS[self.kind.currentIndex()]
        url = "" if kind is SourceKind.PUSH else self.url.text().strip()
        return SourceDraft(str(self.profile.currentData()), kind, url, contract)

    @property
    def _way(self) -> SourceKind:
        return WAYS[self.kind.currentIndex()][0]

    def retranslate(self) -> None:
        super().retranslate()
        for row, way in enumerate(WAYS):
            self.kind.setItemText(row, way_name(*way))
        self._tell()

    def _where_text(self) -> str:
        if self._way is SourceKind.FILES:
            return translate("FirstRun", "Folder")
        return translate("FirstRun", "Alamat (https://…)")

    def _follow(self, _: int = 0) -> None:
        push = self._way is SourceKind.PUSH
        self.where.setVisible(not push)
        self.where.offer(self._way is SourceKind.FILES)
        self.where.named.rename(self._where_text())
        self._grey(self.busy)

    def _grey(self, busy: bool) -> None:
        push = self._way is SourceKind.PUSH
        self.try_button.setEnabled(not busy and not push)
        self.add_button.setEnabled(not busy)

    def _try(self) -> None:
        what = translate("FirstRun", "Menanyakan sumber… Esc membatalkan.")
        work = partial(self.bench.setup.try_source, self.draft)
        self.ask(what, work, self._tried, of=self._fields)

    def _tried(self, tried: Tried) -> None:
        files = self.draft.kind is SourceKind.FILES
        text = translate("FirstRun", "✓ Menjawab: %1 catatan dapat diterima, %2 ditolak.")
        if files:
            text = translate("FirstRun", "✓ Folder terbaca: %1 berkas dapat diterima, %2 tidak.")
        self.said.emit(fill(text, str(tried.taken), str(tried.refused)), "text")

    def _add(self) -> None:
        what = translate("FirstRun", "Menyambungkan…")
        keep = partial(self.bench.setup.keep_source, self.draft)
        self.ask(what, keep, self._kept, changes=True, of=self._fields)

    def _kept(self, kept: SourceKept) -> None:
        """The next one is begun from here; Enter goes on and adds nothing twice."""
        self.url.clear()
        self.profile.setFocus()
        if kept.secret:
            self._keys[kept.id] = kept
        self._listed((*self._names, kept.id) if kept.id not in self._names else self._names)
        self.said.emit(fill(translate("FirstRun", "✓ %1 tersambung."), kept.id), "text")

    def _listed(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        none = translate("FirstRun", "Belum ada sumber yang tersambung.")
        there = translate("FirstRun", "Tersambung: %1")
        self.there.show_text(fill(there, ", ".join(self._names)) if self._names else none)
        self.key.show_text(self._keys_text())

    def _keys_text(self) -> str:
        """Every one since the step was begun: the next source is no reason to lose the last."""
        if not self._keys:
            return ""
        each = translate("FirstRun", "Kunci %1: %2\nRahasia: %3")
        lines = [fill(each, one.id, one.key, one.secret) for one in self._keys.values()]
        once = translate(
            "FirstRun",
            "Hanya ditampilkan sampai langkah ini ditinggalkan. Catat, lalu serahkan dengan cara"
            " yang tidak dibaca orang lain.",
        )
        return "\n".join([*lines, once])
