import pytest

from command_center.domain.place import PlaceKind
from command_center.geo.spelling import keys, kind_named, words


@pytest.mark.parametrize(
    ("written", "also"),
    [
        ("Soekarno-Hatta", "SUKARNO HATTA"),
        ("Djuanda", "Juanda"),
        ("Tjipto Moeljo", "Cipto Muljo"),
        ("Jalan Ijen", "Jl. Ijen"),
        ("Café", "cafe"),
    ],
)
def test_spellings_fold_into_one(written: str, also: str) -> None:
    assert words(written) == words(also)


def test_a_name_is_found_from_each_later_word() -> None:
    assert keys("RS Panti Nirmala") == ["rspantinirmala", "pantinirmala", "nirmala"]
    assert keys("Tasik Madu")[0] == keys("Tasikmadu")[0]


def test_a_kind_word_counts_only_in_front_of_a_name() -> None:
    assert kind_named(["kec", "sukun"]) == (PlaceKind.KECAMATAN, ["sukun"])
    assert kind_named(["kel"]) == (None, ["kel"])
    assert kind_named(["sukun", "kel"]) == (None, ["sukun", "kel"])
