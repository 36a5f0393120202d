"""Sentences about instructions, tasks of the room and notes of the shift lead."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

INSTRUCTIONS = {
    "instruction.given": QT_TRANSLATE_NOOP("Sentences", "Perintah diberikan ke {count} alamat."),
    "instruction.heard": QT_TRANSLATE_NOOP("Sentences", "Dicatat: {who} mendengar perintah."),
    "instruction.withdrawn": QT_TRANSLATE_NOOP("Sentences", "Perintah dicabut."),
    "room_task.made": QT_TRANSLATE_NOOP("Sentences", "Tugas “{title}” dibuat."),
    "room_task.ended": QT_TRANSLATE_NOOP("Sentences", "Tugas “{title}” diakhiri."),
    "room_task.done": QT_TRANSLATE_NOOP("Sentences", "“{title}” dicatat selesai."),
    "shift_note.kept": QT_TRANSLATE_NOOP("Sentences", "Catatan regu disimpan."),
    "shift_note.struck": QT_TRANSLATE_NOOP("Sentences", "Catatan regu dicoret."),
    "instruction_unheard": QT_TRANSLATE_NOOP("Sentences", "Perintah belum didengar semua: {text}"),
    "task_overdue": QT_TRANSLATE_NOOP("Sentences", "Tugas terlambat: {title}"),
    "instruction_needs_text": QT_TRANSLATE_NOOP("Sentences", "Tulis isi perintahnya."),
    "instruction_needs_addressee": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis kepada siapa, misalnya MEJA-1, SAMAPTA 12 atau pimpinan regu."
    ),
    "instruction_many_addressees": QT_TRANSLATE_NOOP(
        "Sentences", "Paling banyak {most} alamat; bagi menjadi dua perintah."
    ),
    "instruction_to_room": QT_TRANSLATE_NOOP(
        "Sentences", "Sebut mejanya satu per satu; “semua orang” tidak dapat menyatakan mendengar."
    ),
    "instruction_due_range": QT_TRANSLATE_NOOP(
        "Sentences", "Batas mendengar harus 1 sampai {most} menit."
    ),
    "instruction_expiry": QT_TRANSLATE_NOOP(
        "Sentences",
        "Masa berlaku harus melewati batas mendengar, paling lama {most} hari.",
    ),
    "instruction_not_to_unit": QT_TRANSLATE_NOOP(
        "Sentences", "Perintah itu bukan untuk {call_sign}."
    ),
    "instruction_not_theirs": QT_TRANSLATE_NOOP(
        "Sentences", "Sistem ini tidak berbicara untuk {call_sign}."
    ),
    "instruction_withdrawn": QT_TRANSLATE_NOOP("Sentences", "Perintah ini sudah dicabut."),
    "instruction_not_yours": QT_TRANSLATE_NOOP(
        "Sentences", "Bukan kepada Anda atau meja ini; catat lewat radio, telepon atau langsung."
    ),
    "instruction_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis mengapa perintah dicabut."),
    "instruction_all_heard": QT_TRANSLATE_NOOP("Sentences", "Semua sudah mendengar perintah ini."),
    "select_instruction": QT_TRANSLATE_NOOP("Sentences", "Pilih perintah dahulu."),
    "addressee_left": QT_TRANSLATE_NOOP("Sentences", "{name} sudah keluar dari ruang ini."),
    "addressee_needs_seat": QT_TRANSLATE_NOOP("Sentences", "Tulis nama mejanya."),
    "addressee_takes_no_name": QT_TRANSLATE_NOOP(
        "Sentences", "Pimpinan regu dan seluruh ruang tidak memakai nama."
    ),
    "addressee_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” bukan meja, orang atau unit yang dikenal ruang ini."
    ),
    "addressee_several": QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” dapat berarti beberapa: {names}. Tulis lebih lengkap."
    ),
    "addressee_not_waiting": QT_TRANSLATE_NOOP(
        "Sentences", "Perintah ini tidak menunggu jawaban “{name}”."
    ),
    "select_room_task": QT_TRANSLATE_NOOP("Sentences", "Pilih tugas dahulu."),
    "task_needs_title": QT_TRANSLATE_NOOP("Sentences", "Tulis apa tugasnya."),
    "task_many": QT_TRANSLATE_NOOP(
        "Sentences", "Sudah ada {most} tugas; akhiri yang tidak perlu dahulu."
    ),
    "task_needs_time": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis kapan tugas ini jatuh tempo, waktu yang akan datang."
    ),
    "task_after_range": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis berapa menit setelah regu mulai, 0 sampai {most}."
    ),
    "task_bad_time": QT_TRANSLATE_NOOP("Sentences", "“{at}” bukan jam; tulis misalnya 07:30."),
    "task_needs_days": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis harinya, misalnya Senin Kamis (“{text}” tidak terbaca)."
    ),
    "task_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis mengapa tugas diakhiri."),
    "task_is_over": QT_TRANSLATE_NOOP("Sentences", "Tugas “{title}” sudah diakhiri."),
    "task_no_turn": QT_TRANSLATE_NOOP("Sentences", "Tugas ini tidak jatuh tempo pada waktu itu."),
    "visit_of_incident": QT_TRANSLATE_NOOP(
        "Sentences", "Kunjungan dicatat pada kejadiannya; tekan Selesai untuk membukanya."
    ),
    "task_done_now": QT_TRANSLATE_NOOP("Sentences", "Giliran ini sudah dicatat selesai."),
    "select_told": QT_TRANSLATE_NOOP("Sentences", "Pilih satu baris dahulu."),
    "told_long_ago": QT_TRANSLATE_NOOP(
        "Sentences", "Yang ini sudah lama berakhir; isinya ada di kartu di bawah."
    ),
    "select_shift_note": QT_TRANSLATE_NOOP("Sentences", "Pilih catatan dahulu."),
    "shift_note_of_no_shift": QT_TRANSLATE_NOOP(
        "Sentences", "Catatan hanya untuk regu ini atau regu berikutnya; regu itu sudah lewat."
    ),
    "shift_note_is_struck": QT_TRANSLATE_NOOP("Sentences", "Catatan ini sudah dicoret."),
}
