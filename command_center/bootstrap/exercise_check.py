"""What is wrong with a scenario, as one sentence each, before anything of it is begun."""

from __future__ import annotations

from command_center.domain.errors import OperatorError
from command_center.exercise.city.scenario import ScenarioFaults, find_scenario, load_scenario
from command_center.runtime.paths import resources_dir


def faults_of(name: str) -> list[OperatorError]:
    """None of them: it can be run. OperatorError where there is no such scenario."""
    try:
        load_scenario(find_scenario(resources_dir() / "exercise" / "scenarios", name))
    except ScenarioFaults as error:
        return [
            OperatorError(fault.code, where=fault.where, value=fault.value)
            for fault in error.faults
        ]
    return []
