"""Sentences about the streets: the graph, its speeds, closures, and why an arrival is a guess."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

ROADS = {
    "road.closed": QT_TRANSLATE_NOOP("Sentences", "{name} ditutup; waktu tempuh dihitung ulang."),
    "road.opened": QT_TRANSLATE_NOOP("Sentences", "{name} dibuka lagi."),
    "rivers.imported": QT_TRANSLATE_NOOP(
        "Sentences", "Peta sungai diganti: {rivers} sungai, {km} km."
    ),
    "rivers_bad_hash": QT_TRANSLATE_NOOP(
        "Sentences", "Tanda peta sungai itu tidak sah; impor ulang berkasnya."
    ),
    "roads.imported": QT_TRANSLATE_NOOP(
        "Sentences", "Peta jalan diganti: {nodes} simpul, {edges} ruas."
    ),
    "roads.speeds": QT_TRANSLATE_NOOP("Sentences", "Kecepatan jalan disimpan."),
    "road_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama ruas yang ditutup."),
    "road_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasan penutupan."),
    "road_needs_line": QT_TRANSLATE_NOOP(
        "Sentences", "Gambar ruas yang ditutup: paling sedikit dua titik yang berbeda."
    ),
    "road_line_nowhere": QT_TRANSLATE_NOOP(
        "Sentences", "Satu titik ruas itu di luar bumi; periksa lintang dan bujurnya."
    ),
    "road_line_too_long": QT_TRANSLATE_NOOP(
        "Sentences", "Paling banyak {limit} titik; bagi menjadi beberapa penutupan."
    ),
    "road_opens_before": QT_TRANSLATE_NOOP(
        "Sentences", "Perkiraan dibuka sudah lewat; tulis waktu yang akan datang."
    ),
    "select_closure": QT_TRANSLATE_NOOP("Sentences", "Pilih jalan yang ditutup dahulu."),
    "roads_importing": QT_TRANSLATE_NOOP(
        "Sentences", "Satu peta jalan sedang dibaca; tunggu atau hentikan dahulu."
    ),
    "roads_file_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas {file} tidak dapat dibaca; periksa jalur dan izinnya."
    ),
    "roads_not_written": QT_TRANSLATE_NOOP(
        "Sentences", "Peta jalan tidak dapat ditulis di komputer ini; periksa ruang disknya."
    ),
    "road_place_is_area": QT_TRANSLATE_NOOP(
        "Sentences", "“{text}” adalah wilayah, bukan titik di jalan."
    ),
    "closure_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada penutupan jalan bernama “{word}”."
    ),
    "closure_ambiguous": QT_TRANSLATE_NOOP(
        "Sentences", "“{word}” bisa berarti {names}; tulis lebih lengkap."
    ),
    "roads_bad_hash": QT_TRANSLATE_NOOP(
        "Sentences", "Tanda peta jalan itu tidak sah; impor ulang berkasnya."
    ),
    "roads_bad_speeds": QT_TRANSLATE_NOOP("Sentences", "Tabel kecepatan tidak sah: {why}"),
    "no_roads": QT_TRANSLATE_NOOP(
        "Sentences", "Peta jalan belum diimpor; waktu tempuh menurut garis lurus."
    ),
    "roads_not_here": QT_TRANSLATE_NOOP(
        "Sentences",
        "Peta jalan ruang ini belum ada di komputer ini; impor berkas yang sama."
        " Waktu tempuh menurut garis lurus.",
    ),
    "roads_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "Berkas peta jalan di komputer ini rusak; impor ulang. Waktu tempuh menurut garis lurus.",
    ),
    "eta_no_graph": QT_TRANSLATE_NOOP("Sentences", "garis lurus: peta jalan belum ada"),
    "eta_unit_off_road": QT_TRANSLATE_NOOP("Sentences", "garis lurus: unit jauh dari jalan"),
    "eta_scene_off_road": QT_TRANSLATE_NOOP("Sentences", "garis lurus: TKP jauh dari jalan"),
    "eta_stale": QT_TRANSLATE_NOOP("Sentences", "posisi basi: perkiraan dilebarkan"),
    "eta_too_far": QT_TRANSLATE_NOOP("Sentences", "lebih dari dua jam perjalanan"),
    "eta_cut_off": QT_TRANSLATE_NOOP("Sentences", "terputus oleh penutupan jalan"),
    "eta_no_position": QT_TRANSLATE_NOOP("Sentences", "posisi tidak diketahui"),
}
