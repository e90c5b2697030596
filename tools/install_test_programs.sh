#!/bin/sh
# The programs that the tests drive and that neither pip's nor npm's lock file brings: a Chromium, nginx with its module for brotli, Caddy,
# OpenSSL, which makes a certificate, and Pango, which sets the words of PDFs.
# Takes what the machine has; else installs Debian's packages when it may; else Playwright's own Chromium.
# Where it may install, it does so for the Chromium without windows and menus even if there is another: the tests take three quarters of the time.
# Always succeeds: a test that misses its program says so itself.
set -u

have() { command -v "$1" >/dev/null 2>&1; }
have_browser() { have chromium-headless-shell || have chromium || have chromium-browser || have google-chrome || have google-chrome-stable; }
have_libraries() { dpkg --status $libraries >/dev/null 2>&1 || { have_pango && have_libatomic; }; } # Debian knows at once
have_pango() { .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1; }
have_libatomic() { .venv/bin/playwright --version >/dev/null 2>&1; } # the one library that Playwright does not bring
have_nginx() { have nginx || [ -x /usr/sbin/nginx ]; }
have_brotli() { [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ]; }

# Debian starts a server as soon as it is installed, unless this file says no. The tests start their own.
without_starting_servers() {
    policy=/usr/sbin/policy-rc.d
    if [ -e "$policy" ]; then "$@"; return; fi
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT INT TERM
    "$@"
}

asked=.venv/.asked-for-programs # a machine for which there is no such package is asked once
libraries="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libatomic1"
packages=""
have chromium-headless-shell || [ -e $asked ] || packages="chromium-headless-shell"
have_browser || packages="$packages chromium" # where there is no such package
have_nginx || packages="$packages nginx-light"
have_brotli || [ -e $asked ] || packages="$packages libnginx-mod-http-brotli-static"
have caddy || [ -e $asked ] || packages="$packages caddy"
have openssl || packages="$packages openssl"
have_libraries || packages="$packages $libraries"

if [ -n "$packages" ] && have apt-get && [ "$(id -u)" -eq 0 ]; then
    echo "Installing with apt-get: $packages"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    for package in $packages; do # one by one: a package that is not to be had does not hold up the other
        case $package in chromium) have_browser && continue ;; esac
        without_starting_servers apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    done
    [ ! -d .venv ] || touch $asked
fi

have_browser || .venv/bin/python -m playwright install chromium ||
    echo "NO BROWSER: the browser tests cannot run. Install Chromium or Google Chrome, then run this again." >&2
have_nginx ||
    echo "NO NGINX: the tests of the server's headers cannot run. Install nginx, then run this again." >&2
have caddy ||
    echo "NO CADDY: whether it takes the site's Caddyfile is not tested. Install Caddy, then run this again." >&2
have_libraries || have_pango ||
    echo "NO PANGO: the tests of PDF documents cannot run. Install Pango, then run this again." >&2
exit 0
