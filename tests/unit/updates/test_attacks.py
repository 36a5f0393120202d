"""Every attack on an update is refused in one sentence, and nothing of the machine is changed."""

import errno
import shutil
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from command_center.cli_words import WORDS
from command_center.domain.errors import OperatorError
from command_center.updates.catalogue import Catalogue
from command_center.updates.source import source_of
from command_center.updates.staging import stage
from tests.update_attacks import ATTACKS, Scene, attacked, scene
from tests.update_maker import NEW, NEWEST, bring, install, served, shown, silent

OVER_HTTP = ("rollback", "freeze", "truncated", "endless", "missing_archive")
WAYS = [(name, False) for name in ATTACKS] + [(name, True) for name in OVER_HTTP]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return scene(tmp_path_factory.mktemp("updates"))


@pytest.mark.parametrize(("name", "over_http"), WAYS)
def test_an_attack_is_refused(name: str, over_http: bool, first: Scene, tmp_path: Path) -> None:
    folder = tmp_path / "scene"
    code, unchanged = attacked(name, first, folder, over_http=over_http)
    assert (code, unchanged) == (ATTACKS[name][1], True)
    assert code in WORDS
    assert not list(tmp_path.rglob("escaped"))


def test_a_connection_that_breaks_off_is_told_apart(first: Scene, tmp_path: Path) -> None:
    """And what came of it is not taken for the whole the next time."""
    installation = install(tmp_path / "installed")
    standing = shown(installation)
    with (
        served(first.maker.repository.folder, cut_at=100_000) as url,
        pytest.raises(OperatorError, match="update_source_silent"),
    ):
        bring(installation, url, first.maker.root)
    assert shown(installation) == standing
    with served(first.maker.repository.folder) as url:
        assert bring(installation, url, first.maker.root) == NEWEST


def test_what_is_good_is_taken(first: Scene, tmp_path: Path) -> None:
    installation = install(tmp_path / "installed", NEW)
    assert bring(installation, str(first.maker.repository.folder), first.maker.root) == NEWEST
    assert (installation.current(), installation.previous()) == (NEWEST, NEW)
    part = installation.folder(NEWEST) / "_internal" / "part.so"
    assert part.is_symlink()
    assert part.stat().st_mode & 0o777 == 0o644


def test_an_archive_is_brought_where_the_versions_are_and_not_where_temporary_files_are(
    first: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those are often kept in memory."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "full"))
    installation = install(tmp_path / "installed", NEW)
    assert bring(installation, str(first.maker.repository.folder), first.maker.root) == NEWEST


def test_a_disk_that_runs_full_is_named_with_what_is_left(
    first: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation = install(tmp_path / "installed", NEW)
    standing = shown(installation)
    catalogue = Catalogue(
        source_of(str(first.maker.repository.folder)),
        first.maker.root,
        installation.state,
        lambda _: None,
    )
    release = catalogue.newest()

    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OperatorError) as refused:
        patch.setattr(tempfile, "TemporaryFile", full)
        stage(installation, NEW, catalogue, release, silent)
    assert refused.value.code == "update_disk_ran_full"
    assert refused.value.params["folder"] == installation.root
    assert isinstance(refused.value.params["free"], int)
    needed = catalogue.size(release) + release.unpacked + (64 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=needed - 1))
    with pytest.raises(OperatorError) as refused:
        stage(installation, NEW, catalogue, release, silent)
    told = {"folder": installation.root, "needed": needed >> 20, "free": needed - 1 >> 20}
    assert (refused.value.code, refused.value.params) == ("update_disk_full", told)
    assert shown(installation) == standing
