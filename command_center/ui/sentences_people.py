"""Sentences about who signs in and who works in the room; merged in ui.sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

PEOPLE = {
    "person.signed_in": QT_TRANSLATE_NOOP("Sentences", "Masuk dicatat."),
    "password.changed": QT_TRANSLATE_NOOP("Sentences", "Kata sandi diganti."),
    "staff.added": QT_TRANSLATE_NOOP("Sentences", "{name} ditambahkan."),
    "staff.changed": QT_TRANSLATE_NOOP("Sentences", "Data {name} disimpan."),
    "staff.left": QT_TRANSLATE_NOOP("Sentences", "{name} tidak dapat masuk lagi."),
    "sign_in_first": QT_TRANSLATE_NOOP("Sentences", "Masuk dahulu."),
    "no_sign_in_here": QT_TRANSLATE_NOOP(
        "Sentences", "Ruang latihan dan putar ulang tidak memakai kata sandi."
    ),
    "sign_in_refused": QT_TRANSLATE_NOOP(
        "Sentences", "Nama masuk atau kata sandi salah; setelah 5 kali terkunci 15 menit."
    ),
    "sign_in_locked": QT_TRANSLATE_NOOP(
        "Sentences", "Akun terkunci sebentar; tunggu atau minta administrator."
    ),
    "sign_in_not_remembered": QT_TRANSLATE_NOOP(
        "Sentences",
        "Pusat data tidak terjangkau; di sini hanya bisa masuk yang masuk dalam 24 jam terakhir.",
    ),
    "sign_in_not_kept": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas orang di komputer ini tidak dapat ditulis; hubungi administrator."
    ),
    "sign_in_needs_database": QT_TRANSLATE_NOOP(
        "Sentences", "Perlu pusat data; coba lagi setelah tersambung."
    ),
    "sign_in_params": QT_TRANSLATE_NOOP(
        "Sentences", "Kata sandi disimpan dengan cara yang tidak dikenal; perbarui program."
    ),
    "sign_in_again": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data tersambung lagi; masukkan kata sandi Anda."
    ),
    "sign_in_ends": QT_TRANSLATE_NOOP(
        "Sentences", "Waktu masuk Anda habis pukul {at}; kunci lalu buka lagi kapan saja."
    ),
    "sign_in_ended": QT_TRANSLATE_NOOP(
        "Sentences", "Waktu masuk 12 jam habis; masukkan kata sandi lagi."
    ),
    "seat_idle": QT_TRANSLATE_NOOP("Sentences", "Lama tidak dipakai; masukkan kata sandi."),
    "staff_has_left": QT_TRANSLATE_NOOP("Sentences", "Orang ini sudah tidak bertugas di ruang."),
    "staff_left": QT_TRANSLATE_NOOP("Sentences", "Orang ini sudah tidak bertugas di ruang."),
    "needs_db_init": QT_TRANSLATE_NOOP(
        "Sentences", "Pemegang server menjalankan: command-center db init"
    ),
    "administrator_exists": QT_TRANSLATE_NOOP("Sentences", "Ruang sudah punya administrator."),
    "administrator_unfinished": QT_TRANSLATE_NOOP(
        "Sentences",
        "Administrator {login} dibuat, tetapi terputus sebelum kata sandinya disimpan; pakai nama"
        " masuk {login}.",
    ),
    "last_administrator": QT_TRANSLATE_NOOP(
        "Sentences", "Administrator terakhir harus tetap; angkat yang lain dahulu."
    ),
    "login_form": QT_TRANSLATE_NOOP(
        "Sentences", "Nama masuk 3-40 huruf kecil, angka, titik, garis bawah, atau setrip."
    ),
    "login_taken": QT_TRANSLATE_NOOP("Sentences", "Nama masuk {login} sudah dipakai."),
    "name_missing": QT_TRANSLATE_NOOP("Sentences", "Tulis nama orangnya."),
    "role_of_machines": QT_TRANSLATE_NOOP("Sentences", "Peran itu bukan untuk orang."),
    "liaison_needs_agency": QT_TRANSLATE_NOOP("Sentences", "Pilih instansi penghubung."),
    "unit_of_other_agency": QT_TRANSLATE_NOOP(
        "Sentences", "{unit} bukan unit instansi Anda; minta operator."
    ),
    "not_your_agency": QT_TRANSLATE_NOOP("Sentences", "Bukan unit instansi Anda."),
    "password_too_short": QT_TRANSLATE_NOOP("Sentences", "Kata sandi paling sedikit 10 huruf."),
    "password_too_long": QT_TRANSLATE_NOOP("Sentences", "Kata sandi paling banyak 128 huruf."),
    "password_holds_login": QT_TRANSLATE_NOOP("Sentences", "Kata sandi jangan memuat nama masuk."),
    "password_too_simple": QT_TRANSLATE_NOOP(
        "Sentences", "Kata sandi terlalu mudah: pakai lebih banyak huruf berbeda."
    ),
    "password_same": QT_TRANSLATE_NOOP("Sentences", "Kata sandi baru harus lain dari yang lama."),
    "passwords_differ": QT_TRANSLATE_NOOP("Sentences", "Kedua kata sandi tidak sama; ulangi."),
    "select_person": QT_TRANSLATE_NOOP("Sentences", "Pilih orang dahulu."),
}
