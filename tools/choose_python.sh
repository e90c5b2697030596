#!/bin/sh
# Says with which Python `make` sets up: `python3`, unless that was compiled without profile-guided optimization, as version managers do unasked,
# and the system's own will do. Linux distributions optimize theirs: the site is built and tested in far less time with it.
new_enough='import ensurepip, sys; sys.exit(sys.version_info < (3, 11))'
optimized='import sys, sysconfig; sys.exit("--enable-optimizations" not in (sysconfig.get_config_var("CONFIG_ARGS") or ""))'

if ! python3 -c "$optimized" 2>/dev/null && /usr/bin/python3 -c "$new_enough" 2>/dev/null; then
    echo /usr/bin/python3
else
    echo python3
fi
