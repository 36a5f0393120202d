"""Lists of people for an election: every wrong row is told, the others are kept."""

import pytest

from command_center.commands.guarding import PoolRow
from command_center.connectors.places.pools import read_pools
from command_center.domain.election import Force
from command_center.domain.errors import OperatorError

KNOWN = {"Sukun": "35.73.04.1005", "kec. Klojen": "35.73.02"}
HEAD = "unsur;nama;kekuatan;kelurahan;lat;lon;sumber\n"


def read(text: str) -> tuple[tuple[PoolRow, ...], list[tuple[int, str]]]:
    sheet = read_pools((HEAD + text).encode(), KNOWN.get, lambda _: None)
    return sheet.rows, [(error.row, error.code) for error in sheet.errors]


def test_rows_that_are_right_are_kept_and_each_wrong_one_is_told() -> None:
    rows, errors = read(
        "Polri;Polsek Klojen;45;kec. Klojen;;;apel\n"
        "TNI;Kodim;214;;-7.97;112.63;\n"
        "Linmas;Linmas Sukun;0;Sukun;;;\n"
        "Pramuka;Saka;3;Sukun;;;\n"
        "Linmas;Linmas X;3;Qwxzy;;;\n"
        "Linmas;Linmas Y;3;;;;\n"
        "Linmas;;3;Sukun;;;\n"
        "Polri;POLSEK  klojen;9;kec. Klojen;;;\n"
        "Linmas;Linmas Z;3;;-7.9;;\n"
    )
    assert rows == (
        PoolRow(Force.POLICE, "Polsek Klojen", 45, "35.73.02", source="apel"),
        PoolRow(Force.MILITARY, "Kodim", 214, "", -7.97, 112.63),
    )
    assert [row for row, _ in errors] == [4, 5, 6, 7, 8, 9, 10]
    codes = dict(errors)
    assert (codes[5], codes[6], codes[7], codes[9]) == (
        "cell_no_force", "cell_no_kelurahan", "cell_no_home", "cell_twice",
    )  # fmt: skip


def test_a_file_without_the_columns_is_refused_whole() -> None:
    with pytest.raises(OperatorError):
        read_pools(b"nama;kekuatan\nPolsek;4\n", KNOWN.get, lambda _: None)
