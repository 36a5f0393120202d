"""Every scenario that is shipped holds together, and a broken one is refused."""

from pathlib import Path

import pytest

from command_center.domain.errors import OperatorError
from command_center.exercise.cameras.catalogue import load_catalogue
from command_center.exercise.cameras.situations import Situation
from command_center.exercise.city.scenario import ScenarioFaults, find_scenario, load_scenario
from command_center.exercise.instructor import FAULTS
from command_center.geo.packs import load_pack
from command_center.runtime.paths import resources_dir
from tests.unit.exercise_city.cities import OPENING, SCENARIOS, units


@pytest.fixture(params=SCENARIOS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_steps_name_reports_and_units_that_are_there(path: Path) -> None:
    scenario = load_scenario(path)
    reports = {(one.source, one.record["id"]): one.at for one in scenario.records}
    call_signs = {unit.call_sign for unit in units()}
    for step in scenario.steps:
        assert reports[step.source, step.report] < step.at
        assert set(step.units) <= call_signs


def test_cameras_of_the_story_exist_and_can_show_it(path: Path) -> None:
    cameras = {camera.id for camera in load_catalogue()}
    for scene in load_scenario(path).scenes:
        assert scene.camera in cameras
        assert scene.shows in FAULTS or Situation(scene.shows)


def test_units_belong_to_agencies_and_areas_of_the_city(path: Path) -> None:
    pack = load_pack(resources_dir() / "packs" / load_scenario(path).pack)
    agencies = {agency.code for agency in pack.agencies}
    for unit in units():
        assert unit.agency in agencies
        assert pack.gazetteer.locate(unit.home) is not None
        assert pack.area_at(unit.lat, unit.lon) is not None


def test_everything_reported_lies_in_the_city(path: Path) -> None:
    scenario = load_scenario(path)
    pack = load_pack(resources_dir() / "packs" / scenario.pack)
    for one in scenario.records:
        assert pack.area_at(one.record["lat"], one.record["lon"]) is not None


def test_a_record_that_is_none_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(OPENING.read_text(encoding="utf-8").replace("lat = -7.98690", 'lat = "x"'))
    with pytest.raises(ScenarioFaults):
        load_scenario(broken)


def test_a_source_that_is_none_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(OPENING.read_text(encoding="utf-8").replace('jmp = "JMP"\n', ""))
    with pytest.raises(ScenarioFaults) as caught:
        load_scenario(broken)
    assert "no such source" in caught.value.faults[0].value


@pytest.mark.parametrize("name", ["../pembukaan", "tidak_ada", "", "pembukaan.toml"])
def test_only_shipped_scenarios_are_found(name: str) -> None:
    with pytest.raises(OperatorError, match="scenario_missing"):
        find_scenario(OPENING.parent, name)
