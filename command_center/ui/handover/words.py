"""Words of the change of shift."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.domain.book import BookKind
from command_center.domain.handover import Accepted, Item, ItemKind, Standing
from command_center.domain.referral import ReferralState, StandbyState
from command_center.domain.room import Alarm, AlarmType
from command_center.domain.unit import UnitStatus
from command_center.ui.alarms.kinds import kind_name
from command_center.ui.alarms.summary import alarm_text
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill
from command_center.ui.hospitals.words import state_text as standby_text
from command_center.ui.referrals.words import state_text
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
RED, WAITING, ACCEPTED, OVER = "▲", "○", "●", "–"


def kind_text(kind: ItemKind) -> str:
    """What an item is, in the language of the screen."""
    return {
        ItemKind.INCIDENT: translate("Handover", "Kejadian terbuka"),
        ItemKind.UNIT: translate("Handover", "Unit tidak siap biasa"),
        ItemKind.ORDER: translate("Handover", "Perintah belum didengar"),
        ItemKind.REFERRAL: translate("Handover", "Penerusan berjalan"),
        ItemKind.STANDBY: translate("Handover", "Rumah sakit siaga"),
        ItemKind.ALARM: translate("Handover", "Alarm terbuka"),
        ItemKind.CAMERA: translate("Handover", "Kamera mati"),
        ItemKind.SOURCE: translate("Handover", "Sumber mati"),
        ItemKind.SEALED: translate("Handover", "Catatan tersegel"),
        ItemKind.INSTRUCTION: translate("Handover", "Perintah pimpinan"),
        ItemKind.INVENTORY: translate("Handover", "Inventaris"),
    }[kind]


def book_kind_text(kind: BookKind) -> str:
    return {
        BookKind.EVENT: translate("Handover", "Uraian kejadian"),
        BookKind.STRENGTH: translate("Handover", "Kekuatan"),
        BookKind.INVENTORY: translate("Handover", "Inventaris"),
        BookKind.DETAINEES: translate("Handover", "Tahanan"),
    }[kind]


def title_text(one: Standing, seat: Seat) -> str:
    """With its mark: red, waiting, accepted or over since. An alarm as every seat reads it."""
    item = one.item
    title = item.title if item is not None else one.row.title if one.row is not None else ""
    alarm = seat.situation.get("alarm", one.key[1])
    if isinstance(alarm, Alarm):
        title = alarm_text(alarm, seat)
    if item is None:
        return f"{OVER} {title}"
    if one.accepted:
        return f"{ACCEPTED} {title}"
    return f"{RED if one.red else WAITING} {title}"


def standing_text(one: Standing, names: Names, zone: tzinfo) -> str:
    """What was done about it, and what of it is news since the freeze."""
    row = one.row
    if one.item is None:
        return translate("Handover", "selesai sejak dibekukan")
    if one.accepted and row is not None and row.accepted_at is not None:
        return fill(
            translate("Handover", "diterima %1 %2"),
            names.person(row.accepted_by or ""),
            clock_text(row.accepted_at, zone),
        )
    if row is not None and row.accepted is Accepted.FORCED:
        return translate("Handover", "diambil paksa, belum diperiksa")
    if row is None:
        return translate("Handover", "baru sejak dibekukan")
    if one.changed:
        return translate("Handover", "berubah sejak dibekukan")
    return translate("Handover", "belum diterima")


def about_text(kind: ItemKind, item: Item | None, names: Names) -> str:
    """Its kind and how it stands."""
    told = _facts_text(item, names) if item is not None else ""
    return " · ".join(part for part in (kind_text(kind), told) if part)


def _facts_text(item: Item, names: Names) -> str:
    facts = item.facts
    if item.kind is ItemKind.INCIDENT:
        return f"{facts['priority']} · {facts['status']}"
    if item.kind is ItemKind.UNIT:
        danger = translate("Handover", "dicari") if "danger" in facts else ""
        status = names.status(UnitStatus(facts["status"]))
        return " · ".join(part for part in (status, danger) if part)
    if item.kind is ItemKind.REFERRAL:
        return state_text(ReferralState(facts["state"]))
    if item.kind is ItemKind.STANDBY:
        return standby_text(StandbyState(facts["state"]))
    if item.kind is ItemKind.ALARM:
        return kind_name(AlarmType(facts["type"]))
    return facts.get("since", "")


def clock_text(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"
