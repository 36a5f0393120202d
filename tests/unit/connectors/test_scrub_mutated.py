"""Whatever a person is called and whatever is said: their number does not stay in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.connectors.hidden import is_somebodys, without_number
from command_center.connectors.scrub import HIDDEN, Scrubber, digits_of
from command_center.contract.records import Person

MARKS = st.sampled_from("0826 +-().,/\\[]{}*?^$|@:'\u200b０ﬁİß\n")
SAID = st.text(MARKS | st.characters(codec="utf-8"), max_size=60)
NUMBER = st.from_regex(r"\A08[1-9][0-9]{7,10}\Z")


@settings(max_examples=100, deadline=None)
@given(SAID, SAID, SAID, NUMBER, SAID, SAID)
def test_no_person_and_no_text_breaks_it_and_the_number_is_gone(
    name: str, national_id: str, contact: str, phone: str, before: str, after: str
) -> None:
    scrub = Scrubber(Person(name=name, phone=phone, national_id=national_id, contact=contact))
    for hide in (scrub.text, scrub.address):
        hidden = hide(f"{before} {phone} {after}")
        assert HIDDEN in hidden
        assert phone not in hidden
    assert scrub.names_them(f"{before} {phone} {after}")


@settings(max_examples=100, deadline=None)
@given(SAID, SAID)
def test_of_anybody_nothing_breaks_it(said: str, text: str) -> None:
    scrub = Scrubber(Person(name=said, phone=said, national_id=said, contact=said))
    assert isinstance(scrub.text(text), str)
    assert isinstance(scrub.address(text), str)
    assert digits_of(said).isdecimal() or not digits_of(said)


@settings(max_examples=100, deadline=None)
@given(SAID, SAID)
def test_without_numbers_only_numbers_are_taken_out(before: str, after: str) -> None:
    text = f"{before}\n{after}"
    assert without_number(text, lambda number: False) == text
    hidden = without_number(text, is_somebodys)
    assert hidden == text or HIDDEN in hidden
    pieces = hidden.split(HIDDEN)
    assert text.startswith(pieces[0])
    assert text.endswith(pieces[-1])


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["a", "1", "1-", "a.", "a@", "a@b.", "0812 ", "Sulastri "])
def test_the_longest_text_of_one_piece_is_gone_through(piece: str) -> None:
    text = (piece * 4_000)[:4_000]
    scrub = Scrubber(Person(name="Sulastri Kenari", phone="081234567890", contact="a@b.id"))
    assert scrub.text(text)
    assert without_number(text, is_somebodys)
