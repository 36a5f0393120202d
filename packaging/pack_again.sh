#!/usr/bin/env bash
# Packs what was built once more and compares byte by byte: the .deb, the tar.zst and, where the
# version for Windows was built here, its zip and (with SETUP=1, some minutes) its setup.exe.
# Ends with status 4 where one of them is another file.
set -euo pipefail
umask 022
cd "$(dirname "$0")/.."
name=pusat-komando
again=build/packed-again
work=build/windows
version=$(.venv/bin/python -c 'import command_center; print(command_center.__version__)')
other=0

compare() {
    if cmp -s "dist/$1" "$again/$1"; then
        echo "      the same: $1"
    else
        echo "      another file: $1"
        other=4
    fi
}

rm -rf $again
TO=$again bash packaging/pack.sh >/dev/null
for file in "$again"/*; do compare "${file##*/}"; done
if [ -d $work/tree ] && [ -e "dist/$name-$version-windows-x86_64.zip" ]; then
    PYTHONPATH=packaging .venv/bin/python -c 'import sys; from pathlib import Path
from release.archive import pack
pack(Path(sys.argv[1]), Path(sys.argv[2]))' $work/tree "$again/$name-$version-windows-x86_64.zip"
    compare "$name-$version-windows-x86_64.zip"
    if [ -n "${SETUP:-}" ]; then
        TARGET=$again/$name-$version-setup.exe bash packaging/windows/setup.sh
        compare "$name-$version-setup.exe"
    fi
fi
rm -rf $again
exit $other
