"""Which version starts: by a link, or by a word in a file where there are none."""

import errno
import os
import sys
from pathlib import Path

import pytest

from command_center.domain.errors import OperatorError
from command_center.updates.catalogue import Catalogue, trusted_root
from command_center.updates.installation import Installation, order
from command_center.updates.source import source_of
from command_center.updates.staging import roll_back, staged, take_up
from tests.update_maker import NEW, NEWEST, OLD, Maker, bring, install, make_bundle, silent


def both(tmp_path: Path, *, linked: bool = True) -> Installation:
    """0.1.0 starts, 0.2.0 stands ready."""
    installation = install(tmp_path / "root", linked=linked)
    make_bundle(installation.folder(NEW), NEW)
    program = installation.folder(NEW) / "command-center"
    program.rename(installation.program(NEW))
    return installation


@pytest.mark.parametrize("linked", [True, False])
def test_a_version_is_taken_up_and_left_again(linked: bool, tmp_path: Path) -> None:
    installation = both(tmp_path, linked=linked)
    assert staged(installation) == NEW
    assert take_up(installation, OLD, silent) == NEW
    assert (installation.current(), installation.previous()) == (NEW, OLD)
    assert staged(installation) is None
    pending = installation.pending()
    assert pending is not None
    assert pending.version == NEW
    assert roll_back(installation, None, "", silent) == OLD
    assert (installation.current(), installation.previous()) == (OLD, "")
    assert (installation.pending(), installation.installed()) == (None, [OLD, NEW])


@pytest.mark.parametrize("step", ["marked", "pointed"])
@pytest.mark.parametrize("stood", [True, False])
def test_stopped_in_the_middle_it_knows_where_to_go_back_to(
    step: str, stood: bool, tmp_path: Path
) -> None:
    installation = both(tmp_path)
    take_up(installation, OLD, silent)
    if stood:
        installation.confirm(NEW)
    make_bundle(installation.folder(NEWEST), NEWEST)

    def stop(what: str, _done: int, _total: int) -> None:
        if what == step:
            raise OperatorError("update_cancelled")

    with pytest.raises(OperatorError):
        take_up(installation, NEW, stop)
    assert (installation.current(), installation.previous()) == (NEW, OLD)
    pending = installation.pending()
    assert pending is not None
    assert (NEW in pending) is not stood
    take_up(installation, NEW, silent)
    assert installation.earlier() == ([NEW] if stood else [NEW, OLD])


def test_where_nothing_is_known_to_have_stood_few_are_kept(tmp_path: Path) -> None:
    """Nobody who may write ROOT opens a window: the mark of each stays."""
    installation = both(tmp_path)
    take_up(installation, OLD, silent)
    for version in ("0.2.1", "0.2.2", "0.2.3"):
        make_bundle(installation.folder(version), version)
        take_up(installation, OLD, silent)
    assert installation.earlier() == ["0.2.2", "0.2.1", OLD]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mask")
def test_operators_may_read_what_an_administrator_of_any_mask_did(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "maker")
    maker.release(NEW)
    installation = install(tmp_path / "root")
    before = os.umask(0o077)
    try:
        installation.state.mkdir()
        (installation.state / "root.json").write_bytes(maker.root)
        bring(installation, str(maker.repository.folder), maker.root)
    finally:
        os.umask(before)
    state = installation.state
    modes = {path.name: path.stat().st_mode & 0o777 for path in (state, *state.glob("*.*"))}
    assert modes.pop("updates") == 0o755
    assert set(modes.values()) == {0o644}
    assert {"root.json", "previous.txt"} <= set(modes)


def test_a_disk_that_is_full_while_somebody_looks_is_told(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "maker")
    maker.release(NEW)
    state = tmp_path / "state"
    (state / "newest.json" / "in the way").mkdir(parents=True)
    source = source_of(str(maker.repository.folder))
    with pytest.raises(OperatorError, match="update_state"):
        Catalogue(source, maker.root, state, lambda _: None).newest()


def test_a_root_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    installation = install(tmp_path / "root")
    (installation.state / "root.json").mkdir(parents=True)
    with pytest.raises(OperatorError, match="update_root_unreadable"):
        trusted_root(installation)


def test_nothing_is_taken_up_or_left_where_there_is_nothing(tmp_path: Path) -> None:
    installation = install(tmp_path / "root")
    with pytest.raises(OperatorError, match="update_none_staged"):
        take_up(installation, OLD, silent)
    with pytest.raises(OperatorError, match="update_no_previous"):
        roll_back(installation, None, "", silent)


def test_no_version_is_gone_back_to_that_cannot_read_the_database(tmp_path: Path) -> None:
    installation = both(tmp_path)
    take_up(installation, OLD, silent)
    with pytest.raises(OperatorError, match="update_previous_too_old"):
        roll_back(installation, "0017", "", silent)
    assert installation.current() == NEW
    assert roll_back(installation, "0016", "", silent) == OLD


def test_a_database_that_was_not_asked_may_stand_where_the_current_version_brings_it(
    tmp_path: Path,
) -> None:
    installation = both(tmp_path)
    take_up(installation, OLD, silent)
    with pytest.raises(OperatorError, match="update_back_unasked"):
        roll_back(installation, None, "0017", silent)
    assert installation.current() == NEW
    assert roll_back(installation, None, "0016", silent) == OLD


def test_an_operator_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installation = both(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(OperatorError, match="update_needs_rights"):
        take_up(installation, OLD, silent)
    with pytest.raises(OperatorError, match="update_needs_rights"):
        roll_back(installation, None, "", silent)
    assert installation.current() == OLD


def test_windows_is_asked_by_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells everybody that they may write."""

    def refused(path: Path, *, exist_ok: bool) -> None:
        raise PermissionError(errno.EACCES, "refused", str(path))

    installation = both(tmp_path, linked=False)
    assert installation.writable()
    assert [path.name for path in installation.versions.glob(".*")] == []
    monkeypatch.setattr(os, "access", lambda *_: True)
    monkeypatch.setattr(Path, "touch", refused)
    assert not installation.writable()


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "update_disk_ran_full"), (errno.EIO, "update_state")]
)
@pytest.mark.parametrize("at", ["mkdir", "replace"])
def test_a_disk_that_takes_no_more_is_told(
    at: str, number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it is the lock's folder or the mark."""
    installation = both(tmp_path)
    take_up(installation, OLD, silent)
    make_bundle(installation.folder(NEWEST), NEWEST)

    def full(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, at, full)
    with pytest.raises(OperatorError, match=code):
        roll_back(installation, None, "", silent)
    with pytest.raises(OperatorError, match=code):
        take_up(installation, NEW, silent)
    assert installation.current() == NEW


def test_what_somebody_wrote_into_the_state_starts_nothing(tmp_path: Path) -> None:
    installation = both(tmp_path)
    installation.state.mkdir()
    for told in ("../../elsewhere", "9.9.9", "", "0.1.0/../../x", "\0"):
        (installation.state / "previous.txt").write_text(told)
        assert installation.previous() == ""
    for told in ("[]", "{}", '{"version": "../x", "token": "a"}', "no json", "[" * 5_000):
        (installation.root / "current.pending").write_text(told)
        assert installation.pending() is None


def test_versions_are_ordered_as_numbers() -> None:
    assert order("0.10.0") > order("0.9.3") > order("0.9") == order("0.9.0")
