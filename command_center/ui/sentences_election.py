"""Sentences about an election: its calendar, who guards it, its day, and its ballots."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

ELECTION = {
    "stage.kept": QT_TRANSLATE_NOOP("Sentences", "Tahapan {name} disimpan."),
    "stage.struck": QT_TRANSLATE_NOOP("Sentences", "Tahapan {name} dicoret."),
    "stages.taken": QT_TRANSLATE_NOOP("Sentences", "{added} tahapan {name} diambil dari PKPU."),
    "patterns.set": QT_TRANSLATE_NOOP("Sentences", "Pola {count} tingkat untuk {name} disimpan."),
    "pools.kept": QT_TRANSLATE_NOOP("Sentences", "Kekuatan: {added} baru, {changed} diubah."),
    "pool.withdrawn": QT_TRANSLATE_NOOP("Sentences", "{name} ditarik dari daftar kekuatan."),
    "plan.adopted": QT_TRANSLATE_NOOP(
        "Sentences",
        "Ploting {name}: {people} orang di {groups} kelompok, kurang {short}.",
    ),
    "plan.undone": QT_TRANSLATE_NOOP("Sentences", "Ploting sebelumnya berlaku lagi."),
    "posting_exported": QT_TRANSLATE_NOOP(
        "Sentences", "{count} baris papan ploting ditulis ke {file}."
    ),
    "people.reposted": QT_TRANSLATE_NOOP("Sentences", "{name}: {people} orang di kelompok itu."),
    "stations.told": QT_TRANSLATE_NOOP("Sentences", "{kept} kabar TPS dicatat, {count} ditolak."),
    "station_message.struck": QT_TRANSLATE_NOOP("Sentences", "Kabar TPS dicoret."),
    "escort.kept": QT_TRANSLATE_NOOP("Sentences", "Kawal {name} disimpan."),
    "escort.moved": QT_TRANSLATE_NOOP("Sentences", "{name}: {step}."),
    "escort.struck": QT_TRANSLATE_NOOP("Sentences", "Kawal {name} dicoret."),
    "stage_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama tahapannya."),
    "stage_ends_first": QT_TRANSLATE_NOOP(
        "Sentences", "Tahapan berakhir {last} sebelum mulai {first}; balik tanggalnya."
    ),
    "stages_no_calendar": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada jadwal bawaan untuk jenis pemilu ini; tambah sendiri (Ins)."
    ),
    "pattern_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "Pola {level} “{found}” tidak terbaca; tulis polisi-TPS-linmas, mis. 2-4-8."
    ),
    "pattern_no_station": QT_TRANSLATE_NOOP(
        "Sentences", "Pola {level} {found} tanpa TPS; angka tengah paling sedikit 1."
    ),
    "pattern_nobody": QT_TRANSLATE_NOOP("Sentences", "Pola {level} {found} tanpa seorang pun."),
    "pattern_range": QT_TRANSLATE_NOOP(
        "Sentences", "Pola {level} {found} melebihi {most}; periksa angkanya."
    ),
    "pattern_none": QT_TRANSLATE_NOOP("Sentences", "Isi pola paling sedikit satu tingkat."),
    "pattern_needs_source": QT_TRANSLATE_NOOP("Sentences", "Tulis sumber polanya."),
    "pattern_unknown_level": QT_TRANSLATE_NOOP(
        "Sentences", "Tingkat kerawanan {level} tidak ada di tabel kriteria ruang ini."
    ),
    "pool_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama satuannya."),
    "pool_needs_home": QT_TRANSLATE_NOOP(
        "Sentences", "{name} tanpa pangkalan; tulis kelurahan, kecamatan atau titiknya."
    ),
    "pool_strength_range": QT_TRANSLATE_NOOP(
        "Sentences", "Kekuatan {name} di luar 1 sampai {most} orang."
    ),
    "pool_overdrawn": QT_TRANSLATE_NOOP(
        "Sentences", "{name} hanya punya {most} orang yang belum diploting."
    ),
    "pool_keeps_name": QT_TRANSLATE_NOOP(
        "Sentences", "{name} dikenal dari nama dan unsurnya; tarik, lalu tambah yang baru."
    ),
    "pool_stands": QT_TRANSLATE_NOOP(
        "Sentences", "{name} sudah ada di daftar kekuatan; pilih, lalu ubah (Return)."
    ),
    "pool_was_withdrawn": QT_TRANSLATE_NOOP(
        "Sentences", "{name} sudah ditarik; orangnya hanya dapat ditarik dari TPS ini (0)."
    ),
    "plan_size": QT_TRANSLATE_NOOP(
        "Sentences", "Ploting harus berisi 1 sampai {most} kelompok TPS; hitung dahulu."
    ),
    "plan_station": QT_TRANSLATE_NOOP(
        "Sentences", "TPS {number} di {area} tidak ada atau sudah di kelompok lain; hitung lagi."
    ),
    "plan_over_pattern": QT_TRANSLATE_NOOP(
        "Sentences", "Satu kelompok di {area} melebihi pola {pattern}; hitung lagi."
    ),
    "plan_needs_pattern": QT_TRANSLATE_NOOP("Sentences", "Isi pola dahulu (P), lalu hitung."),
    "plan_needs_pools": QT_TRANSLATE_NOOP("Sentences", "Catat kekuatan dahulu, lalu hitung."),
    "plan_needs_stations": QT_TRANSLATE_NOOP(
        "Sentences", "Belum ada TPS pemilu ini; impor dahulu di panel Tempat (Ctrl+O)."
    ),
    "plan_none": QT_TRANSLATE_NOOP("Sentences", "Hitung ploting dahulu (H)."),
    "plan_running": QT_TRANSLATE_NOOP("Sentences", "Ploting sedang dihitung."),
    "plan_not_adopted": QT_TRANSLATE_NOOP(
        "Sentences", "Usulan belum ditetapkan; tetapkan (T) atau buang (Esc) dahulu."
    ),
    "select_message": QT_TRANSLATE_NOOP("Sentences", "Buka kabarnya (L), lalu pilih satu."),
    "cell_no_force": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” bukan Polri, TNI atau Linmas.",
    ),
    "cell_no_home": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: “{found}” tanpa kelurahan dan tanpa titik pangkalan."
    ),
    "select_group": QT_TRANSLATE_NOOP("Sentences", "Pilih satu kelompok TPS dahulu."),
    "people_not_number": QT_TRANSLATE_NOOP("Sentences", "“{found}” bukan jumlah orang."),
    "tps_no_number": QT_TRANSLATE_NOOP("Sentences", "Tidak ada nomor TPS; tulis mis. TPS 12."),
    "tps_no_kelurahan": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada nama kelurahan di samping nomor TPS."
    ),
    "tps_counted": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{found}”: nomor TPS atau jumlah? Tulis kelurahan tepat setelah nomor TPS.",
    ),
    "tps_two_kelurahan": QT_TRANSLATE_NOOP(
        "Sentences", "Bisa {names}; tulis satu kelurahan, atau tambahkan kecamatannya."
    ),
    "tps_other_kecamatan": QT_TRANSLATE_NOOP(
        "Sentences", "Kelurahan itu tidak di kecamatan yang ditulis."
    ),
    "tps_word": QT_TRANSLATE_NOOP("Sentences", "Kata “{word}” tidak dikenal."),
    "tps_word_like": QT_TRANSLATE_NOOP(
        "Sentences", "“{word}” bukan kelurahan yang dikenal; maksudnya {area}?"
    ),
    "tps_unknown": QT_TRANSLATE_NOOP("Sentences", "TPS {numbers} tidak ada di {area}."),
    "tps_range": QT_TRANSLATE_NOOP("Sentences", "TPS {first} sampai {last} terbalik."),
    "tps_many": QT_TRANSLATE_NOOP("Sentences", "Paling banyak {most} TPS dalam satu baris."),
    "tps_line_each": QT_TRANSLATE_NOOP(
        "Sentences", "Dua kabar dalam satu baris; tulis satu baris untuk masing-masing."
    ),
    "tps_two_words": QT_TRANSLATE_NOOP("Sentences", "Dua tahap sekaligus: {words}; tulis satu."),
    "tps_says_nothing": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis kabarnya: buka, pungut, hitung, selesai, geser, aman atau gangguan."
    ),
    "tps_safe_and_trouble": QT_TRANSLATE_NOOP(
        "Sentences", "Aman dan gangguan dalam satu baris; tulis salah satu."
    ),
    "tps_many_lines": QT_TRANSLATE_NOOP("Sentences", "Antara 1 dan {most} kabar sekali simpan."),
    "tps_told_before": QT_TRANSLATE_NOOP("Sentences", "{word} sudah dicatat pukul {at}."),
    "tps_stage_back": QT_TRANSLATE_NOOP(
        "Sentences", "Sudah {state}, tidak kembali ke {word}; coret dahulu kabar yang salah."
    ),
    "tps_gone": QT_TRANSLATE_NOOP("Sentences", "TPS itu tidak ada di pemilu ini."),
    "tps_in_future": QT_TRANSLATE_NOOP("Sentences", "Pukul {at} belum tiba."),
    "escort_needs_cargo": QT_TRANSLATE_NOOP("Sentences", "Tulis apa yang dikawal."),
    "escort_needs_way": QT_TRANSLATE_NOOP("Sentences", "Tulis dari mana dan ke mana."),
    "escort_needs_who": QT_TRANSLATE_NOOP("Sentences", "Tulis siapa pengawalnya."),
    "escort_needs_receiver": QT_TRANSLATE_NOOP("Sentences", "Tulis siapa yang menerima."),
    "escort_no_move": QT_TRANSLATE_NOOP(
        "Sentences", "Kawal ini {now}; tidak dapat langsung {step}."
    ),
    "escort_bad_time": QT_TRANSLATE_NOOP(
        "Sentences", "“{found}” bukan waktu; tulis seperti 26-11-2024 07.30."
    ),
}
