"""What looks like a person does not go into a note of friction, and what does not may."""

import pytest

from command_center.domain.friction import _MARKS, PersonMark, person_in


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("NIK 3573012345678901", PersonMark.IDENTITY_NUMBER),
        ("3573 0123 4567 8901", PersonMark.IDENTITY_NUMBER),
        ("no KTP: A123", PersonMark.IDENTITY_NUMBER),
        ("hubungi 0812-3456-7890", PersonMark.PHONE),
        ("hubungi +62 812 3456 7890", PersonMark.PHONE),
        ("telepon (0341) 341341", PersonMark.PHONE),
        ("surat ke budi@contoh.id", PersonMark.MAIL),
        ("akun @pengajak menghasut", PersonMark.ACCOUNT),
        ("mobil N 1234 AB di depan", PersonMark.PLATE),
        ("dipimpin Sdr. Budi", PersonMark.NAME),
        ("a.n. Siti Aminah", PersonMark.NAME),
        ("menurut H. Abdul", PersonMark.NAME),
        ("Bapak Joko hadir", PersonMark.NAME),
        ("SDR. BUDI SANTOSO", PersonMark.NAME),
        ("BAPAK AGUS WIJAYA", PersonMark.NAME),
        ("KH. Marzuki", PersonMark.NAME),
        ("motor N 1234 A", PersonMark.PLATE),
    ],
)
def test_a_person_is_seen_by(text: str, mark: PersonMark) -> None:
    found = person_in(f"Dua kelompok berselisih, {text}.")
    assert found is not None
    assert found[0] is mark


@pytest.mark.parametrize(
    "text",
    [
        "Warga RT 3 RW 05 menolak posko di Jl. Ijen 22 sejak 12.00",
        "Bapak Lurah dan Ibu Camat sudah bertemu 200 pendukung dua pasangan",
        "Rekap 24-11-2026 pukul 08.00-17.00 di GOR, 1.500 orang diperkirakan",
        "TPS 901 dan TPS 12 bersebelahan, jarak 40 m",
        "BAPAK LURAH DAN IBU CAMAT di Blok C 12 A",
    ],
)
def test_groups_places_and_times_are_nobody(text: str) -> None:
    assert person_in(text) is None


def test_a_long_word_is_begun_once_when_mail_is_looked_for() -> None:
    word = "x" * 32_767
    mail = _MARKS[PersonMark.MAIL]
    begun = [at for at in (0, 1, 2, len(word) - 1) if mail.match(word + "@x.id", at)]
    assert begun == [0]
