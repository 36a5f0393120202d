"""What this machine's options are called and mean on the screen, and who says what counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from command_center.runtime.options import Kind, Option, Subject, Value
from command_center.runtime.setting_layers import Layer, Standing, WrongSetting
from command_center.ui.detail.words import fill
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate

TITLES: Mapping[str, str] = {
    "database": QT_TRANSLATE_NOOP("Settings", "Basis data ruang"),
    "pack": QT_TRANSLATE_NOOP("Settings", "Kota"),
    "detector_model": QT_TRANSLATE_NOOP("Settings", "Model pendeteksi"),
    "detector_sha256": QT_TRANSLATE_NOOP("Settings", "SHA-256 model"),
    "relay": QT_TRANSLATE_NOOP("Settings", "Relai kamera"),
    "relay_token": QT_TRANSLATE_NOOP("Settings", "Token relai"),
    "camera_certificates": QT_TRANSLATE_NOOP("Settings", "Sertifikat kamera"),
    "cameras_on_demand": QT_TRANSLATE_NOOP("Settings", "Kamera atas permintaan"),
    "witness": QT_TRANSLATE_NOOP("Settings", "Saksi catatan"),
    "reply_hosts": QT_TRANSLATE_NOOP("Settings", "Tujuan pesan keluar"),
    "public_feed": QT_TRANSLATE_NOOP("Settings", "Angka untuk umum"),
    "map_tiles": QT_TRANSLATE_NOOP("Settings", "Gambar dasar peta"),
    "lock_after_min": QT_TRANSLATE_NOOP("Settings", "Kunci otomatis"),
    "observer_distance_m": QT_TRANSLATE_NOOP("Settings", "Jarak baca dinding"),
    "observer_diagonal_in": QT_TRANSLATE_NOOP("Settings", "Ukuran layar dinding"),
    "observer_seconds": QT_TRANSLATE_NOOP("Settings", "Lama tiap halaman dinding"),
    "gateway": QT_TRANSLATE_NOOP("Settings", "Gerbang laporan"),
    "gateway_certificate": QT_TRANSLATE_NOOP("Settings", "Sertifikat gerbang"),
    "gateway_key": QT_TRANSLATE_NOOP("Settings", "Kunci sertifikat gerbang"),
    "gateway_secret": QT_TRANSLATE_NOOP("Settings", "Rahasia kunci sumber"),
}
MEANINGS: Mapping[str, str] = {
    "database": QT_TRANSLATE_NOOP(
        "Settings",
        "sqlite:///BERKAS atau postgresql+psycopg://PENGGUNA@HOST/NAMA. Kosong: berkas SQLite di"
        " folder data. Kata sandinya di penyimpan sandi atau berkas sandi, tidak di sini.",
    ),
    "pack": QT_TRANSLATE_NOOP(
        "Settings",
        "Kota bagi ruang yang didirikan di mesin ini. Ruang yang sudah ada tetap pada kotanya.",
    ),
    "detector_model": QT_TRANSLATE_NOOP(
        "Settings",
        "Berkas model ONNX untuk melihat gambar kamera di mesin ini. Kosong: tanpa pendeteksi.",
    ),
    "detector_sha256": QT_TRANSLATE_NOOP(
        "Settings", "SHA-256 model itu; berkas yang berbeda tidak dijalankan."
    ),
    "relay": QT_TRANSLATE_NOOP(
        "Settings",
        "http://HOST:PORT mesin yang membaca kamera sekali untuk seluruh ruang. Kosong: mesin ini"
        " membacanya sendiri.",
    ),
    "relay_token": QT_TRANSLATE_NOOP(
        "Settings", "Pembuka relai, sama di semua mesin. Disimpan di penyimpan sandi mesin ini."
    ),
    "camera_certificates": QT_TRANSLATE_NOOP(
        "Settings",
        "Sertifikat (PEM) yang tidak dikirim server kamera atau yang menandatanganinya; dipercaya"
        " di samping milik sistem.",
    ),
    "cameras_on_demand": QT_TRANSLATE_NOOP(
        "Settings", "Host, dipisah koma, yang kameranya baru mengirim setelah pemiliknya diminta."
    ),
    "witness": QT_TRANSLATE_NOOP(
        "Settings",
        "Folder kedua, di jaringan atau flashdisk, untuk apa yang dilihat mesin ini dari catatan;"
        " yang pertama di datanya sendiri.",
    ),
    "reply_hosts": QT_TRANSLATE_NOOP(
        "Settings",
        "Host, dipisah koma, yang boleh dikirimi pesan. Kosong: sesuai alamat pada sumbernya.",
    ),
    "public_feed": QT_TRANSLATE_NOOP(
        "Settings",
        "Gerbang menyajikan jumlah kejadian hari ini dan pemberitahuan publik kepada siapa saja.",
    ),
    "map_tiles": QT_TRANSLATE_NOOP("Settings", "Berkas gambar sebagai alas peta."),
    "lock_after_min": QT_TRANSLATE_NOOP(
        "Settings", "Setelah berapa lama tanpa sentuhan kata sandi diminta lagi; 0: tidak pernah."
    ),
    "observer_distance_m": QT_TRANSLATE_NOOP(
        "Settings", "Dari jarak berapa dinding pengamat dibaca; ukuran hurufnya mengikuti."
    ),
    "observer_diagonal_in": QT_TRANSLATE_NOOP(
        "Settings", "Diagonal layarnya; 0: menurut layar itu sendiri."
    ),
    "observer_seconds": QT_TRANSLATE_NOOP("Settings", "Berapa lama satu halaman tampil."),
    "gateway": QT_TRANSLATE_NOOP(
        "Settings",
        "ANGKA:PORT tempat sumber mengirim ke mesin ini bila ia menerima untuk ruang. Kosong:"
        " tidak melayani.",
    ),
    "gateway_certificate": QT_TRANSLATE_NOOP(
        "Settings", "Sertifikat gerbang (PEM); tanpa itu hanya mesin ini sendiri yang dilayani."
    ),
    "gateway_key": QT_TRANSLATE_NOOP("Settings", "Kunci pribadi sertifikat itu (PEM)."),
    "gateway_secret": QT_TRANSLATE_NOOP(
        "Settings", "Bahan pembuat kunci sumber. Disimpan di penyimpan sandi mesin ini."
    ),
}
_HEADINGS: Mapping[Subject, str] = {
    Subject.ROOM: QT_TRANSLATE_NOOP("Settings", "Ruang dan basis data"),
    Subject.DESK: QT_TRANSLATE_NOOP("Settings", "Meja ini"),
    Subject.CAMERAS: QT_TRANSLATE_NOOP("Settings", "Kamera"),
    Subject.OBSERVERS: QT_TRANSLATE_NOOP("Settings", "Dinding pengamat"),
    Subject.OUTSIDE: QT_TRANSLATE_NOOP("Settings", "Dari dan ke luar"),
}
_UNITS: Mapping[str, str] = {
    "minutes": QT_TRANSLATE_NOOP("Settings", "menit"),
    "seconds": QT_TRANSLATE_NOOP("Settings", "detik"),
    "metres": QT_TRANSLATE_NOOP("Settings", "meter"),
    "inches": QT_TRANSLATE_NOOP("Settings", "inci"),
}


def title(option: Option) -> str:
    return translate("Settings", TITLES[option.name])


def meaning(option: Option) -> str:
    """With what would do: the range of a number, the endings of a file."""
    said = translate("Settings", MEANINGS[option.name])
    if option.kind is Kind.NUMBER:
        return f"{said} ({option.low}–{option.high} {translate('Settings', _UNITS[option.unit])})"
    return f"{said} ({', '.join(option.suffixes)})" if option.suffixes else said


def heading(subject: Subject) -> str:
    return translate("Settings", _HEADINGS[subject])


def value_text(option: Option, value: Value) -> str:
    """A value inside a sentence."""
    if isinstance(value, bool):
        return translate("Settings", "ya") if value else translate("Settings", "tidak")
    if option.kind is Kind.NUMBER:
        return f"{value} {translate('Settings', _UNITS[option.unit])}"
    return str(value) or translate("Settings", "kosong")


def layer_text(one: Standing) -> str:
    """Who says what counts."""
    if one.layer is Layer.DEFAULT:
        return translate("Settings", "bawaan program")
    if one.layer is Layer.SYSTEM:
        return fill(translate("Settings", "dari berkas sistem %1"), one.where)
    return fill(translate("Settings", "dari %1"), one.where)


def below_text(one: Standing) -> list[str]:
    """What would count without who says it now."""
    default = one.option.default
    said = [fill(translate("Settings", "bawaan: %1"), value_text(one.option, default))]
    if one.lower != default and one.layer is not Layer.SYSTEM:
        system = translate("Settings", "berkas sistem: %1")
        said.append(fill(system, value_text(one.option, one.lower)))
    return said


def lock_text(one: Standing) -> str:
    """Why the page cannot change what counts."""
    if one.layer is Layer.ENVIRONMENT:
        return fill(
            translate("Settings", "variabel lingkungan %1 mendahului; ubah di sana"), one.where
        )
    if one.layer is Layer.COMMAND_LINE:
        said = translate("Settings", "%1 pada perintah mendahului sampai program dimulai lagi")
        return fill(said, one.where)
    return ""


def fault_text(fault: WrongSetting) -> str:
    """The sentence, with the option as the screen calls it."""
    name = TITLES.get(fault.option)
    named = {"option": translate("Settings", name)} if name else {}
    return sentence(fault.code, {**fault.params, **named})
