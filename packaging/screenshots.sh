#!/usr/bin/env bash
# Takes the pictures of the documents, without a display, into docs/pictures/.
set -euo pipefail
cd "$(dirname "$0")/.."
pictures=docs/pictures
mkdir -p $pictures
export QT_QPA_PLATFORM=offscreen

picture() {
    local name=$1
    shift
    echo "$pictures/$name.png ..."
    .venv/bin/command-center exercise --seed 1 --screenshot $pictures/"$name".png --after 66 --select 10 "$@"
}

picture room-dark --theme dark --language id --size 1920x1080
picture room-light --theme light --language id --size 1920x1080
picture room-english --theme dark --language en --size 1920x1080
picture room-small --theme dark --language id --size 1366x768

# The dispatch desk, panel by panel.
PYTHONPATH=packaging .venv/bin/python -c "from desk_pictures import main; main()" $pictures

# Reports: the panel, and each document as it is printed.
PYTHONPATH=packaging .venv/bin/python -c "from report_pictures import main; main()" $pictures

# The observers' wall, page by page, and what the room was told to do.
PYTHONPATH=packaging .venv/bin/python -c "from observer_pictures import main; main()" $pictures

# The settings page.
PYTHONPATH=packaging .venv/bin/python -m settings_pictures $pictures
# The handbook's own, those of the panels from an exercise.
handbook=resources/handbook/pictures
PYTHONPATH=packaging .venv/bin/python -c "from handbook_pictures import main; main()" $handbook
mv $pictures/desk-instructions.png $handbook/perintah.png

# Operations, early detection and an election, from a room opened for them; then what was left of
# it, played again.
room=$(mktemp -d)
trap 'rm -rf "$room" "${fresh:-}"' EXIT
export COMMAND_CENTER_DATA=$room/data COMMAND_CENTER_CONFIG=$room/config
PYTHONPATH=packaging .venv/bin/python -m operation_pictures "$room/room.db" $pictures
mv $pictures/early-detection.png $handbook/deteksi-dini.png
mv $pictures/election-day.png $handbook/pemilu.png
echo "$pictures/playback.png ..."
.venv/bin/command-center playback --database "sqlite:///$room/room.db" \
    --from 2026-11-25T03:40:00+00:00 --to 2026-11-25T05:20:00+00:00 --at 2026-11-25T04:42:00+00:00 \
    --screenshot $pictures/playback.png --after 8 --theme dark --language id --size 1920x1080

# A new machine as it is set up step by step, with folders of its own; then its new room.
fresh=$(mktemp -d)
export COMMAND_CENTER_DATA=$fresh/data COMMAND_CENTER_CONFIG=$fresh/config
PYTHONPATH=packaging .venv/bin/python -m first_run_pictures $pictures
echo "$pictures/first-start.png ..."
.venv/bin/command-center live --database "sqlite:///$fresh/room.db" \
    --screenshot $pictures/first-start.png --after 15 \
    --theme dark --language id --size 1920x1080
