"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="ngalam_112",
    name="Ngalam 112",
    health="source",
    mapping="ngalam_112",
    simulator="command_center.exercise.systems.ngalam_112",
    docs="docs/calls.md",
    tests=("tests/room/test_exchange.py", "tests/unit/connectors/test_call_mappings.py"),
    untested="The real Ngalam 112: no interface of it is public.",
)
