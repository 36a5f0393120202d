"""Sentences about places, polling stations, judgements, dialogue and notes of friction."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

PLACES = {
    "site.kept": QT_TRANSLATE_NOOP("Sentences", "{name} disimpan di daftar tempat."),
    "sites.imported": QT_TRANSLATE_NOOP(
        "Sentences", "Tempat diimpor: {added} baru, {changed} diubah."
    ),
    "site.closed": QT_TRANSLATE_NOOP("Sentences", "{name} dikeluarkan dari daftar tempat."),
    "election.kept": QT_TRANSLATE_NOOP("Sentences", "{name} disimpan."),
    "stations.imported": QT_TRANSLATE_NOOP(
        "Sentences", "TPS diimpor: {added} baru, {changed} diubah."
    ),
    "stations.dropped": QT_TRANSLATE_NOOP("Sentences", "{count} TPS dikeluarkan dari daftar."),
    "place.rated": QT_TRANSLATE_NOOP("Sentences", "Penilaian disimpan: {level}."),
    "ratings.imported": QT_TRANSLATE_NOOP("Sentences", "Penilaian diimpor: {added} baru."),
    "rating.struck": QT_TRANSLATE_NOOP("Sentences", "Penilaian dicoret; riwayatnya tetap ada."),
    "room.criteria": QT_TRANSLATE_NOOP("Sentences", "Kriteria kerawanan disimpan."),
    "dialogue.kept": QT_TRANSLATE_NOOP("Sentences", "Dialog dicatat."),
    "dialogue.struck": QT_TRANSLATE_NOOP("Sentences", "Catatan dialog dicoret."),
    "friction.kept": QT_TRANSLATE_NOOP("Sentences", "Catatan potensi gesekan disegel."),
    "friction.struck": QT_TRANSLATE_NOOP("Sentences", "Catatan potensi gesekan dicabut."),
    "places_exported": QT_TRANSLATE_NOOP("Sentences", "{count} baris ditulis ke {file}."),
    "places_not_written": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas tidak dapat ditulis; periksa ruang cakram."
    ),
    "places_importing": QT_TRANSLATE_NOOP(
        "Sentences", "Satu berkas sedang diimpor; tunggu atau hentikan dahulu."
    ),
    "places_nothing_new": QT_TRANSLATE_NOOP(
        "Sentences", "Semua baris berkas itu sudah tersimpan; tidak ada yang diubah."
    ),
    "select_place": QT_TRANSLATE_NOOP("Sentences", "Pilih satu baris dahulu."),
    "select_election": QT_TRANSLATE_NOOP("Sentences", "Tambah pemilu dahulu, lalu impor TPS-nya."),
    "site_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama tempatnya."),
    "site_needs_code": QT_TRANSLATE_NOOP(
        "Sentences", "Tempat {name} tanpa kode; isi kodenya agar impor berikut mengenalinya."
    ),
    "site_code_taken": QT_TRANSLATE_NOOP(
        "Sentences", "Kode itu sudah dipakai {name}; pilih kode lain."
    ),
    "site_many_contacts": QT_TRANSLATE_NOOP("Sentences", "Paling banyak {limit} kontak."),
    "place_needs_area": QT_TRANSLATE_NOOP("Sentences", "Tulis kelurahannya."),
    "place_needs_kelurahan": QT_TRANSLATE_NOOP(
        "Sentences", "{area} adalah kecamatan; tulis kode atau nama kelurahannya."
    ),
    "place_no_point": QT_TRANSLATE_NOOP(
        "Sentences", "Lintang dan bujur harus keduanya, dalam derajat di bumi."
    ),
    "election_needs_code": QT_TRANSLATE_NOOP("Sentences", "Tulis kode pemilu, mis. pilkada-2024."),
    "election_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama pemilunya."),
    "election_bad_day": QT_TRANSLATE_NOOP(
        "Sentences", "Hari pemungutan “{day}” bukan tanggal; tulis seperti 2024-11-27."
    ),
    "station_number_range": QT_TRANSLATE_NOOP(
        "Sentences", "Nomor TPS {number} di luar 1 sampai {most}."
    ),
    "station_listed": QT_TRANSLATE_NOOP(
        "Sentences", "TPS {number} {area} sudah ada di daftar; tandai lalu ubah (Enter)."
    ),
    "station_not_number": QT_TRANSLATE_NOOP("Sentences", "“{found}” bukan angka."),
    "station_voters_range": QT_TRANSLATE_NOOP(
        "Sentences", "Jumlah pemilih {voters} di luar 0 sampai {most}."
    ),
    "rating_unknown_criterion": QT_TRANSLATE_NOOP(
        "Sentences", "Kriteria {criterion} tidak ada di tabel ruang ini."
    ),
    "rating_score_range": QT_TRANSLATE_NOOP(
        "Sentences", "Nilai kriteria {score} di luar 0 sampai {most}."
    ),
    "rating_needs_scores": QT_TRANSLATE_NOOP("Sentences", "Nilai paling sedikit satu kriteria."),
    "rating_needs_source": QT_TRANSLATE_NOOP("Sentences", "Tulis sumber penilaian."),
    "rating_in_future": QT_TRANSLATE_NOOP("Sentences", "Penilaian tidak dapat bertanggal besok."),
    "rating_bad_day": QT_TRANSLATE_NOOP(
        "Sentences", "“{day}” bukan tanggal; tulis seperti 21-11-2026."
    ),
    "criteria_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "Tabel kriteria baris {row}, kolom {column}: “{value}” tidak dapat dipakai."
    ),
    "criteria_too_long": QT_TRANSLATE_NOOP(
        "Sentences", "Tabel kriteria terlalu panjang; paling banyak {limit} huruf."
    ),
    "criteria_nothing_changed": QT_TRANSLATE_NOOP("Sentences", "Belum ada kriteria yang diubah."),
    "criteria_code_taken": QT_TRANSLATE_NOOP("Sentences", "Kode {criterion} sudah dipakai."),
    "dialogue_in_future": QT_TRANSLATE_NOOP("Sentences", "Dialog tidak dapat bertanggal besok."),
    "dialogue_needs_who": QT_TRANSLATE_NOOP("Sentences", "Tulis siapa dari kita yang hadir."),
    "dialogue_needs_summary": QT_TRANSLATE_NOOP("Sentences", "Tulis ringkasan dialognya."),
    "friction_needs_text": QT_TRANSLATE_NOOP("Sentences", "Tulis isi catatannya."),
    "friction_needs_source": QT_TRANSLATE_NOOP("Sentences", "Tulis sumber catatannya."),
    "friction_needs_reason": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis alasan membuka; pembukaan dicatat."
    ),
    "friction_names_person": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{text}” tampak seperti orang; catatan ini hanya tentang kelompok, tempat dan waktu.",
    ),
    "friction_not_here": QT_TRANSLATE_NOOP(
        "Sentences", "Catatan terbatas hanya disimpan di ruang langsung, tidak di latihan."
    ),
    "cell_no_kelurahan": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” bukan kelurahan di kota ini.",
    ),
    "cell_other_kelurahan": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” kelurahan lain dari {area}.",
    ),
    "cell_no_site": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: tidak ada tempat berkode “{found}”.",
    ),
    "cell_no_station": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: tidak ada TPS “{found}” di kelurahan itu.",
    ),
    "cell_in_future": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {letter} “{column}”: tanggal “{found}” belum tiba."
    ),
}
