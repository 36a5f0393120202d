"""How long what a source offers is good for; what is learnt of it is not kept."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient.urllib3_fetcher import Urllib3Fetcher

from command_center.domain.errors import OperatorError
from command_center.updates.catalogue import Catalogue
from command_center.updates.installation import Installation
from command_center.updates.source import Source

ANSWER_S = 2  # asked four times


def good_until(source: Source, root: bytes, installation: Installation | None) -> datetime | None:
    """When the first of its signatures runs out. Looked at beside a copy of what was seen of the
    source before, so that an older one is noticed. OperatorError as for who looks for updates."""
    _demand_answer(source)
    with tempfile.TemporaryDirectory(prefix="pusat-komando-") as folder:
        state = Path(folder)
        if installation is not None:
            with suppress(OSError):
                shutil.copytree(installation.state / "metadata", state / "metadata")
        Catalogue(source, root, state, lambda _: None)
        ends = [_end(file) for file in (state / "metadata").glob("*.json")]
    return min((end for end in ends if end is not None), default=None)


def _demand_answer(source: Source) -> None:
    """A host that swallows everything would be waited for much longer by who looks for updates."""
    if source.folder is not None:
        return
    try:
        next(Urllib3Fetcher(ANSWER_S).fetch(f"{source.base}metadata/timestamp.json"), b"")
    except DownloadHTTPError:
        return  # it answers; what it lacks is said by who looks on
    except DownloadError as error:
        raise OperatorError("update_source_silent", source=source.shown) from error


def _end(file: Path) -> datetime | None:
    try:
        told = json.loads(file.read_bytes())["signed"]["expires"]
        return datetime.strptime(told, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except (OSError, ValueError, KeyError, TypeError):
        return None
