"""The forms of the places: a judgement, a dialogue, a note of friction; and their words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from command_center.advice.criteria import Criteria
from command_center.commands.assessments import Assess
from command_center.commands.dialogues import KeepDialogue
from command_center.domain.errors import OperatorError
from command_center.domain.site import HIGHEST_SCORE, Assessment, DialogueKind
from command_center.situation.vulnerability import Subject
from command_center.ui.places.words import day_text, score_text, talk_text, translate
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.seat import Seat

_SCORES: tuple[int | None, ...] = (None, *range(HIGHEST_SCORE + 1))
_SAID = ("author", "source", "day", "note")
_DAY = "%d-%m-%Y"


def rating_form(seat: Seat, table: Criteria) -> FieldsForm:
    """A choice for each criterion of the table as it stands."""
    codes = [criterion.code for criterion in table.criteria]
    choices = dict.fromkeys(codes, _SCORES)
    form = FieldsForm(seat, (*codes, *_SAID), choices, wide=("source", "note"))
    names = {one.code: f"{one.label} ({one.weight})" for one in table.criteria}
    names |= {
        "author": translate("Places", "Penilai"),
        "source": translate("Places", "Sumber"),
        "day": translate("Places", "Tanggal (hh-bb-tttt)"),
        "note": translate("Places", "Catatan"),
    }
    scores = tuple(score_text(score) for score in _SCORES)
    form.rename(names, dict.fromkeys(codes, scores))
    return form


def rating_values(row: Assessment | None, now: datetime, zone: tzinfo) -> dict[str, object]:
    """What the form opens with: the scores that count now, to be judged again today."""
    values: dict[str, object] = {"day": day_text(now, zone)}
    if row is not None:
        values |= {**row.scores, "source": row.source}
    return values


def rating_of(
    subject: Subject, table: Criteria, values: Mapping[str, Any], operation_id: str, seat: Seat
) -> Assess:
    """OperatorError("rating_bad_day")."""
    codes = [criterion.code for criterion in table.criteria]
    now = seat.live.now()
    day = str(values["day"]).strip()
    return Assess(
        subject_kind=subject[0],
        subject_id=subject[1],
        scores={code: values[code] for code in codes if values[code] is not None},
        source=str(values["source"]),
        criteria_version=table.version,
        operation_id=operation_id,
        note=str(values["note"]),
        author=str(values["author"]),
        at=None if day in ("", day_text(now, seat.zone)) else _midnight(day, seat.zone),
    )


def _midnight(day: str, zone: tzinfo) -> datetime:
    try:
        return datetime.strptime(day, _DAY).replace(tzinfo=zone)
    except ValueError as error:
        raise OperatorError("rating_bad_day", day=day[:20]) from error


_TALK = ("kind", "who", "summary", "agreed", "day")


def talk_form(seat: Seat) -> FieldsForm:
    form = FieldsForm(seat, _TALK, {"kind": tuple(DialogueKind)}, wide=("summary", "agreed"))
    names = {
        "kind": translate("Places", "Jenis"),
        "who": translate("Places", "Siapa dari kita"),
        "summary": translate("Places", "Ringkasan"),
        "agreed": translate("Places", "Disepakati"),
        "day": translate("Places", "Tanggal (hh-bb-tttt)"),
    }
    form.rename(names, {"kind": [talk_text(kind) for kind in DialogueKind]})
    return form


def talk_of(
    values: Mapping[str, Any], site_id: str, area: str, rating_id: str, seat: Seat
) -> KeepDialogue:
    """Tied to the judgement that counts at that moment, if there is one."""
    day = str(values["day"]).strip()
    today = day in ("", day_text(seat.live.now(), seat.zone))
    return KeepDialogue(
        kind=values["kind"],
        who=str(values["who"]),
        summary=str(values["summary"]),
        site_id=site_id,
        area=area,
        agreed=str(values["agreed"]),
        assessment_id=rating_id,
        at=None if today else _midnight(day, seat.zone),
    )


def note_form(seat: Seat) -> FieldsForm:
    form = FieldsForm(seat, ("text", "source"), {}, wide=("text", "source"))
    names = {
        "text": translate("Places", "Potensi gesekan (kelompok, tempat, waktu; bukan orang)"),
        "source": translate("Places", "Sumber"),
    }
    form.rename(names, {})
    return form
