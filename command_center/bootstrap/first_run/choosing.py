"""What the choice of a role changes in this account's file of settings."""

from __future__ import annotations

from command_center.bootstrap.first_run.kept import LIVE
from command_center.geo.packs import default_pack_id
from command_center.runtime.options import Value
from command_center.runtime.paths import resources_dir
from command_center.runtime.setting_layers import Layer, WrongSetting, file_name, look
from command_center.runtime.settings import OPTIONS
from command_center.ui.first_run.setup import Choice, Machine

ASKED = {
    Machine.SINGLE: frozenset({"pack"}),
    Machine.JOIN: frozenset({"database"}),
    Machine.SERVER: frozenset(
        {"database", "pack", "gateway", "gateway_certificate", "gateway_key"}
    ),
}


def changes_of(choice: Choice) -> dict[str, Value | None]:
    """What was asked and is another now is said; of what the role does not ask this account says
    nothing any more (None), so that what an administrator laid for all accounts counts. A room of
    one machine is a file here, whatever address was laid. WrongSetting: nothing is to be kept."""
    standing = look(LIVE, OPTIONS).standing
    typed: dict[str, str] = {
        "database": choice.url,
        "pack": choice.pack,
        "gateway": choice.gateway,
        "gateway_certificate": choice.certificate,
        "gateway_key": choice.key,
    }
    changes: dict[str, Value | None] = {}
    for name, value in typed.items():
        if name not in ASKED[choice.machine]:
            changes[name] = None
        elif value != (standing[name].value or _usual(name)):
            changes[name] = _fit(name, value)
    if choice.machine is Machine.SINGLE and standing["database"].lower:
        changes["database"] = ""
    return changes


def _usual(name: str) -> str:
    """What a field shows where nothing is set."""
    return default_pack_id(resources_dir() / "packs") if name == "pack" else ""


def _fit(name: str, value: str) -> str:
    wrong = OPTIONS[name].wrong(value)
    if wrong is not None:
        raise WrongSetting(wrong, name, file_name(LIVE), Layer.USER)
    return value
