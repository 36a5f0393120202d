"""The rooms of the house may be entered in one direction only."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source_tree import PACKAGE, ROOT, facts, product_files, shown

NETWORK_CLIENTS = {"http.client", "urllib.request", "urllib.error", "imaplib", "telnetlib"}
NETWORK_ROOMS = {"connectors", "video"}


# These run on the GUI thread.
OPENED_LATE = {"ui/first_run/window.py", "ui/handbook/panel.py", "ui/handbook/printer.py"}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_import_contracts_hold() -> None:
    linter = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    run = subprocess.run(
        [sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_domain_uses_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names
    strangers = [
        f"{shown(path, line)} imports {name}"
        for path in product_files()
        if room(path) == "domain"
        for name, line in facts(path).imported
        if name.split(".")[0] not in allowed and not name.startswith("command_center.domain")
    ]
    assert strangers == []


def test_network_clients_of_the_standard_library_stay_in_connectors_and_video() -> None:
    strangers = [
        f"{shown(path, line)} imports {name}"
        for path in product_files()
        if room(path) not in NETWORK_ROOMS
        for name, line in facts(path).imported
        if any(f"{name}.".startswith(f"{client}.") for client in NETWORK_CLIENTS)
    ]
    assert strangers == []


def test_no_class_of_qt_comes_to_be_beside_the_gui_thread() -> None:
    """On CPython 3.11 Qt for Python adds a new class to a table that the painting of a window
    reads without a lock: a plot loaded by a worker ended one start of the window in forty."""
    late = [
        f"{shown(path, function.line)} {name}"
        for path in product_files()
        if room(path) == "ui" and path.relative_to(PACKAGE).as_posix() not in OPENED_LATE
        for function in facts(path).functions
        for name in function.late
        if name.startswith(("PySide6", "shiboken6", "pyqtgraph", "command_center.ui"))
    ]
    assert late == []


def test_no_star_imports() -> None:
    stars = [
        shown(path, line)
        for path in product_files()
        for name, line in facts(path).imported
        if name.endswith(".*")
    ]
    assert stars == []


def test_the_command_line_starts_without_what_only_some_verbs_need() -> None:
    if not (PACKAGE / "cli.py").exists() and not (PACKAGE / "cli").exists():
        pytest.skip("the command line is not built yet")
    probe = (
        "import sys, command_center.cli\n"
        "late = {'PySide6', 'sqlalchemy', 'numpy', 'rapidfuzz'}\n"
        "sys.exit(', '.join(sorted(late & sys.modules.keys())) or 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_settings_are_brought_to_a_server_without_qt() -> None:
    probe = (
        "import sys, command_center.bootstrap.bundles, command_center.bootstrap.first_run.kept\n"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=False).returncode == 0


def test_a_window_starts_without_what_it_may_never_need() -> None:
    """The decoder, the clients of the web and of the keyring: each a tenth of a second."""
    probe = (
        "import sys, command_center.bootstrap.show, command_center.bootstrap.panels\n"
        "late = {'av', 'cv2', 'requests', 'keyring', 'alembic', 'scipy'}\n"
        "sys.exit(', '.join(sorted(late & sys.modules.keys())) or 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_a_window_starts_without_reading_its_own_source() -> None:
    """Qt for Python would read 2,000 files and keep their lines: up to a second, and 50 MB. What
    is imported before the window's first modules is read all the same."""
    probe = (
        "import linecache, sys, command_center.bootstrap.show, command_center.bootstrap.panels\n"
        "print(len(linecache.cache) / len(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert float(run.stdout) < 0.25
