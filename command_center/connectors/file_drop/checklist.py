"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="file_drop",
    name="Berkas",
    health="source",
    mapping="posko",
    simulator="command_center.exercise.systems.files",
    docs="docs/mapping.md",
    tests=("tests/room/test_file_drop.py", "tests/unit/contract/test_mapping.py"),
    untested="A folder on a network drive: only folders of this machine were tried.",
)
