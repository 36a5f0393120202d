"""An exercise from start to end with nobody there: four seats, real HTTP, a city process."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from command_center.bootstrap.exercise import start_exercise
from command_center.bootstrap.exercise_unattended import run_unattended
from command_center.cli import main
from command_center.exercise.city.scenario import ScenarioFaults
from command_center.runtime.paths import resources_dir

SHIPPED = resources_dir() / "exercise" / "scenarios" / "sispamkota_500.toml"
INJECTS = """
[[inject]]
id = "massa"
kind = "report"
at = 09:00:20
source = "cc110"
category = "unjuk_rasa"
priority = "P1"
text = "Massa mendorong pagar KPU"
expect = [{ do = "taken", within_s = 120 }, { do = "closed", within_s = 60 }]

[[inject]]
id = "surut"
kind = "media"
after = ["massa"]
when = { inject = "massa", is = "ordered" }
source = "media"
category = "lainnya"
text = "Massa bubar"

[[inject]]
id = "tidak"
kind = "rumour"
when = { inject = "massa", is = "not_taken", for_s = 200 }
source = "media"
category = "lainnya"
text = "Tidak ada yang datang"

[[inject]]
id = "mogok"
kind = "unit_fails"
after = ["massa"]
unit = "DAMKAR 01"
text = "mesin mogok"

[[inject]]
id = "kuning"
kind = "level"
after = ["massa"]
place = "KPU"
level = "kuning"
officer = "Kombes Wirawan"
authority = "kapolres"
"""


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    own = SHIPPED.read_text(encoding="utf-8").split("[[inject]]", 1)[0]
    own = own.replace("ends = 10:00:00", "ends = 09:05:00")
    file = tmp_path / "singkat.toml"
    file.write_text(own + INJECTS, encoding="utf-8")
    return file


@pytest.mark.long
def test_no_inject_is_lost_and_the_report_is_there(
    scenario: Path, tmp_path: Path, qapp: object
) -> None:
    url = f"sqlite:///{tmp_path / 'exercise.db'}"
    ran = run_unattended(str(scenario), 1, url, tmp_path, speed=20.0, desks=4)
    assert (ran.injects, ran.there, ran.lost, ran.untriggered) == (5, 4, 0, 1)
    assert (ran.missed, ran.refused) == (1, 0)
    assert ran.done >= 3
    paper, book = map(Path, ran.files)
    assert paper.read_bytes().startswith(b"%PDF")
    pages = openpyxl.load_workbook(book).worksheets
    text = " ".join(str(cell.value) for page in pages for row in page for cell in row)
    for word in ("LATIHAN", "TERLEWAT", "meja-", "diketahui saat itu".capitalize()):
        assert word in text


def test_of_a_scenario_with_a_fault_nothing_is_begun(scenario: Path, tmp_path: Path) -> None:
    wrong = scenario.read_text("utf-8").replace(
        'after = ["massa"]\nunit', 'after = ["mogok"]\nunit'
    )
    scenario.write_text(wrong, encoding="utf-8")
    database = tmp_path / "exercise.db"
    with pytest.raises(ScenarioFaults):
        start_exercise(str(scenario), 1, f"sqlite:///{database}", cameras=False)
    assert not database.exists()


@pytest.mark.parametrize("words", [["--join"], ["--unattended", "--speed", "0"]])
def test_what_makes_no_sense_is_refused_in_words(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main(["exercise", *words])
    except SystemExit as ended:
        status = int(str(ended.code))
    assert status == 2
    assert "command-center" in capsys.readouterr().err
