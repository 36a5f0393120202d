"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="call_110",
    name="Sentral 110",
    health="source",
    mapping="call_110",
    simulator="command_center.exercise.systems.exchange",
    docs="docs/calls.md",
    tests=(
        "tests/room/test_calls.py",
        "tests/room/test_exchange.py",
        "tests/unit/duty/test_calls.py",
        "tests/unit/connectors/test_call_mappings.py",
        "tests/ui/test_calls.py",
        "tests/end_to_end/test_abandoned_call.py",
    ),
    untested="The real exchange of 110: no interface of it is public. No telephone was ever rung.",
)
