# shellcheck shell=sh
# Windows of the program that are open, a line each: number, account, what was started. The service is not
# among them: systemd ends and starts it.
is_ours() {
    for program in /opt/pusat-komando/versions/*/command-center; do
        if [ "$1/exe" -ef "$program" ]; then return; fi
    done
    return 1
}
windows() {
    for process in /proc/[0-9]*; do
        is_ours "$process" || continue
        parent=$(sed -n 's/^PPid:[[:space:]]*//p' "$process/status" 2>/dev/null) || continue
        if is_ours "/proc/$parent" || grep -qsF pusat-komando-intake "$process/cgroup"; then continue; fi
        words=$(tr '\0' ' ' <"$process/cmdline" 2>/dev/null | tr -cd '[:print:]' | cut -c 1-80) || continue
        echo "  ${process#/proc/} $(stat -c %U "$process" 2>/dev/null) $words"
    done
}
