"""What a file is, its content says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.connectors.attachments.kind import KEPT, LONGEST_TEXT, TEXT, kind_of

REST = b"\0" * 60
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + REST
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + REST


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (JPEG, "image/jpeg"),
        (PNG, "image/png"),
        (b"GIF89a" + REST, "image/gif"),
        (b"RIFF\x20\0\0\0WEBPVP8 " + REST, "image/webp"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + REST, "image/heif"),
        (b"%PDF-1.7\nsemua huruf", "application/pdf"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + REST, "video/mp4"),
        (b"#!AMR\n" + REST, "audio/amr"),
        ("Banjir di Jl. Soekarno–Hatta\n".encode(), "text/plain"),
        (b"BMKG: hujan lebat", "text/plain"),
        (b"<html><script>alert(1)</script>", "text/plain"),
        (b"", None),
        (b"MZ\x90\0" + REST, None),
        (b"\x7fELF\x02\x01\x01" + REST, None),
        (b"PK\x03\x04" + REST, None),
        (b"\x1f\x8b\x08" + REST, None),
        (REST, None),
        (b"teks\x00dengan nol", None),
        ("latin é".encode("latin-1"), None),
    ],
)
def test_by_content(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind


def test_text_longer_than_anybody_scrolls_is_refused() -> None:
    assert kind_of(b"a" * (LONGEST_TEXT + 1)) is None


HEADS = [
    JPEG,
    PNG,
    b"RIFF\x20\0\0\0WEBPVP8 " + REST,
    b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + REST,
    b"%PDF-1.7\nsemua huruf",
    b"\x1aE\xdf\xa3" + REST,
    b"OggS" + REST,
    b"ID3" + REST,
    b"PK\x03\x04" + REST,
    b"MZ\x90\0" + REST,
]


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(HEADS), st.integers(0, 70), st.binary(max_size=6), st.integers(0, 8), st.data()
)
def test_of_changed_bytes_only_what_is_kept_is_named(
    head: bytes, at: int, put: bytes, cut: int, data: st.DataObject
) -> None:
    changed = head[:at] + put + head[at + cut :]
    kind = kind_of(changed[: data.draw(st.integers(0, len(changed)))])
    assert kind is None or kind in {TEXT, *KEPT.values()}
