"""The example file of mapping for Jogo Malang Presisi: wadul, panic button, taken back."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from command_center.connectors.mapped import map_document
from command_center.contract.mapping import load_mapping
from command_center.contract.page import Accepted
from command_center.contract.records import ReportRecord, ReportUpdateRecord
from command_center.runtime.paths import resources_dir

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
FILE = resources_dir() / "mappings" / "sources" / "jogo_malang.toml"


def mapped(*rows: dict[str, Any]) -> list[Any]:
    document = json.dumps({"laporan": list(rows), "berikut": "2", "masih": False}).encode()
    page = map_document(document, load_mapping(FILE), NOW)
    return [item.record if isinstance(item, Accepted) else item for item in page.page.items]


def wadul(**more: Any) -> dict[str, Any]:
    return {
        "nomor": "JMP-7", "menu": "wadul", "status": "baru", "waktu": "2026-11-22 09:30:00",
        "kategori": "pohon_tumbang", "isi": "pohon tumbang", "kerahasiaan": "terbuka",
        "posisi": {"lat": -7.95, "lng": 112.61, "akurasi": 12.5}, "kelurahan": "Dinoyo",
        "alamat": "Jl. MT Haryono", "foto": ["https://jmp.example/7.jpg"],
        "pelapor": {"nama": "Sri", "telepon": "0812", "nik": "3573"}, **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("theirs", "ours"), [("terbuka", "open"), ("rahasia", "rahasia"), ("anonim", "anonim")]
)
def test_a_wadul_with_its_place_person_and_visibility(theirs: str, ours: str) -> None:
    (record,) = mapped(wadul(kerahasiaan=theirs))
    assert isinstance(record, ReportRecord)
    assert (record.id, record.channel, record.reporter) == ("JMP-7", "wadul", ours)
    assert (record.lat, record.accuracy_m, record.at.hour) == (-7.95, 12.5, 2)
    assert record.person is not None
    assert (record.person.national_id, record.attachments[0].url[-5:]) == ("3573", "7.jpg")


def test_the_panic_button_is_a_p1_where_the_phone_is_even_without_a_word() -> None:
    press = {"nomor": "P-1", "menu": "panik", "waktu": "2026-11-22 09:30:00"}
    (record,) = mapped({**press, "posisi": {"lat": -7.98, "lng": 112.63}, "isi": ""})
    assert isinstance(record, ReportRecord)
    assert (record.channel, record.priority, record.located_by) == ("panic", "P1", "gps")
    assert (record.text, record.lat) == ("Tombol panik ditekan", -7.98)


def test_a_wadul_taken_back_withdraws_the_report() -> None:
    (record,) = mapped(wadul(status="dibatalkan", isi="sudah beres"))
    assert isinstance(record, ReportUpdateRecord)
    assert (record.report, record.step, record.text) == ("JMP-7", "withdrawn", "sudah beres")
