"""The texts a room sends up and out, as templates it edits over resources/codes/laporan.toml, whose
first lines say what may stand in one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from command_center.domain.errors import OperatorError
from command_center.runtime.paths import resources_dir

SETTING = "laporan"
"""Before the code of a template: the room's setting that holds it."""
MOST_LETTERS, MOST_COLUMNS, COLUMN_LONGEST = 8_000, 60, 80
UNKNOWN = "belum diketahui"
LEFT_OUT = "?"
IDENTITY = "identitas_pelapor"
"""The one field that names a reporter: for those who may open what is sealed."""


class About(StrEnum):
    INCIDENT = "incident"
    SITUATION = "situation"
    TABLE = "table"


_MADE = ("satuan", "regu", "pembuat", "tanggal_buat", "jam_buat")
TYPED = ("dasar_lp", "saksi", "terlapor", "barang_bukti", "penyebab", "kerugian")
"""What people write down about an incident and nothing measures."""
_INCIDENT = (
    "nomor", "judul", "jenis", "prioritas", "status", "verifikasi", "hari_tanggal_kejadian",
    "tanggal_kejadian", "jam_kejadian", "waktu_lapor", "tempat", "kelurahan", "kecamatan",
    "koordinat", "sumber", "pelapor", IDENTITY, "uraian", "korban", "md", "lb", "lr", "kekuatan",
    "tindakan", "rumah_sakit", "diteruskan", "hasil",
)  # fmt: skip
_SITUATION = (
    "kejadian_hari_ini", "kejadian_terbuka", "kejadian_prioritas", "belum_verifikasi", "daftar_p1",
    "korban", "md", "lb", "lr", "kekuatan", "tingkat_situasi", "diteruskan",
)  # fmt: skip
FIELDS: Mapping[About, tuple[str, ...]] = {
    About.INCIDENT: (*_MADE, *_INCIDENT, *TYPED),
    About.SITUATION: (*_MADE, *_SITUATION),
    About.TABLE: (*_MADE, *_INCIDENT, *TYPED),
}
_PART = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Template:
    """`version` of the room's setting, 0 = as shipped."""

    code: str
    name: str
    about: About
    text: str
    version: int = 0

    @property
    def setting(self) -> str:
        return f"{SETTING}.{self.code}"

    @property
    def fields(self) -> frozenset[str]:
        """Those it asks for."""
        if self.about is About.TABLE:
            return frozenset(field for _, field in columns(self.text))
        return frozenset(match[1] for match in _PART.finditer(self.text) if match[1] is not None)


@cache
def shipped_templates() -> Mapping[str, Template]:
    """By code, in their order."""
    path = resources_dir() / "codes" / "laporan.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["template"]
    found = (
        Template(row["code"], row["name"], About(row["about"]), row["text"].strip("\n"))
        for row in rows
    )
    return {template.code: template for template in found}


def in_force(code: str, setting: Mapping[str, object] | None, version: int) -> Template:
    """The room's own text, None = the shipped one; OperatorError for an unknown code."""
    shipped = shipped_templates().get(code)
    if shipped is None:
        raise OperatorError("template_unknown", template=code[:40])
    if setting is None:
        return shipped
    return replace(shipped, text=str(setting.get("text", "")), version=version)


def demand_sound(template: Template) -> None:
    """OperatorError with the line and what is wrong in it."""
    text = template.text
    if not text.strip():
        raise OperatorError("template_empty")
    if len(text) > MOST_LETTERS:
        raise OperatorError("template_too_long", limit=MOST_LETTERS)
    if template.about is About.TABLE:
        for _ in columns(text):
            pass
        return
    for number, line in enumerate(text.splitlines(), 1):
        for match in _PART.finditer(line):
            if match[0] in ("{", "}"):
                raise OperatorError("template_open_brace", line=number, near=_near(line, match))
            if match[1] is not None:
                _demand_field(match[1], template.about, number)


def _near(line: str, match: re.Match[str]) -> str:
    return line[max(0, match.start() - 10) : match.end() + 20].strip()


def _demand_field(field: str, about: About, line: int) -> None:
    known = FIELDS[about]
    if field in known:
        return
    close = get_close_matches(field[:40], known, 1, 0.6)
    if close:
        raise OperatorError("template_field_like", line=line, field=field[:40], like=close[0])
    raise OperatorError("template_unknown_field", line=line, field=field[:40])


def columns(text: str) -> list[tuple[str, str]]:
    """(column, field) of a table; OperatorError with the line and what is wrong in it."""
    found: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        name, sign, field = (part.strip() for part in line.rpartition("="))
        if not sign or not name or len(name) > COLUMN_LONGEST:
            raise OperatorError("template_no_column", line=number, near=line.strip()[:40])
        if name in (other for other, _ in found):
            raise OperatorError("template_column_twice", line=number, column=name)
        _demand_field(field, About.TABLE, number)
        found.append((name, field))
    if not found:
        raise OperatorError("template_empty")
    if len(found) > MOST_COLUMNS:
        raise OperatorError("template_many_columns", limit=MOST_COLUMNS)
    return found


def filled(template: Template, values: Values) -> str:
    """The text with what `values` says; a value is put in as it is, whatever stands in it."""
    return "\n".join(_lines(template, values)).strip("\n") + "\n"


def _lines(template: Template, values: Values) -> Iterator[str]:
    for line in template.text.splitlines():
        asked = [match[1] for match in _PART.finditer(line) if match[1] is not None]
        if line.startswith(LEFT_OUT):
            if not any(values.get(field) for field in asked):
                continue
            line = line[1:].removeprefix(" ")  # noqa: PLW2901 - the mark is no part of it
        yield _PART.sub(lambda match: _said(match, values), line).rstrip()


def _said(match: re.Match[str], values: Values) -> str:
    if match[1] is None:
        return match[0][:1]
    return values.get(match[1]) or UNKNOWN
