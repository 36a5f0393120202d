"""Sentences about the roster and the roll-call."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

_DONE = {
    "room.shift_pattern": QT_TRANSLATE_NOOP("Sentences", "Ruang bekerja menurut pola {pattern}."),
    "roster.undone": QT_TRANSLATE_NOOP("Sentences", "Regu dan pola kembali seperti sebelumnya."),
    "regu.kept": QT_TRANSLATE_NOOP("Sentences", "{name} dicatat."),
    "regu.disbanded": QT_TRANSLATE_NOOP("Sentences", "{name} dibubarkan."),
    "personnel.kept": QT_TRANSLATE_NOOP("Sentences", "Personel: {added} baru, {changed} diubah."),
    "personnel.left": QT_TRANSLATE_NOOP(
        "Sentences", "{name} keluar dari daftar personel; {duties} dinasnya ke depan dicoret."
    ),
    "duties.kept": QT_TRANSLATE_NOOP("Sentences", "Jadwal: {added} dinas ditambah."),
    "duty.struck": QT_TRANSLATE_NOOP("Sentences", "Dinas {day} dicoret dari jadwal."),
    "swap.asked": QT_TRANSLATE_NOOP(
        "Sentences", "Tukar dinas {giver} dengan {taker} menunggu pimpinan regu."
    ),
    "swap.decided": QT_TRANSLATE_NOOP("Sentences", "Tukar dinas {giver} dengan {taker}: {state}."),
    "swap.withdrawn": QT_TRANSLATE_NOOP("Sentences", "Permintaan tukar dinas ditarik."),
    "roll.opened": QT_TRANSLATE_NOOP("Sentences", "Apel dibuka: {count} orang menurut jadwal."),
    "roll.marked": QT_TRANSLATE_NOOP("Sentences", "{name}: {state}."),
    "roll.plotted": QT_TRANSLATE_NOOP("Sentences", "{name} di {unit}."),
    "unit.checked": QT_TRANSLATE_NOOP("Sentences", "Pemeriksaan {unit} dicatat."),
    "roll.finished": QT_TRANSLATE_NOOP("Sentences", "Apel selesai: {here} dari {count} hadir."),
    "crews.fed": QT_TRANSLATE_NOOP(
        "Sentences", "Awak {units} unit menurut apel; {changed} berubah, tanpa awak: {emptied}."
    ),
    "seat.taken": QT_TRANSLATE_NOOP("Sentences", "{name} duduk di {desk}."),
    "seat.left": QT_TRANSLATE_NOOP("Sentences", "{desk} kosong."),
}
_WHY_NOT = {
    "unknown_shift_pattern": QT_TRANSLATE_NOOP(
        "Sentences", "Pola jam dinas {pattern} tidak dikenal; yang ada: {known}."
    ),
    "shift_bad_hour": QT_TRANSLATE_NOOP(
        "Sentences", "“{hour}” bukan jam; tulis seperti 07.00, dipisah koma."
    ),
    "shift_hours_many": QT_TRANSLATE_NOOP(
        "Sentences", "Pola {pattern} perlu {count} jam mulai yang berlainan."
    ),
    "regu_none": QT_TRANSLATE_NOOP("Sentences", "Belum ada regu. Buat regu dahulu (N)."),
    "regu_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama regu."),
    "regu_name_taken": QT_TRANSLATE_NOOP("Sentences", "{name} sudah ada."),
    "regu_has_people": QT_TRANSLATE_NOOP(
        "Sentences", "{name} masih beranggota {count} orang; pindahkan mereka dahulu."
    ),
    "unknown_regu": QT_TRANSLATE_NOOP(
        "Sentences", "{regu} tidak ada; catat regu itu dahulu di halaman Jadwal."
    ),
    "unknown_login": QT_TRANSLATE_NOOP("Sentences", "Tidak ada orang dengan akun {login}."),
    "login_of_another": QT_TRANSLATE_NOOP("Sentences", "Akun {login} milik {name}."),
    "personnel_bad_nrp": QT_TRANSLATE_NOOP(
        "Sentences", "{nrp} bukan NRP atau NIP: 4 sampai 18 angka."
    ),
    "personnel_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama orang itu."),
    "personnel_left": QT_TRANSLATE_NOOP("Sentences", "{name} tidak lagi di daftar personel."),
    "unknown_nrp": QT_TRANSLATE_NOOP("Sentences", "NRP {nrp} tidak ada di daftar personel."),
    "duty_clash": QT_TRANSLATE_NOOP(
        "Sentences", "{day}: {name} tidak bisa di {regu}, sudah bersama {other} pada jam itu."
    ),
    "duty_bad_day": QT_TRANSLATE_NOOP(
        "Sentences", "{day} bukan tanggal seperti 2026-11-30 atau 30-11-2026."
    ),
    "duty_bad_shift": QT_TRANSLATE_NOOP(
        "Sentences", "{day}: dinas ke-{number} tidak ada dalam pola itu."
    ),
    "duty_has_swap": QT_TRANSLATE_NOOP(
        "Sentences", "Dinas {day} masih dalam tukar dinas; putuskan atau tarik itu dahulu."
    ),
    "swap_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasan tukar dinas."),
    "swap_is_asked": QT_TRANSLATE_NOOP(
        "Sentences", "Dinas {name} itu sudah dimintakan tukar dan belum diputuskan."
    ),
    "swap_is_own": QT_TRANSLATE_NOOP(
        "Sentences", "Anda ikut dalam tukar dinas ini; pimpinan regu lain yang memutuskan."
    ),
    "swap_needs_why": QT_TRANSLATE_NOOP("Sentences", "Tulis mengapa ditolak."),
    "swap_is_decided": QT_TRANSLATE_NOOP("Sentences", "Tukar dinas itu sudah diputuskan."),
    "swap_with_oneself": QT_TRANSLATE_NOOP("Sentences", "Tukar dinas perlu dua orang."),
    "swap_of_no_duty": QT_TRANSLATE_NOOP(
        "Sentences", "{name} tidak punya dinas {day} itu, atau dinasnya sudah lewat."
    ),
    "swap_clash": QT_TRANSLATE_NOOP(
        "Sentences", "{name} sudah berdinas pada jam itu ({day}), atau tidak lagi di daftar."
    ),
    "roll_nobody_planned": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada regu di jadwal untuk dinas ini; isi halaman Jadwal dahulu."
    ),
    "roll_too_early": QT_TRANSLATE_NOOP(
        "Sentences", "Apel dibuka paling awal dua jam sebelum dinas mulai."
    ),
    "roll_unmarked": QT_TRANSLATE_NOOP(
        "Sentences", "{count} orang belum diapel: {names}. Tandai dahulu."
    ),
    "roll_is_over": QT_TRANSLATE_NOOP(
        "Sentences", "Dinas itu sudah lewat; apelnya tidak diubah lagi."
    ),
    "roll_not_open": QT_TRANSLATE_NOOP("Sentences", "Apel belum dibuka; buka dahulu (B)."),
    "absence_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasan tidak hadir."),
    "crews_unmarked": QT_TRANSLATE_NOOP(
        "Sentences", "{count} awak belum diapel; jumlah awak belum bisa dikirim ke papan unit."
    ),
    "crews_too_early": QT_TRANSLATE_NOOP(
        "Sentences", "Dinas itu belum mulai; awak di papan unit masih awak dinas yang berjalan."
    ),
    "roll_only_one": QT_TRANSLATE_NOOP("Sentences", "Tidak ada apel lain yang terbuka."),
    "roll_none_due": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada apel yang perlu dibuka menurut jadwal."
    ),
    "roster_bad_days": QT_TRANSLATE_NOOP("Sentences", "Jumlah hari: 1 sampai {most}."),
    "personnel_keeps_nrp": QT_TRANSLATE_NOOP(
        "Sentences", "NRP {name} tidak diubah; keluarkan dan tambah lagi bila salah."
    ),
    "personnel_nrp_taken": QT_TRANSLATE_NOOP("Sentences", "NRP {nrp} sudah ada di daftar."),
    "person_none": QT_TRANSLATE_NOOP("Sentences", "Tidak ada personel “{name}”."),
    "person_many": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” cocok dengan {count} orang; tulis NRP atau nama lengkapnya."
    ),
    "swap_which_duty": QT_TRANSLATE_NOOP(
        "Sentences", "{name} punya lebih dari satu dinas {day}; tulis dinas ke berapa."
    ),
    "swap_is_over": QT_TRANSLATE_NOOP("Sentences", "Tukar dinas itu sudah diputuskan."),
    "select_call_sign": QT_TRANSLATE_NOOP("Sentences", "Tandai satu panggilan dahulu."),
    "select_duty": QT_TRANSLATE_NOOP("Sentences", "Tandai satu dinas dahulu."),
    "select_swap": QT_TRANSLATE_NOOP("Sentences", "Tandai satu tukar dinas dahulu."),
    "no_workstations": QT_TRANSLATE_NOOP("Sentences", "Belum ada meja yang terdaftar."),
}
_CELLS = {
    "cell_no_nrp": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” bukan NRP atau NIP (4 sampai 18 angka;"
        " di XLSX sebagai teks).",
    ),
    "cell_no_agency": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” bukan instansi yang dikenal.",
    ),
    "cell_needs_agency": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {letter} “{column}”: orang baru perlu instansi."
    ),
    "cell_no_regu": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: regu “{found}” tidak ada; yang ada: {known}.",
    ),
    "cell_no_unit": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: tidak ada unit dengan panggilan “{found}”.",
    ),
    "cell_no_login": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: tidak ada orang dengan akun “{found}”.",
    ),
    "cell_login_taken": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {letter} “{column}”: akun “{found}” milik NRP {nrp}."
    ),
    "cell_unknown_nrp": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: NRP “{found}” tidak ada di daftar personel.",
    ),
    "cell_no_pattern": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: pola “{found}” tidak dikenal; yang ada: {known}.",
    ),
    "cell_duty_clash": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: {who} sudah bersama {other}, {begins} sampai"
        " {ends}; seorang tidak bisa di dua regu sekaligus.",
    ),
}
ROSTER = {**_DONE, **_WHY_NOT, **_CELLS}
