"""Sentences about orders changed, heard, stacked and called off, silent units, plans and lists."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

_DONE = {
    "incident.address_corrected": QT_TRANSLATE_NOOP(
        "Sentences", "Alamat dibetulkan: {address}. Unit yang ke sana harus mendengarnya."
    ),
    "order.cancelled": QT_TRANSLATE_NOOP(
        "Sentences", "Perintah {unit} ditarik; tetap merah sampai didengar."
    ),
    "order.silent": QT_TRANSLATE_NOOP(
        "Sentences", "Perintah {unit} ditarik, merah sampai didengar; pilih unit lain."
    ),
    "order.kept": QT_TRANSLATE_NOOP("Sentences", "{unit} tetap diperintah; tambah unit lain."),
    "order.repeated": QT_TRANSLATE_NOOP("Sentences", "Perintah {unit} diulang."),
    "orders_answered": QT_TRANSLATE_NOOP("Sentences", "{count} jawaban dicatat."),
    "orders_answered_partly": QT_TRANSLATE_NOOP(
        "Sentences", "{count} jawaban dicatat, {failed} tidak: {why}"
    ),
    "orders_repeated": QT_TRANSLATE_NOOP("Sentences", "{count} perintah diulang."),
    "orders_repeated_partly": QT_TRANSLATE_NOOP(
        "Sentences", "{count} perintah diulang, {failed} tidak: {why}"
    ),
    "unit.asked": QT_TRANSLATE_NOOP("Sentences", "{unit} ditanya; jawabannya tampak di papan."),
    "order_copied": QT_TRANSLATE_NOOP("Sentences", "Teks perintah disalin."),
    "order.heard": QT_TRANSLATE_NOOP("Sentences", "Dicatat: {unit} sudah mendengar."),
    "unit.stacked": QT_TRANSLATE_NOOP("Sentences", "Pekerjaan diantrekan untuk {unit}."),
    "stacked.started": QT_TRANSLATE_NOOP("Sentences", "{unit} diperintah dari antreannya."),
    "unit.reassigned": QT_TRANSLATE_NOOP("Sentences", "Tugas {unit} diubah."),
    "units.moved": QT_TRANSLATE_NOOP("Sentences", "Unit digeser."),
    "welfare.opened": QT_TRANSLATE_NOOP("Sentences", "{unit} mulai dicari kabarnya."),
    "welfare.step": QT_TRANSLATE_NOOP("Sentences", "Langkah mencari {unit} dicatat."),
    "welfare.ended": QT_TRANSLATE_NOOP("Sentences", "Kabar {unit} dicatat."),
    "incident.planned": QT_TRANSLATE_NOOP("Sentences", "{number} {when}."),
    "incident.may_leave": QT_TRANSLATE_NOOP("Sentences", "Izin tarik unit {number} disimpan."),
    "incident.linked": QT_TRANSLATE_NOOP("Sentences", "{number} ditautkan."),
    "incident.unlinked": QT_TRANSLATE_NOOP("Sentences", "Tautan {number} dilepas."),
    "note.struck": QT_TRANSLATE_NOOP("Sentences", "Catatan dicoret."),
    "checklist.ticked": QT_TRANSLATE_NOOP("Sentences", "Langkah dicatat selesai."),
    "checklist.unticked": QT_TRANSLATE_NOOP("Sentences", "Langkah dicatat belum selesai."),
    "room.procedure": QT_TRANSLATE_NOOP("Sentences", "Prosedur disimpan."),
}
_REFUSED = {
    "no_order_waits": QT_TRANSLATE_NOOP("Sentences", "Tidak ada perintah yang terlambat dijawab."),
    "order_just_answered": QT_TRANSLATE_NOOP(
        "Sentences", "{unit} baru saja menjawab; perintahnya tetap berlaku."
    ),
    "nobody_waits": QT_TRANSLATE_NOOP("Sentences", "Tidak ada perintah yang menunggu jawaban."),
    "answers_not_orders": QT_TRANSLATE_NOOP(
        "Sentences", "Ini perubahan yang harus didengar; jawab dengan Diterima."
    ),
    "not_pulled_often": QT_TRANSLATE_NOOP(
        "Sentences", "Unit kejadian ini belum tiga kali ditarik sejak kelasnya diputuskan."
    ),
    "nobody_sent": QT_TRANSLATE_NOOP("Sentences", "Tidak ada unit yang diperintahkan ke sini."),
    "nothing_to_hear": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada perubahan yang belum didengar unit ini."
    ),
    "alarm_just_changed": QT_TRANSLATE_NOOP(
        "Sentences", "Alarm baru saja berganti; baca dahulu, lalu tekan lagi."
    ),
    "nobody_looks_for_it": QT_TRANSLATE_NOOP("Sentences", "Kabar unit ini tidak sedang dicari."),
    "welfare_no_further": QT_TRANSLATE_NOOP(
        "Sentences", "Semua langkah sudah ditempuh: kirim bantuan."
    ),
    "unit_not_on_duty_now": QT_TRANSLATE_NOOP("Sentences", "Unit ini lepas dinas."),
    "address_empty": QT_TRANSLATE_NOOP("Sentences", "Alamat kosong; tulis alamatnya."),
    "point_incomplete": QT_TRANSLATE_NOOP(
        "Sentences", "Titik tidak lengkap: perlu lintang dan bujur."
    ),
    "point_impossible": QT_TRANSLATE_NOOP("Sentences", "Titik itu tidak ada di bumi."),
    "order_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasannya dahulu."),
    "order_is_over": QT_TRANSLATE_NOOP("Sentences", "Perintah {unit} sudah berakhir."),
    "order_not_given_yet": QT_TRANSLATE_NOOP(
        "Sentences", "Pekerjaan ini masih antre dan belum diperintahkan ke {unit}."
    ),
    "order_does_not_wait": QT_TRANSLATE_NOOP(
        "Sentences", "Pekerjaan ini tidak mengantre untuk {unit}."
    ),
    "stack_full": QT_TRANSLATE_NOOP(
        "Sentences", "Antrean {unit} penuh: paling banyak {limit} pekerjaan."
    ),
    "unit_is_free": QT_TRANSLATE_NOOP(
        "Sentences", "{unit} tidak sedang bertugas; perintahkan langsung."
    ),
    "units_too_many": QT_TRANSLATE_NOOP("Sentences", "Paling banyak {limit} unit sekaligus."),
    "nobody_to_move": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak satu pun dari {count} unit dapat digeser sekarang."
    ),
    "plan_in_the_past": QT_TRANSLATE_NOOP("Sentences", "Jadwal {number} sudah lewat."),
    "plan_too_far": QT_TRANSLATE_NOOP(
        "Sentences", "Jadwal {number} terlalu jauh: paling lama {days} hari."
    ),
    "link_with_itself": QT_TRANSLATE_NOOP(
        "Sentences", "Kejadian tidak dapat ditautkan dengan dirinya sendiri."
    ),
    "links_too_many": QT_TRANSLATE_NOOP(
        "Sentences", "{number} sudah memiliki {limit} tautan; lepaskan satu dahulu."
    ),
    "note_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis mengapa catatan itu salah."),
    "note_of_shift": QT_TRANSLATE_NOOP(
        "Sentences", "Catatan regu tidak dicoret di sini; tambahkan catatan baru."
    ),
    "welfare_over": QT_TRANSLATE_NOOP("Sentences", "Pencarian kabar {unit} sudah selesai."),
    "welfare_backwards": QT_TRANSLATE_NOOP(
        "Sentences", "Pencarian {unit} sudah melewati langkah itu."
    ),
    "welfare_person_decides": QT_TRANSLATE_NOOP(
        "Sentences", "Hanya orang yang dapat menyatakan {unit} terluka atau tidak dicari lagi."
    ),
    "welfare_moves": QT_TRANSLATE_NOOP(
        "Sentences", "{unit} masih bergerak; hanya orang yang dapat menyatakannya dalam bahaya."
    ),
    "unknown_category": QT_TRANSLATE_NOOP("Sentences", "Kategori {category} tidak dikenal."),
    "unknown_checklist_item": QT_TRANSLATE_NOOP(
        "Sentences", "Langkah {item} tidak ada di prosedur kejadian ini."
    ),
    "procedure_item_code": QT_TRANSLATE_NOOP(
        "Sentences", "Kode langkah {item} hanya boleh huruf kecil, angka dan garis bawah."
    ),
    "procedure_item_empty": QT_TRANSLATE_NOOP("Sentences", "Langkah {item} tanpa tulisan."),
    "procedure_item_twice": QT_TRANSLATE_NOOP("Sentences", "Satu kode langkah dipakai dua kali."),
    "procedure_too_long": QT_TRANSLATE_NOOP("Sentences", "Paling banyak {limit} langkah."),
    "procedures_too_many": QT_TRANSLATE_NOOP(
        "Sentences", "Buku prosedur ruang penuh: paling banyak {limit} huruf."
    ),
}
_ALARMS = {
    "unowned_p1_lead": QT_TRANSLATE_NOOP("Sentences", "Pamapta: #{number} P1 belum diambil"),
    "change_unheard": QT_TRANSLATE_NOOP("Sentences", "{unit} belum mendengar perubahan #{number}"),
    "unit_not_moving": QT_TRANSLATE_NOOP("Sentences", "{unit} belum bergerak ke #{number}"),
    "personnel_danger": QT_TRANSLATE_NOOP("Sentences", "PERSONEL DALAM BAHAYA: {unit}"),
    "incident_due": QT_TRANSLATE_NOOP("Sentences", "#{number} segera dimulai: {title}"),
}
ORDERS = {**_DONE, **_REFUSED, **_ALARMS}
