"""One question to a source that is not connected yet."""

from __future__ import annotations

import requests

from command_center.connectors.address import FetchFault
from command_center.connectors.reader import Read, Reader
from command_center.contract.page import PageFault

__all__ = ["FetchFault", "PageFault", "ask_once"]
MOST = 100


def ask_once(reader: Reader) -> Read:
    """Its first page; nothing is stored. FetchFault, PageFault, OperatorError."""
    with requests.Session() as session:
        session.trust_env = False
        return reader.read(session, "", MOST)
