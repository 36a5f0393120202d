#!/usr/bin/env bash
# Installs, upgrades and removes the built setup.exe under wine, as far as wine goes. Qt, NumPy and
# OpenSSL's Python do not load there, so no window opens: smoke.ps1 is for a real Windows.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=packaging/windows
work=build/windows
version=$(.venv/bin/python -c 'import command_center; print(command_center.__version__)')
setup=dist/pusat-komando-$version-setup.exe
oldest=0.0.1
older=0.0.2
unstood=0.0.3
[ -e "$setup" ] || { echo "There is no $setup: make package-windows first." >&2; exit 4; }

place=$(mktemp -d)
export WINEPREFIX=$place/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
unset DISPLAY WAYLAND_DISPLAY
trap 'wineserver -k || true; rm -rf "$place"' EXIT
drive=$WINEPREFIX/drive_c
root="$drive/Program Files/Pusat Komando"
key='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\PusatKomando'
verify='HKLM\Software\Classes\SystemFileAssociations\.mp4\shell\PusatKomando.Verify'
profiles='HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'

# wine's Python cannot write to a file that it was given, only to a pipe.
run() { wine "$@" </dev/null 2>&1 | tr -d '\r'; }
stop() { echo "Failed: $*" >&2; exit 1; }
demand() {
    local what=$1
    shift
    if "$@" >/dev/null 2>&1; then echo "      $what"; else stop "$what"; fi
}
not() { ! "$@"; }
status() { # what, the status expected, the command
    local what=$1 wanted=$2 got=0
    shift 2
    run "$@" >"$place/said.txt" || got=$?
    [ "$got" = "$wanted" ] || { cat "$place/said.txt" >&2; stop "$what: $got in place of $wanted"; }
    echo "      $what (status $got)"
}
says() { [ "$(run "$1" "${@:3}" | tail -n 1)" = "$2" ]; }
registered() { run reg query "$1" /reg:64; }
gone_soon() {
    for _ in $(seq 120); do
        [ -e "$1" ] || return 0
        sleep 1
    done
    return 1
}

