"""A printed book of a shift: pages that were altered afterwards are named."""

import base64
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.verify_book import is_book, verify_book
from command_center.cli import main
from command_center.cli_status import NOTHING_STORED
from command_center.documents.book import (
    Book,
    BookLine,
    BookSignature,
    columns,
    columns_of,
    rows_of,
)
from command_center.documents.book_seal import MARK, check, digests, read_seal
from command_center.domain.book import BookKind
from command_center.domain.errors import OperatorError
from command_center.runtime.signing import Signer
from command_center.ui.handover.book_paper import BookFile, write_book

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)


def book(rows: int) -> Book:
    lines = [
        BookLine(
            NOW + timedelta(minutes=at),
            BookKind.EVENT,
            f"#{at:04} · P3 · =keributan {at}",
            "20.01 diambil RA; 20.05 SAMAPTA 12 diperintah RA",
            "RA",
        )
        for at in range(rows)
    ]
    lines.append(BookLine(NOW, BookKind.DETAINEES, "6 orang", "", "SW", "e1", "salah hitung"))
    signed = (
        BookSignature("Yang menyerahkan", "Aiptu Rahmad S", NOW),
        BookSignature("Yang menerima", "Aipda Sari W", None),
    )
    zone = ZoneInfo("Asia/Jakarta")
    return Book(
        "LATIHAN Polresta", "Regu A", "Aiptu Rahmad S", zone, "WIB", NOW, NOW, tuple(lines),
        signed, 412, "ab" * 32, "cd" * 32,
    )  # fmt: skip


@pytest.fixture(scope="module")
def printed(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = BookFile(tmp_path_factory.mktemp("book") / "buku.pdf", "shift-1", "WS-1", NOW)
    signer = Signer(Ed25519PrivateKey.generate(), in_keyring=False)
    return write_book(book(70), columns(), file, signer)


def findings(data: bytes) -> list[tuple[str, int]]:
    return [(one.code, one.page) for one in check(data)]


def test_a_book_proves_itself(printed: Path) -> None:
    data = printed.read_bytes()
    found = read_seal(data)
    assert found is not None
    assert len(found[1].pages) == len(digests(found[0])[0]) > 2
    assert sum(found[1].rows) == 71
    assert findings(data) == [("book_good", 0)]
    assert is_book(printed)
    said, good = verify_book(printed)
    assert good
    assert said[0].startswith("buku.pdf: every page")
    assert not printed.with_suffix(".pages").exists()


def page_two(data: bytes) -> bytes:
    """One byte of what the second page paints."""
    pdf = data.rpartition(MARK)[0]
    found = list(re.finditer(rb"/Type\s*/Page\b[^s].*?/Contents\s+(\d+)\s+0\s+R", pdf, re.S))
    at = pdf.find(b"\n%d 0 obj" % int(found[1][1])) + 120
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def cut_seal(data: bytes) -> bytes:
    return data.rpartition(MARK)[0]


def own_seal(data: bytes) -> bytes:
    """The seal says another shift than was signed."""
    pdf, mark, line = data.rpartition(MARK)
    told = base64.b64decode(line).replace(b'"shift": "Regu A"', b'"shift": "Regu C"')
    return pdf + mark + base64.b64encode(told) + b"\n"


def title(data: bytes) -> bytes:
    at = data.find(b"%PDF-1.") + 7
    return data[:at] + b"3" + data[at + 1 :]


@pytest.mark.parametrize(
    ("alter", "found"),
    [
        (page_two, ("book_page_changed", 2)),
        (cut_seal, ("book_without_seal", 0)),
        (own_seal, ("book_seal_broken", 0)),
        (title, ("book_file_changed", 0)),
    ],
)
def test_what_was_altered_is_refused_and_named(
    printed: Path,
    alter: Callable[[bytes], bytes],
    found: tuple[str, int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    altered = tmp_path / "altered.pdf"
    altered.write_bytes(alter(printed.read_bytes()))
    assert findings(altered.read_bytes()) == [found]
    assert main(["verify", str(altered)]) == NOTHING_STORED
    named = f"page {found[1]}" if found[1] else "altered.pdf"
    assert named in capsys.readouterr().out


def test_a_room_chooses_its_columns() -> None:
    shown = columns_of(("at", "text", "by", "text", "nonsense"))
    assert [column.id for column in shown] == ["at", "text", "by"]
    assert columns_of(("nonsense",)) == columns()


def test_what_was_done_is_told_to_its_end_under_the_same_number(
    qapp: QApplication, tmp_path: Path
) -> None:
    steps = [f"20.{at % 60:02} SAMAPTA {at} di TKP RA" for at in range(200)]
    long = BookLine(NOW, BookKind.EVENT, "#0001 · P1 · begal", "; ".join(steps), "RA")
    whole = replace(book(1), lines=(long, *book(1).lines))
    rows = [row for row, _ in rows_of(whole, columns_of(("no", "text", "action")))]
    first = [row for row in rows if row[0] == "1"]
    assert " ".join(action for _, _, action in first) == "; ".join(steps)
    assert [text for _, text, _ in first] == ["#0001 · P1 · begal", *[""] * (len(first) - 1)]
    assert [row[0] for row in rows[len(first) :]] == ["2", "3"]
    assert len(rows_of(whole, columns_of(("no", "text")))) == 3
    file = BookFile(tmp_path / "buku.pdf", "shift-1", "WS-1", NOW)
    key = Signer(Ed25519PrivateKey.generate(), in_keyring=False)
    found = read_seal(write_book(whole, columns(), file, key).read_bytes())
    assert found is not None
    assert sum(found[1].rows) == len(rows) > 3  # the same with all columns


def test_a_folder_that_cannot_be_written_leaves_nothing_half(tmp_path: Path) -> None:
    wall = tmp_path / "wall"
    wall.write_text("not a folder")
    file = BookFile(wall / "buku.pdf", "shift-1", "WS-1", NOW)
    signer = Signer(Ed25519PrivateKey.generate(), in_keyring=False)
    with pytest.raises(OperatorError, match="paper_failed"):
        write_book(book(1), columns(), file, signer)
    assert list(tmp_path.iterdir()) == [wall]
