# Read by kiosk/run and tests/fresh, never run by itself. Needs $root, the top of the source tree.
# has_display                    true where DISPLAY names an X server that is there
# start_private_display WxH      starts an X server without a screen, sets DISPLAY, and ends it when the script ends
# shellcheck shell=bash

has_display() {
    case ${DISPLAY:-} in
    "") return 1 ;;
    :*) # A local server has a socket; a name left in the environment of a dead one has none.
        local number=${DISPLAY#:}
        [ -S "/tmp/.X11-unix/X${number%%.*}" ] ;;
    *) return 0 ;;
    esac
}

start_private_display() {
    local width=${1%x*} height=${1#*x} folder number
    folder=$(mktemp -d)
    cat >"$folder/xorg.conf" <<CONFIGURATION
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "AutoAddGPU" "false"
EndSection
Section "Device"
    Identifier "memory"
    Driver "dummy"
    VideoRam 262144
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5-1000
    VertRefresh 5-200
    Modeline "$1" 148.5 $width $((width + 88)) $((width + 132)) $((width + 280)) $height $((height + 4)) $((height + 9)) $((height + 45))
EndSection
Section "Screen"
    Identifier "screen"
    Device "memory"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "$1"
        Virtual $width $height
    EndSubSection
EndSection
CONFIGURATION
    : >"$folder/number" # it is read before the server has opened it, too
    # The server itself, not Debian's wrapper around it: only that lets a user name a configuration and a log.
    /usr/lib/xorg/Xorg -displayfd 5 -config "$folder/xorg.conf" -logfile "$folder/log" -noreset -nolisten tcp \
        5>"$folder/number" >"$folder/out" 2>&1 &
    private_display=$! private_display_folder=$folder
    trap end_private_display EXIT
    for _ in $(seq 100); do
        number=$(cat "$folder/number")
        [ -z "$number" ] || break
        kill -0 "$private_display" 2>/dev/null || break
        sleep 0.1
    done
    if [ -z "$number" ]; then
        tail -n 20 "$folder/out" >&2
        fail "The private X server did not start."
    fi
    export DISPLAY=:$number
}

end_private_display() {
    kill "$private_display" 2>/dev/null || true
    wait "$private_display" 2>/dev/null || true
    rm -rf "$private_display_folder"
}
