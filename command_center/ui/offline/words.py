"""What was kept here, in a line each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from command_center.commands.dispatch import AcknowledgeOrder, SetUnitStatus
from command_center.commands.intake import EnterCall
from command_center.commands.notes import AddNote
from command_center.commands.offline import decode
from command_center.commands.reported import ReportOrder
from command_center.domain.errors import OperatorError
from command_center.storage.outbox import Item, ItemState
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
_QUOTED = 80


def item_line(item: Item, names: Names) -> str:
    """What somebody entered. Text from outside in it is plain text."""
    try:
        command = decode(item.kind, item.command)
    except OperatorError as error:
        return sentence(error.code, error.params)
    return _command_line(command, item, names)


def _command_line(command: Any, item: Item, names: Names) -> str:
    if isinstance(command, EnterCall):
        text = translate("Offline", "Laporan 110 %1: %2")
        return fill(text, item.alias, _flat(command.text or command.category))
    if isinstance(command, AddNote):
        text = translate("Offline", "Catatan %1: %2")
        return fill(text, names.incident(command.incident_id), _flat(command.text))
    if isinstance(command, SetUnitStatus):
        text = translate("Offline", "Status %1: %2")
        return fill(text, names.unit(command.unit_id), names.status(command.status))
    if isinstance(command, AcknowledgeOrder):
        text = translate("Offline", "%1 menerima perintah")
        return fill(text, names.unit(command.unit_id))
    if isinstance(command, ReportOrder):
        text = translate("Offline", "Perintah radio %1 ke %2")
        return fill(text, names.unit(command.unit_id), names.incident(command.incident_id))
    return item.kind


def state_line(item: Item) -> str:
    """What has become of it."""
    if item.state is ItemState.REFUSED:
        text = translate("Offline", "ditolak ruang: %1")
        return fill(text, sentence(item.code, item.params))
    return translate("Offline", "menunggu ruang")


def count_words(waiting: int, refused: int) -> tuple[str, str]:
    """In full and folded."""
    parts = []
    if waiting:
        parts.append(fill(translate("Offline", "%1 tersimpan lokal"), str(waiting)))
    if refused:
        parts.append(fill(translate("Offline", "%1 ditolak"), str(refused)))
    return " · ".join(parts), str(waiting + refused)


def _flat(text: str) -> str:
    flat = " ".join(text.split())
    return f"{flat[:_QUOTED]}…" if len(flat) > _QUOTED else flat
