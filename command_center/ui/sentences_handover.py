"""Sentences about the change of shift and the book of a shift."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

HANDOVER = {
    "handover.begun": QT_TRANSLATE_NOOP(
        "Sentences", "Papan dibekukan: {items} butir diserahkan ke {next_name}."
    ),
    "handover.accepted": QT_TRANSLATE_NOOP("Sentences", "Diterima: {title}."),
    "handover.accepted_all": QT_TRANSLATE_NOOP("Sentences", "{count} butir diterima."),
    "handover.signed": QT_TRANSLATE_NOOP("Sentences", "Tanda tangan Anda tercatat."),
    "handover.forced": QT_TRANSLATE_NOOP(
        "Sentences", "Jaga diambil alih paksa; {unseen} butir dicatat atas nama Anda."
    ),
    "handover.cancelled": QT_TRANSLATE_NOOP("Sentences", "Serah terima dibatalkan."),
    "handover_announced": QT_TRANSLATE_NOOP(
        "Sentences", "{name} membekukan papan: serah terima ke {next_name} dimulai."
    ),
    "handover_done_announced": QT_TRANSLATE_NOOP(
        "Sentences", "{name} memimpin {next_name} sekarang; ambil kejadian yang terbuka."
    ),
    "handover_forced_announced": QT_TRANSLATE_NOOP(
        "Sentences", "{name} mengambil alih jaga dengan paksa: {reason}"
    ),
    "book.written": QT_TRANSLATE_NOOP("Sentences", "Dicatat di buku mutasi."),
    "book.struck": QT_TRANSLATE_NOOP("Sentences", "Baris dicoret; tulisannya tetap terbaca."),
    "book_exported": QT_TRANSLATE_NOOP("Sentences", "Buku mutasi ditulis ke {file}."),
    "room.handover": QT_TRANSLATE_NOOP("Sentences", "Aturan serah terima disimpan."),
    "handover_minutes": QT_TRANSLATE_NOOP("Sentences", "Tulis menit bulat dari 0 sampai {most}."),
    "book_column_unknown": QT_TRANSLATE_NOOP("Sentences", "Kolom “{name}” tidak dikenal."),
    "no_shift": QT_TRANSLATE_NOOP("Sentences", "Ruang ini belum punya regu jaga."),
    "handover_needs_database": QT_TRANSLATE_NOOP(
        "Sentences",
        "Pusat data tidak terjangkau; serah terima menunggu sampai tersambung lagi.",
    ),
    "handover_too_early": QT_TRANSLATE_NOOP(
        "Sentences", "Serah terima dibuka pukul {at}; sebelum itu hanya dengan paksa dan alasan."
    ),
    "handover_none": QT_TRANSLATE_NOOP(
        "Sentences", "Belum ada papan yang dibekukan; kepala regu lama memulainya."
    ),
    "handover_typed_only": QT_TRANSLATE_NOOP(
        "Sentences", "Hanya baris inventaris yang diketik dapat dihapus."
    ),
    "handover_running": QT_TRANSLATE_NOOP(
        "Sentences", "Papan sudah dibekukan; terima butirnya atau batalkan."
    ),
    "handover_item_gone": QT_TRANSLATE_NOOP(
        "Sentences", "Butir itu sudah tidak ada di papan; tidak perlu diterima."
    ),
    "handover_item_changed": QT_TRANSLATE_NOOP(
        "Sentences", "{title} baru saja berubah; baca lagi lalu terima."
    ),
    "handover_item_kind": QT_TRANSLATE_NOOP(
        "Sentences", "Butir jenis {kind} diambil dari papan, tidak ditulis tangan."
    ),
    "handover_item_empty": QT_TRANSLATE_NOOP("Sentences", "Tulis apa yang diserahkan."),
    "handover_red_alone": QT_TRANSLATE_NOOP("Sentences", "{title} merah; terima satu per satu."),
    "handover_red_left": QT_TRANSLATE_NOOP(
        "Sentences", "Masih {count} butir merah belum diterima, mis. {title}."
    ),
    "handover_all_accepted": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada butir tak merah yang menunggu."
    ),
    "handover_accepted_already": QT_TRANSLATE_NOOP("Sentences", "Butir itu sudah diterima."),
    "handover_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasannya."),
    "handover_signed_already": QT_TRANSLATE_NOOP(
        "Sentences", "Sudah ada tanda tangan; serah terima tidak dapat dibatalkan lagi."
    ),
    "handover_not_yours": QT_TRANSLATE_NOOP(
        "Sentences", "Serah terima ini dimulai {name}; hanya yang terlibat dapat membatalkannya."
    ),
    "handover_goes_on": QT_TRANSLATE_NOOP(
        "Sentences", "{name} sudah membekukan papan di {workstation}; ikuti yang itu."
    ),
    "handover_other_lead": QT_TRANSLATE_NOOP(
        "Sentences", "Jaga ini dipimpin {name}; hanya ia yang menyerahkannya, atau ambil paksa."
    ),
    "handover_over": QT_TRANSLATE_NOOP("Sentences", "Serah terima itu sudah berakhir."),
    "handover_has_incoming": QT_TRANSLATE_NOOP(
        "Sentences", "{name} sedang menerima jaga ini; orang lain tidak dapat menandatanganinya."
    ),
    "handover_not_to_yourself": QT_TRANSLATE_NOOP(
        "Sentences", "Yang menerima harus orang lain daripada yang menyerahkan."
    ),
    "handover_needs_password": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis kata sandi Anda untuk menandatangani."
    ),
    "book_in_future": QT_TRANSLATE_NOOP("Sentences", "Jam kejadian belum tiba."),
    "book_before_shift": QT_TRANSLATE_NOOP("Sentences", "Jam itu sebelum {shift} mulai berdinas."),
    "book_page_signed": QT_TRANSLATE_NOOP(
        "Sentences",
        "Halaman {shift} sudah ditutup; tulis koreksinya di buku jaga yang berjalan.",
    ),
    "book_empty": QT_TRANSLATE_NOOP("Sentences", "Tulis uraian kejadiannya."),
    "book_written_already": QT_TRANSLATE_NOOP("Sentences", "Hanya baris tulisan tangan dicoret."),
    "book_loading": QT_TRANSLATE_NOOP("Sentences", "Buku sedang dibaca; tunggu sebentar."),
}
