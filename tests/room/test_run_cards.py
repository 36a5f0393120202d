"""A room sets its own run cards, as a whole; what cannot be used is refused by row and column."""

import pytest

from command_center.advice.run_cards import cards_in_force, run_cards, write_run_cards
from command_center.commands.run_cards import MOST_LETTERS, SetRunCards
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.room import Role, RoomSetting
from tests.room.desk import Desk

HEAD = "category,place,hours,level,alarm,wants,note\n"
OWN = HEAD + "*,,,,1,patroli:1,\ntawuran,Sukun,22:00-05:00,merah,1,patroli:3:4,malam\n"


def setting(desk: Desk) -> RoomSetting:
    found = desk.look().get("room_setting", "run_cards")
    assert isinstance(found, RoomSetting)
    return found


def test_the_rooms_own_cards_count_from_the_entry_on(desk: Desk) -> None:
    done = desk.do(SetRunCards(OWN))
    assert done.result == {"version": 1, "count": 2}
    kept = setting(desk)
    assert kept.value["author"] == desk.room.act.actor
    cards = cards_in_force(kept.value)
    assert [(card.category, card.place, card.alarm) for card in cards] == [
        ("*", "", 1),
        ("tawuran", "Sukun", 1),
    ]
    assert desk.kinds()[-1] == "room.run_cards"


def test_the_shipped_cards_can_be_kept_as_the_rooms_own(desk: Desk) -> None:
    desk.do(SetRunCards(write_run_cards(run_cards())))
    assert len(cards_in_force(setting(desk).value)) == len(run_cards())


@pytest.mark.parametrize(
    ("line", "row", "column"),
    [
        ("tawuran,,25:00-05:00,,1,patroli:1,", 3, "hours"),
        ("tawurann,,,,1,patroli:1,", 3, "category"),
        ("tawuran,,,,1,patrli:1,", 3, "wants"),
        ("tawuran,,,,1,,", 3, "wants"),
        ("tawuran,,,,9,patroli:1,", 3, "alarm"),
        ("tawuran,,,ungu,1,patroli:1,", 3, "level"),
        ("tawuran,Negeri Dongeng,,,1,patroli:1,", 3, "place"),
        ("*,,,,1,patroli:2,", 3, "category"),
        (
            '*,"{""type"": ""Polygon"", ""coordinates"": [[[1,2],[1,2]]]}",,,1,patroli:2,',
            3,
            "place",
        ),
    ],
)
def test_a_card_that_cannot_be_used_is_named_by_row_and_column(
    desk: Desk, line: str, row: int, column: str
) -> None:
    with pytest.raises(OperatorError) as refused:
        desk.do(SetRunCards(f"{HEAD}*,,,,1,patroli:1,\n{line}\n"))
    assert refused.value.code == "run_cards_wrong"
    assert (refused.value.params["row"], refused.value.params["column"]) == (row, column)
    assert desk.look().get("room_setting", "run_cards") is None


def test_a_place_may_be_drawn(desk: Desk) -> None:
    ring = "[112.62,-7.98],[112.63,-7.98],[112.63,-7.97],[112.62,-7.98]"
    cell = f'"{{""type"":""Polygon"",""coordinates"":[[{ring}]]}}"'
    desk.do(SetRunCards(f"{OWN}*,{cell},,,1,patroli:2,\n"))
    card = cards_in_force(setting(desk).value)[-1]
    assert card.drawn is not None
    assert card.drawn.holds(-7.979, 112.629)
    with pytest.raises(OperatorError) as refused:
        desk.do(SetRunCards(OWN + f"*,{cell.replace('112.62,', '112.61,', 1)},,,1,patroli:2,\n", 1))
    assert str(refused.value.params["value"]).startswith("outline not closed")


def test_a_capability_of_a_unit_of_the_room_may_be_asked_for(desk: Desk) -> None:
    kind = desk.unit("SAMAPTA 12").kind
    desk.do(SetRunCards(f"{HEAD}*,,,,1,{kind or 'patroli'}:1,\n"))
    assert setting(desk).version == 1


def test_an_empty_table_and_a_huge_one_are_refused(desk: Desk) -> None:
    for table, code in (
        (HEAD, "run_cards_wrong"),
        (OWN + "#" * MOST_LETTERS, "run_cards_too_long"),
    ):
        with pytest.raises(OperatorError) as refused:
            desk.do(SetRunCards(table))
        assert refused.value.code == code


def test_two_who_edit_the_same_version_do_not_overwrite_each_other(desk: Desk) -> None:
    desk.do(SetRunCards(OWN))
    with pytest.raises(Conflict):
        desk.do(SetRunCards(OWN, before=0))
    assert desk.do(SetRunCards(OWN, before=1)).result["version"] == 2


def test_an_operator_does_not_set_them(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.do(SetRunCards(OWN), act=desk.person(Role.OPERATOR))
