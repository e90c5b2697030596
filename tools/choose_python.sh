#!/bin/sh
# Says with which Python `make` sets up: `python3`, unless that is too old or was compiled without profile-guided optimization, as version
# managers do unasked, and the system's own will do. Linux distributions optimize theirs, and most of building and testing is work of Python.
new_enough='import ensurepip, sys; sys.exit(sys.version_info < (3, 11))'
optimized='import sys, sysconfig; sys.exit("--enable-optimizations" not in (sysconfig.get_config_var("CONFIG_ARGS") or ""))'

will_do() { "$1" -c "$new_enough" 2>/dev/null; }
is_optimized() { "$1" -c "$optimized" 2>/dev/null; }

if { will_do python3 && is_optimized python3; } || ! will_do /usr/bin/python3; then
    echo python3
else
    echo /usr/bin/python3
fi
