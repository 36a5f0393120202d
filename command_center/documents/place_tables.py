"""Places, polling stations and judgements as sheets that can be read in again."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import tzinfo

from command_center.advice.criteria import Criteria
from command_center.contract.safe_cell import safe_cell
from command_center.contract.xlsx import Plain, write_workbook
from command_center.domain.site import Assessment, PollingStation, Site, SubjectKind

Lines = Sequence[Sequence[Plain]]
SITE_COLUMNS = (
    "kode", "jenis", "nama", "singkatan", "alamat", "pengelola", "kontak", "kelurahan", "lat",
    "lon", "sumber",
)  # fmt: skip
STATION_COLUMNS = (
    "kode_kemendagri", "id_kelurahan_kpu", "no_tps", "dpt", "lokasi", "lat", "lon", "khusus",
    "sumber",
)  # fmt: skip


def sites_table(sites: Iterable[Site], *, contacts: bool) -> Lines:
    """`contacts`: whoever asks for the sheet may see them; without the column nobody who reads the
    sheet in again takes them for deleted."""
    lines: list[list[Plain]] = [[name for name in SITE_COLUMNS if contacts or name != "kontak"]]
    for site in sites:
        reach = ["; ".join(site.contacts)] if contacts else []
        words = (site.code, site.kind.value, site.name, site.short, site.address, site.holder)
        lines.append([*words, *reach, site.area_code, site.lat, site.lon, site.source])
    return lines


def stations_table(stations: Iterable[PollingStation]) -> Lines:
    lines: list[list[Plain]] = [list(STATION_COLUMNS)]
    for one in stations:
        where = (one.location, one.lat, one.lon, int(one.is_special), one.source)
        lines.append([one.area_code, one.kpu_code, one.number, one.voters, *where])
    return lines


def ratings_table(
    rows: Iterable[Assessment],
    criteria: Criteria,
    sites: Mapping[str, str],
    stations: Mapping[str, tuple[str, int]],
    zone: tzinfo,
) -> Lines:
    """`sites` = {id: code}, `stations` = {id: (kelurahan, number)}. What is worked out from the
    scores stands at the end, for people."""
    codes = [criterion.code for criterion in criteria.criteria]
    head = ("kode_tempat", "kelurahan", "no_tps", *codes, "penilai", "sumber", "tanggal")
    lines: list[list[Plain]] = [[*head, "catatan", "nilai", "tingkat", "versi_kriteria"]]
    for row in rows:
        whose: tuple[Plain, ...] = ("", row.subject_id, None)
        if row.subject_kind is SubjectKind.SITE:
            whose = (sites.get(row.subject_id, ""), "", None)
        elif row.subject_kind is SubjectKind.STATION:
            area, number = stations.get(row.subject_id, ("", None))
            whose = ("", area, number)
        said = (row.author, row.source, row.at.astimezone(zone).isoformat(), row.note)
        scores = [row.scores.get(code) for code in codes]
        lines.append([*whose, *scores, *said, row.value, row.level, row.criteria_version])
    return lines


def as_csv(lines: Lines) -> bytes:
    """With the mark by which spreadsheets know UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for line in lines:
        writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in line])
    return ("\ufeff" + out.getvalue()).encode()


def as_workbook(lines: Lines) -> bytes:
    return write_workbook([("Data", lines)])


WRITERS: Mapping[str, Callable[[Lines], bytes]] = {".csv": as_csv, ".xlsx": as_workbook}
