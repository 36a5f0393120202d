"""Sentences about the table of ways of orders to the units' own systems."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

ORDER_ROUTES = {
    "room.order_routes": QT_TRANSLATE_NOOP("Sentences", "{count} jalur perintah disimpan."),
    "order_routes_file": QT_TRANSLATE_NOOP("Sentences", "{file} bukan tabel UTF-8 yang terbaca"),
    "order_routes_head": QT_TRANSLATE_NOOP("Sentences", "Baris pertama tabel: {columns}"),
    "order_routes_too_long": QT_TRANSLATE_NOOP("Sentences", "Tabel paling panjang {limit} huruf"),
    "order_routes_too_many": QT_TRANSLATE_NOOP("Sentences", "Tabel paling banyak {limit} baris"),
    "order_route_cells": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: kolomnya bukan {columns}; beri tanda kutip pada koma"
    ),
    "order_route_word": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {column}: {value} bukan salah satu dari {known}"
    ),
    "order_route_name": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {column}: namanya kosong atau lebih dari 100 huruf"
    ),
    "order_route_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {column}: ruang ini tidak punya {value}"
    ),
    "order_route_twice": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {column}: {value} sudah ada di baris {first}"
    ),
    "order_route_to": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {column}: alamatnya kosong atau lebih dari 300 huruf"
    ),
    "order_route_url": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {column}: {value} bukan alamat webhook; tulis https://HOST/PATH",
    ),
    "order_route_port": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {column}: {value} bukan HOST:PORT"
    ),
    "order_route_source": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {column}: tidak ada sumber {value} yang punya alamat balasan",
    ),
    "order_route_key": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {column}: {value} bukan nama kunci (20 huruf dan angka)",
    ),
    "select_order_route": QT_TRANSLATE_NOOP("Sentences", "Pilih jalur dahulu."),
    "order_route_unsigned": QT_TRANSLATE_NOOP(
        "Sentences", "Hanya webhook yang ditandatangani dengan rahasia."
    ),
    "order_route_taken": QT_TRANSLATE_NOOP("Sentences", "Uji coba diterima {to}."),
    "order_route_not_taken": QT_TRANSLATE_NOOP("Sentences", "Uji coba ke {to} gagal: {why}"),
    "order_secret_kept": QT_TRANSLATE_NOOP(
        "Sentences", "Rahasia untuk {host} ada di keyring komputer ini."
    ),
    "order_secret_short": QT_TRANSLATE_NOOP("Sentences", "Rahasia paling sedikit {least} huruf."),
    "order_secret_not_kept": QT_TRANSLATE_NOOP(
        "Sentences", "Komputer ini tidak punya keyring; rahasianya tidak disimpan."
    ),
    "order_route_unknown_id": QT_TRANSLATE_NOOP("Sentences", "Tidak ada jalur {route} di tabel"),
    "order_route_secret": QT_TRANSLATE_NOOP("Sentences", "Tidak ada webhook ke {host} di tabel"),
}
