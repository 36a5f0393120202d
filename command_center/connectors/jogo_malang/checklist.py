"""What there is of this connector."""

from command_center.connectors.checklist import Checklist

CHECKLIST = Checklist(
    profile="jogo_malang",
    name="Jogo Malang Presisi",
    health="source",
    mapping="jogo_malang",
    simulator="command_center.exercise.systems.jogo_malang",
    docs="docs/replies.md",
    tests=(
        "tests/room/test_tell.py",
        "tests/room/test_deliver.py",
        "tests/room/test_jogo_malang.py",
        "tests/room/test_reply_notice.py",
        "tests/unit/connectors/test_jogo_malang_mapping.py",
        "tests/end_to_end/test_citizen.py",
    ),
    untested="The real app and its server: no interface of either is public.",
)
