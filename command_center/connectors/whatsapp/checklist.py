"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="whatsapp",
    name="WhatsApp Polresta",
    health="source",
    mapping="whatsapp",
    simulator="command_center.exercise.systems.whatsapp",
    docs="docs/calls.md",
    tests=("tests/room/test_exchange.py", "tests/unit/connectors/test_call_mappings.py"),
    untested="The real number and whoever runs its gateway: a token of theirs would be needed.",
)
