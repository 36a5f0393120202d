#!/usr/bin/env bash
# Builds dist/pusat-komando/ with PyInstaller, what is told of its parts, and the packages of it.
# OUT=FOLDER builds the bundle there, from nothing, and stops (the bench builds it twice).
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
name=pusat-komando
out=${OUT:-dist}
work=${OUT:+$OUT/work}
work=${work:-build/pyinstaller}
export PYTHONPATH=$PWD PYTHONHASHSEED=1
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y requirements.lock)}
export SOURCE_DATE_EPOCH
supply() { PYTHONPATH=packaging:$PWD $bin/python -m "$@"; }

echo "[1/4] What is installed against requirements.lock ..."
supply supply.lock requirements.lock

echo "[2/4] The bundle (some minutes) ..."
$bin/python -c 'from pathlib import Path; from hatch_build import compile_translations
compile_translations(Path())'
rm -rf "${out:?}/$name"
$bin/pyinstaller --noconfirm --log-level ERROR --distpath "$out" --workpath $work packaging/$name.spec
supply bundle.slim "$out/$name"
[ -z "${OUT:-}" ] || exit 0

echo "[3/4] The list of parts and their licences ..."
supply supply.parts dist/$name $work/$name/origins.json requirements.lock dist

echo "[4/4] The packages ..."
bash packaging/pack.sh
