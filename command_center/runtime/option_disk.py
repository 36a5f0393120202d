"""Whether what an option names is there now. Looks at disks, which may be far away and slow."""

from __future__ import annotations

from pathlib import Path

from command_center.runtime.option_forms import Wrong
from command_center.runtime.options import Kind, Option, Value


def not_there(option: Option, value: Value) -> Wrong | None:
    """Asked when something is set, not when it is read: a share that is away for an hour is no
    reason to forget what was set."""
    name = str(value)
    if not name:
        return None
    if option.choices is not None:
        known = option.choices()
        return None if name in known else Wrong("setting_not_choice", {"known": ", ".join(known)})
    if option.kind is Kind.FOLDER:
        return None if Path(name).is_dir() else Wrong("setting_no_folder", {"file": name})
    if option.kind is not Kind.FILE:
        return None
    if not Path(name).is_file():
        return Wrong("setting_no_file", {"file": name})
    fits = Path(name).suffix.lower() in option.suffixes
    return None if fits else Wrong("setting_suffix", {"known": ", ".join(option.suffixes)})
