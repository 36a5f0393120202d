"""The installer's script, the launchers and the icon, as far as they can be held against something
without Windows."""

import re
import struct
from pathlib import Path

import pytest
from windows import binaries
from windows.binaries import missing
from windows.icon import as_icon

import command_center
from command_center.updates.installation import VERSION

HERE = Path(__file__).resolve().parents[3] / "packaging" / "windows"
PREVIOUS = (HERE / "previous.nsh").read_text(encoding="utf-8")
SCRIPT = (HERE / "installer.nsi").read_text(encoding="utf-8")
STRINGS = (HERE / "strings.nsh").read_text(encoding="utf-8")
LAUNCHER = (HERE / "launcher.c").read_text(encoding="utf-8")


def sentences() -> dict[str, tuple[str, str]]:
    whole = STRINGS.replace("\\\n", " ")
    found = re.findall(r'^\$\{TEXT\} (\w+)\s+"([^"]*)"\s+"([^"]*)"$', whole, re.MULTILINE)
    assert len(found) == whole.count("\n${TEXT} ")
    return {name: (indonesian, english) for name, indonesian, english in found}


def test_the_installer_speaks_both_languages_and_indonesian_to_the_rest() -> None:
    assert re.findall(r'MUI_LANGUAGE "(\w+)"', SCRIPT) == ["Indonesian", "English"]
    for name, (indonesian, english) in sentences().items():
        assert indonesian, name
        assert english, name
        assert indonesian != english or name == "ROOM"


def test_every_sentence_is_there_and_every_one_is_used() -> None:
    used = set(re.findall(r"\$\(([A-Z]\w*)\)", SCRIPT))
    assert used == sentences().keys()


def test_nothing_is_said_past_the_list_of_sentences() -> None:
    said = re.findall(r"(?:MessageBox \S+|NSD_Create\w+\} (?:\S+ ){4}|CreateShortcut) (.*)", SCRIPT)
    assert said
    assert all("$(" in line for line in said)


def test_a_silent_run_never_waits_for_an_answer() -> None:
    boxes = re.findall(r"MessageBox .*", SCRIPT)
    assert len(boxes) == 4
    assert all("/SD ID" in box for box in boxes)


def test_every_exit_status_is_explained() -> None:
    told = (HERE.parents[1] / "docs" / "installing-windows.md").read_text(encoding="utf-8")
    ends = set(re.findall(r"SetErrorLevel (\d)", SCRIPT)) | {"0"}
    assert set(re.findall(r"^\| (\d) \|", told, re.MULTILINE)) == ends


def test_a_version_is_repaired_by_renames_and_deleted_last() -> None:
    body = SCRIPT[SCRIPT.index("Function PutVersion") :].partition("FunctionEnd")[0]
    steps = re.findall(r"^ +((?:File|Rename|RMDir) .*)$", body, re.MULTILINE)
    place = '"$INSTDIR\\versions\\${VERSION}"'
    laid = steps.index('File /r "${TREE}/*.*"')
    assert steps[laid + 1 :] == [
        f"Rename {place} $6",
        f"Rename $4 {place}",
        f"Rename $6 {place}",
        "RMDir /r $6",
    ]
    assert not any("RMDir" in step and place in step for step in steps)


def test_a_launcher_is_laid_whole_beside_the_one_in_force_and_put_back_if_it_cannot_be() -> None:
    body = SCRIPT[SCRIPT.index("!macro PUT_LAUNCHER") :].partition("!macroend")[0]
    steps = re.findall(r"^ +((?:File|Rename|System::Call) .*)$", body, re.MULTILINE)
    place = '"$INSTDIR\\${NAME}"'
    new, old = '"$INSTDIR\\${NAME}.new"', '"$INSTDIR\\${NAME}.old"'
    assert steps[0] == 'File "/oname=${NAME}.new" "${LAUNCHERS}/${NAME}"'
    assert steps[1].startswith(f"System::Call 'kernel32::MoveFileExW(w {new}, w {place}, i 9)")
    assert steps[2:] == [
        f"Rename {place} {old}",
        f"Rename {new} {place}",
        f"Rename {old} {place}",
    ]


