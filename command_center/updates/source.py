"""Where updates come from: a web server or a folder, such as a USB stick."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit

from tuf.api.exceptions import DownloadError, DownloadHTTPError, DownloadLengthMismatchError
from tuf.ngclient import FetcherInterface
from tuf.ngclient.urllib3_fetcher import Urllib3Fetcher
from urllib3.exceptions import HTTPError

from command_center.domain.errors import OperatorError
from command_center.domain.network import is_loopback

CHUNK_BYTES = 1 << 18
_MISSING = 404
Told = Callable[[int], None]
"""Told how many bytes came; what it raises ends the reading."""


@dataclass(frozen=True, slots=True)
class Source:
    """`base` ends with a slash; below it are metadata/ and targets/. `folder` None: a server."""

    base: str
    folder: Path | None = None

    @property
    def shown(self) -> str:
        """Without what might be secret."""
        return _bare(self.base) if self.folder is None else str(self.folder)


def source_of(text: str) -> Source:
    """https://…, a folder, or http:// on this machine itself. OperatorError for anything else."""
    parts = urlsplit(text)
    if parts.scheme in ("http", "https"):
        if not parts.hostname or parts.query or parts.fragment or parts.password:
            raise OperatorError("update_source_form", source=_bare(text))
        if parts.scheme == "http" and not is_loopback(parts.hostname):
            raise OperatorError("update_source_plain", source=_bare(text))
        return Source(text.rstrip("/") + "/")
    folder = Path(text).expanduser()
    if not folder.is_dir():
        raise OperatorError("update_folder_missing", folder=folder)
    return Source("file:///", folder.resolve())


def _bare(text: str) -> str:
    parts = urlsplit(text)
    return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"


class Fetcher(FetcherInterface):
    """Reads either kind, piece by piece; `told` hears of each. What was not held against its hash
    yet lies in the folder `into`, without a name: where the system keeps what is temporary there is
    often too little room for an archive."""

    def __init__(self, source: Source, told: Told, into: Path) -> None:
        self._told = told
        self._into = into
        self._inner: FetcherInterface = Urllib3Fetcher()
        if source.folder is not None:
            self._inner = _Folder(source.base, source.folder)

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        came = 0
        with tempfile.TemporaryFile(dir=self._into) as file:
            for piece in self.fetch(url):
                came += len(piece)
                if came > max_length:
                    raise DownloadLengthMismatchError(f"more than {max_length} bytes")
                file.write(piece)
            file.seek(0)
            yield file

    def _fetch(self, url: str) -> Iterator[bytes]:
        return self._pieces(self._inner.fetch(url))

    def _pieces(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        try:
            for piece in pieces:
                self._told(len(piece))
                yield piece
        except (HTTPError, OSError) as error:
            raise DownloadError("broke off") from error


class _Folder(FetcherInterface):
    def __init__(self, base: str, folder: Path) -> None:
        self._base, self._folder = base, folder

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = self._folder / unquote(url.removeprefix(self._base))
        if not path.is_file():
            raise DownloadHTTPError("no such file", _MISSING)
        return self._read(path)

    def _read(self, path: Path) -> Iterator[bytes]:
        with path.open("rb") as file:
            while piece := file.read(CHUNK_BYTES):
                yield piece
