"""The words of an order: on one line, the same for the same facts, never without who and where."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.advice.order_text import (
    LONGEST,
    OrderFacts,
    OrderForm,
    danger_words,
    landmark_near,
    order_line,
)
from tests.ui.seats import malang

FACTS = OrderFacts(
    call_signs=("SAMAPTA 12", "LANTAS 03"),
    title="Tawuran pelajar",
    address="Jl. Ijen 25",
    landmark="Museum Brawijaya",
    dangers=("dibacok", "terkepung", "dibacok"),
    number="#0147",
)


def test_it_says_who_where_what_and_what_to_beware_of() -> None:
    assert order_line(FACTS) == (
        "SAMAPTA 12, LANTAS 03, merapat Jl. Ijen 25, dekat Museum Brawijaya, Tawuran pelajar, "
        "AWAS dibacok, terkepung, kejadian #0147."
    )


def test_what_is_not_known_is_not_said() -> None:
    assert order_line(OrderFacts(("SAMAPTA 12",), "Asap")) == "SAMAPTA 12, Asap."
    assert order_line(replace(FACTS, call_signs=())) == ""
    assert order_line(replace(FACTS, call_signs=(" \u202e ",))) == ""


def test_a_landmark_that_the_address_names_is_not_said_twice() -> None:
    said = order_line(replace(FACTS, address="Depan MUSEUM Brawijaya"))
    assert said.casefold().count("museum") == 1


def test_the_words_around_the_facts_may_be_others() -> None:
    form = OrderForm(go="go to {}", near="by {}", beware="CAREFUL: {}", job="job {}")
    assert order_line(FACTS, form).startswith("SAMAPTA 12, LANTAS 03, go to Jl. Ijen 25, by Mus")


def test_many_units_are_counted_rather_than_named() -> None:
    signs = tuple(f"DALMAS {n:02}" for n in range(30))
    line = order_line(replace(FACTS, call_signs=signs))
    assert "DALMAS 11 dan 18 unit lain, merapat Jl. Ijen 25" in line


wild = st.text(max_size=300)


@settings(max_examples=200)
@given(st.tuples(wild, wild), wild, wild, wild, st.lists(wild, max_size=9), wild)
def test_whatever_is_typed_it_is_one_plain_line_and_always_the_same(
    signs: tuple[str, str], title: str, address: str, landmark: str, dangers: list[str], number: str
) -> None:
    facts = OrderFacts(("SAMAPTA 12", *signs), title, address, landmark, tuple(dangers), number)
    line = order_line(facts)
    assert len(line) <= LONGEST
    assert line.isprintable()
    assert line.startswith("SAMAPTA 12")
    assert line == order_line(replace(facts))


def test_danger_is_read_from_the_reports_and_not_from_what_they_deny() -> None:
    texts = ["ada yang dibacok", "tidak ada yang dibacok", "anak masih di dalam", "dibacok orang"]
    assert danger_words(texts) == ("dibacok", "masih di dalam")


def test_the_landmark_is_one_that_is_near() -> None:
    city = malang()
    place, metres = city.gazetteer.nearest(-7.9826, 112.6308)[0]
    assert metres < 5_000
    assert landmark_near(city.gazetteer, place.lat, place.lon) == place.name
    assert landmark_near(city.gazetteer, -8.5, 113.5) == ""
    assert landmark_near(city.gazetteer, None, None) == ""
