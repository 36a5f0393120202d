"""The words of a referral by e-mail: plain text, Indonesian whatever the screen's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from command_center.advice.categories import categories
from command_center.advice.referrals import rule_table

LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Head:
    """Who writes, and in whose time; `zone_name` as people say it ("WIB")."""

    room: str
    zone: tzinfo
    zone_name: str


def subject_of(body: Mapping[str, Any], head: Head) -> str:
    """ "Penerusan 2026-11-21/0147: Pohon tumbang (Ruang Komando Polresta Malang Kota)"."""
    what = "Penarikan" if body.get("withdrawn") else "Penerusan"
    return f"{what} {_text(body, 'number')}: {_category(body)} ({head.room})"


def body_of(body: Mapping[str, Any], head: Head) -> str:
    """What happened, where, until when an answer is awaited, and how to give one."""
    lines = [
        "Yth. petugas,",
        "",
        "Kejadian berikut DITARIK KEMBALI; tidak perlu ditindaklanjuti lagi."
        if body.get("withdrawn")
        else f"{_clean(head.room)} meneruskan kejadian berikut untuk ditindaklanjuti.",
        "",
        f"Nomor kami : {_text(body, 'number')}",
        f"Rujukan    : {_text(body, 'referral')}",
        f"Jenis      : {_category(body)}",
        f"Waktu      : {_moment(body.get('at'), head)}",
        f"Lokasi     : {_place(body)}",
        *_law(body),
        "",
        _text(body, "text"),
        "",
        *_answers(body, head),
        "",
        _clean(head.room),
    ]
    return "\n".join(lines) + "\n"


def _answers(body: Mapping[str, Any], head: Head) -> list[str]:
    if body.get("withdrawn"):
        return []
    lines = []
    if body.get("answer_due_at"):
        lines.append(
            f"Mohon jawaban diterima atau ditolak sebelum {_moment(body['answer_due_at'], head)}."
        )
    if body.get("outcome_due_at"):
        lines.append(f"Mohon kabar hasilnya sebelum {_moment(body['outcome_due_at'], head)}.")
    lines.append("Jawab surel ini atau telepon ruang komando dengan menyebut nomor kami.")
    return lines


def _law(body: Mapping[str, Any]) -> list[str]:
    rule = rule_table().rules.get(str(body.get("rule", "")))
    return [f"Dasar      : {rule.source}"] if rule else []


def _category(body: Mapping[str, Any]) -> str:
    code = _text(body, "category")
    known = categories().get(code)
    return known.label_id if known else code or "Kejadian"


def _place(body: Mapping[str, Any]) -> str:
    parts = [_text(body, "address")]
    lat, lon = body.get("lat"), body.get("lon")
    if isinstance(lat, int | float) and isinstance(lon, int | float):
        parts.append(f"{lat:.5f}, {lon:.5f}")
    return " · ".join(part for part in parts if part) or "belum diketahui"


def _moment(at: object, head: Head) -> str:
    try:
        when = datetime.fromisoformat(str(at))
    except ValueError:
        return "–"
    return f"{when.astimezone(head.zone):%d-%m-%Y %H:%M} {head.zone_name}"


def _text(body: Mapping[str, Any], name: str) -> str:
    return _clean(str(body.get(name) or ""))


def _clean(text: str) -> str:
    """Printable letters and line ends."""
    kept = (c if c.isprintable() or c == "\n" else " " for c in text.replace("\r\n", "\n"))
    return "".join(kept)[:LONGEST]
