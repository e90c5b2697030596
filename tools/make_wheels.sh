#!/usr/bin/env bash
# Make the sdists of drws and cymraeg, and from each its wheel, in the folder $1. Needs what `make setup` installs, and no network.
set -euo pipefail
target=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=$PWD/.venv/bin/python

rm -f "$target"/{drws,cymraeg}-*.{whl,tar.gz}
"$python" tools/compile_theme.py
for project in . generator/cymraeg; do
    (cd "$project" && "$python" -m hatchling build --target sdist --directory "$target")
done
# From the sdists: what a wheel lacks is missing there too, and is noticed here.
"$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --no-index --no-build-isolation --wheel-dir "$target" "$target"/{drws,cymraeg}-*.tar.gz
