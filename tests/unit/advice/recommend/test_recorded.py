"""Recorded questions: the same bytes out, and one fault by name for what contradicts itself."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.advice.recommend.question import RecommendFault
from command_center.advice.recommend.recorded import answer_recorded, as_bytes
from command_center.advice.run_cards import run_cards
from command_center.cli import main
from command_center.cli_recommend import WORDS, sentence

Change = Callable[[dict[str, Any]], Any]


def document() -> dict[str, Any]:
    """A P1 in Sukun, one idle unit far away, one on its way to a P3 near by."""
    return {
        "format": "recommend/1",
        "incident": {
            "id": "i1",
            "priority": "P1",
            "category": "tawuran",
            "lat": -7.98,
            "lon": 112.63,
            "need": {"target_s": 480, "wants": [{"what": "patroli"}]},
        },
        "units": [
            {
                "id": "near",
                "kind": "patroli",
                "doing": "en_route",
                "eta": {"seconds": 100, "low_s": 80, "high_s": 150},
                "job": {"incident_id": "j1", "priority": "P3", "age_s": 60, "limit_s": 3600},
            },
            {"id": "far", "kind": "patroli", "doing": "idle", "lat": -7.93, "lon": 112.58},
        ],
        "relief": {"j1": {"far": 300}},
        "cover": {
            "within_s": 480,
            "anchors": [
                {"name": "Mulyorejo", "kecamatan": "Sukun", "weight": 2, "reached_s": {"far": 9}}
            ],
        },
    }


def ask(asked: dict[str, Any]) -> dict[str, Any]:
    return answer_recorded(json.dumps(asked).encode(), run_cards())


def test_a_pull_and_an_idle_unit_with_their_reasons() -> None:
    answer = ask(document())
    assert [card["unit_id"] for card in answer["cards"]] == ["near", "far"]
    assert answer["cards"][0]["knock_on"]["next_unit"] == "far"
    assert answer["cards"][1]["holes"] == [
        {
            "kecamatan": "Sukun",
            "loss": 0.5,
            "kelurahan": "Mulyorejo",
            "before": 1,
            "after": 0,
            "under_floor": False,
        }
    ]
    assert answer["run_cards"] == []
    assert "batch" not in answer


def test_without_wants_the_run_cards_say_what_is_needed_and_which_row_fired() -> None:
    asked = document()
    del asked["incident"]["need"]["wants"]
    asked["incident"] |= {"time": "23:30", "alarm": 2}
    answer = ask(asked)
    fired = {card.row: card for card in run_cards()}
    assert [fired[row].category for row in answer["run_cards"]] == ["tawuran", "tawuran"]
    assert answer["wants"][0] == {"what": "patroli", "count": 3, "crew": 3}


def test_five_that_wait_are_answered_together() -> None:
    asked = document()
    need = {"target_s": 900, "wants": [{"what": "patroli"}]}
    asked["waiting"] = [
        {"id": f"w{n}", "priority": "P2", "need": need, "eta": {"far": 60 * n}} for n in range(4)
    ]
    assert [sent["incident_id"] for sent in ask(asked)["batch"]] == ["i1"]
    asked["incident"]["priority"] = "P3"
    assert [sent["incident_id"] for sent in ask(asked)["batch"]] == ["w0"]


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 12))
def test_the_same_record_gives_the_same_bytes_in_any_order(dice: random.Random, count: int) -> None:
    asked = document()
    for at in range(count):
        job = {"incident_id": f"k{at}", "priority": "P4", "age_s": 9, "limit_s": 7_000}
        busy = dice.random() < 0.5
        asked["units"].append(
            {
                "id": f"x{at}",
                "kind": "patroli",
                "doing": "en_route" if busy else "idle",
                "lat": -7.98 + dice.choice([0.01, 0.02]),
                "lon": 112.63,
            }
            | ({"job": job} if busy else {})
        )
    first = as_bytes(ask(asked))
    shuffled = copy.deepcopy(asked)
    dice.shuffle(shuffled["units"])
    assert as_bytes(ask(asked)) == first
    assert as_bytes(ask(shuffled)) == first


def unit(asked: dict[str, Any], at: int = 0) -> Any:
    return asked["units"][at]


FAULTS: dict[str, Change] = {
    "other_format": lambda a: a.update(format="recommend/9"),
    "unit_twice": lambda a: a["units"].append(dict(unit(a))),
    "two_positions": lambda a: a["units"].append(unit(a, 1) | {"lat": -7.9}),
    "doing_unknown": lambda a: unit(a).update(doing="asleep"),
    "idle_with_job": lambda a: unit(a).update(doing="idle"),
    "busy_without_job": lambda a: unit(a).pop("job"),
    "half_position": lambda a: unit(a, 1).pop("lon"),
    "job_closed": lambda a: unit(a)["job"].update(status="selesai"),
    "incident_merged": lambda a: a["incident"].update(status="digabung", merged_into="i0"),
    "incident_closed": lambda a: a["incident"].update(status="selesai"),
    "empty_plan": lambda a: a["incident"]["need"].update(wants=[]),
    "empty_want": lambda a: a["incident"]["need"].update(wants=[{"what": "patroli", "count": 0}]),
    "unit_unknown": lambda a: a["relief"]["j1"].update(ghost=1),
    "job_unknown": lambda a: a["relief"].update(j9={"far": 1}),
    "kecamatan_unknown": lambda a: a["cover"].update(floors={"Klojn": 1}),
    "already_sent": lambda a: a["incident"].update(id="j1"),
    "eta_outside_interval": lambda a: unit(a)["eta"].update(low_s=101),
    "position_contradicts_eta": lambda a: unit(a).update(lat=-8.3, lon=112.63),
    "cover_weightless": lambda a: a["cover"]["anchors"][0].update(weight=0),
    "unreadable": lambda a: unit(a).update(crw=2),
    "incident_twice": lambda a: a.update(
        waiting=[{"id": "w", "priority": "P2", "need": a["incident"]["need"]}] * 4
    ),
}


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_what_contradicts_itself_is_one_fault_by_name(code: str) -> None:
    asked = document()
    FAULTS[code](asked)
    with pytest.raises(RecommendFault) as found:
        ask(asked)
    assert found.value.code == code
    said = sentence(found.value)
    assert said.endswith(".")
    assert "\n" not in said
    assert "{" not in said


def test_a_category_without_a_run_card_is_a_fault() -> None:
    asked = document()
    del asked["incident"]["need"]["wants"]
    with pytest.raises(RecommendFault, match="no_run_card"):
        answer_recorded(json.dumps(asked).encode(), [])


def test_every_fault_has_a_sentence_and_none_is_left_over() -> None:
    raised = {"no_run_card", "run_cards_fault"}
    assert set(FAULTS) | raised == set(WORDS)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_document_are_refused(data: bytes) -> None:
    with pytest.raises(RecommendFault):
        answer_recorded(data, run_cards())


def test_the_terminal_answers_and_ends_with_three_when_it_cannot(
    tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "asked.json"
    file.write_text(json.dumps(document()))
    assert main(["advice", "recommend", str(file), "--json"]) == 0
    assert capsys.readouterr().out.encode() == as_bytes(ask(document()))
    assert main(["advice", "recommend", str(file)]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("near\t1.7 min\tmeets_target")
    table = tmp_path / "cards.csv"
    table.write_text("category,place,hours,level,alarm,wants\nx,,,,1,\n")
    assert main(["advice", "recommend", str(file), "--run-cards", str(table)]) == 3
    assert "row 2" in capsys.readouterr().err
    file.write_text(json.dumps(document() | {"format": "?"}))
    assert main(["advice", "recommend", str(file)]) == 3
    heard = capsys.readouterr()
    assert (heard.out, len(heard.err.splitlines())) == ("", 1)
