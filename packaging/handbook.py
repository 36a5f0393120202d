"""Builds the handbook for reading without the program: PDF, HTML and the quick-reference card.

usage: python packaging/handbook.py FOLDER
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QTextDocument

from command_center.documents.handbook import LINK, PICTURES, Chapter, Handbook, Page
from command_center.ui.handbook import making
from command_center.ui.handbook.browser import GITHUB, NO_HTML
from command_center.ui.i18n import LANGUAGES, Language

NAMES = {"id": "buku-panduan", "en": "handbook"}
CARDS = {"id": "kartu-ringkas", "en": "quick-reference"}
STYLE = "body{max-width:46em;margin:2em auto;font:16px/1.5 sans-serif}img{max-width:100%}"


def write_html(handbook: Handbook, folder: Path) -> None:
    """A file for each page and one that lists them; nothing of it needs a network."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(handbook.folder / PICTURES, folder / PICTURES, dirs_exist_ok=True)
    for page in handbook.pages.values():
        (folder / f"{page.id}.html").write_text(_html(page), encoding="utf-8")
    (folder / "index.html").write_text(_index(handbook.chapters), encoding="utf-8")


def _html(page: Page) -> str:
    document = QTextDocument()
    text = LINK.sub(r"](\1.html)", page.text)
    document.setMarkdown(f"[‹](index.html)\n\n{text}", GITHUB | NO_HTML)
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, page.title)
    return document.toHtml().replace("</head>", f"<style>{STYLE}</style></head>", 1)


def _index(chapters: tuple[Chapter, ...]) -> str:
    lines = []
    for chapter in chapters:
        lines += [f"# {chapter.title}", ""]
        lines += [f"- [{page.title}]({page.id}.md)" for page in chapter.pages]
        lines.append("")
    return _html(Page("index", "", "", making.TITLES["id"], "\n".join(lines)))


def main() -> None:
    """Says each file it has written."""
    folder = Path(sys.argv[1])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    language = Language()
    handbook = Handbook(making.folder())
    for code in LANGUAGES:
        language.use(code)
        for file, write in (
            (folder / f"{NAMES[code]}.pdf", lambda path, code=code: making.book(code, None, path)),
            (folder / f"{CARDS[code]}.pdf", lambda path, code=code: making.card(code, path)),
        ):
            write(file)
            print(f"{file} ... {file.stat().st_size} bytes", flush=True)
    write_html(handbook, folder / "html")
    print(f"{folder / 'html' / 'index.html'} ...", flush=True)
    app.quit()


if __name__ == "__main__":
    main()
