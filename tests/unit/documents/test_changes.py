"""The list of changes tells of the version and the tables that the program has."""

import re

from command_center import __version__
from command_center.runtime.paths import migrations_dir

CHANGES = migrations_dir().parent / "CHANGELOG.md"


def test_the_newest_section_is_that_of_this_version() -> None:
    newest = CHANGES.read_text(encoding="utf-8").split("\n## ")[1]
    tables = max(file.name[:4] for file in (migrations_dir() / "versions").glob("[0-9]*.py"))
    assert newest.split(",")[0].split("\n")[0] == __version__
    assert re.findall(r"[Tt]ables (\d{4})", newest)[:1] == [tables]
