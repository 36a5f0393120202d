"""Sentences about the radio, the neighbourhoods' partners and proactive visits."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

RADIO = {
    "radio.logged": QT_TRANSLATE_NOOP("Sentences", "Kabar radio dicatat."),
    "radio.struck": QT_TRANSLATE_NOOP("Sentences", "Baris radio dicoret."),
    "radio.linked": QT_TRANSLATE_NOOP("Sentences", "Baris radio ditautkan ke {number}."),
    "radio.reported": QT_TRANSLATE_NOOP("Sentences", "Kabar radio menjadi #{number}."),
    "radio.codes": QT_TRANSLATE_NOOP("Sentences", "Buku sandi disimpan."),
    "kentongan.sounded": QT_TRANSLATE_NOOP("Sentences", "Kentongan dicatat sebagai #{number}."),
    "partner.registered": QT_TRANSLATE_NOOP("Sentences", "Mitra {name} disimpan."),
    "partner.left": QT_TRANSLATE_NOOP("Sentences", "Mitra {name} dikeluarkan dari daftar."),
    "partners.imported": QT_TRANSLATE_NOOP("Sentences", "{count} mitra diimpor."),
    "night_watch.set": QT_TRANSLATE_NOOP("Sentences", "Jadwal ronda disimpan."),
    "night_watch.ended": QT_TRANSLATE_NOOP("Sentences", "Jadwal ronda dihapus dari daftar."),
    "night_watch.imported": QT_TRANSLATE_NOOP("Sentences", "{count} jadwal ronda diimpor."),
    "area.rated": QT_TRANSLATE_NOOP("Sentences", "Penilaian kerawanan disimpan."),
    "visit.asked": QT_TRANSLATE_NOOP("Sentences", "Jemput bola diminta; pesan dikirim."),
    "visit_by_voice": QT_TRANSLATE_NOOP(
        "Sentences", "Jemput bola dicatat; beri tahu mitra lewat telepon atau radio."
    ),
    "visit.done": QT_TRANSLATE_NOOP("Sentences", "Jemput bola dicatat selesai."),
    "board_exported": QT_TRANSLATE_NOOP("Sentences", "Papan sinergitas disimpan: {file}"),
    "board_not_written": QT_TRANSLATE_NOOP(
        "Sentences", "Papan sinergitas tidak dapat ditulis; periksa ruang kosong."
    ),
    "board_empty": QT_TRANSLATE_NOOP("Sentences", "Bulan ini belum ada kegiatan tercatat."),
    "radio_empty": QT_TRANSLATE_NOOP("Sentences", "Tulis apa yang terdengar di radio."),
    "radio_line_struck": QT_TRANSLATE_NOOP("Sentences", "Baris itu sudah dicoret."),
    "radio_line_has_incident": QT_TRANSLATE_NOOP("Sentences", "Baris itu sudah punya kejadian."),
    "radio_no_offer": QT_TRANSLATE_NOOP(
        "Sentences", "Baris ini bukan kabar bencana; teruskan dari kejadiannya bila perlu."
    ),
    "select_radio_line": QT_TRANSLATE_NOOP("Sentences", "Pilih baris radio dahulu."),
    "select_partner": QT_TRANSLATE_NOOP("Sentences", "Pilih mitra dahulu."),
    "select_code": QT_TRANSLATE_NOOP("Sentences", "Pilih sandi dahulu."),
    "select_watch": QT_TRANSLATE_NOOP("Sentences", "Pilih jadwal ronda dahulu."),
    "radio_code_incomplete": QT_TRANSLATE_NOOP("Sentences", "Setiap sandi perlu kode dan arti."),
    "radio_codes_too_many": QT_TRANSLATE_NOOP(
        "Sentences", "Buku sandi terlalu panjang; paling banyak {limit} sandi."
    ),
    "kentongan_needs_place": QT_TRANSLATE_NOOP("Sentences", "Tulis kelurahan asal kentongan."),
    "unknown_area": QT_TRANSLATE_NOOP("Sentences", "Wilayah {area} tidak dikenal."),
    "partner_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama mitra."),
    "partner_has_left": QT_TRANSLATE_NOOP("Sentences", "Mitra {name} tidak bertugas lagi."),
    "call_sign_taken": QT_TRANSLATE_NOOP(
        "Sentences", "Nama panggilan {call_sign} sudah dipakai {name}."
    ),
    "import_too_many": QT_TRANSLATE_NOOP("Sentences", "Paling banyak {limit} baris sekaligus."),
    "night_watch_times": QT_TRANSLATE_NOOP("Sentences", "Tulis jam ronda seperti 22:00."),
    "night_watch_numbers": QT_TRANSLATE_NOOP(
        "Sentences", "Periksa hari dan jumlah orang; paling banyak {most}."
    ),
    "watch_needs_area": QT_TRANSLATE_NOOP("Sentences", "Tulis kelurahan yang dironda."),
    "rating_needs_topic": QT_TRANSLATE_NOOP("Sentences", "Tulis kerawanan apa yang dinilai."),
    "rating_needs_place": QT_TRANSLATE_NOOP("Sentences", "Tulis wilayah yang dinilai."),
    "visit_needs_text": QT_TRANSLATE_NOOP("Sentences", "Tulis apa yang perlu dilihat di sana."),
    "visit_needs_outcome": QT_TRANSLATE_NOOP("Sentences", "Tulis hasil kunjungan."),
    "visit_needs_place": QT_TRANSLATE_NOOP(
        "Sentences", "Wilayah kejadian belum diketahui; tentukan lokasinya dahulu."
    ),
    "visit_due_range": QT_TRANSLATE_NOOP("Sentences", "Batas waktu kunjungan 1 menit–{most} hari."),
    "no_visit_waits": QT_TRANSLATE_NOOP("Sentences", "Tidak ada jemput bola yang ditunggu."),
    "visit_is_done": QT_TRANSLATE_NOOP("Sentences", "Kunjungan itu sudah selesai."),
    "table_unreadable": QT_TRANSLATE_NOOP("Sentences", "Berkas {file} tidak dapat dibaca."),
    "table_too_large": QT_TRANSLATE_NOOP("Sentences", "Berkas lebih dari {limit} KiB."),
    "table_too_long": QT_TRANSLATE_NOOP("Sentences", "Berkas lebih dari {limit} baris."),
    "table_empty": QT_TRANSLATE_NOOP("Sentences", "Berkas itu kosong."),
    "table_not_utf8": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas bukan UTF-8; simpan sebagai CSV UTF-8."
    ),
    "table_not_csv": QT_TRANSLATE_NOOP("Sentences", "Berkas itu bukan CSV yang utuh."),
    "table_column_missing": QT_TRANSLATE_NOOP("Sentences", "Kolom “{column}” tidak ada di berkas."),
    "cell_empty": QT_TRANSLATE_NOOP("Sentences", "masih kosong"),
    "cell_twice": QT_TRANSLATE_NOOP("Sentences", "sudah ada di baris sebelumnya"),
    "cell_too_long": QT_TRANSLATE_NOOP("Sentences", "terlalu panjang"),
    "cell_unknown": QT_TRANSLATE_NOOP("Sentences", "tidak dikenal"),
    "cell_no_area": QT_TRANSLATE_NOOP("Sentences", "bukan kelurahan di kota ini"),
    "cell_no_time": QT_TRANSLATE_NOOP("Sentences", "bukan jam seperti 22:00"),
    "cell_no_number": QT_TRANSLATE_NOOP("Sentences", "bukan jumlah orang"),
}
