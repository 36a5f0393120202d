"""Where mapping files are: this machine's own before those that come with the program."""

from __future__ import annotations

import re
from pathlib import Path

from command_center.contract.mapping import SourceMapping, load_mapping
from command_center.domain.errors import OperatorError
from command_center.runtime.paths import config_dir, resources_dir

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")


def mapping_of(name: str) -> SourceMapping:
    """A shipped or own mapping by its name, or a file by its path. OperatorError."""
    if not _NAME.fullmatch(name):
        return load_mapping(Path(name))
    own = config_dir() / "mappings" / f"{name}.toml"
    return load_mapping(own if own.is_file() else shipped(name))


def shipped(name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise OperatorError("mapping_missing", name=name[:80])
    return resources_dir() / "mappings" / "sources" / f"{name}.toml"
