"""What proves a printed book of a shift: a line behind the PDF with the hash of each page's bytes,
signed with the key of the workstation that wrote it. Readers of PDF pass over it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from command_center.runtime.signing import signed_by

MARK = b"\n%PUSAT-KOMANDO-BUKU-1 "
FIRST_FORM = 1
LARGEST = 64 * 1024 * 1024
_PAGE = re.compile(rb"/Type\s*/Page\b[^s].*?/Contents\s+(\d+)\s+0\s+R", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Seal:
    """`rows` = how many rows each page holds, `chain` = their hashes (`book.page_hashes`); `pages`
    = SHA-256 of each page's bytes in the file, `rest` of everything else; `key` is hexadecimal
    Ed25519; `form` is `book.FORM` as it was then."""

    room: str
    shift_id: str
    shift: str
    workstation: str
    written_at: str
    log_to: int
    log_hash: str
    columns: tuple[str, ...]
    rows: tuple[int, ...]
    chain: tuple[str, ...]
    pages: tuple[str, ...]
    rest: str
    key: str
    signature: str = ""
    form: int = FIRST_FORM

    @property
    def message(self) -> bytes:
        """What is signed: all but the signature; the first form did not say which it is."""
        left_out = ("signature", "form") if self.form == FIRST_FORM else ("signature",)
        told = {name: value for name, value in asdict(self).items() if name not in left_out}
        text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return text.encode()


@dataclass(frozen=True, slots=True)
class BookFinding:
    """`code` names the sentence; `page` counts from 1, 0 = not of one page."""

    code: str
    good: bool
    page: int = 0


def sealed(pdf: bytes, about: Mapping[str, Any], key: str, sign: Callable[[bytes], bytes]) -> bytes:
    """The file with its seal. `about` = the fields of `Seal` that are not about bytes."""
    pages, rest = digests(pdf)
    seal = Seal(**about, pages=pages, rest=rest, key=key)
    told = {**asdict(seal), "signature": sign(seal.message).hex()}
    return pdf + MARK + base64.b64encode(json.dumps(told, ensure_ascii=False).encode()) + b"\n"


def read_seal(data: bytes) -> tuple[bytes, Seal] | None:
    """The PDF and its seal; None: it has none, or one that cannot be read."""
    pdf, mark, line = data.rpartition(MARK)
    if not mark:
        return None
    try:
        told = json.loads(base64.b64decode(line.strip(), validate=True))
        lists = {name: tuple(told[name]) for name in ("columns", "rows", "chain", "pages")}
        return pdf, Seal(**{**told, **lists})
    except (binascii.Error, ValueError, TypeError, KeyError):
        return None


def digests(pdf: bytes) -> tuple[tuple[str, ...], str]:
    """SHA-256 of what each page paints, in their order, and of everything else."""
    spans = []
    for found in _PAGE.finditer(pdf):
        begin = pdf.find(b"\n%d 0 obj" % int(found[1]))
        end = pdf.find(b"endobj", begin)
        if begin >= 0 and end >= 0:
            spans.append((begin, end))
    rest, at = hashlib.sha256(), 0
    for begin, end in sorted(spans):
        rest.update(pdf[at:begin])
        at = end
    rest.update(pdf[at:])
    pages = tuple(hashlib.sha256(pdf[begin:end]).hexdigest() for begin, end in spans)
    return pages, rest.hexdigest()


def check(data: bytes) -> list[BookFinding]:
    """Of the file by itself: whether its pages are those that were signed."""
    found = read_seal(data)
    if found is None:
        return [BookFinding("book_without_seal", good=False)]
    pdf, seal = found
    if not _signed(seal):
        return [BookFinding("book_seal_broken", good=False)]
    pages, rest = digests(pdf)
    findings = _pages(pages, seal.pages)
    if len(pages) != len(seal.pages):
        findings.append(BookFinding("book_pages_missing", good=False))
    elif rest != seal.rest and not findings:
        findings.append(BookFinding("book_file_changed", good=False))
    return findings or [BookFinding("book_good", good=True)]


def _pages(here: Sequence[str], signed: Sequence[str]) -> list[BookFinding]:
    pairs = zip(here, signed, strict=False)
    return [
        BookFinding("book_page_changed", good=False, page=at)
        for at, (one, other) in enumerate(pairs, 1)
        if one != other
    ]


def _signed(seal: Seal) -> bool:
    try:
        signature = bytes.fromhex(seal.signature)
    except ValueError:
        return False
    return signed_by(seal.key, signature, seal.message)
