"""What the command line says for the codes of `OperatorError`: what is wrong, then what to do."""

from __future__ import annotations

from collections import defaultdict

from command_center.domain.errors import OperatorError

MAX_VALUE = 200

WORDS = {
    # what was typed
    "bad_size": "{size} is no size; write it as 1920x1080.",
    "mapping_missing": "There is no mapping {name}: name a shipped one or a file.",
    "password_in_url": (
        "The address holds a password, which others could read; keep it in the keyring or in a"
        " pass file and leave it out of the address."
    ),
    "source_bad_url": "The address of a source begins with http:// or https:// and a host.",
    "database_url_unreadable": (
        "The database address cannot be read; write sqlite:///FILE or"
        " postgresql+psycopg://USER@HOST/NAME."
    ),
    "database_kind_unknown": "{kind} is no database this program knows; use sqlite or postgresql.",
    "scenario_missing": "There is no scenario {name}.",
    # what was found
    "nothing_to_replay": "{name} holds no row that the mapping makes a record of.",
    "no_room_yet": "There is no room in {file} yet; opening the window or an import makes one.",
    "room_of_other_kind": "That database holds the other kind of room ({kind}); name another one.",
    "exercise_not_empty": "An exercise begins in an empty database; name a new one, or none.",
    "scenario_step_impossible": "The scenario cannot be played: its step on {report} is refused.",
    # the machine
    "no_display": (
        "There is no display to open the window on. For a picture without one:"
        " QT_QPA_PLATFORM=offscreen and --screenshot FILE."
    ),
    "exercise_cameras_silent": "The simulated cameras did not start; try again.",
    "exercise_city_silent": "The simulated city did not answer; try again.",
    "exercise_city_ended": "The simulated city ended by itself; start the exercise again.",
    # the database
    "database_busy": "The database is busy; try again.",
    "database_corrupt": "The database is damaged; restore it from a backup.",
    "database_foreign": "That database belongs to another program; name another one.",
    "database_interrupted": "The connection to the database broke off; try again.",
    "database_login_refused": "The database refused the name or the password; check both.",
    "database_missing": "The server has no such database; have it created first.",
    "database_newer": "The database is newer than this program; update the program.",
    "database_older": "The database is older than this program; opening its window updates it.",
    "database_read_only": "The database can only be read; check its rights.",
    "database_unreachable": "The database cannot be reached; check its address and that it runs.",
    "disk_full": "The disk is full; what was stored is safe. Make room and try again.",
    "log_broken": "The log is damaged from entry {seq} on; restore the database from a backup.",
    "sqlite_too_old": "SQLite {version} can damage a database; install a newer pysqlite3.",
}


def explained(error: OperatorError) -> str:
    """The sentence of an error, "?" for what it does not know; a code without one as it is."""
    words = WORDS.get(error.code)
    if words is None:
        return str(error)
    values = {name: str(value)[:MAX_VALUE] for name, value in error.params.items()}
    return words.format_map(defaultdict(lambda: "?", values))
