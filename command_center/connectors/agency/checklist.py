"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="agency",
    name="Instansi",
    health="delivery",
    mapping="",
    simulator="command_center.exercise.systems.agencies",
    docs="docs/referrals.md",
    tests=(
        "tests/room/test_referrals.py",
        "tests/room/test_agency_round_trip.py",
        "tests/unit/connectors/test_agency_mail.py",
        "tests/end_to_end/test_agencies.py",
    ),
    untested="The real agencies: none of them publishes an interface; mail went to our own server.",
)
