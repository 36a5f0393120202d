"""What is wrong with a table is said in words that name the cell and what belongs there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command_center import contract
from command_center.contract import cells
from command_center.contract.given_table import read_table
from command_center.contract.table import TableFault
from command_center.ui.sentences import SENTENCES, sentence
from command_center.ui.sentences_tables import TABLES

CODES = {
    code
    for file in Path(contract.__path__[0]).glob("*.py")
    for code in re.findall(r'"((?:table|cell)_[a-z_]+)"', file.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("code", sorted(CODES | TABLES.keys()))
def test_every_code_has_its_sentence(code: str) -> None:
    assert code in SENTENCES


def test_a_cell_is_named_with_what_it_holds_and_what_belongs_there(qapp: object) -> None:
    found = read_table(b"Nama,Jumlah DPT\nTPS 1,banyak\nTPS 2,\n", ("nama", "jumlah_dpt"))
    for row in found.rows:
        cells.whole(row, "jumlah_dpt", 1, 600, needed=True)
    assert [sentence(error.code, error.params) for error in found.errors] == [
        "Baris 2, kolom B “Jumlah DPT”: “banyak” bukan bilangan bulat 1 sampai 600.",
        "Baris 3, kolom B “Jumlah DPT”: kosong, padahal wajib diisi.",
    ]


def test_a_table_is_named_with_the_columns_it_has(qapp: object) -> None:
    with pytest.raises(TableFault) as caught:
        read_table(b"Nama,RW\nTPS 1,3\n", ("nama", "kelurahan"))
    assert sentence(caught.value.code, caught.value.params) == (
        "Kolom tidak ditemukan: kelurahan. Yang terbaca: Nama, RW."
    )
