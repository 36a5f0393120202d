"""Sentences about operations, situation levels, plans and the order of battle."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

OPERATIONS = {
    "operation.started": QT_TRANSLATE_NOOP("Sentences", "Operasi {name} dibuka."),
    "operation.ended": QT_TRANSLATE_NOOP("Sentences", "Operasi {name} ditutup."),
    "operation.place_added": QT_TRANSLATE_NOOP(
        "Sentences", "{place} masuk operasi, situasi hijau."
    ),
    "operation.place_left": QT_TRANSLATE_NOOP(
        "Sentences", "{place} keluar dari operasi; keputusannya tetap ada."
    ),
    "operation.level": QT_TRANSLATE_NOOP("Sentences", "{place}: situasi {was} menjadi {level}."),
    "level_raised": QT_TRANSLATE_NOOP(
        "Sentences", "{place}: situasi naik dari {was} ke {level}, perintah {officer}"
    ),
    "plan_overdue": QT_TRANSLATE_NOOP(
        "Sentences", "{place}: {count} tugas rencana {level} lewat waktu: {text} ({owner})"
    ),
    "operation.control": QT_TRANSLATE_NOOP("Sentences", "{place}: kendali sekarang pada {to}."),
    "operation.force": QT_TRANSLATE_NOOP("Sentences", "{place}: tahap kekuatan dicatat."),
    "decision.revoked": QT_TRANSLATE_NOOP(
        "Sentences", "{place}: perintah dicabut; barisnya tetap di log."
    ),
    "decision.heard": QT_TRANSLATE_NOOP("Sentences", "Dicatat: {who} sudah mendengar."),
    "hearing.struck": QT_TRANSLATE_NOOP("Sentences", "Catatan dengar {who} dicoret."),
    "level_stands": QT_TRANSLATE_NOOP("Sentences", "Situasi di sana sudah {level}."),
    "decision_needs_authority": QT_TRANSLATE_NOOP(
        "Sentences", "Pilih wewenang siapa perintah ini (kapolsek, kapolres, kapolda)."
    ),
    "decision_needs_officer": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis perwira yang memerintah; tidak ada yang diisi otomatis."
    ),
    "level_skip_needs_reason": QT_TRANSLATE_NOOP(
        "Sentences", "Ini melompati situasi kuning; tulis alasannya."
    ),
    "level_needs_reason": QT_TRANSLATE_NOOP(
        "Sentences", "Perintah ini di luar wewenang biasanya; tulis alasannya."
    ),
    "control_needs_whom": QT_TRANSLATE_NOOP("Sentences", "Tulis siapa yang memegang kendali."),
    "force_needs_stage": QT_TRANSLATE_NOOP(
        "Sentences", "Pilih tahap yang diperintahkan; tidak ada yang diusulkan."
    ),
    "decision_not_revocable": QT_TRANSLATE_NOOP(
        "Sentences", "Baris ini tidak dapat dicabut, atau sudah dicabut."
    ),
    "revoke_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasan pencabutannya."),
    "hearing_needs_who": QT_TRANSLATE_NOOP("Sentences", "Tulis siapa yang mendengar."),
    "operation_over": QT_TRANSLATE_NOOP("Sentences", "Operasi {name} sudah ditutup."),
    "unknown_operation_place": QT_TRANSLATE_NOOP(
        "Sentences", "{place} bukan tempat operasi ini; tambahkan dahulu."
    ),
    "operation_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama operasinya."),
    "operation_bad_day": QT_TRANSLATE_NOOP(
        "Sentences", "“{day}” bukan tanggal; tulis seperti 27-11-2026."
    ),
    "place_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama tempatnya, mis. KPU."),
    "operation_place_there": QT_TRANSLATE_NOOP("Sentences", "{place} sudah ada di operasi ini."),
    "operation_many_places": QT_TRANSLATE_NOOP("Sentences", "Paling banyak {limit} tempat."),
    "place_not_green": QT_TRANSLATE_NOOP(
        "Sentences", "{place} masih {level}; kembalikan ke hijau dahulu."
    ),
    "room.level_plans": QT_TRANSLATE_NOOP("Sentences", "Rencana situasi disimpan: {count} butir."),
    "plan.called": QT_TRANSLATE_NOOP(
        "Sentences", "Rencana {level} untuk {place} dijalankan: {count} tugas."
    ),
    "task.ended": QT_TRANSLATE_NOOP("Sentences", "Tugas diakhiri: {text}"),
    "plan_other_level": QT_TRANSLATE_NOOP(
        "Sentences", "Situasi {place} sekarang {level}; lihat rencananya lagi."
    ),
    "plan_called_already": QT_TRANSLATE_NOOP(
        "Sentences", "Rencana situasi ini di {place} sudah dijalankan; lihat halaman Tugas."
    ),
    "plan_empty": QT_TRANSLATE_NOOP(
        "Sentences", "Rencana {level} kosong; isi pada halaman Rencana."
    ),
    "plans_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "Rencana butir {row}, kolom {column}: “{value}” tidak dapat dipakai."
    ),
    "plans_too_long": QT_TRANSLATE_NOOP(
        "Sentences", "Rencana lebih dari {limit} huruf; hapus beberapa butir."
    ),
    "plans_nothing_changed": QT_TRANSLATE_NOOP("Sentences", "Tidak ada yang diubah."),
    "task_needs_why": QT_TRANSLATE_NOOP("Sentences", "Tulis mengapa tugas ini tidak jadi."),
    "task_no_hospital": QT_TRANSLATE_NOOP("Sentences", "Tugas ini bukan tentang rumah sakit."),
    "standby_no_incident": QT_TRANSLATE_NOOP(
        "Sentences", "Belum ada kejadian aktif di {place}; siaga diminta untuk satu kejadian."
    ),
    "standby_all_asked": QT_TRANSLATE_NOOP(
        "Sentences", "Rumah sakit di tugas ini sudah diminta bersiaga untuk {number}."
    ),
    "task_over": QT_TRANSLATE_NOOP("Sentences", "Tugas ini sudah selesai."),
    "select_task": QT_TRANSLATE_NOOP("Sentences", "Pilih satu tugas dahulu."),
    "select_plan_item": QT_TRANSLATE_NOOP("Sentences", "Pilih satu butir dahulu."),
    "forces.imported": QT_TRANSLATE_NOOP(
        "Sentences", "Kekuatan disimpan: {added} baru, {changed} diubah."
    ),
    "force.left": QT_TRANSLATE_NOOP("Sentences", "{name} dikeluarkan dari susunan kekuatan."),
    "force_needs_name": QT_TRANSLATE_NOOP("Sentences", "Tulis nama pasukannya, mis. Regu 1."),
    "force_has_others": QT_TRANSLATE_NOOP(
        "Sentences", "{name} masih membawahi pasukan lain; pindahkan mereka dahulu."
    ),
    "force_keeps_name": QT_TRANSLATE_NOOP(
        "Sentences", "{name} dikenal dari nama dan satuannya; keluarkan, lalu tambah yang baru."
    ),
    "force_in_circle": QT_TRANSLATE_NOOP("Sentences", "{name} tidak dapat membawahi dirinya."),
    "force_strength_range": QT_TRANSLATE_NOOP("Sentences", "Jumlah orang 0 sampai {most}."),
    "unknown_force": QT_TRANSLATE_NOOP("Sentences", "Induk “{name}” tidak ada di satuan itu."),
    "operation_many_forces": QT_TRANSLATE_NOOP("Sentences", "Paling banyak {limit} pasukan."),
    "select_force": QT_TRANSLATE_NOOP("Sentences", "Pilih satu pasukan dahulu."),
    "cell_no_force": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” tidak ada di satuan itu, atau barisnya"
        " salah.",
    ),
    "cell_in_circle": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {letter} “{column}”: “{found}” saling membawahi."
    ),
    "cell_other_sector": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}”, padahal pos {post} di sektor {sector}.",
    ),
    "select_operation": QT_TRANSLATE_NOOP(
        "Sentences", "Buka operasi dahulu (N di halaman Situasi)."
    ),
    "select_operation_place": QT_TRANSLATE_NOOP("Sentences", "Pilih satu tempat dahulu."),
    "select_decision": QT_TRANSLATE_NOOP("Sentences", "Pilih satu baris log dahulu."),
}
