"""The handbook as files: nothing leads nowhere, and words are found."""

import re
from pathlib import Path

import pytest

from command_center.documents.handbook import LINK, Handbook
from command_center.runtime.paths import resources_dir

BOOK = Handbook(resources_dir() / "handbook")
PICTURE = re.compile(r"!\[([^\]]*)\]\((?:pictures/)?([\w-]+\.\w+)\)")
ANY_LINK = re.compile(r"\]\(([^)]+)\)")
CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|^ {4,}.*$", re.MULTILINE)
MOST_BYTES = 6_000_000
# Words that only English has, as a page would begin a sentence or name a thing with them.
ENGLISH = re.compile(
    r"\b(?:the|and|with|of|is|are|press|click|then|this|that|which|settings|dispatch|unit's|shift"
    r" lead|database|backup|queue|handover|evidence|update)\b",
    re.IGNORECASE,
)


def pages(language: str) -> list[str]:
    return [page.id for page in BOOK.pages.values() if page.language == language]


def test_every_file_of_pages_stands_in_the_contents_once() -> None:
    for language in ("id", "en"):
        files = sorted(file.stem for file in (BOOK.folder / language).glob("*.md"))
        assert sorted(pages(language)) == files
    assert sum(len(chapter.pages) for chapter in BOOK.chapters) == len(BOOK.pages)


@pytest.mark.parametrize("id", sorted(BOOK.pages))
def test_a_page_has_a_title_and_its_links_and_pictures_are_there(id: str) -> None:
    page = BOOK.pages[id]
    assert page.text.startswith("# ")
    assert page.title != id
    assert [link for link in LINK.findall(page.text) if link not in BOOK.pages] == []
    pictures = {name for _, name in PICTURE.findall(page.text)}
    assert [name for name in pictures if not (BOOK.folder / "pictures" / name).is_file()] == []
    assert all(words for words, _ in PICTURE.findall(page.text))
    known = {f"{link}.md" for link in LINK.findall(page.text)}
    known |= {f"pictures/{name}" for name in pictures}
    assert set(ANY_LINK.findall(page.text)) <= known


def test_every_picture_is_shown_by_a_page_and_all_of_it_is_small() -> None:
    shown = {name for page in BOOK.pages.values() for _, name in PICTURE.findall(page.text)}
    assert {file.name for file in (BOOK.folder / "pictures").iterdir()} == shown
    files = [file for file in BOOK.folder.rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_indonesian_pages_speak_indonesian() -> None:
    found = {}
    for id in pages("id"):
        prose = CODE.sub("", BOOK.pages[id].text)
        if words := ENGLISH.findall(prose):
            found[id] = words
    assert found == {}


def test_a_search_finds_pages_by_all_words_and_titles_first() -> None:
    first, *rest = BOOK.search("serah TERIMA", "id")
    assert first.page.id == "serah-terima"
    assert rest
    assert "terima" in rest[0].excerpt.casefold()
    assert BOOK.search("serah katayangtidakada", "id") == []
    assert BOOK.search("  ", "id") == []


def test_a_search_in_english_has_english_pages_first() -> None:
    found = BOOK.search("ctrl+k", "en")
    assert [hit.page.language for hit in found][:2] == ["en", "id"]


def test_what_is_not_of_a_language_is_the_first_page_of_its_role() -> None:
    assert BOOK.spoken("radio", "en").id == "operator"
    assert BOOK.spoken("apel", "en").id == "shift-lead"
    assert BOOK.spoken("radio", "id").id == "radio"


def test_the_plain_words_of_a_page_have_no_marks(tmp_path: Path) -> None:
    (tmp_path / "id").mkdir()
    (tmp_path / "contents.toml").write_text(
        '[[id]]\nrole = "operator"\ntitle = "O"\npages = ["a"]\n', encoding="utf-8"
    )
    text = "# Judul\n\n- **Ambil** (`A`) lalu [baca](b.md)\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"
    (tmp_path / "id" / "a.md").write_text(text, encoding="utf-8")
    page = Handbook(tmp_path).pages["a"]
    assert page.title == "Judul"
    assert not set("*`[]()#") & set(page.plain.replace("(A)", ""))
    assert "Ambil (A) lalu baca" in page.plain
