"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="hospital",
    name="Rumah sakit",
    health="source",
    mapping="",
    simulator="command_center.exercise.systems.hospitals",
    docs="docs/hospitals.md",
    tests=(
        "tests/unit/connectors/test_have.py",
        "tests/room/test_hospitals.py",
        "tests/room/test_hospital_round_trip.py",
        "tests/end_to_end/test_standby.py",
    ),
    untested="No hospital's own system was ever read or told; which nine are partners is assumed.",
)
