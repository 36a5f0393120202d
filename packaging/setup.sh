#!/usr/bin/env bash
# Makes a checkout ready: setup.sh run|test|vnc|package|windows. Says nothing
# when nothing is to be done.
#
# System libraries come from apt, as root or by a sudo that asks no password, and only after a
# sentence that says so. Everything else stays inside .venv.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$PATH:/usr/sbin:/sbin

purpose=${1:-run}
venv=.venv

say() { printf '%s\n' "$@"; }
stop() { printf '%s\n' "$@" >&2; exit 4; }

# --- what is missing -------------------------------------------------------------------------

# Asked by file name, not by package: package names differ between releases.
libraries='
libGL.so.1 libgl1
libEGL.so.1 libegl1
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libglib-2.0.so.0 libglib2.0-0
libgssapi_krb5.so.2 libgssapi-krb5-2
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1'

missing_libraries() {
    local known file package
    known=$(ldconfig -p)
    while read -r file package; do
        [ -z "$file" ] || [[ $known == *"$file "* ]] || printf '%s ' "$package"
    done <<<"$libraries"
}

has_font() {
    [ -n "$(find -L /usr/share/fonts /usr/local/share/fonts "${HOME:-}/.local/share/fonts" \
        \( -name '*.ttf' -o -name '*.otf' \) -print -quit 2>/dev/null)" ]
}

has_postgresql() {
    command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

needs_program() { command -v "$1" >/dev/null || printf '%s ' "$2"; }

# --- apt -------------------------------------------------------------------------------------

as=() # the words before a command that needs root

apt() {
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0 "$@" \
        >>build/apt.log 2>&1 </dev/null
}

# In words: what for, then the packages. Fails where it may not, having said what to run instead.
apt_install() {
    local why=$1 line
    as=()
    shift
    line="apt-get install --no-install-recommends $*"
    command -v apt-get >/dev/null || { say "$why: missing here, by their Debian names: $*"; return 1; }
    if [ "$(id -u)" != 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            say "$why: please run this line, then repeat the command:" "  sudo apt-get update && sudo $line"
            return 1
        fi
        as=(sudo -n)
        say "      With sudo, which asks no password here: $line"
    else
        say "      As root: $line"
    fi
    mkdir -p build
    apt update || say "      apt-get update complained (build/apt.log); going on with what it knows."
    if ! apt install -y --no-install-recommends "$@"; then
        tail -n 20 build/apt.log >&2
        return 1
    fi
}

install_system() {
    local packages
    packages=$(missing_libraries)
    has_font || packages+="fonts-inter fonts-dejavu-core "
    has_venv || packages+="python3-venv "
    case $purpose in
    vnc) packages+=$(needs_program Xvfb xvfb; needs_program x11vnc x11vnc; needs_program xauth xauth) ;;
    package)
        packages+=$(needs_program debootstrap debootstrap; needs_program objdump binutils
            needs_program gcc gcc; needs_program zstd zstd; needs_program Xvfb xvfb
            needs_program xwininfo x11-utils; needs_program xdotool xdotool
            needs_program import imagemagick)
        ;;
    windows)
        packages+=$(needs_program makensis nsis; needs_program wine 'wine wine64'
            needs_program x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64-win32)
        ;;
    esac
    if [ -n "$packages" ]; then
        say "[1/4] System libraries ..."
        # shellcheck disable=SC2086  # a list of package names
        apt_install "System libraries" $packages || stop "Stopped: they are needed to start."
    fi
    if [ "$purpose" = test ] && ! has_postgresql; then
        say "[1/4] PostgreSQL, for the tests on both database engines ..."
        say "      Debian starts a server of its own with it; the tests start theirs and leave it alone."
        apt_install "PostgreSQL" postgresql ||
            say "      Going on without: the tests that need it will say that they were skipped."
    fi
}

# --- Python ----------------------------------------------------------------------------------

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if command -v "$candidate" >/dev/null && fits "$candidate"; then
            python=$candidate
            return
        fi
    done
    stop "Python 3.11 or newer is needed. Name one that you have: make run PYTHON=python3.12"
}

has_venv() { [ -x $venv/bin/pip ] || "$python" -c 'import ensurepip, venv' 2>/dev/null; }

# Counts the packages pip names; pip's own bar would not survive a log file.
count_packages() {
    awk -v all="$(grep -c == requirements.lock)" '
        /^(Collecting|Processing) / {
            sub(".*/", "", $2)
            printf "\r      %d of at most %d: %-60.60s", ++n, all, $2
            fflush()
        }
        /^Installing / { printf "\r      unpacking %d packages %-40s", n, ""; fflush() }
        END { print "" }'
}

# The path is part of the stamp: a virtual environment does not survive being moved.
stamp_of() { { pwd; "$python" --version; sha256sum "$@"; } | sha256sum; }

packages_stand() { [ "$(cat $venv/packages.stamp 2>/dev/null)" = "$(stamp_of requirements.lock)" ]; }

# Making it anew empties it, and behind a link may lie what others use.
keep_linked() {
    if [ -L $venv ] && ! packages_stand; then
        stop "Stopped: $venv is a link to $(readlink $venv), which was not installed for this folder" \
            "and is left alone. Remove the link, and a $venv of its own is made here."
    fi
}

install_packages() {
    packages_stand && return
    say "[2/4] Python packages (some 500 MB, into $venv) ..."
    "$python" -m venv --clear $venv
    PYTHONUNBUFFERED=1 $venv/bin/python -m pip install --disable-pip-version-check \
        --require-hashes --no-deps -r requirements.lock | count_packages
    printf '%s' "$(stamp_of requirements.lock)" >$venv/packages.stamp
}

install_project() {
    local stamp
    stamp=$(stamp_of pyproject.toml)
    [ "$(cat $venv/project.stamp 2>/dev/null)" = "$stamp" ] && return
    say "[3/4] Pusat Komando itself ..."
    $venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --no-index -e .
    printf '%s' "$stamp" >$venv/project.stamp
}

compile_translations() {
    local source
    for source in resources/translations/*.ts; do
        if [ -e "$source" ] && [ "$source" -nt "${source%.ts}.qm" ]; then
            say "[4/4] Translation ${source##*/} ..."
            $venv/bin/pyside6-lrelease -silent "$source" -qm "${source%.ts}.qm"
        fi
    done
}

find_python
keep_linked
install_system
install_packages
install_project
compile_translations
