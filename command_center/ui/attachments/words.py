"""What is said of a file: its kind and size, or why there is nothing to see."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from PySide6.QtCore import QCoreApplication

from command_center.domain.incident import Attachment, AttachmentState
from command_center.ui.detail.words import fill
from command_center.ui.format import decimal
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
LONGEST_NAME = 60
_FAULTS = {
    "elsewhere": QT_TRANSLATE_NOOP("Attachments", "tersimpan di komputer penerima"),
    "coming": QT_TRANSLATE_NOOP("Attachments", "mengambil salinan…"),
    "changed": QT_TRANSLATE_NOOP("Attachments", "BERUBAH: bukan berkas yang tercatat"),
    "unreadable": QT_TRANSLATE_NOOP("Attachments", "tidak dapat ditampilkan"),
    "too_large": QT_TRANSLATE_NOOP("Attachments", "terlalu besar untuk ditampilkan"),
}
_KINDS = {
    "image": QT_TRANSLATE_NOOP("Attachments", "Gambar"),
    "video": QT_TRANSLATE_NOOP("Attachments", "Video"),
    "audio": QT_TRANSLATE_NOOP("Attachments", "Suara"),
    "text": QT_TRANSLATE_NOOP("Attachments", "Teks"),
    "application": QT_TRANSLATE_NOOP("Attachments", "PDF"),
}


def name_of(row: Attachment) -> str:
    """What its source calls it: the end of its address, as plain text."""
    try:
        last = unquote(urlsplit(row.reference).path).rsplit("/", 1)[-1]
    except ValueError:
        last = ""
    return "".join(letter for letter in last if letter.isprintable())[-LONGEST_NAME:]


def kind_of(row: Attachment) -> str:
    word = _KINDS.get(row.media_type.partition("/")[0])
    kind = translate("Attachments", word) if word else "?"
    megabytes = fill(translate("Attachments", "%1 MB"), decimal(max(0.1, row.size / 1_000_000)))
    return f"{kind} · {megabytes}"


def state_of(row: Attachment) -> str:
    """Of one that is not here."""
    if row.state is AttachmentState.REFUSED:
        return sentence(row.reason, {})
    return translate("Attachments", "sedang diambil…")


def fault_of(code: str) -> str:
    return translate("Attachments", _FAULTS[code]) if code in _FAULTS else sentence(code, {})
