"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="simlinmas",
    name="Simlinmas",
    health="source",
    mapping="simlinmas",
    simulator="command_center.exercise.systems.simlinmas",
    docs="docs/mapping.md",
    tests=("tests/room/test_simlinmas.py", "tests/unit/contract/test_mapping.py"),
    untested="The real Simlinmas: no interface of it is public.",
)
