"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="radio",
    name="Senkom dan Polisi RW",
    health="source",
    mapping="",
    simulator="command_center.exercise.systems.radio",
    docs="docs/radio.md",
    tests=(
        "tests/room/test_radio.py",
        "tests/room/test_radio_net.py",
        "tests/room/test_partners.py",
        "tests/unit/advice/test_radio.py",
        "tests/unit/connectors/test_partner_tables.py",
        "tests/ui/test_radio_panel.py",
        "tests/ui/test_partners_panel.py",
        "tests/ui/test_neighbourhood_card.py",
    ),
    untested="A real radio net: what is said on it is typed in by a person. No such system has an"
    " interface, and the meanings of the codes are those of the press.",
)