def test_an_older_windows_than_the_documents_ask_for_is_refused() -> None:
    (build,) = re.findall(r"\$\{AtLeastBuild\} (\d+)", SCRIPT)
    told = (HERE.parents[1] / "docs" / "installing-windows.md").read_text(encoding="utf-8")
    assert f"Windows 10 (1809, build {build})" in told
    assert all(f"(build {build})" in text for text in sentences()["NEEDS_WINDOWS_10"])


def test_the_build_lays_the_trial_of_a_real_windows_beside_the_setup() -> None:
    build = (HERE / "build.sh").read_text(encoding="utf-8")
    assert "cp $here/smoke.ps1 dist/" in build


def test_the_version_is_the_programs() -> None:
    assert VERSION.fullmatch(command_center.__version__)
    build = (HERE / "setup.sh").read_text(encoding="utf-8")
    assert "print(command_center.__version__)" in build
    assert '-DVERSION="$version"' in build
    for text in (SCRIPT, STRINGS, LAUNCHER, (HERE / "launcher.rc").read_text(encoding="utf-8")):
        assert command_center.__version__ not in text


def test_what_is_written_to_the_registry_is_removed_from_it() -> None:
    written = set(re.findall(r'WriteReg\w+ HKLM "([^"]+)"', SCRIPT)) - {"${KEY}", "${KEY}\\command"}
    removed = set(re.findall(r'DeleteRegKey HKLM "([^"]+)"', SCRIPT))
    assert written == removed
    assert '!insertmacro EACH_EVIDENCE "DeleteRegKey HKLM"' in SCRIPT
    assert '!insertmacro EACH_EVIDENCE "!insertmacro WRITE_VERIFY"' in SCRIPT


def test_every_file_laid_beside_the_versions_is_removed_by_name() -> None:
    laid = {*re.findall(r"PUT_LAUNCHER ([\w.-]+)", SCRIPT), "current.txt", "uninstall.exe"} - {
        "NAME"
    }
    removing = SCRIPT[SCRIPT.index("Section Uninstall") :]
    for name in laid:
        assert f'Delete "$INSTDIR\\{name}"' in removing
    for name in re.findall(r"PUT_LAUNCHER ([\w-]+\.exe)", SCRIPT):
        assert {f"{name}.old", f"{name}.new"} <= set(re.findall(r'INSTDIR\\([^"]+)"', removing))
    assert 'RMDir "$INSTDIR"' in removing
    assert 'RMDir /r "$INSTDIR"' not in SCRIPT


def test_launcher_and_installer_and_updates_keep_the_version_in_the_same_files() -> None:
    for told in ("current.txt", "updates\\previous.txt"):
        assert f"$INSTDIR\\{told}" in PREVIOUS
        assert told.replace("\\", "\\\\") in LAUNCHER
    updates = Path(command_center.__file__).parent / "updates" / "installation.py"
    for word in ('"current.txt"', '"previous.txt"', '"updates"', '"versions"', "current.pending"):
        assert word in updates.read_text(encoding="utf-8")


def test_the_icon_points_at_each_of_its_pictures() -> None:
    icon = as_icon([(16, b"small"), (256, b"large one")])
    assert struct.unpack_from("<HHH", icon) == (0, 1, 2)
    entries = [struct.unpack_from("<BBBBHHII", icon, 6 + 16 * i) for i in range(2)]
    assert [entry[0] for entry in entries] == [16, 0]
    assert [icon[at : at + size] for *_, size, at in entries] == [b"small", b"large one"]


def test_a_library_that_neither_the_tree_nor_windows_has_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs = {"a.pyd": ["KERNEL32.dll", "B.dll", "gone.dll", "api-ms-win-x.dll"], "b.DLL": []}
    for name in needs:
        (tmp_path / name).touch()
    monkeypatch.setattr(binaries, "imports", lambda path: dict.fromkeys(needs[path.name], ()))
    assert missing(tmp_path) == ["a.pyd asks for gone.dll"]
