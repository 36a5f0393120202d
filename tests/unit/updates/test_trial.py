"""A version on trial: three falls and the one before it starts, without anybody's doing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_center.updates.installation import Installation
from command_center.updates.other_version import Instead, clean_environment, stands_in
from command_center.updates.staging import staged, take_up
from command_center.updates.trial import MOST_FALLS, Trial
from tests.update_maker import NEW, OLD, install, make_bundle, silent

CRASHED = Instead(NEW, "crashed", "")


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """0.2.0 was just taken up."""
    made = install(tmp_path / "root")
    make_bundle(made.folder(NEW), NEW)
    take_up(made, OLD, silent)
    return made


@pytest.fixture
def trial(installation: Installation, tmp_path: Path) -> Trial:
    own = tmp_path / "own"
    own.mkdir()
    return Trial(installation, NEW, own)


@pytest.fixture
def no_rights(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    assert installation.current() == NEW
    monkeypatch.setattr(Installation, "writable", lambda _: False)


def test_three_falls_are_enough(trial: Trial, installation: Installation) -> None:
    assert [trial.begin() for _ in range(MOST_FALLS)] == [None] * MOST_FALLS
    assert trial.begin() == (installation.program(OLD), CRASHED)
    assert (installation.current(), installation.pending()) == (OLD, None)
    assert (staged(installation), installation.fallen()) == (NEW, [NEW])


NEWER = "0.2.1"


@pytest.fixture
def newer(installation: Installation, trial: Trial) -> Trial:
    """0.2.1 was taken up before 0.2.0 had stood."""
    make_bundle(installation.folder(NEWER), NEWER)
    installation.take_up(NEWER, lambda _: None)
    return Trial(installation, NEWER, trial.own)


def test_behind_a_version_that_never_stood_is_one_that_did(
    newer: Trial, trial: Trial, installation: Installation
) -> None:
    """0.2.1 falls, then 0.2.0."""
    assert installation.earlier() == [NEW, OLD]
    for _ in range(MOST_FALLS):
        assert newer.begin() is None
    assert newer.begin() == (installation.program(NEW), Instead(NEWER, "crashed", ""))
    assert (installation.current(), installation.previous()) == (NEW, OLD)
    assert [trial.begin() for _ in range(MOST_FALLS)] == [None] * MOST_FALLS
    assert trial.begin() == (installation.program(OLD), CRASHED)
    assert (installation.current(), installation.pending()) == (OLD, None)


@pytest.mark.usefixtures("no_rights")
def test_without_rights_both_counts_stay(
    newer: Trial, trial: Trial, installation: Installation
) -> None:
    for _ in range(MOST_FALLS):
        newer.begin()
    for _ in range(MOST_FALLS):
        assert newer.begin() is not None
        assert trial.begin() is None
    assert newer.begin() == (installation.program(NEW), Instead(NEWER, "crashed", ""))
    assert trial.begin() == (installation.program(OLD), CRASHED)
    assert installation.current() == NEWER


def test_what_stands_in_and_stood_leaves_the_newer_one_on_trial(
    newer: Trial, trial: Trial, installation: Installation
) -> None:
    trial.confirm()
    pending = installation.pending()
    assert pending is not None
    assert (pending.version, pending.also) == (NEWER, ())
    newer.confirm()
    assert (installation.pending(), installation.earlier()) == (None, [NEW])


@pytest.mark.usefixtures("no_rights")
def test_an_operator_without_rights_is_healed_at_every_start(
    trial: Trial, installation: Installation
) -> None:
    for _ in range(MOST_FALLS):
        trial.begin()
    assert [trial.begin() for _ in range(2)] == [(installation.program(OLD), CRASHED)] * 2
    assert installation.current() == NEW


def test_what_has_stood_is_counted_no_more(trial: Trial, installation: Installation) -> None:
    trial.begin()
    trial.confirm()
    assert installation.pending() is None
    assert [trial.begin() for _ in range(MOST_FALLS + 1)] == [None] * (MOST_FALLS + 1)


def test_what_ended_for_another_reason_is_no_fall(trial: Trial) -> None:
    for _ in range(MOST_FALLS + 2):
        assert trial.begin() is None
        trial.forgive()


def test_taken_up_again_it_is_tried_anew(trial: Trial, installation: Installation) -> None:
    for _ in range(MOST_FALLS + 1):
        trial.begin()
    take_up(installation, OLD, silent)
    assert installation.fallen() == []
    assert trial.begin() is None


def test_the_version_before_keeps_no_count(trial: Trial, installation: Installation) -> None:
    earlier = Trial(installation, OLD, trial.own)
    assert [earlier.begin() for _ in range(MOST_FALLS + 1)] == [None] * (MOST_FALLS + 1)


def test_waiting_starts_the_version_before_once(trial: Trial, installation: Installation) -> None:
    """At the next start it is asked anew whether everybody is ready."""
    assert trial.wait("PC-2 (0.1.0)", "0019")
    waits = Instead(NEW, "waits", "0019", "PC-2 (0.1.0)")
    assert trial.begin() == (installation.program(OLD), waits)
    assert trial.begin() is None


def test_nothing_waits_where_no_version_stood_before(
    trial: Trial, installation: Installation
) -> None:
    (installation.state / "previous.txt").write_text("9.9.9")
    assert not trial.wait("PC-2", "0019")
    assert [trial.begin() for _ in range(MOST_FALLS + 1)] == [None] * (MOST_FALLS + 1)


def test_the_other_version_knows_why_it_was_started(installation: Installation) -> None:
    """As a process: it takes the place of the one that called."""
    code = (
        "import sys; from pathlib import Path\n"
        "from command_center.updates.other_version import Instead, start_instead\n"
        "start_instead(Path(sys.argv[1]), ['live'], Instead('0.2.0', 'crashed', ''))"
    )
    words = [sys.executable, "-c", code, str(installation.program(OLD))]
    run = subprocess.run(words, capture_output=True, text=True, check=True)
    version, _, why = run.stdout.partition(" ")
    assert (version, json.loads(why)["why"]) == (OLD, "crashed")


def test_why_it_was_started_is_read_with_care(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"version": NEW, "why": "waits", "schema": "0019", "names": "PC-2"}
    monkeypatch.setenv("COMMAND_CENTER_INSTEAD", json.dumps(told))
    assert stands_in() == Instead(**told)
    for bad in ("", "{", "[]", '{"version": 1}', json.dumps({**told, "more": 1})):
        monkeypatch.setenv("COMMAND_CENTER_INSTEAD", bad)
        assert stands_in() is None


def test_another_bundle_finds_its_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/one/_internal", raising=False)
    given = {
        "PATH": os.defpath,
        "_PYI_ARCHIVE_FILE": "/opt/one/program",
        "LD_LIBRARY_PATH": "/opt/one/_internal",
        "LD_LIBRARY_PATH_ORIG": "/usr/local/lib",
        "QT_PLUGIN_PATH": "/opt/one/_internal/plugins",
    }
    assert clean_environment(given) == {
        "PATH": os.defpath,
        "LD_LIBRARY_PATH": "/usr/local/lib",
        "PYINSTALLER_RESET_ENVIRONMENT": "1",
    }
