"""How the next page of a source is asked for and read: in contract v1, or in its own format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import requests

from command_center.connectors.fetch import get
from command_center.connectors.mapped import MappedPage, map_document
from command_center.connectors.says import only_theirs
from command_center.contract.mapping import SourceMapping
from command_center.contract.page import MAX_BYTES, Page, parse_page
from command_center.domain.errors import OperatorError
from command_center.ports import Clock


@dataclass(frozen=True, slots=True)
class Read:
    """`mapped` is what a foreign page was made of, None in contract v1."""

    page: Page
    mapped: MappedPage | None = None


class Reader(Protocol):
    def read(self, session: requests.Session, cursor: str, limit: int) -> Read:
        """What comes after `cursor`, at most `limit` records. FetchFault, PageFault."""


@dataclass(frozen=True, slots=True)
class ContractReader:
    """`room` is the kind of room that asks; None takes a page for any. `profile` of the source."""

    url: str
    room: str | None = None
    profile: str = ""

    def read(self, session: requests.Session, cursor: str, limit: int) -> Read:
        params = {"after": cursor, "limit": str(limit)}
        body = get(session, f"{self.url}/v1/records", params, MAX_BYTES)
        return Read(only_theirs(parse_page(body, self.room), self.profile))


@dataclass(frozen=True, slots=True)
class MappedReader:
    """A source with an interface of its own. `after` and `most` are what it calls the cursor and
    the number of rows."""

    url: str
    mapping: SourceMapping
    clock: Clock
    path: str = ""
    after: str = "after"
    most: str = "limit"

    def read(self, session: requests.Session, cursor: str, limit: int) -> Read:
        params = {self.most: str(limit), **({self.after: cursor} if cursor else {})}
        body = get(session, f"{self.url}{self.path}", params, MAX_BYTES)
        mapped = map_document(body, self.mapping, self.clock.now())
        return Read(mapped.page, mapped)


@dataclass(frozen=True, slots=True)
class NoReader:
    """A source that cannot be read as it is set up; its health says why, and the room goes on."""

    error: OperatorError

    def read(self, session: requests.Session, cursor: str, limit: int) -> Read:
        raise self.error
