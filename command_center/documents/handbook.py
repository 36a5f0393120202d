"""The handbook as files: which pages there are, what they say, and where a word stands in them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PICTURES = "pictures"
LINK = re.compile(r"\]\(([\w-]+)\.md\)")
_HEADING = re.compile(r"^#{1,4} (.+)$")
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|[*`\[|]|^[->#\s]+", re.MULTILINE)
_RULE = re.compile(r"^[|\s:-]+$")
_AROUND = 60
MOST_HITS = 60


@dataclass(frozen=True, slots=True)
class Page:
    """`id` is the file's name without its ending, `text` Markdown. `language` and `role` say whose
    page it is."""

    id: str
    language: str
    role: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """Its words without the marks, a line for each line."""
        lines = [line for line in self.text.splitlines() if not _RULE.match(line)]
        return "\n".join(filter(None, (_MARKS.sub("", line).strip() for line in lines)))


@dataclass(frozen=True, slots=True)
class Chapter:
    """The pages of one role in one language, in reading order."""

    language: str
    role: str
    title: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A page that has all the words; `excerpt` is the first line with one of them."""

    page: Page
    excerpt: str


class Handbook:
    """What lies in `folder`: contents.toml, a folder of pages for each language, pictures."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        listed = tomllib.loads((self.folder / "contents.toml").read_text(encoding="utf-8"))
        return tuple(
            Chapter(
                language,
                chapter["role"],
                chapter["title"],
                tuple(self._read(language, chapter["role"], id) for id in chapter["pages"]),
            )
            for language, chapters in listed.items()
            for chapter in chapters
        )

    def _read(self, language: str, role: str, id: str) -> Page:
        text = (self.folder / language / f"{id}.md").read_text(encoding="utf-8")
        first = _HEADING.match(text.partition("\n")[0])
        return Page(id, language, role, first.group(1) if first else id, text)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """By id; no id stands twice, in whatever language."""
        return {page.id: page for chapter in self.chapters for page in chapter.pages}

    def of_language(self, language: str) -> tuple[Chapter, ...]:
        """Its own chapters first, then those of the other languages."""
        return tuple(sorted(self.chapters, key=lambda chapter: chapter.language != language))

    def spoken(self, id: str, language: str) -> Page:
        """The page, or where it is not of that language the first one of the same role."""
        page = self.pages[id]
        if page.language == language:
            return page
        same = (chapter for chapter in self.chapters if chapter.language == language)
        own = [chapter.pages[0] for chapter in same if chapter.role == page.role]
        return own[0] if own else page

    def search(self, words: str, language: str) -> list[Found]:
        """Pages with every word of `words` in any order: first those whose title has them, then in
        reading order; at most MOST_HITS."""
        wanted = words.casefold().split()
        if not wanted:
            return []
        found: list[tuple[bool, Found]] = []
        for chapter in self.of_language(language):
            for page in chapter.pages:
                folded = page.plain.casefold()
                if all(word in folded for word in wanted):
                    titled = all(word in page.title.casefold() for word in wanted)
                    found.append((not titled, Found(page, _excerpt(page, wanted))))
        return [one for _, one in sorted(found, key=lambda pair: pair[0])][:MOST_HITS]


def _excerpt(page: Page, wanted: list[str]) -> str:
    """Of the line that has most of the words, what stands around the first of them."""
    lines = page.plain.splitlines()
    best = max(lines, key=lambda line: sum(word in line.casefold() for word in wanted))
    folded = best.casefold()
    at = min(folded.index(word) for word in wanted if word in folded)
    start = max(0, at - _AROUND // 2)
    cut = best[start : at + _AROUND]
    return f"{'…' if start else ''}{cut}{'…' if at + _AROUND < len(best) else ''}"
