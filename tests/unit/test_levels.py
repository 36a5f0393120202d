"""The table of moves between situation levels, and whose order each is."""

import itertools

import pytest

from command_center.domain.errors import OperatorError
from command_center.domain.levels import GREEN, MOVES, RED, YELLOW, check_move
from command_center.domain.operation import Authority, DecisionKind
from command_center.domain.room import SituationLevel

KAPOLSEK, KAPOLDA = Authority.SECTOR, Authority.PROVINCE


def why(was: SituationLevel, level: SituationLevel, by: Authority | None, reason: str = "") -> str:
    with pytest.raises(OperatorError) as refused:
        check_move(was, level, by, reason)
    return refused.value.code


def test_every_pair_of_levels_has_one_move_and_no_level_moves_to_itself() -> None:
    assert set(MOVES) == set(itertools.permutations(SituationLevel, 2))
    assert why(RED, RED, KAPOLDA) == "level_stands"


@pytest.mark.parametrize(
    ("was", "level", "by", "kind"),
    [
        (GREEN, YELLOW, KAPOLSEK, DecisionKind.LAYER),
        (YELLOW, RED, KAPOLDA, DecisionKind.LINE),
        (RED, YELLOW, KAPOLDA, DecisionKind.LINE),
        (YELLOW, GREEN, KAPOLSEK, DecisionKind.LAYER),
    ],
)
def test_a_step_by_whoever_orders_it_usually_needs_no_reason(
    was: SituationLevel, level: SituationLevel, by: Authority, kind: DecisionKind
) -> None:
    move, unusual = check_move(was, level, by, "")
    assert (move.kind, unusual) == (kind, False)


def test_a_skipped_level_needs_a_typed_reason_whoever_orders_it() -> None:
    for was, level in ((GREEN, RED), (RED, GREEN)):
        assert why(was, level, KAPOLDA, "  ") == "level_skip_needs_reason"
        move, unusual = check_move(was, level, KAPOLDA, "gerbang dijebol")
        assert (move.skips, unusual) == (True, True)


def test_an_order_of_somebody_who_usually_does_not_give_it_is_written_down_with_its_reason() -> (
    None
):
    assert why(YELLOW, RED, KAPOLSEK) == "level_needs_reason"
    assert why(GREEN, YELLOW, Authority.OTHER) == "level_needs_reason"
    assert check_move(YELLOW, RED, KAPOLSEK, "kontak Polda terputus")[1]


def test_an_order_is_always_somebodys() -> None:
    assert why(GREEN, YELLOW, None, "cepat") == "decision_needs_authority"
