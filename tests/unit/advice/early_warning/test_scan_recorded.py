"""`advice scan FILE`: the same file gives the same bytes; a wrong one a sentence."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from command_center.advice.early_warning.recorded import ScanFileFault, as_bytes, scan_file
from command_center.advice.early_warning.watch import Card
from command_center.cli import main
from command_center.cli_scan import WORDS
from tests.unit.advice.early_warning.rooms import BEGIN_S, DAY_S, POINTS, cluster, history

PAST = history(14)
NEWS = cluster(BEGIN_S + 14 * DAY_S, 10, ("k11", "k12"), gap_s=900.0)


def lines(cards: list[Card]) -> list[dict[str, Any]]:
    return [
        {
            "id": card.id,
            "at": datetime.fromtimestamp(card.at_s, UTC).isoformat(),
            "area": card.area or "",
            "category": card.category,
        }
        for card in cards
    ]


def recorded(**given: Any) -> bytes:
    file = {"format": 1, "areas": POINTS, "past": lines(PAST), "incidents": lines(NEWS)}
    return json.dumps({**file, **given}).encode()


@pytest.fixture(scope="module")
def answer() -> dict[str, Any]:
    return scan_file(recorded())


def test_a_recorded_cluster_is_found_with_its_worth_and_its_evidence(
    answer: dict[str, Any],
) -> None:
    last = [one for one in answer["findings"] if one["method"] == "scan"][-1]
    assert answer["learning"] is False
    assert last["stream"] == "violence"
    assert set(last["areas"]) >= {"k11", "k12"}
    assert last["every_days"] > 20
    assert last["true_share"] >= 0.3
    assert last["rings"] is True
    assert {"c8", "c9"} <= set(last["members"])


def test_the_same_file_gives_the_same_bytes_and_so_does_its_calibration(
    answer: dict[str, Any],
) -> None:
    again = scan_file(recorded(calibration=answer["calibration"]))
    assert as_bytes(again) == as_bytes(answer)


def test_without_a_past_it_is_learning_and_never_rings() -> None:
    found = scan_file(recorded(past=[]))
    assert found["learning"] is True
    assert not any(one["rings"] for one in found["findings"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unreadable"),
        (b'{"format": 1, "areas": {}, "incidents": [{"id": "a"}]}', "unreadable"),
        (recorded(past=[], more=1), "unreadable"),
        (recorded(past=[], format=9), "other_format"),
        (recorded(past=[], areas={"k11": (95.0, 0.0)}), "nowhere"),
        (recorded(past=[], areas={}), "area_unknown"),
        (recorded(past=[], incidents=[*lines(NEWS), *lines(NEWS)]), "incident_twice"),
        (recorded(past=[]).replace(b"+00:00", b""), "naive_time"),
        (recorded(past=[], streams=[]), "streams"),
        (recorded(past=[], followed=-1), "judged"),
        (recorded(past=[], calibration={"all": {"middle": [1]}}), "calibration"),
        (recorded(past=[], areas={f"k{n}": (0.0, 0.0) for n in range(501)}), "too_many_areas"),
    ],
)
def test_a_wrong_file_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ScanFileFault, match=code):
        scan_file(data)
    assert code in WORDS


def test_the_command_line_prints_the_answer_or_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "catatan.json"
    file.write_bytes(recorded(past=[], streams=[{"code": "semua"}]))
    assert main(["advice", "scan", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == 1
    assert main(["advice", "scan", str(file)]) == 0
    assert "once in" in capsys.readouterr().out
    file.write_text("{}")
    assert main(["advice", "scan", str(file)]) == 3
    assert "docs/early-detection.md" in capsys.readouterr().err
