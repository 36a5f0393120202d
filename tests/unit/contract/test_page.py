"""A page of records is read with care: what is wrong with it is named, what is right is kept."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.contract.page import (
    MAX_BYTES,
    Accepted,
    Page,
    PageFault,
    Refused,
    parse_page,
    write_page,
)

REPORT = {"type": "report", "id": "a", "at": "2026-11-21T07:00:00+07:00", "text": "asap"}


def page(*records: Any, **changes: Any) -> bytes:
    body = {"contract": "pusat-komando/1", "records": list(records), "next": "9", "more": True}
    return json.dumps({**body, **changes}).encode()


def only(record: Any) -> Accepted | Refused:
    (item,) = parse_page(page(record)).items
    return item


def test_a_good_page_is_read_whole() -> None:
    read = parse_page(page(REPORT))
    assert (read.next, read.more) == ("9", True)
    assert isinstance(read.items[0], Accepted)
    assert read.items[0].record.id == "a"


def test_one_bad_record_refuses_itself_only() -> None:
    read = parse_page(page(REPORT, {**REPORT, "id": "b", "lat": "minus delapan"}, REPORT))
    assert [type(item) for item in read.items] == [Accepted, Refused, Accepted]
    bad = read.items[1]
    assert isinstance(bad, Refused)
    assert bad.id == "b"
    assert "lat" in bad.why
    assert "minus delapan" in bad.raw


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"at": "2026-11-21T07:00:00"}, "at"),
        ({"at": "kemarin"}, "at"),
        ({"lat": 91.0}, "lat"),
        ({"text": "x" * 4001}, "text"),
        ({"id": ""}, "id"),
        ({"type": "gosip"}, "gosip"),
        ({"reporter": "tetangga"}, "reporter"),
    ],
)
def test_a_refusal_says_what_is_wrong(change: dict[str, Any], word: str) -> None:
    item = only({**REPORT, **change})
    assert isinstance(item, Refused)
    assert word in item.why


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"<html><body>maintenance</body></html>", "answer_is_html"),
        (b"\xff\xfe\x00", "answer_not_utf8"),
        (b"[" * 100_000, "answer_too_deep"),
        (b'{"records": []}', "answer_not_contract"),
        (page(contract="pusat-komando/2"), "contract_unknown"),
        (b"", "answer_not_contract"),
        (b" " * (MAX_BYTES + 1), "answer_too_large"),
    ],
)
def test_what_is_not_a_page_is_refused_by_name(body: bytes, code: str) -> None:
    with pytest.raises(PageFault) as caught:
        parse_page(body)
    assert caught.value.code == code


def test_the_digest_is_of_the_content_not_of_its_order() -> None:
    turned = dict(reversed(REPORT.items()))
    first, second = only(REPORT), only(turned)
    other = only({**REPORT, "text": "api"})
    assert isinstance(first, Accepted)
    assert isinstance(second, Accepted)
    assert isinstance(other, Accepted)
    assert first.digest == second.digest != other.digest


def test_what_we_write_we_read() -> None:
    read = parse_page(write_page([REPORT], "17", more=False))
    assert (read.next, read.more, len(read.items)) == ("17", False, 1)


@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_page_or_a_named_fault(body: bytes) -> None:
    """Anything else that is raised fails the test."""
    with suppress(PageFault):
        assert isinstance(parse_page(body), Page)
