"""The catalogue of verbs is whole, whichever program reads it: what one of them writes of it into a
server is demanded word for word by all others."""

from pathlib import Path

from command_center.commands.catalogue import MODULES
from tests.architecture.source_tree import PACKAGE


def test_every_module_with_a_verb_stands_in_the_catalogue() -> None:
    files = (PACKAGE / "commands").glob("*.py")
    has_verbs = {file.stem for file in files if "\n@verb(" in file.read_text(encoding="utf-8")}
    assert len(has_verbs) > 50
    assert has_verbs - {Path(str(module.__file__)).stem for module in MODULES} == set()
    elsewhere = [file for file in PACKAGE.rglob("*.py") if file.parent != PACKAGE / "commands"]
    assert [f for f in elsewhere if "\n@verb(" in f.read_text(encoding="utf-8")] == []
