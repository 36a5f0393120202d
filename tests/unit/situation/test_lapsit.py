"""A report of an incident says what the log says, marks what nobody confirmed, and names nobody."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from command_center.advice.report_templates import (
    FIELDS,
    IDENTITY,
    About,
    filled,
    shipped_templates,
)
from command_center.domain.incident import (
    Disposition,
    IncidentReport,
    IncidentStatus,
    Note,
    Priority,
    ReporterKind,
)
from command_center.domain.place import LocatedBy
from command_center.domain.referral import (
    Casualties,
    Hospital,
    Referral,
    ReferralState,
    Standby,
    StandbyState,
)
from command_center.domain.unit import AssignmentKind, CloseReason, OrderStatus, ReferralVia
from command_center.geo.city import CityPack
from command_center.geo.packs import load_pack
from command_center.situation.lapsit import (
    SEALED,
    Desk,
    noted,
    of_incident,
    of_situation,
    typed,
    typed_notes,
)
from command_center.situation.report_words import HIDDEN, said
from tests.storage import rows
from tests.storage.rows import NOW, later
from tests.unit.situation.test_figures import Log

PACK = Path(__file__).resolve().parents[3] / "resources" / "packs" / "malang"
KELURAHAN = "35.73.02.1007"


@cache
def city() -> CityPack:
    return load_pack(PACK)


class Told:
    """One incident of a room, as a report has it."""

    def __init__(self, text: str = "dua orang berkelahi", **incident: Any) -> None:
        self.log = Log()
        report = rows.report(
            id="r1", text=text, reporter=incident.pop("reporter", ReporterKind.OPEN)
        )
        given = {"area_code": KELURAHAN, "located_by": LocatedBy.GPS, "occurred_at": later(-600)}
        self.put("source", rows.source())
        self.put("report", replace(report, clock_skewed=incident.pop("skewed", False)))
        self.put("incident", rows.incident(id="i1", number=47, **{**given, **incident}))
        self.put("incident_report", IncidentReport("l1", 1, "i1", "r1", NOW, "rina", None))

    def put(self, entity: str, *given: Any) -> None:
        for row in given:
            self.log.put(entity, row)

    def note(self, text: str, at_s: float = 0.0, struck: datetime | None = None) -> None:
        id = f"n{len(self.log.rows)}"
        self.put("note", Note(id, 1, "i1", text, "rina", later(at_s), struck))

    @property
    def desk(self) -> Desk:
        return Desk(self.log.situation, city(), later(3_600), "rina")

    def values(self) -> dict[str, str]:
        incident = self.log.situation.incident("i1")
        assert incident is not None
        return of_incident(self.desk, incident)

    def send(self, id: str, sign: str, crew: int, **fields: Any) -> None:
        self.put("agency", rows.agency())
        self.put("unit", rows.unit(id=f"u-{id}", call_sign=sign, crew=crew))
        given = {"id": id, "incident_id": "i1", "unit_id": f"u-{id}", "ordered_at": later(60)}
        self.put("assignment", rows.assignment(**{**given, **fields}))


def referral(id: str, incident_id: str, ended: datetime | None = None) -> Referral:
    state = ReferralState.DONE if ended else ReferralState.SENT
    words = (ReferralVia.LETTER, state, "", "", "", "")
    times = (later(30), "rina", None, None, None, ended)
    return Referral(id, 1, incident_id, "polres", "", *words, *times, 0)


def test_every_field_of_a_template_is_known_to_the_log() -> None:
    told = Told()
    for about, values in (
        (About.INCIDENT, told.values()),
        (About.SITUATION, of_situation(told.desk)),
    ):
        assert set(values) == set(FIELDS[about])


def test_what_nobody_confirmed_says_so() -> None:
    told = Told(
        located_by=LocatedBy.KELURAHAN, lat=-7.97, lon=112.63, accuracy_m=900.0, skewed=True
    )
    values = told.values()
    assert values["verifikasi"] == "belum diverifikasi"
    assert values["jam_kejadian"].endswith("(belum diverifikasi, jam sumber melenceng)")
    assert values["tempat"].endswith("(perkiraan, titik tengah wilayah, ±900 m)")
    assert values["uraian"].endswith("(belum diverifikasi)")
    sure = Told(verified_at=later(5), verified_by="rina", lat=-7.97, lon=112.63, accuracy_m=8.0)
    values = sure.values()
    assert values["jam_kejadian"].endswith("WIB")
    assert "(" not in values["tempat"] + values["koordinat"] + values["uraian"]
    assert values["verifikasi"].startswith("terverifikasi pukul ")


def test_the_time_of_the_report_is_not_given_as_that_of_the_event() -> None:
    values = Told(occurred_at=None).values()
    assert values["jam_kejadian"].startswith("belum diketahui (laporan diterima ")


@pytest.mark.parametrize("kind", [ReporterKind.CONFIDENTIAL, ReporterKind.ANONYMOUS])
def test_who_wants_to_stay_hidden_is_not_quoted(kind: ReporterKind) -> None:
    values = Told("saya Budi tetangga pelaku", reporter=kind).values()
    assert "Budi" not in "".join(values.values())
    assert values[IDENTITY] == SEALED


@pytest.mark.parametrize(
    "number",
    [
        "0812-3456-7890",
        "+62 812 3456 7890",
        "3573011203880001",
        "budi@contoh.id",
        "HP:081234567890",
        "WA:0812-3456-7890",
        "telp.081234567890",
        "NIK:3573012345678901",
        "Rek BCA:1234567890",
        "0812 - 3456 - 7890",
        "0812–3456–7890",
        "0812/3456/7890",
        "0 8 1 2 3 4 5 6 7 8 9 0",
        "0812-21-11-2026",
        "jam 08.12.3456.7890",
    ],
)
def test_a_number_that_leads_to_a_person_goes_nowhere(number: str) -> None:
    told = Told(f"hubungi {number} segera", title=f"pelapor {number}")
    told.note(f"sudah ditelepon di {number}")
    text = filled(shipped_templates()["kejadian"], told.values())
    assert number not in text
    assert number[-9:] not in text
    assert text.count(HIDDEN) == 4


def test_times_are_no_such_numbers() -> None:
    said = "sejak 21-11-2026 pukul 14.05 sampai 15:20:30, 3 motor, Jl. Ijen 25"
    assert said in Told(said).values()["uraian"]


@pytest.mark.parametrize(
    "harmless",
    [
        "21-11-2026 14.05",
        "21/11/2026 14:05",
        "2026-11-21 14.05",
        "Rp 250.000.000",
        "Rp. 1.250.000.000,00",
        "pukul 14.05",
        "15:30",
    ],
)
def test_dates_and_money_stay_beside_a_number_that_goes(harmless: str) -> None:
    told = Told(f"{harmless} 0812-3456-7890").values()["uraian"]
    assert f"{harmless} {HIDDEN}" in told
    assert "7890" not in told


def test_casualties_are_provisional_until_the_hospitals_say_the_same() -> None:
    told = Told()
    assert (told.values()["korban"], told.values()["md"]) == ("belum ada data", "")
    told.put("casualties", Casualties("c1", 1, "i1", None, 1, 2, 3, later(60), "rina"))
    assert told.values()["korban"].startswith("MD 1, LB 2, LR 3 (sementara, belum dikonfirmasi")
    told.put("casualties", Casualties("c2", 1, "i1", "rs", 1, 2, 0, later(90), "rina"))
    assert "sementara" in told.values()["korban"]
    told.put("casualties", Casualties("c3", 1, "i1", "rs2", 0, 0, 3, later(99), "rina"))
    values = told.values()
    assert "sementara" not in values["korban"]
    assert (values["md"], values["lb"], values["lr"]) == ("1", "2", "3")


def test_casualties_have_the_time_of_the_count_that_is_shown_and_the_day() -> None:
    told = Told()
    told.put("casualties", Casualties("c1", 1, "i1", None, 1, 2, 0, later(-86_400), "rina"))
    told.put("casualties", Casualties("c2", 1, "i1", "rs", 1, 3, 0, later(60), "rina"))
    assert told.values()["korban"] == (
        "MD 1, LB 2, LR 0 (sementara, belum dikonfirmasi rumah sakit,"
        " data 20 November 08.02 WIB); RS mencatat MD 1, LB 3, LR 0 (data 08.03 WIB)"
    )
    told.note("garis polisi dipasang", -86_400)
    assert "- 20 November 08.02 WIB: garis polisi dipasang" in told.values()["tindakan"]


def test_reporters_are_counted() -> None:
    told = Told()
    assert told.values()["pelapor"] == "pelapor masyarakat"
    for id, kind, ref in (
        ("r2", ReporterKind.OPEN, "x"),
        ("r3", ReporterKind.OPEN, "x"),
        ("r4", ReporterKind.ANONYMOUS, ""),
    ):
        told.put("report", replace(rows.report(id=id, reporter=kind), reporter_ref=ref))
        told.put("incident_report", IncidentReport(f"l{id}", 1, "i1", id, NOW, "rina", None))
    assert told.values()["pelapor"] == "3 pelapor masyarakat (1 tanpa nama)"
    hidden = Told(reporter=ReporterKind.CONFIDENTIAL).values()["pelapor"]
    assert hidden == "pelapor masyarakat (identitas dirahasiakan)"


def test_strength_counts_who_was_sent_and_not_who_was_called_off() -> None:
    told = Told()
    assert told.values()["kekuatan"] == "belum ada unit yang diperintah"
    told.send("a1", "SAMAPTA 12", 4, status=OrderStatus.ON_SCENE, accepted_at=later(70),
              on_scene_at=later(300))  # fmt: skip
    told.send("a2", "LANTAS 03", 2)
    told.send("a3", "RESKRIM 01", 3, kind=AssignmentKind.REQUESTED)
    told.send("a4", "INTEL 01", 9, closed_at=later(90), close_reason=CloseReason.CANCELLED)
    values = told.values()
    assert values["kekuatan"].startswith("2 unit, 6 personel (1 sampai di TKP)")
    assert "RESKRIM 01 3 pers (diminta, belum dijawab)" in values["kekuatan"]
    assert "INTEL" not in values["kekuatan"] + values["tindakan"]
    assert "LANTAS 03 diperintah (belum menjawab)" in values["tindakan"]
    assert "SAMAPTA 12 tiba di TKP" in values["tindakan"]


def test_a_unit_that_was_diverted_was_never_on_it() -> None:
    told = Told()
    taken = {"closed_at": later(90), "close_reason": CloseReason.SUPERSEDED}
    told.send("a1", "SAMAPTA 12", 4, en_route_at=later(70), **taken)
    told.send("a2", "LANTAS 03", 2, on_scene_at=later(80), **taken)
    values = told.values()
    assert values["kekuatan"].startswith("1 unit, 2 personel")
    assert "SAMAPTA 12 dialihkan" in values["tindakan"]
    assert "LANTAS 03 selesai bertugas" in values["tindakan"]


def test_what_holds_no_longer_is_not_counted_as_standing() -> None:
    told = Told()
    for id, status in (
        ("i2", IncidentStatus.MERGED),
        ("i3", IncidentStatus.CANCELLED),
        ("i4", IncidentStatus.CLOSED),
    ):
        into = "i1" if status is IncidentStatus.MERGED else None
        told.put("incident", rows.incident(id=id, number=48, status=status, merged_into=into))
    told.put("agency", rows.agency())
    told.put("referral", referral("f1", "i1", ended=later(50)))
    assert told.values()["diteruskan"] == "Polresta (selesai)"
    values = of_situation(told.desk)
    assert values["kejadian_hari_ini"] == "3 (dibatalkan 1)"
    assert values["diteruskan"] == ""
    told.put("referral", referral("f2", "i1"))
    assert of_situation(told.desk)["diteruskan"] == "Polresta (diteruskan)"


def test_what_is_typed_is_kept_as_notes_and_is_no_course() -> None:
    told = Told()
    told.note(noted("dasar_lp", "LP/B/1/XI/2026"), 10)
    told.note(noted("dasar_lp", "LP/B/2/XI/2026"), 20)
    told.note(noted("saksi", "2 orang"), 20, struck=later(30))
    told.note("garis polisi dipasang", 40)
    values = told.values()
    assert (values["dasar_lp"], values["saksi"]) == ("LP/B/2/XI/2026", "")
    assert "garis polisi dipasang" in values["tindakan"]
    assert "LP/B" not in values["tindakan"]
    assert typed(typed_notes(told.desk.held, "i1")["dasar_lp"]) == "LP/B/2/XI/2026"


def test_what_was_merged_into_it_is_told_of_it() -> None:
    told = Told(status=IncidentStatus.HANDLED)
    merged = {"status": IncidentStatus.MERGED, "merged_into": "i1"}
    told.put("incident", rows.incident(id="i2", number=48, **merged))
    told.put("note", Note("n2", 1, "i2", "dua rumah terbakar", "rina", later(5), None))
    told.put("note", Note("n3", 1, "i2", noted("saksi", "2 orang"), "rina", later(6), None))
    told.put("casualties", Casualties("c1", 1, "i1", None, 0, 1, 1, later(60), "rina"))
    told.put("casualties", Casualties("c2", 1, "i2", None, 0, 2, 1, later(90), "rina"))
    hospital = Hospital("h1", 1, "RSL", "RS Lavalette", 0, 0, None, (), "", None, {})
    told.put("hospital", hospital)
    asked = (0, 0, StandbyState.READY, later(8), "rina", None, None, "")
    told.put("standby", Standby("s1", 1, "i2", "h1", "", *asked))
    told.put("referral", referral("f1", "i2"))
    told.send("a1", "SAMAPTA 12", 4, incident_id="i2")
    values = told.values()
    assert "dua rumah terbakar" in values["tindakan"]
    assert "SAMAPTA 12 diperintah" in values["tindakan"]
    assert values["saksi"] == "2 orang"
    assert "SAMAPTA 12 4 pers" in values["kekuatan"]
    assert values["korban"].startswith("MD 0, LB 2, LR 1 ")
    assert values["rumah_sakit"] == "RS Lavalette (siap)"
    assert values["diteruskan"] == "Polresta (diteruskan)"
    assert of_situation(told.desk)["diteruskan"] == "Polresta (diteruskan)"


def test_the_situation_counts_what_is_open_and_lists_what_is_urgent() -> None:
    told = Told(priority=Priority.P1)
    told.put("incident", rows.incident(id="i2", number=48, priority=Priority.P3))
    ended = {"status": IncidentStatus.CLOSED, "closed_at": later(9)}
    prank = rows.incident(id="i3", number=49, disposition=Disposition.PRANK, **ended)
    told.put("incident", prank)
    values = of_situation(told.desk)
    assert (values["kejadian_terbuka"], values["belum_verifikasi"]) == ("2", "2")
    assert values["kejadian_prioritas"] == "P1 1, P2 0, P3 1, P4 0"
    assert values["daftar_p1"].startswith("   a. #0047 ")
    assert "belum diverifikasi" in values["daftar_p1"]
    assert values["daftar_p1"].count("\n") == 0


def test_the_text_is_as_an_officer_writes_it() -> None:
    told = Told(verified_at=later(5), verified_by="rina", category="tawuran", title="tawuran")
    text = filled(shipped_templates()["kejadian"], told.values())
    lines = text.splitlines()
    assert lines[0] == "KEPADA  : YTH. KEPALA Polresta Malang Kota"
    assert "telah terjadi tawuran di " in text
    assert " pada hari Sabtu tanggal 21 November 2026 pukul " in text
    assert "Demikian dilaporkan" in text
    assert "DASAR" not in text


def test_of_endless_words_only_the_beginning_is_looked_through() -> None:
    """What a source sends reaches the screen's thread: two patterns once took seconds for this."""
    assert said("budi.s@mail.co.id " + "a@" * 10_000).startswith(HIDDEN)
    assert said("a@" * 10_000) == "a@" * 350 + "…"
    assert said(" " * 5_000 + "akhir") == "…", "beyond what is read"
