"""What may stand in a template, what comes of it, and what is said of a typo."""

from dataclasses import replace

import pytest

from command_center.advice.report_templates import (
    FIELDS,
    UNKNOWN,
    About,
    Template,
    columns,
    demand_sound,
    filled,
    shipped_templates,
)
from command_center.domain.errors import OperatorError


def template(text: str, about: About = About.INCIDENT) -> Template:
    return Template("t", "T", about, text)


@pytest.mark.parametrize("code", shipped_templates())
def test_what_is_shipped_may_be_saved(code: str) -> None:
    shipped = shipped_templates()[code]
    demand_sound(shipped)
    assert shipped.fields
    assert shipped.fields <= set(FIELDS[shipped.about])


def test_a_field_is_filled_and_one_the_log_is_silent_on_says_so() -> None:
    made = filled(template("Di {tempat}, {jam_kejadian}."), {"tempat": "Jl. Ijen"})
    assert made == f"Di Jl. Ijen, {UNKNOWN}.\n"


def test_a_marked_line_is_left_out_only_where_all_its_fields_are_silent() -> None:
    text = "a\n? Dasar: {dasar_lp}\n? {md} dan {lb}\nb"
    assert filled(template(text), {"lb": "2"}) == f"a\n{UNKNOWN} dan 2\nb\n"
    assert filled(template(text), {"dasar_lp": "LP/1", "md": "0"}) == (
        f"a\nDasar: LP/1\n0 dan {UNKNOWN}\nb\n"
    )


def test_what_stands_in_a_value_is_no_template() -> None:
    made = filled(template("{judul} {{x}}"), {"judul": "{tempat} ? {nomor}", "tempat": "T"})
    assert made == "{tempat} ? {nomor} {x}\n"


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ("baik\n\ndi {tempatt}", "template_field_like", {"line": 3, "field": "tempatt"}),
        ("{zzz}", "template_unknown_field", {"line": 1, "field": "zzz"}),
        ("{tingkat_situasi}", "template_unknown_field", {"line": 1, "field": "tingkat_situasi"}),
        ("a\nb {tempat", "template_open_brace", {"line": 2}),
        ("a } b", "template_open_brace", {"line": 1}),
        (" \n ", "template_empty", {}),
        ("x" * 8_001, "template_too_long", {"limit": 8_000}),
    ],
)
def test_a_typo_is_said_with_its_line(text: str, code: str, params: dict[str, object]) -> None:
    with pytest.raises(OperatorError) as refused:
        demand_sound(template(text))
    assert refused.value.code == code
    assert params.items() <= refused.value.params.items()


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Nomor = nomor\nJam", "template_no_column", 2),
        ("Nomor = nomor\n\n = jam_kejadian", "template_no_column", 3),
        ("Nomor = nomor\nNomor = judul", "template_column_twice", 2),
        ("Nomor = nomer", "template_field_like", 1),
    ],
)
def test_a_wrong_column_is_said_with_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(OperatorError) as refused:
        demand_sound(template(text, About.TABLE))
    assert (refused.value.code, refused.value.params["line"]) == (code, line)


def test_columns_keep_their_order_and_a_name_may_hold_the_sign() -> None:
    assert columns("B = nomor\n\nA = b = judul\n") == [("B", "nomor"), ("A = b", "judul")]
    assert replace(template("B = nomor"), about=About.TABLE).fields == {"nomor"}
