"""The doctor's findings in the language of the screen; the terminal has them in English."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.ui.i18n import QT_TRANSLATE_NOOP

CHECKS: Mapping[str, str] = {
    "settings": QT_TRANSLATE_NOOP("Doctor", "Setelan"),
    "folders": QT_TRANSLATE_NOOP("Doctor", "Folder"),
    "space": QT_TRANSLATE_NOOP("Doctor", "Ruang cakram"),
    "keyring": QT_TRANSLATE_NOOP("Doctor", "Penyimpan sandi"),
    "window": QT_TRANSLATE_NOOP("Doctor", "Jendela"),
    "time": QT_TRANSLATE_NOOP("Doctor", "Jam dan zona waktu"),
    "database": QT_TRANSLATE_NOOP("Doctor", "Pusat data"),
    "clock": QT_TRANSLATE_NOOP("Doctor", "Jam server"),
    "administrator": QT_TRANSLATE_NOOP("Doctor", "Administrator"),
    "backup": QT_TRANSLATE_NOOP("Doctor", "Cadangan"),
    "city": QT_TRANSLATE_NOOP("Doctor", "Kota"),
    "sources": QT_TRANSLATE_NOOP("Doctor", "Sumber laporan"),
    "replies": QT_TRANSLATE_NOOP("Doctor", "Balasan ke sumber"),
    "cameras": QT_TRANSLATE_NOOP("Doctor", "Kamera"),
    "directories": QT_TRANSLATE_NOOP("Doctor", "Direktori kamera"),
    "relay": QT_TRANSLATE_NOOP("Doctor", "Relai kamera"),
    "gateway": QT_TRANSLATE_NOOP("Doctor", "Gateway"),
    "witness": QT_TRANSLATE_NOOP("Doctor", "Saksi catatan"),
    "updates": QT_TRANSLATE_NOOP("Doctor", "Pembaruan program"),
}
WHAT: Mapping[str, str] = {
    "settings_fault": QT_TRANSLATE_NOOP("Doctor", "Setelan tidak dapat dipakai: {cause}"),
    "settings_left": QT_TRANSLATE_NOOP("Doctor", "Komputer ini baru disiapkan sebagian."),
    "settings_unused": QT_TRANSLATE_NOOP("Doctor", "Tertulis tetapi tidak dipakai: {cause}"),
    "settings_none": QT_TRANSLATE_NOOP(
        "Doctor", "Belum ada yang disetel di komputer ini; bawaan program yang dipakai."
    ),
    "settings_ok": QT_TRANSLATE_NOOP("Doctor", "Yang berlaku tertulis di {files}."),
    "keyring_ok": QT_TRANSLATE_NOOP("Doctor", "Penyimpan sandi sistem menyimpan rahasia."),
    "keyring_none": QT_TRANSLATE_NOOP("Doctor", "Komputer ini tidak punya penyimpan sandi."),
    "folders_closed": QT_TRANSLATE_NOOP("Doctor", "Tidak dapat ditulis: {names}."),
    "folders_ok": QT_TRANSLATE_NOOP("Doctor", "Folder data, setelan, dan catatan dapat ditulis."),
    "space": QT_TRANSLATE_NOOP("Doctor", "Sisa {free} untuk ruang, bukti, dan cadangan."),
    "window_libraries": QT_TRANSLATE_NOOP("Doctor", "Pustaka jendela tidak ada: {names}."),
    "window_fonts": QT_TRANSLATE_NOOP(
        "Doctor", "Tidak ada huruf terpasang, jadi tidak ada teks yang tampil."
    ),
    "window_display": QT_TRANSLATE_NOOP(
        "Doctor", "Tidak ada layar dari sini, jadi jendela tidak dapat dibuka."
    ),
    "window_ok": QT_TRANSLATE_NOOP(
        "Doctor", "Layar, huruf, dan pustaka ada; kartu grafis tidak diperlukan."
    ),
    "time_zone": QT_TRANSLATE_NOOP("Doctor", "Zona waktu komputer ini bukan zona {city} ({zone})."),
    "time_unkept": QT_TRANSLATE_NOOP("Doctor", "Jam komputer ini tidak dijaga server waktu."),
    "time_kept": QT_TRANSLATE_NOOP("Doctor", "Zona waktu sesuai kota; jam dijaga server waktu."),
    "time_untold": QT_TRANSLATE_NOOP(
        "Doctor", "Zona waktu sesuai kota; siapa penjaga jam tidak disebut di sini."
    ),
    "database_fault": QT_TRANSLATE_NOOP("Doctor", "{cause}"),
    "database_none": QT_TRANSLATE_NOOP("Doctor", "Belum ada ruang."),
    "database_empty": QT_TRANSLATE_NOOP("Doctor", "Pusat data itu tidak berisi ruang."),
    "database_other": QT_TRANSLATE_NOOP(
        "Doctor", "Pusat data itu berisi ruang jenis lain ({kind})."
    ),
    "database_older": QT_TRANSLATE_NOOP(
        "Doctor", "Skema {revision} lebih lama daripada program ini."
    ),
    "database_ok": QT_TRANSLATE_NOOP("Doctor", "{name} menjawab, skema {revision}."),
    "clock_none": QT_TRANSLATE_NOOP("Doctor", "Ruang ada di komputer ini: tidak ada jam lain."),
    "clock_slow": QT_TRANSLATE_NOOP(
        "Doctor", "Server menjawab terlalu lambat untuk membandingkan jam."
    ),
    "clock_ahead": QT_TRANSLATE_NOOP(
        "Doctor", "Jam komputer ini {seconds} detik lebih cepat daripada jam server."
    ),
    "clock_behind": QT_TRANSLATE_NOOP(
        "Doctor", "Jam komputer ini {seconds} detik lebih lambat daripada jam server."
    ),
    "clock_ok": QT_TRANSLATE_NOOP("Doctor", "Jam komputer ini dan jam server sama."),
    "administrator_ok": QT_TRANSLATE_NOOP("Doctor", "Ruang punya administrator."),
    "administrator_none": QT_TRANSLATE_NOOP(
        "Doctor", "Tidak ada yang boleh menambah orang di ruang ini."
    ),
    "backup_none": QT_TRANSLATE_NOOP("Doctor", "Belum ada cadangan ruang yang baik."),
    "backup_at": QT_TRANSLATE_NOOP("Doctor", "Cadangan baik terakhir berumur {hours} jam."),
    "backup_future": QT_TRANSLATE_NOOP("Doctor", "Cadangan terakhir bertanggal di masa depan."),
    "city_fault": QT_TRANSLATE_NOOP("Doctor", "Data kota tidak terbaca: {reason}."),
    "city_unbounded": QT_TRANSLATE_NOOP(
        "Doctor", "{name} tanpa batas wilayah; wilayah hanya dikira-kira."
    ),
    "city_ok": QT_TRANSLATE_NOOP("Doctor", "{name}, dengan batas wilayah."),
    "sources_none": QT_TRANSLATE_NOOP(
        "Doctor", "Belum ada sumber laporan; telepon tetap dapat diketik."
    ),
    "sources_down": QT_TRANSLATE_NOOP("Doctor", "Tidak terjangkau: {names}."),
    "sources_unheard": QT_TRANSLATE_NOOP("Doctor", "Belum pernah terdengar: {names}."),
    "sources_ok": QT_TRANSLATE_NOOP("Doctor", "{count} tersambung, semua terdengar."),
    "replies_refused": QT_TRANSLATE_NOOP(
        "Doctor",
        "Balasan tidak dapat dikirim ke: {names}. Alamatnya bukan https, atau"
        " tidak termasuk tujuan pesan keluar.",
    ),
    "replies_lost": QT_TRANSLATE_NOOP("Doctor", "Tujuan balasan tidak ditemukan: {names}."),
    "replies_any": QT_TRANSLATE_NOOP("Doctor", "Balasan pergi ke alamat yang disebut sumbernya."),
    "replies_ok": QT_TRANSLATE_NOOP(
        "Doctor", "Balasan pergi ke {count} host yang disebut, semua ditemukan."
    ),
    "cameras_none": QT_TRANSLATE_NOOP("Doctor", "Ruang belum punya kamera."),
    "cameras_lost": QT_TRANSLATE_NOOP("Doctor", "Tidak satu pun alamat kamera ditemukan: {names}."),
    "cameras_some_lost": QT_TRANSLATE_NOOP("Doctor", "Sebagian alamat tidak ditemukan: {names}."),
    "cameras_ok": QT_TRANSLATE_NOOP("Doctor", "{count} kamera; contoh alamatnya ditemukan."),
    "directories_fault": QT_TRANSLATE_NOOP("Doctor", "{cause}"),
    "directories_none": QT_TRANSLATE_NOOP(
        "Doctor", "Tidak ada direktori kamera yang diberikan kepada komputer ini."
    ),
    "directories_key": QT_TRANSLATE_NOOP(
        "Doctor", "Kunci direktori kamera tidak ada di penyimpan sandi: {names}."
    ),
    "directories_ca": QT_TRANSLATE_NOOP(
        "Doctor", "Sertifikat direktori kamera tidak terbaca: {names}."
    ),
    "directories_lost": QT_TRANSLATE_NOOP(
        "Doctor", "Host direktori kamera tidak ditemukan: {names}."
    ),
    "directories_ok": QT_TRANSLATE_NOOP(
        "Doctor", "{count} diberikan, lengkap dengan yang diperlukan."
    ),
    "relay_none": QT_TRANSLATE_NOOP("Doctor", "Komputer ini membaca kamera sendiri."),
    "relay_good": QT_TRANSLATE_NOOP("Doctor", "Relai {address} menjawab dan mengenal tokennya."),
    "relay_silent": QT_TRANSLATE_NOOP("Doctor", "Relai {address} tidak menjawab."),
    "relay_refused": QT_TRANSLATE_NOOP("Doctor", "Relai {address} menolak token komputer ini."),
    "relay_unnamed": QT_TRANSLATE_NOOP(
        "Doctor", "Relai {address} disetel, tetapi tokennya tidak ada di komputer ini."
    ),
    "relay_strange": QT_TRANSLATE_NOOP(
        "Doctor", "Yang menjawab di {address} bukan relai program ini."
    ),
    "relay_untrusted": QT_TRANSLATE_NOOP(
        "Doctor", "Sertifikat relai {address} tidak dipercaya komputer ini."
    ),
    "gateway_none": QT_TRANSLATE_NOOP("Doctor", "Sumber tidak mengirim ke komputer ini."),
    "gateway_fault": QT_TRANSLATE_NOOP("Doctor", "{cause}"),
    "gateway_here": QT_TRANSLATE_NOOP("Doctor", "{listen}, hanya untuk komputer ini."),
    "gateway_ended": QT_TRANSLATE_NOOP("Doctor", "Sertifikat gateway berakhir pada {day}."),
    "gateway_ends": QT_TRANSLATE_NOOP("Doctor", "Sertifikat gateway akan berakhir pada {day}."),
    "gateway_ok": QT_TRANSLATE_NOOP("Doctor", "{listen}, sertifikatnya berlaku sampai {day}."),
    "witness_none": QT_TRANSLATE_NOOP(
        "Doctor", "Yang dilihat dari catatan disimpan di komputer ini saja."
    ),
    "witness_away": QT_TRANSLATE_NOOP("Doctor", "{folder} tidak ada atau tidak dapat ditulis."),
    "witness_ok": QT_TRANSLATE_NOOP("Doctor", "{folder} dapat ditulis."),
    "updates_unneeded": QT_TRANSLATE_NOOP(
        "Doctor", "Program ini tidak dipasang sebagai paket; tidak ada yang memperbaruinya."
    ),
    "updates_fault": QT_TRANSLATE_NOOP("Doctor", "{cause}"),
    "updates_none": QT_TRANSLATE_NOOP("Doctor", "Asal versi baru belum disetel."),
    "updates_ok": QT_TRANSLATE_NOOP("Doctor", "{source} menjawab."),
    "updates_end": QT_TRANSLATE_NOOP(
        "Doctor",
        "Tanda tangan di {source} berakhir pada {day}; sesudah itu tidak ada yang diambil darinya.",
    ),
    "updates_until": QT_TRANSLATE_NOOP(
        "Doctor", "{source} menjawab, tanda tangannya berlaku sampai {day}."
    ),
    "unseen_no_room": QT_TRANSLATE_NOOP("Doctor", "Belum diperiksa: ruang belum ada."),
    "unseen_silent": QT_TRANSLATE_NOOP("Doctor", "Belum diperiksa: ruang tidak menjawab."),
}
DO: Mapping[str, str] = {
    "correct_settings": QT_TRANSLATE_NOOP(
        "Doctor", "Perbaiki {file}, atau pindahkan lalu siapkan komputer ini dari awal."
    ),
    "go_on": QT_TRANSLATE_NOOP(
        "Doctor", "Buka program: halaman penyiapan berlanjut dari tempat terakhir."
    ),
    "correct_there": QT_TRANSLATE_NOOP(
        "Doctor", "Perbaiki di sana; halaman Pengaturan menyebut apa yang berlaku."
    ),
    "guided_page": QT_TRANSLATE_NOOP("Doctor", "Buka program dan ikuti halaman penyiapan."),
    "get_keyring": QT_TRANSLATE_NOOP(
        "Doctor",
        "Pasang satu, misalnya gnome-keyring, atau simpan kata sandi di ~/.pgpass untuk Anda saja.",
    ),
    "get_keyring_windows": QT_TRANSLATE_NOOP(
        "Doctor",
        "Jalankan layanan Credential Manager (VaultSvc), atau simpan kata sandi di"
        " %APPDATA%\\postgresql\\pgpass.conf.",
    ),
    "own_folders": QT_TRANSLATE_NOOP(
        "Doctor", "Berikan folder itu kepada akun ini: chown -R dan chmod u+rwx."
    ),
    "own_folders_windows": QT_TRANSLATE_NOOP(
        "Doctor", "Beri akun ini hak mengubahnya: Properties, Security."
    ),
    "free_space": QT_TRANSLATE_NOOP(
        "Doctor", "Kosongkan ruang, atau pindahkan folder data ke cakram yang lebih besar."
    ),
    "get_libraries": QT_TRANSLATE_NOOP(
        "Doctor", "Pasang lewat paket sistem, atau pasang Pusat Komando dari paketnya."
    ),
    "get_font": QT_TRANSLATE_NOOP(
        "Doctor", "Pasang satu, misalnya fonts-inter atau fonts-dejavu-core."
    ),
    "from_desktop": QT_TRANSLATE_NOOP(
        "Doctor", "Di server memang begitu; di meja operator, buka program dari desktop."
    ),
    "set_zone": QT_TRANSLATE_NOOP("Doctor", "timedatectl set-timezone {zone}"),
    "set_zone_windows": QT_TRANSLATE_NOOP(
        "Doctor", "Di Settings Windows, Date and time: pilih zona {offset}."
    ),
    "set_ntp": QT_TRANSLATE_NOOP(
        "Doctor", "timedatectl set-ntp true, dengan server waktu yang terjangkau dari sini."
    ),
    "check_address": QT_TRANSLATE_NOOP(
        "Doctor", "Periksa alamat dan servernya, lalu periksa lagi."
    ),
    "found_room": QT_TRANSLATE_NOOP(
        "Doctor", "Buka program dan ikuti halaman penyiapan, atau command-center db init."
    ),
    "init": QT_TRANSLATE_NOOP("Doctor", "Jalankan command-center db init."),
    "name_other": QT_TRANSLATE_NOOP("Doctor", "Sebut pusat data lain di Pengaturan."),
    "upgrade": QT_TRANSLATE_NOOP(
        "Doctor",
        "Pemilik server menjalankan command-center db upgrade; ruang dalam berkas"
        " diperbarui saat dibuka.",
    ),
    "look_at_network": QT_TRANSLATE_NOOP("Doctor", "Periksa jaringan."),
    "same_time": QT_TRANSLATE_NOOP("Doctor", "Pakai server waktu yang sama untuk keduanya."),
    "owner_init": QT_TRANSLATE_NOOP("Doctor", "Pemilik server menjalankan command-center db init."),
    "room_asks": QT_TRANSLATE_NOOP("Doctor", "Buka program: ia akan menanyakannya."),
    "back_up": QT_TRANSLATE_NOOP(
        "Doctor", "Jalankan command-center db backup; pemilik server menjadwalkannya."
    ),
    "back_up_again": QT_TRANSLATE_NOOP(
        "Doctor", "Jalankan command-center db backup dan cari mengapa tidak dibuat sendiri."
    ),
    "check_clocks": QT_TRANSLATE_NOOP("Doctor", "Periksa semua jam."),
    "set_pack": QT_TRANSLATE_NOOP("Doctor", "Setel kota yang ada, atau pasang program lagi."),
    "import_boundaries": QT_TRANSLATE_NOOP("Doctor", "command-center import boundaries BERKAS"),
    "add_source": QT_TRANSLATE_NOOP("Doctor", "command-center source add ID URL"),
    "list_sources": QT_TRANSLATE_NOOP(
        "Doctor", "command-center source list, lalu periksa alamat dan jaringannya."
    ),
    "let_send": QT_TRANSLATE_NOOP(
        "Doctor", "Buka ruang atau command-center intake, lalu minta mereka mengirim."
    ),
    "correct_replies": QT_TRANSLATE_NOOP(
        "Doctor", "Perbaiki tujuan pesan keluar di Pengaturan, atau alamat balasan sumbernya."
    ),
    "look_at_names": QT_TRANSLATE_NOOP("Doctor", "Periksa jaringan dan server nama komputer ini."),
    "import_cameras": QT_TRANSLATE_NOOP("Doctor", "command-center import cameras BERKAS"),
    "ask_owner": QT_TRANSLATE_NOOP("Doctor", "Tanyakan kepada pemilik kamera itu."),
    "correct_directories": QT_TRANSLATE_NOOP(
        "Doctor", "Perbaiki directories.toml di sebelah setelan."
    ),
    "give_key": QT_TRANSLATE_NOOP(
        "Doctor",
        "command-center cameras access NAMA --url URL --key-header NAMA menanyakan kuncinya.",
    ),
    "give_ca": QT_TRANSLATE_NOOP(
        "Doctor",
        "Kembalikan berkasnya, atau sebut yang lain dengan command-center cameras"
        " access --ca-file.",
    ),
    "give_token": QT_TRANSLATE_NOOP(
        "Doctor", "command-center relay --keep-token menanyakan token milik relai."
    ),
    "start_relay": QT_TRANSLATE_NOOP(
        "Doctor", "Jalankan command-center relay di sana, dan periksa jaringan di antaranya."
    ),
    "correct_relay": QT_TRANSLATE_NOOP("Doctor", "Perbaiki alamat relai di Pengaturan."),
    "trust_relay": QT_TRANSLATE_NOOP(
        "Doctor",
        "Sebut sertifikat penerbitnya pada Sertifikat kamera di Pengaturan, atau perbarui"
        " sertifikat relai.",
    ),
    "correct_gateway": QT_TRANSLATE_NOOP(
        "Doctor", "Perbaiki gerbang, sertifikat, dan kuncinya di Pengaturan."
    ),
    "renew": QT_TRANSLATE_NOOP(
        "Doctor", "Minta yang baru dan taruh berkasnya di tempat yang sama."
    ),
    "set_witness": QT_TRANSLATE_NOOP(
        "Doctor", "Setel saksi catatan ke folder di jaringan atau flashdisk."
    ),
    "connect_witness": QT_TRANSLATE_NOOP(
        "Doctor", "Sambungkan, atau setel saksi catatan ke folder lain."
    ),
    "check_updates": QT_TRANSLATE_NOOP("Doctor", "Lalu periksa sumbernya di Pembaruan program."),
    "set_updates": QT_TRANSLATE_NOOP(
        "Doctor",
        "Setel asal versi baru ke folder atau https://HOST/JALUR, atau bawa dengan flashdisk.",
    ),
    "fresh_copy": QT_TRANSLATE_NOOP("Doctor", "Minta salinan baru kepada pembuat rilis."),
    "set_up_first": QT_TRANSLATE_NOOP("Doctor", "Siapkan ruang dahulu."),
    "repair_first": QT_TRANSLATE_NOOP("Doctor", "Perbaiki pusat data dahulu."),
}
