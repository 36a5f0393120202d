"""Sentences about settings of this machine: what is wrong with which, and what would do."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

SETTINGS = {
    "room.targets": QT_TRANSLATE_NOOP("Sentences", "Target dan batas waktu ruang disimpan."),
    "target_lead_first": QT_TRANSLATE_NOOP(
        "Sentences", "Kepala regu tidak boleh didering lebih awal daripada semua meja."
    ),
    "target_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Batas waktu {name} tidak dikenal program ini: perbarui program di mesin ini."
    ),
    "target_wrong": QT_TRANSLATE_NOOP("Sentences", "{name} harus {low} sampai {high} detik."),
    "setting_file_large": QT_TRANSLATE_NOOP(
        "Sentences", "{where} lebih besar dari {limit} kB; itu bukan berkas pengaturan."
    ),
    "setting_file_newer": QT_TRANSLATE_NOOP(
        "Sentences",
        "{where} berversi {version}, program ini mengenal {newest}: perbarui program; berkasnya"
        " dibiarkan.",
    ),
    "setting_file_open": QT_TRANSLATE_NOOP(
        "Sentences", "{where} boleh ditulis siapa saja; cabut hak itu lalu buka lagi."
    ),
    "setting_file_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "{where} tidak terbaca pada baris {line}; perbaiki dengan penyunting teks."
    ),
    "setting_file_version": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: version harus bilangan bulat."
    ),
    "setting_holds_password": QT_TRANSLATE_NOOP(
        "Sentences",
        "{where}: {option} memuat pengguna atau kata sandi; simpan di penyimpan sandi mesin.",
    ),
    "setting_no_file": QT_TRANSLATE_NOOP("Sentences", "{option}: berkas {file} tidak ada."),
    "setting_no_folder": QT_TRANSLATE_NOOP("Sentences", "{option}: folder {file} tidak ada."),
    "setting_no_keyring": QT_TRANSLATE_NOOP(
        "Sentences",
        "Mesin ini tanpa penyimpan sandi, {option} tidak disimpan; tulis di settings.toml.",
    ),
    "setting_not_choice": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus salah satu dari {known}."
    ),
    "setting_not_database": QT_TRANSLATE_NOOP(
        "Sentences",
        "{where}: {option} harus sqlite:///BERKAS atau postgresql+psycopg://PENGGUNA@HOST/NAMA.",
    ),
    "setting_not_hex": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus {digits} angka heksadesimal."
    ),
    "setting_not_hosts": QT_TRANSLATE_NOOP(
        "Sentences",
        "{where}: {option} harus nama host dipisah koma, paling banyak {limit}, tanpa http://.",
    ),
    "setting_not_listen": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus ANGKA:PORT, misalnya 0.0.0.0:8470."
    ),
    "setting_not_releases": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus https://HOST/JALUR atau folder dengan jalur lengkap."
    ),
    "setting_not_switch": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus true atau false."
    ),
    "setting_not_text": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus teks dalam tanda kutip."
    ),
    "setting_not_web": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus http://HOST:PORT atau https://HOST:PORT."
    ),
    "setting_not_whole": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus bilangan bulat {low} sampai {high}."
    ),
    "setting_secret_short": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} paling sedikit {least} huruf."
    ),
    "setting_secret_typed": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} rahasia dan tidak diambil dari baris perintah."
    ),
    "setting_suffix": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus berkas berakhiran {known}."
    ),
    "setting_too_long": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} paling panjang {limit} huruf."
    ),
    "setting_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "{where} menyetel {option}, yang tidak ada; yang paling mirip: {close}."
    ),
    "setting_unprintable": QT_TRANSLATE_NOOP(
        "Sentences", "{where}: {option} harus satu baris teks."
    ),
    "setting_kept": QT_TRANSLATE_NOOP("Sentences", "Pengaturan “{name}” disimpan."),
    "settings_not_written": QT_TRANSLATE_NOOP(
        "Sentences", "{file} tidak dapat ditulis dan tetap seperti semula; periksa hak dan cakram."
    ),
}
