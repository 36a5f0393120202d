"""The languages of the screen: Indonesian is the source, others are loaded and taken out again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from command_center.runtime.paths import resources_dir

SOURCE = "id"
LANGUAGES = (SOURCE, "en")
_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for pyside6-lupdate, which goes by this name; Qt's own has no str type."""
    return text


class Language(QObject):
    """Installs one translator. Qt then sends LanguageChange to every widget; `changed` follows."""

    changed = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or resources_dir() / "translations"
        self._translators: list[QTranslator] = []
        self.code = SOURCE
        QLocale.setDefault(_LOCALES[SOURCE])

    def use(self, code: str) -> bool:
        """Switch the screen's language; False (and nothing changes) if its file is missing."""
        if code not in LANGUAGES:
            raise ValueError(code)
        if code == self.code:
            return True
        found = self._load(code)
        if found is None:
            return False
        QLocale.setDefault(_LOCALES[code])
        self.code = code
        self._replace(found)
        self.changed.emit(code)
        return True

    def toggle(self) -> None:
        """The other language of two."""
        self.use("en" if self.code == SOURCE else SOURCE)

    def _load(self, code: str) -> list[QTranslator] | None:
        if code == SOURCE:
            return []
        ours = QTranslator(self)
        if not ours.load(f"{code}.qm", str(self._folder)):
            return None
        base = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return [base, ours] if base.load(f"qtbase_{code}", folder) else [ours]

    def _replace(self, found: list[QTranslator]) -> None:
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
            old.deleteLater()
        for translator in found:
            QCoreApplication.installTranslator(translator)
        self._translators = found
