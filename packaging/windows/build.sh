#!/usr/bin/env bash
# Builds dist/pusat-komando-VERSION-setup.exe and dist/pusat-komando-VERSION-windows-x86_64.zip
# from the Python for Windows that PYTHON_ZIP names; PYTHON_SHA256 is what its publisher says.
# smoke.ps1, which tries the setup on a Windows, is laid beside them.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=.venv/bin
here=packaging/windows
work=build/windows

if [ -z "${PYTHON_ZIP:-}" ] || [ -z "${PYTHON_SHA256:-}" ]; then
    echo "Say which Python: make package-windows PYTHON_ZIP=FILE PYTHON_SHA256=HEX" >&2
    echo "Where it is to be had is in $here/README.md." >&2
    exit 2
fi
version=$($bin/python -c 'import command_center; print(command_center.__version__)')
[[ $version =~ ^[0-9]+(\.[0-9]+){1,3}$ ]] || { echo "Windows knows no version $version." >&2; exit 2; }
numbers=$version
while [[ $numbers != *.*.*.* ]]; do numbers+=.0; done
name=pusat-komando-$version

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y requirements.lock)}
export SOURCE_DATE_EPOCH

echo "[1/3] The launchers ..."
rm -rf $work/launchers
mkdir -p $work/launchers dist
QT_QPA_PLATFORM=offscreen PYTHONPATH=packaging $bin/python -m windows.icon \
    packaging/debian/pusat-komando.svg $work/icon.ico
x86_64-w64-mingw32-windres -O coff -I $here -D "ICON_FILE=\\\"$work/icon.ico\\\"" \
    -D "VERSION_NUMBERS=${numbers//./,}" -D "VERSION_TEXT=\\\"$version\\\"" \
    $here/launcher.rc $work/launcher.o
launcher() {
    x86_64-w64-mingw32-gcc -municode -Os -s -Wall -Wextra -Werror -Wl,--no-insert-timestamp \
        "${@:2}" -o "$work/launchers/$1" $here/launcher.c $work/launcher.o
}
launcher command-center.exe
launcher pusat-komando.exe -mwindows -DWINDOWED

echo "[2/3] The version ..."
PYTHONPATH=packaging:$PWD $bin/python -m windows.assemble --python-zip "$PYTHON_ZIP" \
    --sha256 "$PYTHON_SHA256" --tree $work/tree --archive "dist/$name-windows-x86_64.zip"

echo "[3/3] The installer (some minutes) ..."
bash $here/setup.sh
cp $here/smoke.ps1 dist/
echo "Built: $(du -h --apparent-size "dist/$name-"{setup.exe,windows-x86_64.zip} | tr '\n' ' ')"
