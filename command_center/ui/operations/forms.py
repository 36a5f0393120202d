"""The forms of decisions. Nothing in them is filled in: an order is what an officer said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from command_center.commands.levels import RecordForce, SetSituationLevel, TransferControl
from command_center.commands.operations import StartOperation
from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.domain.operation import Authority, ForceStage
from command_center.domain.room import Operation, SituationLevel
from command_center.ui.operations.words import authority_text, stage_text, translate
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.seat import Seat

AUTHORITIES: tuple[Authority | None, ...] = (None, *Authority)
STAGES: tuple[ForceStage | None, ...] = (None, *ForceStage)
_DAY = "%d-%m-%Y"


def _form(seat: Seat, *names: str, choices: Mapping[str, tuple[Any, ...]]) -> FieldsForm:
    form = FieldsForm(seat, names, choices, wide=("reason", "text", "ordered_by"))
    every = {
        "ordered_by": translate("Operations", "Perwira yang memerintah"),
        "authority": translate("Operations", "Wewenang"),
        "reason": translate("Operations", "Alasan (wajib bila melompati atau di luar wewenang)"),
        "text": translate("Operations", "Isi perintah"),
        "to": translate("Operations", "Kendali kepada"),
        "stage": translate("Operations", "Tahap yang diperintahkan"),
        "name": translate("Operations", "Nama operasi"),
        "day": translate("Operations", "Hari H (hh-bb-tttt)"),
        "who": translate("Operations", "Siapa yang mendengar"),
        "how": translate("Operations", "Lewat apa"),
    }
    words = {
        "authority": [authority_text(one) for one in AUTHORITIES],
        "stage": [stage_text(one) for one in STAGES],
    }
    form.rename({name: every[name] for name in names}, {name: words[name] for name in choices})
    return form


def level_form(seat: Seat) -> FieldsForm:
    names = ("ordered_by", "authority", "text", "reason")
    return _form(seat, *names, choices={"authority": AUTHORITIES})


def level_of(
    operation_id: str,
    place: str,
    level: SituationLevel,
    before: SituationLevel,
    values: Mapping[str, Any],
) -> SetSituationLevel:
    return SetSituationLevel(
        operation_id,
        place,
        level,
        before,
        str(values["ordered_by"]),
        values["authority"],
        str(values["reason"]),
        str(values["text"]),
    )


def control_form(seat: Seat) -> FieldsForm:
    names = ("to", "ordered_by", "authority", "text")
    return _form(seat, *names, choices={"authority": AUTHORITIES})


def control_of(operation_id: str, place: str, values: Mapping[str, Any]) -> TransferControl:
    said = (str(values["to"]), str(values["ordered_by"]), values["authority"], str(values["text"]))
    return TransferControl(operation_id, place, *said)


def force_form(seat: Seat) -> FieldsForm:
    names = ("ordered_by", "stage", "authority", "text")
    return _form(seat, *names, choices={"authority": AUTHORITIES, "stage": STAGES})


def force_of(operation_id: str, place: str, values: Mapping[str, Any]) -> RecordForce:
    who, text = str(values["ordered_by"]), str(values["text"])
    return RecordForce(operation_id, place, values["stage"], who, values["authority"], text)


def hearing_form(seat: Seat) -> FieldsForm:
    return _form(seat, "who", "how", choices={})


def operation_form(seat: Seat) -> FieldsForm:
    return _form(seat, "name", "day", choices={})


def operation_of(values: Mapping[str, Any], now: datetime) -> StartOperation:
    """OperatorError for a day that is none."""
    day = str(values["day"]).strip()
    try:
        target = datetime.strptime(day, _DAY).date().isoformat() if day else None  # noqa: DTZ007
    except ValueError as error:
        raise OperatorError("operation_bad_day", day=day[:20]) from error
    name = " ".join(str(values["name"]).split())
    return StartOperation(Operation(new_id(now), 1, name, now, None, target, {}))
