"""The chapter of the first day calls everything on the screen what the screen calls it."""

import re

from defusedxml import ElementTree

from command_center.runtime.paths import resources_dir

CHAPTER = resources_dir() / "handbook/id/hari-pertama.md"
EMPHASISED = re.compile(r"\*\*([^*]+)\*\*|\*([^*]+)\*")
CODE = re.compile(r"`[^`]*`|^ {4,}.*$", re.MULTILINE)


def on_the_screen() -> set[str]:
    """Every Indonesian text that the program can show, with … for what is filled in. Of one that
    begins with a tick, what stands before its first stop counts as well."""
    tree = ElementTree.parse(resources_dir() / "translations" / "en.ts")
    texts = {re.sub(r"%\d|%n", "…", one.text or "") for one in tree.iter("source")}
    ticked = {text[2:] for text in texts if text.startswith("✓ ")}
    return texts | {re.split(r"[;:.]", text)[0] for text in ticked}


def emphasised(text: str) -> list[str]:
    flowing = re.sub(r"\s+", " ", CODE.sub("", text))
    return [bold or italic for bold, italic in EMPHASISED.findall(flowing)]


def test_every_emphasised_word_of_the_first_day_stands_on_the_screen() -> None:
    words, shown = emphasised(CHAPTER.read_text(encoding="utf-8")), on_the_screen()
    assert len(words) > 30
    assert [one for one in words if one not in shown] == []


def test_a_word_that_the_screen_does_not_say_is_found() -> None:
    text = "1. *Peran\n   komputer ini*: tekan **Simpan … baris**, `*bukan*`, *Dirikan ruang*"
    words = emphasised(text)
    assert words == ["Peran komputer ini", "Simpan … baris", "Dirikan ruang"]
    assert [one for one in words if one not in on_the_screen()] == ["Dirikan ruang"]
