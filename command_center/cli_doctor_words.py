"""What the terminal says for the codes of the doctor's findings; the window has its own words."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.cli_words import explained
from command_center.domain.errors import OperatorError

WHAT = {
    "settings_fault": "The settings cannot be used: {cause}",
    "settings_left": "The machine is only set up in part.",
    "settings_unused": "Said and not used: {cause}",
    "settings_none": "Nothing is set on this machine; defaults are used.",
    "settings_ok": "What counts stands in {files}.",
    "keyring_ok": "The system's keyring keeps secrets.",
    "keyring_none": "This machine has no keyring that keeps secrets.",
    "folders_closed": "Cannot be written: {names}.",
    "folders_ok": "Data, settings and log can be written.",
    "space": "{free} are free for the room, evidence and backups.",
    "window_libraries": "Libraries of the window are missing: {names}.",
    "window_fonts": "No font is installed, so no text can be shown.",
    "window_display": "No display is reached from here, so no window can open.",
    "window_ok": "Display, fonts and libraries are there; no graphics card is needed.",
    "time_zone": "This machine's time zone is not that of {city} ({zone}).",
    "time_unkept": "This machine's clock is not kept by a time server.",
    "time_kept": "The time zone is the city's; the clock is kept by a time server.",
    "time_untold": "The time zone is the city's; who keeps the clock is not told here.",
    "database_fault": "{cause}",
    "database_none": "There is no room yet.",
    "database_empty": "The database holds no room.",
    "database_other": "The database holds the other kind of room ({kind}).",
    "database_older": "Its schema {revision} is older than this program.",
    "database_ok": "{name} answers, schema {revision}.",
    "clock_none": "The room is on this machine: there is no other clock.",
    "clock_slow": "The server answers too slowly to compare clocks.",
    "clock_ahead": "This machine's clock is {seconds} s ahead of the server's.",
    "clock_behind": "This machine's clock is {seconds} s behind the server's.",
    "clock_ok": "This machine's clock and the server's agree.",
    "administrator_ok": "The room has an administrator.",
    "administrator_none": "Nobody may add people to the room.",
    "backup_none": "No good backup of the room is known.",
    "backup_at": "The last good backup is {hours} hours old.",
    "backup_future": "The last backup bears a time that is still to come.",
    "city_fault": "The city cannot be read: {reason}.",
    "city_unbounded": "{name} has no boundaries, so areas are only guessed.",
    "city_ok": "{name}, with boundaries.",
    "sources_none": "No source of reports is connected; calls can be typed.",
    "sources_down": "Not reached: {names}.",
    "sources_unheard": "Never heard of: {names}.",
    "sources_ok": "{count} connected, all heard.",
    "replies_refused": (
        "Answers cannot go to: {names}. Their address is not https, or not among reply_hosts."
    ),
    "replies_lost": "Hosts that answers go to are not found: {names}.",
    "replies_any": "Answers go where a source says.",
    "replies_ok": "Answers go to {count} named hosts, all found.",
    "cameras_none": "The room has no camera.",
    "cameras_lost": "No address of the cameras is found: {names}.",
    "cameras_some_lost": "Some addresses are not found: {names}.",
    "cameras_ok": "{count} cameras; a sample of their addresses is found.",
    "directories_fault": "{cause}",
    "directories_none": "No camera directory is granted to this machine.",
    "directories_key": "The keys of camera directories are not in the keyring: {names}.",
    "directories_ca": "The certificates of camera directories cannot be read: {names}.",
    "directories_lost": "The hosts of camera directories are not found: {names}.",
    "directories_ok": "{count} granted, with what they need.",
    "relay_none": "This machine reads the cameras itself.",
    "relay_good": "The relay {address} answers and knows the token.",
    "relay_silent": "The relay {address} does not answer.",
    "relay_refused": "The relay {address} does not take this machine's token.",
    "relay_unnamed": "The relay {address} is set, its token is not on this machine.",
    "relay_strange": "What answers at {address} is no relay of this program.",
    "relay_untrusted": "This machine does not trust the certificate of the relay {address}.",
    "gateway_none": "Sources do not send to this machine.",
    "gateway_fault": "{cause}",
    "gateway_here": "{listen}, for this machine alone.",
    "gateway_ended": "The certificate of the gateway ended on {day}.",
    "gateway_ends": "The certificate of the gateway ends on {day}.",
    "gateway_ok": "{listen}, its certificate is good until {day}.",
    "witness_none": "What is seen of the log is kept on this machine only.",
    "witness_away": "{folder} is not there or cannot be written.",
    "witness_ok": "{folder} can be written.",
    "updates_unneeded": "This program was not installed as a package; nothing updates it.",
    "updates_fault": "{cause}",
    "updates_none": "Nothing says where newer versions come from.",
    "updates_ok": "{source} answers.",
    "updates_end": "The signatures at {source} run out on {day}; later nothing is taken from it.",
    "updates_until": "{source} answers, its signatures are good until {day}.",
    "unseen_no_room": "Not looked at: there is no room yet.",
    "unseen_silent": "Not looked at: the room does not answer.",
}
DO = {
    "correct_settings": "Correct {file}, or move it away and set the machine up anew.",
    "go_on": "Start command-center: the guided page goes on where it was left.",
    "correct_there": "Correct it there; command-center settings lists what counts instead.",
    "guided_page": "Start command-center and follow the guided page.",
    "get_keyring": (
        "Install one, such as gnome-keyring, or keep passwords in ~/.pgpass for you alone."
    ),
    "get_keyring_windows": (
        "Start the service Credential Manager (VaultSvc), or keep passwords in"
        " %APPDATA%\\postgresql\\pgpass.conf."
    ),
    "own_folders": "Give this account the folder: chown -R and chmod u+rwx.",
    "own_folders_windows": "Give this account the right to change it: Properties, Security.",
    "free_space": "Free some space, or move the data folder to a larger disk.",
    "get_libraries": (
        "Install them with the system's packages, or install Pusat Komando by its package."
    ),
    "get_font": "Install one, such as fonts-inter or fonts-dejavu-core.",
    "from_desktop": "On a server that is as it should be; on a seat, start it from the desktop.",
    "set_zone": "timedatectl set-timezone {zone}",
    "set_zone_windows": "In the Settings of Windows, Date and time: choose the zone of {offset}.",
    "set_ntp": "timedatectl set-ntp true, with a time server that is reached from here.",
    "check_address": "Check the address and the server, then command-center doctor again.",
    "found_room": "Start command-center and follow the guided page, or command-center db init.",
    "init": "Run command-center db init.",
    "name_other": "Name another database in the settings.",
    "upgrade": "Its owner runs command-center db upgrade; a file is upgraded when it is opened.",
    "look_at_network": "Look at the network.",
    "same_time": "Let both be kept by the same time server.",
    "owner_init": "The server's owner runs command-center db init.",
    "room_asks": "Start command-center: it asks for one.",
    "back_up": "Run command-center db backup; a server's owner puts it into a schedule.",
    "back_up_again": "Run command-center db backup and see why it is not made by itself.",
    "check_clocks": "Check the clocks.",
    "set_pack": "Set pack to a city that is there, or install the program anew.",
    "import_boundaries": "command-center import boundaries FILE",
    "add_source": "command-center source add ID URL",
    "list_sources": "command-center source list, then look at their address and network.",
    "let_send": "Open the room or command-center intake, and let them send.",
    "correct_replies": "Correct reply_hosts in the settings, or the source's address for answers.",
    "look_at_names": "Look at this machine's network and name server.",
    "import_cameras": "command-center import cameras FILE",
    "ask_owner": "Ask the owner of those cameras.",
    "correct_directories": "Correct directories.toml beside the settings.",
    "give_key": "command-center cameras access NAME --url URL --key-header NAME asks for the key.",
    "give_ca": "Put the file back, or name another with command-center cameras access --ca-file.",
    "give_token": "command-center relay --keep-token asks for the one that the relay has.",
    "start_relay": "Start command-center relay there, and look at the network in between.",
    "correct_relay": "Correct relay in the settings.",
    "trust_relay": (
        "Name who issued it in camera_certificates, as for a camera, or renew the relay's"
        " certificate."
    ),
    "correct_gateway": "Correct gateway, gateway_certificate and gateway_key in the settings.",
    "renew": "Have it renewed and put the new file in its place.",
    "set_witness": "Set witness to a folder on a share or a stick; see docs/audit.md.",
    "connect_witness": "Connect it, or set witness to another folder.",
    "check_updates": "Then command-center update check.",
    "set_updates": "Set updates to a folder or https://HOST/PATH, or name a stick with --from.",
    "fresh_copy": "Ask the release maker for a fresh copy.",
    "set_up_first": "Set the room up first.",
    "repair_first": "Repair the database first.",
}


def what(code: str, params: Mapping[str, object]) -> str:
    """What is so. A value that is an error, or several, stands for its sentence."""
    return WHAT[code].format_map(_said(params))


def do(code: str, params: Mapping[str, object]) -> str:
    """ "" where nothing is to be done."""
    return DO[code].format_map(_said(params)) if code else ""


def _said(params: Mapping[str, object]) -> dict[str, str]:
    return {name: _text(value) for name, value in params.items()}


def _text(value: object) -> str:
    if isinstance(value, OperatorError):
        return explained(value)
    return " ".join(map(explained, value)) if isinstance(value, tuple) else str(value)
