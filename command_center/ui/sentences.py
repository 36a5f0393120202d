"""Codes as sentences: what was done, what could not be done and what to do next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.situation.situation import Situation
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.sentences_advice import ADVICE
from command_center.ui.sentences_audit import AUDIT
from command_center.ui.sentences_calls import CALLS
from command_center.ui.sentences_commandline import COMMANDLINE
from command_center.ui.sentences_connection import CONNECTION
from command_center.ui.sentences_database import DATABASE
from command_center.ui.sentences_duplicates import DUPLICATES
from command_center.ui.sentences_early import EARLY
from command_center.ui.sentences_election import ELECTION
from command_center.ui.sentences_exercise import EXERCISE
from command_center.ui.sentences_faults import FAULTS
from command_center.ui.sentences_figures import FIGURES
from command_center.ui.sentences_first_run import FIRST_RUN
from command_center.ui.sentences_gateway import GATEWAY
from command_center.ui.sentences_handover import HANDOVER
from command_center.ui.sentences_hospitals import HOSPITALS
from command_center.ui.sentences_instructions import INSTRUCTIONS
from command_center.ui.sentences_notes import NOTES
from command_center.ui.sentences_offline import OFFLINE
from command_center.ui.sentences_operations import OPERATIONS
from command_center.ui.sentences_order_routes import ORDER_ROUTES
from command_center.ui.sentences_orders import ORDERS
from command_center.ui.sentences_people import PEOPLE
from command_center.ui.sentences_places import PLACES
from command_center.ui.sentences_planned import PLANNED
from command_center.ui.sentences_playback import PLAYBACK
from command_center.ui.sentences_radio import RADIO
from command_center.ui.sentences_referrals import REFERRALS
from command_center.ui.sentences_replies import REPLIES
from command_center.ui.sentences_reports import REPORTS
from command_center.ui.sentences_roads import ROADS
from command_center.ui.sentences_roster import ROSTER
from command_center.ui.sentences_run_cards import RUN_CARDS
from command_center.ui.sentences_server import SERVER
from command_center.ui.sentences_settings import SETTINGS
from command_center.ui.sentences_sources import SOURCES
from command_center.ui.sentences_support import SUPPORT
from command_center.ui.sentences_systems import SYSTEMS
from command_center.ui.sentences_tables import TABLES
from command_center.ui.sentences_together import TOGETHER
from command_center.ui.sentences_triage import TRIAGE
from command_center.ui.sentences_units import UNITS
from command_center.ui.sentences_updates import UPDATES

translate = QCoreApplication.translate
_HOLE = re.compile(r"\{(\w+)\}")
_MAX_VALUE = 120
_NUMBERS = ("number", "other")

# Done, by the kind of the log entry.
_DONE = {
    "incident.taken": QT_TRANSLATE_NOOP("Sentences", "{number} Anda ambil."),
    "incident.verified": QT_TRANSLATE_NOOP("Sentences", "{number} diverifikasi."),
    "incident.prioritised": QT_TRANSLATE_NOOP("Sentences", "{number} menjadi {priority}."),
    "incident.merged": QT_TRANSLATE_NOOP("Sentences", "{number} digabung ke {into}."),
    "incident.unmerged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{number} dilepas dari gabungan: {units} unit dan {notes} catatannya ikut, "
        "{corrected} balasan dikoreksi.",
    ),
    "incident.closed": QT_TRANSLATE_NOOP("Sentences", "{number} diselesaikan."),
    "incident.reopened": QT_TRANSLATE_NOOP("Sentences", "{number} dibuka lagi."),
    "units.ordered": QT_TRANSLATE_NOOP("Sentences", "{units} diperintah ke {number}."),
    "order.acknowledged": QT_TRANSLATE_NOOP("Sentences", "{unit} menerima perintah."),
    "unit.status": QT_TRANSLATE_NOOP("Sentences", "Status {unit} dicatat."),
    "unit.released": QT_TRANSLATE_NOOP("Sentences", "{unit} dilepas dari kejadian."),
    "note.added": QT_TRANSLATE_NOOP("Sentences", "Catatan {number} disimpan."),
    "snapshot.kept": QT_TRANSLATE_NOOP("Sentences", "Gambar {camera} disimpan."),
    "evidence.stored": QT_TRANSLATE_NOOP("Sentences", "Rekaman {camera} disimpan: {size} · {hash}"),
    "evidence.stored_partly": QT_TRANSLATE_NOOP(
        "Sentences", "Rekaman {camera} disimpan sebagian ({missing}): {size} · {hash}"
    ),
    "evidence.started": QT_TRANSLATE_NOOP(
        "Sentences", "Merekam {camera}: {before} dtk lalu sampai {after} dtk lagi."
    ),
    "evidence.held": QT_TRANSLATE_NOOP("Sentences", "Rekaman {camera} ditahan dari penghapusan."),
    "evidence.released": QT_TRANSLATE_NOOP("Sentences", "Penahanan rekaman {camera} dilepas."),
    "call.entered": QT_TRANSLATE_NOOP("Sentences", "Laporan 110 menjadi {number}."),
    "alarm.acknowledged": QT_TRANSLATE_NOOP("Sentences", "Alarm ditanggapi."),
    "entry.undone": QT_TRANSLATE_NOOP("Sentences", "Diurungkan."),
}
# Cameras and their directories.
_CAMERAS = {
    "cameras.synchronised": QT_TRANSLATE_NOOP("Sentences", "{count} kamera diperbarui."),
    "camera.renamed": QT_TRANSLATE_NOOP("Sentences", "Nama {camera} disimpan."),
    "camera.noted": QT_TRANSLATE_NOOP("Sentences", "Catatan {camera} disimpan."),
    "camera.masked": QT_TRANSLATE_NOOP("Sentences", "Masker {camera} disimpan."),
    "camera.static": QT_TRANSLATE_NOOP("Sentences", "Sifat gambar {camera} disimpan."),
    "camera.enabled": QT_TRANSLATE_NOOP("Sentences", "Pemakaian {camera} disimpan."),
    "camera.attached": QT_TRANSLATE_NOOP("Sentences", "Pembawa {camera} disimpan."),
    "text_too_long": QT_TRANSLATE_NOOP("Sentences", "Paling banyak {limit} huruf."),
    "mask_outside_picture": QT_TRANSLATE_NOOP(
        "Sentences", "Masker harus di dalam gambar, paling banyak {limit}."
    ),
    "camera_of_other_directory": QT_TRANSLATE_NOOP(
        "Sentences", "Kamera {camera} milik direktori lain; tidak ada yang diubah."
    ),
    "directory_lost_most": QT_TRANSLATE_NOOP(
        "Sentences", "{gone} dari {present} kamera hilang sekaligus; periksa direktorinya dahulu."
    ),
    "directory_off": QT_TRANSLATE_NOOP(
        "Sentences", "Akses direktori {name} belum dimasukkan administrator."
    ),
    "directory_unknown": QT_TRANSLATE_NOOP("Sentences", "Direktori {name} tidak dikenal."),
    "directory_settings": QT_TRANSLATE_NOOP("Sentences", "Pengaturan {file} salah: {reason}"),
    "directory_mapping": QT_TRANSLATE_NOOP("Sentences", "Pemetaan {file} salah: {reason}"),
    "mapping_missing": QT_TRANSLATE_NOOP("Sentences", "Pemetaan {name} tidak ada."),
    "directory_key_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Kunci akses {name} tidak ada di gantungan kunci komputer ini."
    ),
    "directory_key_unusable": QT_TRANSLATE_NOOP(
        "Sentences", "Kunci akses {name} memuat huruf yang tidak dapat dikirim; masukkan lagi."
    ),
    "directory_ca_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas sertifikat {file} tidak dapat dibaca."
    ),
    "directory_redirected": QT_TRANSLATE_NOOP(
        "Sentences", "Direktori mengalihkan ke {host}; tidak diikuti, periksa alamatnya."
    ),
    "directory_host": QT_TRANSLATE_NOOP(
        "Sentences", "Alamat {host} tidak boleh dihubungi dari ruang ini."
    ),
    "directory_cancelled": QT_TRANSLATE_NOOP("Sentences", "Dibatalkan; tidak ada yang diubah."),
    "directory_not_rows": QT_TRANSLATE_NOOP(
        "Sentences", "Jawaban direktori bukan daftar {format} yang diharapkan."
    ),
    "directory_empty": QT_TRANSLATE_NOOP(
        "Sentences", "Direktori tidak memuat kamera satu pun; tidak ada yang diubah."
    ),
    "directory_too_many": QT_TRANSLATE_NOOP(
        "Sentences", "Direktori memuat {count} kamera, lebih dari {limit}; tidak ada yang diubah."
    ),
}
# Why an action cannot run now.
_REASONS = {
    "select_incident": QT_TRANSLATE_NOOP("Sentences", "Pilih kejadian dahulu."),
    "select_unit": QT_TRANSLATE_NOOP("Sentences", "Pilih unit dahulu."),
    "select_camera": QT_TRANSLATE_NOOP("Sentences", "Pilih kamera dahulu."),
    "incident_is_closed": QT_TRANSLATE_NOOP("Sentences", "Kejadian ini sudah selesai."),
    "incident_is_merged": QT_TRANSLATE_NOOP(
        "Sentences", "Kejadian ini digabung ke kejadian lain; kerjakan di sana."
    ),
    "incident_is_open": QT_TRANSLATE_NOOP("Sentences", "Kejadian ini masih terbuka."),
    "incident_already_yours": QT_TRANSLATE_NOOP("Sentences", "Kejadian ini sudah milik Anda."),
    "incident_has_owner": QT_TRANSLATE_NOOP("Sentences", "Kejadian ini sudah diambil orang lain."),
    "incident_already_verified": QT_TRANSLATE_NOOP("Sentences", "Kejadian ini sudah diverifikasi."),
    "priority_already_so": QT_TRANSLATE_NOOP("Sentences", "Prioritasnya sudah begitu."),
    "nothing_to_merge": QT_TRANSLATE_NOOP("Sentences", "Tidak ada kejadian lain untuk digabung."),
    "incident_not_merged": QT_TRANSLATE_NOOP("Sentences", "Tidak ada gabungan untuk dilepas."),
    "nothing_waits": QT_TRANSLATE_NOOP("Sentences", "Tidak ada kejadian yang menunggu."),
    "unit_status_already_so": QT_TRANSLATE_NOOP("Sentences", "Status unit sudah begitu."),
    "order_already_answered": QT_TRANSLATE_NOOP("Sentences", "Perintah ini sudah dijawab."),
    "no_alarm": QT_TRANSLATE_NOOP("Sentences", "Tidak ada alarm yang menunggu."),
    "largest_font": QT_TRANSLATE_NOOP("Sentences", "Huruf sudah paling besar."),
    "smallest_font": QT_TRANSLATE_NOOP("Sentences", "Huruf sudah paling kecil."),
    "nothing_to_undo": QT_TRANSLATE_NOOP("Sentences", "Tidak ada yang dapat diurungkan."),
    "camera_not_on_wall": QT_TRANSLATE_NOOP("Sentences", "Kamera itu tidak sedang di dinding."),
    "no_living_camera_near": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada kamera lain yang hidup di dekatnya."
    ),
    "unknown_view": QT_TRANSLATE_NOOP("Sentences", "Tidak ada tampilan dengan nama itu."),
    "view_not_saved": QT_TRANSLATE_NOOP(
        "Sentences", "Nama itu kosong atau sudah dipakai; tampilan tidak disimpan."
    ),
    "search_too_short": QT_TRANSLATE_NOOP("Sentences", "Ketik paling sedikit {least} huruf."),
    "unknown_command": QT_TRANSLATE_NOOP("Sentences", "Perintah tidak dikenal: {text}"),
    "unknown_incident": QT_TRANSLATE_NOOP("Sentences", "Tidak ada kejadian terbuka {text}."),
}
# What a command refused.
_REFUSED = {
    "not_allowed": QT_TRANSLATE_NOOP("Sentences", "Peran Anda tidak boleh melakukan ini."),
    "not_found": QT_TRANSLATE_NOOP("Sentences", "Data itu tidak ada lagi; tidak ada yang diubah."),
    "conflict": QT_TRANSLATE_NOOP(
        "Sentences", "{by} lebih dahulu mengubahnya; perubahan Anda tidak disimpan, periksa lagi."
    ),
    "illegal_move": QT_TRANSLATE_NOOP(
        "Sentences", "Langkah itu tidak mungkin dari keadaan sekarang; tidak ada yang diubah."
    ),
    "incident_not_open": QT_TRANSLATE_NOOP(
        "Sentences", "Kejadian #{number} sudah tidak terbuka; buka lagi bila perlu."
    ),
    "incident_not_ended": QT_TRANSLATE_NOOP("Sentences", "Kejadian #{number} belum selesai."),
    "incident_closed": QT_TRANSLATE_NOOP("Sentences", "Kejadian ini sudah selesai."),
    "merge_with_itself": QT_TRANSLATE_NOOP("Sentences", "Pilih kejadian lain untuk digabung."),
    "not_merged": QT_TRANSLATE_NOOP("Sentences", "Kejadian ini tidak digabung."),
    "order_needs_units": QT_TRANSLATE_NOOP("Sentences", "Pilih unit yang diperintah."),
    "unit_already_on_it": QT_TRANSLATE_NOOP("Sentences", "{unit} sudah di kejadian ini."),
    "unit_not_on_duty": QT_TRANSLATE_NOOP("Sentences", "{unit} tidak siap; pilih unit lain."),
    "unit_has_no_order": QT_TRANSLATE_NOOP("Sentences", "Unit ini tidak sedang diperintah."),
    "unit_is_on_incident": QT_TRANSLATE_NOOP("Sentences", "{unit} masih di kejadian."),
    "open_assignments": QT_TRANSLATE_NOOP("Sentences", "Masih ada unit di kejadian ini."),
    "status_needs_order": QT_TRANSLATE_NOOP(
        "Sentences", "{unit} menjadi diperintah hanya lewat perintah."
    ),
    "unknown_unit": QT_TRANSLATE_NOOP("Sentences", "Unit {call_sign} tidak dikenal."),
    "unit_contains_itself": QT_TRANSLATE_NOOP(
        "Sentences", "Unit {call_sign} tidak dapat menjadi bagian dari dirinya sendiri."
    ),
    "unknown_agency": QT_TRANSLATE_NOOP("Sentences", "Instansi {agency} tidak dikenal."),
    "unknown_report": QT_TRANSLATE_NOOP("Sentences", "Laporan asalnya belum diterima."),
    "call_needs_text": QT_TRANSLATE_NOOP("Sentences", "Isi apa yang terjadi."),
    "note_empty": QT_TRANSLATE_NOOP("Sentences", "Catatan masih kosong."),
    "not_undoable": QT_TRANSLATE_NOOP("Sentences", "Langkah itu tidak dapat diurungkan."),
    "camera_has_no_picture": QT_TRANSLATE_NOOP(
        "Sentences", "Kamera ini belum memberi gambar; coba lagi bila sudah langsung."
    ),
    "evidence_bad_request": QT_TRANSLATE_NOOP(
        "Sentences", "Permintaan rekaman itu tidak sah; tidak ada yang diubah."
    ),
    "evidence_settled": QT_TRANSLATE_NOOP(
        "Sentences", "Rekaman itu sudah tersimpan dengan isi lain; periksa berkasnya."
    ),
    "evidence_not_stored": QT_TRANSLATE_NOOP(
        "Sentences", "Rekaman itu belum tersimpan; tunggu sampai selesai."
    ),
    "hold_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasan penahanan."),
    "evidence_failed": QT_TRANSLATE_NOOP(
        "Sentences", "Rekaman {camera} gagal: {why}. Tangkap gambar (S) bila masih terlihat."
    ),
    "evidence_running": QT_TRANSLATE_NOOP("Sentences", "Kamera ini sedang direkam."),
    "picture_not_written": QT_TRANSLATE_NOOP(
        "Sentences", "Gambar tidak dapat ditulis ke cakram; periksa ruang kosong."
    ),
}
_KEPT = QT_TRANSLATE_NOOP(
    "Sentences", "Pusat data menolak perubahan itu; tidak ada yang diubah, muat ulang bila perlu."
)
# The database.
_DATABASE = {
    "append_only": _KEPT,
    "head_follows_log": _KEPT,
    "no_delete": _KEPT,
    "not_next": _KEPT,
    "report_immutable": _KEPT,
    "version_step": _KEPT,
    "room_exists": QT_TRANSLATE_NOOP("Sentences", "Ruang ini sudah dibuka sebelumnya."),
    "no_display": QT_TRANSLATE_NOOP("Sentences", "Tidak ada layar untuk membuka jendela."),
    "database_unreachable": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data tidak terjangkau; yang tersimpan aman, dicoba lagi sendiri."
    ),
    "database_busy": QT_TRANSLATE_NOOP("Sentences", "Pusat data sibuk; coba sekali lagi."),
    "database_interrupted": QT_TRANSLATE_NOOP(
        "Sentences", "Sambungan pusat data terputus; coba sekali lagi."
    ),
    "database_read_only": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data hanya dapat dibaca; beri tahu administrator."
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "Sentences", "Cakram penuh; yang tersimpan aman, kosongkan ruang lalu coba lagi."
    ),
    "database_corrupt": QT_TRANSLATE_NOOP("Sentences", "Pusat data rusak; pulihkan dari cadangan."),
    "database_login_refused": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data menolak nama atau sandi; periksa pengaturan."
    ),
    "database_missing": QT_TRANSLATE_NOOP("Sentences", "Pusat data belum dibuat di peladen."),
    "database_newer": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data lebih baru dari program ini; perbarui program."
    ),
    "database_ok": QT_TRANSLATE_NOOP("Sentences", "Pusat data berjalan."),
    "operation_used": QT_TRANSLATE_NOOP("Sentences", "Perintah ini sudah pernah dijalankan."),
    "bug": QT_TRANSLATE_NOOP(
        "Sentences", "Kesalahan program {id} dicatat; jendela tetap berjalan, coba sekali lagi."
    ),
}
# Sources, in the health panel.
_SOURCES = {
    "source_ok": QT_TRANSLATE_NOOP("Sentences", "Berjalan."),
    "source_never": QT_TRANSLATE_NOOP("Sentences", "Belum pernah dibaca."),
    "source_waiting": QT_TRANSLATE_NOOP("Sentences", "Menunggu kiriman pertama."),
    "source_manual": QT_TRANSLATE_NOOP("Sentences", "Diisi tangan."),
    "source_off": QT_TRANSLATE_NOOP("Sentences", "Dimatikan."),
    "source_conflicting": QT_TRANSLATE_NOOP(
        "Sentences", "{conflicting} laporan datang dua kali dengan isi lain; keduanya disimpan."
    ),
    "source_refused_records": QT_TRANSLATE_NOOP(
        "Sentences", "{refused} laporan tidak sesuai kontrak dan ditolak; sisanya tersimpan."
    ),
    "source_unauthorised": QT_TRANSLATE_NOOP(
        "Sentences", "Sumber menolak sandi ({status}); perbarui kuncinya."
    ),
    "source_status": QT_TRANSLATE_NOOP("Sentences", "Sumber menjawab galat {status}."),
    "source_tls": QT_TRANSLATE_NOOP("Sentences", "Sertifikat sumber tidak sah."),
    "source_timeout": QT_TRANSLATE_NOOP("Sentences", "Sumber tidak menjawab {seconds} detik."),
    "source_slow": QT_TRANSLATE_NOOP("Sentences", "Sumber terlalu lambat ({seconds} detik)."),
    "source_refused": QT_TRANSLATE_NOOP("Sentences", "Sumber tidak dapat dihubungi."),
    "source_broken_answer": QT_TRANSLATE_NOOP("Sentences", "Jawaban sumber terpotong."),
    "source_bad_url": QT_TRANSLATE_NOOP("Sentences", "Alamat sumber salah; perbaiki."),
    "orders_only_to_loopback": QT_TRANSLATE_NOOP(
        "Sentences", "Latihan hanya boleh mengirim perintah di dalam komputer ini."
    ),
    "source_bug": QT_TRANSLATE_NOOP("Sentences", "Kesalahan program saat membaca sumber."),
    "password_in_url": QT_TRANSLATE_NOOP(
        "Sentences", "Alamat memuat sandi; pindahkan ke gantungan kunci."
    ),
    "answer_too_large": QT_TRANSLATE_NOOP("Sentences", "Jawaban sumber terlalu besar."),
    "answer_too_deep": QT_TRANSLATE_NOOP("Sentences", "Jawaban sumber bertingkat terlalu dalam."),
    "answer_is_html": QT_TRANSLATE_NOOP("Sentences", "Sumber mengirim halaman web, bukan data."),
    "answer_not_contract": QT_TRANSLATE_NOOP("Sentences", "Jawaban sumber tidak sesuai kontrak."),
    "answer_not_utf8": QT_TRANSLATE_NOOP("Sentences", "Jawaban sumber bukan UTF-8."),
    "contract_unknown": QT_TRANSLATE_NOOP("Sentences", "Versi kontrak sumber tidak dikenal."),
}
# Alarms, by their type.
_ALARMS = {
    "order_unanswered": QT_TRANSLATE_NOOP("Sentences", "{unit} belum menjawab perintah #{number}"),
    "unowned_p1": QT_TRANSLATE_NOOP("Sentences", "#{number} P1 belum diambil"),
    "coverage_empty": QT_TRANSLATE_NOOP("Sentences", "{area} tanpa unit siap"),
    "source_down": QT_TRANSLATE_NOOP("Sentences", "Sumber {source} terputus"),
    "camera_down": QT_TRANSLATE_NOOP("Sentences", "{camera} terputus"),
    "clock_skewed": QT_TRANSLATE_NOOP("Sentences", "Jam sumber {source} melenceng"),
    "record_conflict": QT_TRANSLATE_NOOP(
        "Sentences", "Laporan {external_id} datang lagi dengan isi lain"
    ),
    "unit_silent": QT_TRANSLATE_NOOP("Sentences", "{unit} tidak memberi kabar"),
    "camera_outage": QT_TRANSLATE_NOOP(
        "Sentences", "{count} dari {total} kamera {owner} terputus di {host}"
    ),
    "camera_tampered": QT_TRANSLATE_NOOP("Sentences", "{camera}: {what}"),
    "crowd_surge": QT_TRANSLATE_NOOP(
        "Sentences", "{camera}: gerak orang jauh di atas biasanya, periksa"
    ),
    "order_conflict": QT_TRANSLATE_NOOP("Sentences", "{unit} diperintah ke dua kejadian"),
    "database_restored": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data dipulihkan dari cadangan {at}; kepala regu harus memeriksa"
    ),
    "backup_failed": QT_TRANSLATE_NOOP("Sentences", "Cadangan pusat data gagal: {why}"),
    "audit_broken": QT_TRANSLATE_NOOP("Sentences", "Catatan tidak utuh sejak entri {seq}"),
    "account_locked": QT_TRANSLATE_NOOP("Sentences", "Akun {name} terkunci: sandi salah berulang"),
}
# What the eyes suggest was done to a camera.
_EYES = {
    "eye_covered": QT_TRANSLATE_NOOP("Sentences", "lensa mungkin tertutup"),
    "eye_turned": QT_TRANSLATE_NOOP("Sentences", "arah kamera mungkin bergeser"),
    "eye_defocused": QT_TRANSLATE_NOOP("Sentences", "gambar mungkin kabur"),
    "eye_black": QT_TRANSLATE_NOOP("Sentences", "gambar hitam"),
    "eye_frozen": QT_TRANSLATE_NOOP("Sentences", "gambar membeku"),
    "detector_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas model detektor tidak ada; detektor tidak dipakai."
    ),
    "detector_changed": QT_TRANSLATE_NOOP(
        "Sentences", "Model detektor bukan yang ditetapkan (SHA-256 lain); detektor tidak dipakai."
    ),
    "detector_not_installed": QT_TRANSLATE_NOOP(
        "Sentences", "Paket detektor belum dipasang; detektor tidak dipakai."
    ),
    "detector_unusable": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas itu bukan model detektor yang dikenal; detektor tidak dipakai."
    ),
}
# Putting alarms aside and telling the owner.
_ALARM_ACTS = {
    "alarm.shelved": QT_TRANSLATE_NOOP("Sentences", "Alarm ditunda {minutes} menit."),
    "outage.reported": QT_TRANSLATE_NOOP(
        "Sentences", "Teks laporan disalin; kirim sendiri ke {addressee}, waktunya sudah dicatat."
    ),
    "alarm_not_shelvable": QT_TRANSLATE_NOOP(
        "Sentences", "Alarm paling mendesak tidak dapat ditunda; tanggapi."
    ),
    "alarm_is_over": QT_TRANSLATE_NOOP("Sentences", "Alarm ini sudah selesai."),
    "shelve_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis mengapa alarm ditunda."),
    "shelve_too_long": QT_TRANSLATE_NOOP("Sentences", "Paling lama {minutes} menit."),
    "no_outage": QT_TRANSLATE_NOOP("Sentences", "Tidak ada gangguan kamera yang perlu dilaporkan."),
}
# Moving a camera.
_CONTROL = {
    "camera_not_movable": QT_TRANSLATE_NOOP("Sentences", "{camera} tidak dapat digerakkan."),
    "camera_held": QT_TRANSLATE_NOOP(
        "Sentences", "{camera} dipegang {by} sampai {until}; tunggu atau minta dilepas."
    ),
    "camera_lost": QT_TRANSLATE_NOOP("Sentences", "{camera} kini dipegang {by}."),
    "takeover_needs_reason": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis alasan mengambil {camera} dari {by}."
    ),
    "ptz_unauthorised": QT_TRANSLATE_NOOP(
        "Sentences", "Kamera menolak sandi kendali; perbarui di gantungan kunci."
    ),
    "ptz_forbidden": QT_TRANSLATE_NOOP("Sentences", "Kamera melarang akun ini menggerakkannya."),
    "ptz_not_found": QT_TRANSLATE_NOOP(
        "Sentences", "Kamera tidak mengenal posisi atau alamat kendali itu."
    ),
    "ptz_unsupported": QT_TRANSLATE_NOOP("Sentences", "Kamera ini tidak dapat digerakkan."),
    "ptz_refused": QT_TRANSLATE_NOOP("Sentences", "Kendali kamera tidak dapat dihubungi."),
    "ptz_unreachable": QT_TRANSLATE_NOOP("Sentences", "Kendali kamera tidak terjangkau."),
    "ptz_unresolvable": QT_TRANSLATE_NOOP("Sentences", "Alamat kendali kamera tidak dikenal."),
    "ptz_timeout": QT_TRANSLATE_NOOP(
        "Sentences", "Kendali kamera tidak menjawab; gerakan berhenti sendiri dalam 1 detik."
    ),
    "ptz_server_error": QT_TRANSLATE_NOOP("Sentences", "Kendali kamera menjawab galat."),
    "ptz_garbage": QT_TRANSLATE_NOOP("Sentences", "Jawaban kendali kamera tidak terbaca."),
    "ptz_ended": QT_TRANSLATE_NOOP("Sentences", "Sambungan kendali kamera terputus."),
    "ptz_tls": QT_TRANSLATE_NOOP("Sentences", "Sertifikat kendali kamera tidak sah."),
    "ptz_blocked_host": QT_TRANSLATE_NOOP(
        "Sentences", "Alamat kendali kamera di luar yang diizinkan ruang ini."
    ),
    "ptz_internal": QT_TRANSLATE_NOOP("Sentences", "Kesalahan program saat menggerakkan kamera."),
}
SENTENCES: Mapping[str, str] = {
    **_DONE,
    **_CAMERAS,
    **_REASONS,
    **_REFUSED,
    **_DATABASE,
    **CONNECTION,
    **_SOURCES,
    **_ALARMS,
    **_EYES,
    **_ALARM_ACTS,
    **_CONTROL,
    **ADVICE,
    **AUDIT,
    **CALLS,
    **DATABASE,
    **FIGURES,
    **FIRST_RUN,
    **FAULTS,
    **DUPLICATES,
    **ELECTION,
    **GATEWAY,
    **SOURCES,
    **OFFLINE,
    **PEOPLE,
    **PLANNED,
    **PLAYBACK,
    **EXERCISE,
    **REPLIES,
    **RADIO,
    **REFERRALS,
    **ROADS,
    **ROSTER,
    **PLACES,
    **REPORTS,
    **EARLY,
    **OPERATIONS,
    **RUN_CARDS,
    **ORDER_ROUTES,
    **ORDERS,
    **NOTES,
    **HANDOVER,
    **HOSPITALS,
    **INSTRUCTIONS,
    **SERVER,
    **SETTINGS,
    **SUPPORT,
    **SYSTEMS,
    **TABLES,
    **TOGETHER,
    **TRIAGE,
    **COMMANDLINE,
    **UNITS,
    **UPDATES,
}


def sentence(code: str, params: Mapping[str, object], situation: Situation | None = None) -> str:
    """The sentence of a code in the language of the screen, as plain text.

    Values from outside are cut to 120 characters; a missing one shows as "?". An unknown code is
    shown as it is: better an odd word than silence.
    """
    source = SENTENCES.get(code)
    if source is None:
        return code
    text = translate("Sentences", source)
    return _HOLE.sub(lambda hole: _value(params.get(hole.group(1)), hole.group(1), situation), text)


def _value(value: object, name: str, situation: Situation | None) -> str:
    if name == "by":
        return _person(value, situation)
    if name in _NUMBERS and str(value).isdigit():
        return str(value).zfill(4)
    if value is None:
        return "?"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return str(value)[:_MAX_VALUE]


def _person(value: object, situation: Situation | None) -> str:
    person = situation.staff(str(value)) if situation is not None and value else None
    return person.name[:_MAX_VALUE] if person else translate("Sentences", "Orang lain")
