"""What a hidden reporter wrote of themselves is not read by anybody."""

from __future__ import annotations

import pytest

from command_center.connectors.scrub import HIDDEN, Scrubber, digits_of
from command_center.contract.records import Person

PERSON = Person(
    name="Bu Sulastri Kenari", phone="0812-3456-7890", national_id="3573014107850001",
    contact="sulas@contoh.id",
)  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "saya Sulastri Kenari",
        "saya SULASTRI  kenari.",
        "rumahnya Sulastri",
        "Sulastrinya siapa",
        "telepon 081234567890 ya",
        "telepon +62 812 3456 7890",
        "telepon 0812.3456.7890/kantor",
        "telepon 0812\u200b34567890",
        "telepon ０８１２３４５６７８９０",
        "NIK 3573014107850001",
        "surel SULAS@contoh.id",
    ],
)
def test_a_name_or_number_is_hidden_however_it_is_written(said: str) -> None:
    hidden = Scrubber(PERSON).text(said)
    assert HIDDEN in hidden
    left = digits_of(hidden)
    assert "sulas" not in hidden.casefold()
    assert len(left) < 6


@pytest.mark.parametrize("said", ["ada api di pasar", "3 orang luka", "jam 08.12", "½ jalan"])
def test_what_names_nobody_stays_as_it_came(said: str) -> None:
    assert Scrubber(PERSON).text(said) == said


def test_a_street_that_is_called_like_one_word_of_the_name_stays_in_the_address() -> None:
    scrub = Scrubber(PERSON)
    assert scrub.address("Jl. Kenari 3") == "Jl. Kenari 3"
    assert HIDDEN in scrub.address("rumah Bu Sulastri Kenari")


def test_nobody_hides_nothing() -> None:
    assert Scrubber(Person()).text("saya melihat api") == "saya melihat api"


def test_a_title_alone_is_no_name() -> None:
    assert Scrubber(Person(name="Bu")).text("bu guru") == "bu guru"


@pytest.mark.parametrize("number", ["+62 812 345", "0812345", "62812345", "(0812) 345"])
def test_one_number_is_one_however_it_is_written(number: str) -> None:
    assert digits_of(number) == "812345"
