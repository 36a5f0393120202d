#!/usr/bin/env bash
# Opens the exercise room: on this display, on a VNC screen (VNC=1), or as one picture.
set -euo pipefail
cd "$(dirname "$0")/.."
room=(.venv/bin/command-center exercise)

# A DISPLAY that refuses us would end Qt without a sentence.
display_answers() {
    [ -n "${WAYLAND_DISPLAY:-}" ] && return
    [ -n "${DISPLAY:-}" ] && .venv/bin/python - <<'PROBE'
import ctypes, sys
xcb = ctypes.CDLL("libxcb.so.1")
xcb.xcb_connect.restype = ctypes.c_void_p
sys.exit(xcb.xcb_connection_has_error(ctypes.c_void_p(xcb.xcb_connect(None, None))))
PROBE
}

# One minute without a screen, kept as a picture.
take_picture() {
    local picture=${PICTURE:-build/exercise.png}
    mkdir -p "$(dirname "$picture")"
    echo "No display here: running the exercise room unseen for a minute, then a picture of it."
    QT_QPA_PLATFORM=offscreen "${room[@]}" --screenshot "$picture" --after 60
    echo "The picture: $(realpath "$picture")"
}

# Secrets go by standard input: a command line can be read by everybody on the machine.
remember_cookie() { echo "add :$2 . $cookie" | xauth -q -f "$folder/$1" source - 2>/dev/null; }

# A screen of its own that only this machine reaches; the password lives as long as the room.
serve_vnc() {
    folder=$(mktemp -d)
    trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$folder"' EXIT
    trap 'exit 130' INT TERM
    previous=$(umask)
    umask 077
    .venv/bin/python -c 'import secrets
print("".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(8)))' \
        >"$folder/password"
    cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    remember_cookie server 0
    mkfifo "$folder/number"
    Xvfb -displayfd 3 -screen 0 "${SCREEN:-1600x900}x24" -nolisten tcp -auth "$folder/server" \
        3>"$folder/number" 2>"$folder/xvfb.log" &
    read -r number <"$folder/number"
    remember_cookie client "$number"
    export DISPLAY=:$number XAUTHORITY=$folder/client QT_QPA_PLATFORM=xcb
    x11vnc -display "$DISPLAY" -auth "$XAUTHORITY" -localhost -forever -quiet \
        -passwdfile "$folder/password" -autoport 5900 >"$folder/port" 2>"$folder/vnc.log" &
    until grep -q PORT= "$folder/port"; do
        kill -0 $! 2>/dev/null || { cat "$folder/vnc.log" >&2; exit 4; }
        sleep 0.2
    done
    echo "VNC on this machine only: 127.0.0.1:$(sed -n s/PORT=//p "$folder/port")," \
        "password $(cat "$folder/password") (good until the room closes)"
    umask "$previous"
    "${room[@]}"
}

if [ "${VNC:-}" = 1 ]; then
    serve_vnc
elif display_answers; then
    exec "${room[@]}"
else
    take_picture
fi
