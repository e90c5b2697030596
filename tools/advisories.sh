#!/usr/bin/env bash
# Is anything known against the exact versions that the lock files name? All are asked, then it fails where one has something, and where nobody
# could say (--strict): silence is no good news.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="$PWD/.venv/bin:$PATH"
failed=0

for file in requirements.txt requirements-dev.txt requirements-geography.txt requirements-pip.txt requirements-release.txt; do
    echo "== $file"
    .venv/release/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off --requirement "$file" || failed=1
done
for folder in . benchmarks; do
    echo "== $folder/package-lock.json"
    npm audit --package-lock-only --prefix "$folder" || failed=1
done
exit $failed
