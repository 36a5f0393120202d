"""What the guided page calls its steps, and what it says of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from command_center.domain.room import SourceKind
from command_center.ui.first_run.setup import Machine, Mark, Step

translate = QCoreApplication.translate


def step_name(step: Step) -> str:
    return {
        Step.LANGUAGE: translate("FirstRun", "Bahasa"),
        Step.BUNDLE: translate("FirstRun", "Setelan dari komputer lain"),
        Step.MACHINE: translate("FirstRun", "Peran komputer ini"),
        Step.DATABASE: translate("FirstRun", "Uji pusat data"),
        Step.ADMINISTRATOR: translate("FirstRun", "Administrator pertama"),
        Step.SOURCES: translate("FirstRun", "Sumber laporan"),
        Step.CAMERAS: translate("FirstRun", "Direktori kamera"),
        Step.CITY: translate("FirstRun", "Batas wilayah dan tempat"),
        Step.END: translate("FirstRun", "Selesai"),
    }[step]


def step_hint(step: Step) -> str:
    return {
        Step.LANGUAGE: translate(
            "FirstRun", "Bahasa layar komputer ini. Setiap orang dapat menggantinya nanti."
        ),
        Step.BUNDLE: translate(
            "FirstRun",
            "Bila komputer lain di ruang ini sudah disiapkan, berkas setelannya mengisi sebagian"
            " besar langkah. Isinya ditampilkan dahulu; belum ada yang diubah sebelum Anda setuju.",
        ),
        Step.MACHINE: translate(
            "FirstRun", "Dari sini komputer ini tahu di mana data ruang disimpan."
        ),
        Step.DATABASE: translate(
            "FirstRun", "Pusat data dihubungi sekali. Tidak ada yang diubah di sana."
        ),
        Step.ADMINISTRATOR: translate(
            "FirstRun",
            "Ia menambah orang lain setelah ruang terbuka. Kata sandi paling sedikit 10 huruf dan"
            " tidak memuat nama masuk.",
        ),
        Step.SOURCES: translate(
            "FirstRun", "Dari mana laporan datang. Uji dahulu, lalu tambahkan; boleh beberapa."
        ),
        Step.CAMERAS: translate(
            "FirstRun", "Berkas dari pemilik kamera. Isinya dihitung sebelum ada yang disimpan."
        ),
        Step.CITY: translate(
            "FirstRun", "Yang dibawa program untuk kota ini, dan berkas yang melengkapinya."
        ),
        Step.END: translate("FirstRun", "Yang sudah disetel, dan yang masih kurang."),
    }[step]


def mark_text(mark: Mark) -> str:
    return {
        Mark.OPEN: translate("FirstRun", "belum"),
        Mark.DONE: translate("FirstRun", "selesai"),
        Mark.SKIPPED: translate("FirstRun", "nanti"),
        Mark.ELSEWHERE: translate("FirstRun", "dari ruang"),
    }[mark]


GLYPHS = {Mark.OPEN: "○", Mark.DONE: "✓", Mark.SKIPPED: "▷", Mark.ELSEWHERE: "↗"}


def machine_name(machine: Machine) -> str:
    return {
        Machine.SINGLE: translate("FirstRun", "Ruang satu komputer"),
        Machine.JOIN: translate("FirstRun", "Bergabung dengan ruang yang ada"),
        Machine.SERVER: translate("FirstRun", "Mendirikan ruang di server"),
    }[machine]


def machine_hint(machine: Machine) -> str:
    return {
        Machine.SINGLE: translate(
            "FirstRun", "Data ruang disimpan di komputer ini saja. Tidak perlu server."
        ),
        Machine.JOIN: translate(
            "FirstRun", "Data ada di server PostgreSQL; komputer ini sudah diberi nama masuk ws_…."
        ),
        Machine.SERVER: translate(
            "FirstRun",
            "Ruang baru dibuat di server PostgreSQL oleh pemegang server; komputer ini dapat"
            " menerima laporan untuk ruang itu.",
        ),
    }[machine]


def way_name(kind: SourceKind, contract: bool) -> str:
    if kind is SourceKind.PUSH:
        return translate("FirstRun", "Mengirim sendiri ke komputer ini")
    if kind is SourceKind.FILES:
        return translate("FirstRun", "Meletakkan berkas di folder")
    if contract:
        return translate("FirstRun", "Ditanya lewat alamatnya, menjawab dengan kontrak v1")
    return translate("FirstRun", "Ditanya lewat alamatnya, menjawab dengan susunannya sendiri")


def still_missing(step: Step) -> str:
    """What to do about a step that was left for later."""
    return {
        Step.ADMINISTRATOR: translate("FirstRun", "ruang memintanya saat pertama dibuka"),
        Step.SOURCES: "command-center source add",
        Step.CAMERAS: "command-center import cameras",
        Step.CITY: "command-center import boundaries · import places",
    }.get(step, "")
