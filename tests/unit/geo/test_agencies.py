"""Agencies out of files from outside: what stands, what is refused and where."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.domain.unit import ReferralVia
from command_center.geo.agencies import parse_agencies
from command_center.geo.faults import FaultCode
from tests.unit.geo.packs_for_tests import malang

HEAD = "code,name,short,via,reach,answer_s,outcome_s\n"
PLN = "pln,PLN Malang,PLN,email,piket@pln.example,900,14400"


def brief(text: str, file: str = "a.csv") -> list[tuple[int | None, str | None, FaultCode]]:
    found = parse_agencies(text.encode(), file)
    return [(fault.row, fault.column, fault.code) for fault in found.faults]


def test_a_table_says_how_an_agency_is_reached() -> None:
    found = parse_agencies((HEAD + PLN + "\npmi,PMI Kota Malang,PMI\n").encode(), "a.csv")
    pln, pmi = found.agencies
    assert (pln.via, pln.reach) == (ReferralVia.EMAIL, "piket@pln.example")
    assert (pln.answer_s, pln.outcome_s) == (900, 14400)
    assert (pmi.via, pmi.reach, pmi.answer_s, pmi.ours) == (ReferralVia.LETTER, "", 0, False)
    assert found.faults == ()


@pytest.mark.parametrize("file", ["a.json", "a.toml"])
def test_the_same_in_other_forms(file: str) -> None:
    row = {"code": "pln", "name": "PLN Malang", "short": "PLN", "answer_s": 900}
    text = json.dumps([row])
    if file.endswith("toml"):
        lines = (f"{name} = {json.dumps(value)}" for name, value in row.items())
        text = "[[agency]]\n" + "\n".join(lines)
    (pln,) = parse_agencies(text.encode(), file).agencies
    assert (pln.short, pln.answer_s) == ("PLN", 900)


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("PLN kota,PLN,PLN,,,,", "code", FaultCode.UNKNOWN_VALUE),
        ("pln,,PLN,,,,", "name", FaultCode.MISSING_VALUE),
        (f"pln,PLN,{'P' * 41},,,,", "short", FaultCode.TOO_LONG),
        ("pln,PLN,PLN,pigeon,,,", "via", FaultCode.UNKNOWN_VALUE),
        ("pln,PLN,PLN,email,,,", "reach", FaultCode.UNKNOWN_VALUE),
        ("pln,PLN,PLN,email,a@b.example;c@d.example,,", "reach", FaultCode.UNKNOWN_VALUE),
        ('pln,PLN,PLN,email,"a@b.example\nBcc: c@d.example",,', "reach", FaultCode.TOO_LONG),
        ("pln,PLN,PLN,contract,,,", "reach", FaultCode.MISSING_VALUE),
        ("pln,PLN,PLN,,,-1,", "answer_s", FaultCode.OUT_OF_RANGE),
        ("pln,PLN,PLN,,,,soon", "outcome_s", FaultCode.NOT_A_NUMBER),
    ],
)
def test_a_row_at_fault_is_left_out_and_named(row: str, column: str, code: FaultCode) -> None:
    found = brief(HEAD + row + "\n")
    assert [(where, why) for _, where, why in found] == [(column, code)]
    assert parse_agencies((HEAD + row + "\n").encode(), "a.csv").agencies == ()


def test_a_table_longer_than_any_city_has_agencies_is_not_read() -> None:
    found = parse_agencies(b"code,name,short\n" + b"x,y,z\n" * 20_000, "a.csv")
    assert found.agencies == ()
    assert [fault.code for fault in found.faults] == [FaultCode.TOO_LARGE]


def test_of_two_with_one_code_the_first_stands() -> None:
    found = parse_agencies((HEAD + PLN + "\n" + PLN + "\n").encode(), "a.csv")
    assert len(found.agencies) == 1
    assert brief(HEAD + PLN + "\n" + PLN + "\n") == [(3, "code", FaultCode.DUPLICATE)]


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.json", "a.toml"]))
def test_whatever_the_file_holds_it_is_read_or_refused(data: bytes, file: str) -> None:
    found = parse_agencies(data, file)
    assert all(agency.code and agency.reach.isprintable() for agency in found.agencies)


def test_the_pack_has_the_dinas_and_who_else_is_referred_to() -> None:
    """Sixteen of the city's own; and nobody's address is made up."""
    agencies = {agency.code: agency for agency in malang().agencies if not agency.ours}
    city = {
        "dikbud", "dinkes", "dpuprpkp", "dinsos", "disnaker", "dispangtan", "dlh",
        "dispendukcapil", "dishub", "diskominfo", "diskopindag", "disporapar", "dispussipda",
        "satpolpp", "damkar", "bpbd",
    }  # fmt: skip
    assert len(city) == 16
    assert city | {"pln", "pmi", "bawaslu", "gakkumdu"} <= agencies.keys()
    assert {agency.reach for agency in agencies.values()} == {""}
    assert all(agencies[code].answer_s for code in city)
