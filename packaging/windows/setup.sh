#!/usr/bin/env bash
# Makes setup.exe out of build/windows/tree and the launchers; build.sh and pack_again.sh call it.
# TARGET is another file than dist/pusat-komando-VERSION-setup.exe.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=build/windows
version=$(.venv/bin/python -c 'import command_center; print(command_center.__version__)')
numbers=$version
while [[ $numbers != *.*.*.* ]]; do numbers+=.0; done
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y requirements.lock)}

# The installer holds the times of its files.
find $work/tree $work/launchers -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
makensis -V2 -NOCD -DVERSION="$version" -DNUMBERS="$numbers" \
    -DSIZE_KB="$(du -sk --apparent-size $work/tree | cut -f1)" -DTREE=$work/tree \
    -DLAUNCHERS=$work/launchers -DICON=$work/icon.ico \
    -DTARGET="${TARGET:-dist/pusat-komando-$version-setup.exe}" \
    ${COMPRESSION:+-DCOMPRESSION=$COMPRESSION} packaging/windows/installer.nsi