echo "[1/5] A bare Windows 10, as wine plays it ..."
wine wineboot -i >"$place/boot.txt" 2>&1
wine winecfg -v win10
windows_root="$(wine cmd /c 'echo %ProgramFiles%' 2>/dev/null | tr -d '\r')\\Pusat Komando"
# Keeps the uninstaller from handing over to a copy of itself. It must not come in quotes, so the
# words between the spaces are words of their own.
read -ra in_place <<<"_?=$windows_root"
local_data=$(wine cmd /c 'echo %LOCALAPPDATA%' 2>/dev/null | tr -d '\r')
data=$drive/${local_data:3}/pusat-komando
data=${data//\\//}
other=$drive/users/kedua/AppData/Local/pusat-komando

nt='HKLM\Software\Microsoft\Windows NT\CurrentVersion'
build=$(run reg query "$nt" /v CurrentBuildNumber /reg:64 | awk '/CurrentBuildNumber/ { print $3 }')
plays() { run reg add "$nt" /v CurrentBuildNumber /d "$1" /f /reg:64 >/dev/null; }

echo "[2/5] Older versions, and data of two people ..."
mkdir "$place/older"
find $work/tree -maxdepth 1 -type f -exec cp -t "$place/older" {} +
for one in $oldest $older $unstood; do
    makensis -V1 -NOCD -DVERSION="$one" -DNUMBERS="$one.0" -DSIZE_KB=1 -DTREE="$place/older" \
        -DLAUNCHERS=$work/launchers -DICON=$work/icon.ico -DTARGET="$place/$one-setup.exe" \
        -DCOMPRESSION=off $here/installer.nsi
done
in_force() { [ "$(cat "$root/current.txt")/$(cat "$root/updates/previous.txt")" = "$1/$2" ]; }
plays 17134
status "Windows 10 1803 is refused" 4 "$place/$oldest-setup.exe" /S
demand "and nothing is put there" not ls "$root"
plays 17763
status "$oldest-setup.exe /S on 1809" 0 "$place/$oldest-setup.exe" /S
plays "$build"
status "$older-setup.exe /S" 0 "$place/$older-setup.exe" /S
status "the oldest again" 3 "$place/$oldest-setup.exe" /S
demand "the newer one stays in force" in_force $older $oldest
touch "$root/versions/$older/stray"
status "the newer one again, as a repair" 0 "$place/$older-setup.exe" /S
demand "it is laid anew" not ls "$root/versions/$older/stray"
demand "the version before it is still there" in_force $older $oldest
demand "and whole" ls "$root/versions/$oldest/python.exe"
on_trial() { printf '{"version": "%s", "token": "a", "also": []}' "$1" >"$root/current.pending"; }
falls_back_on() { [ "$(tr -d '\r' <"$root/updates/previous.txt" | xargs)" = "$*" ]; }
on_trial $older
# What runs by the launcher keeps it in use: it is set aside and the new one takes its name.
mkdir -p "$root/versions/$older/site-packages/command_center"
touch "$root/versions/$older/site-packages/command_center/__init__.py"
echo 'import time; print("up", flush=True); time.sleep(600)' \
    >"$root/versions/$older/site-packages/command_center/__main__.py"
wine "$root/command-center.exe" </dev/null 2>&1 | cat >"$place/held.txt" &
until grep -q up "$place/held.txt"; do sleep 1; done
status "$unstood-setup.exe /S over one that has not stood" 0 "$place/$unstood-setup.exe" /S
demand "a launcher that waits is set aside" ls "$root/command-center.exe.old"
demand "the new one is in its place" cmp "$root/command-center.exe" $work/launchers/command-center.exe
demand "nothing of it is left half done" not compgen -G "$root/*.new"
run taskkill /f /im python.exe >/dev/null
wait
demand "both before it are kept" falls_back_on $older $oldest
demand "and whole" ls "$root/versions/"{$older,$oldest}/python.exe
demand "what an administrator installs is not on trial" not ls "$root/current.pending"
on_trial $unstood
printf %s $oldest >"$root/updates/previous.txt"
status "an older one beside one that has not stood" 3 "$place/$older-setup.exe" /S
demand "both before it are kept" falls_back_on $older $oldest
rm "$root/current.pending"
for folder in "$data" "$other"; do
    mkdir -p "$folder/evidence"
    echo room >"$folder/room.db"
done
run reg add "$profiles\\S-1-5-21-9" /v ProfileImagePath /t REG_EXPAND_SZ \
    /d '%SystemDrive%\users\kedua' /f /reg:64 >/dev/null

echo "[3/5] The new version over it ..."
status "setup.exe /S" 0 "$setup" /S
demand "current.txt says $version" [ "$(cat "$root/current.txt")" = "$version" ]
demand "the version before is kept" falls_back_on $unstood
demand "three entries in the Start menu" [ "$(find "$drive/ProgramData" -name '*.lnk' | wc -l)" = 3 ]
demand "Windows knows its version" grep -q "DisplayVersion.*$version" <(registered "$key")
demand "evidence has a word in its menu" grep -q verify <(registered "$verify\\command")
demand "the data are as they were" [ "$(cat "$data/room.db" "$other/room.db" | wc -l)" = 2 ]
demand "those before that are not" not ls "$root/versions/$older"
demand "nothing half-written is left" not compgen -G "$root/versions/.[0-9]*"

echo "[4/5] What of it runs under wine ..."
python="$windows_root\\versions\\$version\\python.exe"
demand "its Python: $(run "$python" --version)" says "$python" ok -c 'print("ok")'
demand "command-center --version" says "$windows_root\\command-center.exe" "$version" --version
demand "the same of the version's own" \
    says "$windows_root\\versions\\$version\\command-center.exe" "$version" --version
status "a wrong word" 2 "$windows_root\\command-center.exe" nonsense
status "pusat-komando.exe, which has no console" 2 "$windows_root\\pusat-komando.exe" nonsense
for library in av lxml.etree msgspec osmium psycopg pysqlite3 rapidfuzz tuf; do
    demand "import $library" says "$python" ok -c "import $library; print('ok')"
done
printf 9.9.9 >"$root/current.txt"
printf %s "$version" >"$root/updates/previous.txt"
demand "where the version in force is gone, the one before starts" \
    says "$windows_root\\command-center.exe" "$version" --version
rm "$root/updates/previous.txt"
printf '..\\versions\\%s' "$version" >"$root/current.txt"
status "a path in current.txt leads nowhere" 4 "$windows_root\\command-center.exe" --version
printf %s "$version" >"$root/current.txt"

echo "[5/5] Removing, without and with the data ..."
wine "$python" -c 'import time; print("up", flush=True); time.sleep(600)' </dev/null 2>&1 |
    cat >"$place/up.txt" &
until grep -q up "$place/up.txt"; do sleep 1; done
status "not while it runs" 5 "$root/uninstall.exe" /S "${in_place[@]}"
run taskkill /f /im python.exe >/dev/null
wait
status "uninstall.exe /S" 0 "$root/uninstall.exe" /S "${in_place[@]}"
demand "nothing left of the program" not ls "$root/versions" "$root/command-center.exe"
demand "nothing left in the registry" not registered "$key"
demand "nothing left in the menu of a file" not registered "$verify"
demand "nothing left in the Start menu" \
    not grep -q . <(find "$drive/ProgramData" -name '*.lnk')
demand "the data are still there" ls "$data/room.db" "$other/room.db"
status "the older setup.exe /S" 0 "$place/$older-setup.exe" /S
status "uninstall.exe /S /PURGE, as Windows starts it" 0 "$root/uninstall.exe" /S /PURGE
demand "nothing left in Program Files" gone_soon "$root"
demand "the data of this user are gone" gone_soon "$data"
demand "and those of the other" gone_soon "$other"
echo "Installed, upgraded and removed under $(wine --version)."
