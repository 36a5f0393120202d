"""A referral on paper: for an agency that nothing else reaches, or that wants to hold one.

What it says as plain text, whoever lays it out; Indonesian whatever the screen's language. A text
from outside is one paragraph of printable letters: no markup, no formula, no line of its own.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

LONGEST = 4_000
LINE_LONGEST = 300
_STYLE = (
    "body{font-family:sans-serif;color:black;background:white;margin:2cm;max-width:17cm}"
    "h1{font-size:1.2em;text-align:center}td{vertical-align:top;padding:2px 12px 2px 0}"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """`number` is ours; `sign` the incident's; `law` the article a deadline comes from, "" none;
    `signed_by` who referred it; `reason` why it was withdrawn, "" while it stands."""

    number: str
    room: str
    zone: tzinfo
    zone_name: str
    written_at: datetime
    referred_at: datetime
    agency: str
    address: str
    sign: str
    category: str
    place: str
    occurred_at: datetime | None
    text: str
    law: str
    answer_due_at: datetime | None
    outcome_due_at: datetime | None
    signed_by: str
    reason: str = ""


def number_of(day: str, incident_number: int, ordinal: int) -> str:
    """The letter of the `ordinal`th referral of an incident: the same each time it is printed."""
    return f"R-{day.replace('-', '')}-{incident_number:04d}-{ordinal}"


def title(letter: Letter) -> str:
    return "Surat penarikan penerusan kejadian" if letter.reason else "Surat penerusan kejadian"


def facts(letter: Letter) -> tuple[tuple[str, str], ...]:
    """What stands in the head, name by name."""
    rows = [
        ("Nomor", letter.number),
        ("Tanggal", _moment(letter.referred_at, letter)),
        ("Kepada", letter.agency),
        ("Alamat", letter.address),
        ("Kejadian", f"{letter.sign} · {letter.category}"),
        ("Waktu kejadian", _moment(letter.occurred_at, letter)),
        ("Lokasi", letter.place or "belum diketahui"),
        ("Dasar hukum", letter.law),
        ("Mohon jawaban", _moment(letter.answer_due_at, letter)),
        ("Mohon hasil", _moment(letter.outcome_due_at, letter)),
    ]
    return tuple((name, line(text)) for name, text in rows if text)


def paragraphs(letter: Letter) -> tuple[str, ...]:
    """The words between the head and the place for the signature."""
    if letter.reason:
        opening = (
            f"Dengan ini {letter.room} menarik kembali penerusan tersebut di atas; kejadian ini"
            f" tidak perlu ditindaklanjuti lagi. Alasan: {letter.reason}"
        )
        return (line(opening, LONGEST),)
    opening = f"Dengan ini {letter.room} meneruskan kejadian berikut untuk ditindaklanjuti."
    closing = (
        "Mohon menyampaikan apakah penerusan ini diterima atau ditolak beserta alasannya, dan"
        " kemudian hasilnya, dengan menyebut nomor surat ini."
    )
    words = [line(part, LONGEST) for part in letter.text.splitlines()]
    return (line(opening, LONGEST), *(part for part in words if part), closing)


def signature(letter: Letter) -> tuple[str, ...]:
    """What stands under the words, for pens and stamps."""
    return (
        f"Nomor agenda penerima: {'.' * 30}",
        f"Diterima oleh: {'.' * 30}    Tanggal: {'.' * 20}",
        "",
        line(letter.room),
        line(f"Petugas: {letter.signed_by}"),
        f"Dicetak {_moment(letter.written_at, letter)}",
    )


def as_html(letter: Letter) -> str:
    """The same as a page of its own that loads nothing."""
    rows = "".join(
        f"<tr><td>{html.escape(name)}</td><td>{html.escape(text)}</td></tr>"
        for name, text in facts(letter)
    )
    head = html.escape(title(letter))
    return "".join(
        (
            '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
            " style-src 'unsafe-inline'\">",
            f"<title>{head}</title><style>{_STYLE}</style></head><body><h1>{head}</h1>",
            f"<table>{rows}</table>",
            *_as_paragraphs(paragraphs(letter)),
            *_as_paragraphs(signature(letter)),
            "</body></html>",
        )
    )


def _as_paragraphs(texts: Sequence[str]) -> list[str]:
    return [f"<p>{html.escape(text)}</p>" for text in texts]


def line(text: str, longest: int = LINE_LONGEST) -> str:
    """One line of printable letters."""
    flat = "".join(letter if letter.isprintable() else " " for letter in text[: longest * 2])
    flat = " ".join(flat.split())
    return f"{flat[:longest]}…" if len(flat) > longest else flat


def _moment(at: datetime | None, letter: Letter) -> str:
    if at is None:
        return ""
    return f"{at.astimezone(letter.zone):%d-%m-%Y %H:%M} {letter.zone_name}"
