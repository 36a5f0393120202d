"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="sijalinmaja",
    name="Sijalinmaja",
    health="source",
    mapping="sijalinmaja",
    simulator="command_center.exercise.systems.sijalinmaja",
    docs="docs/mapping.md",
    tests=(
        "tests/room/test_sijalinmaja.py",
        "tests/unit/contract/test_mapping.py",
        "tests/end_to_end/test_cases.py",
    ),
    untested="The real Sijalinmaja: no interface of it is public.",
)
