#!/usr/bin/env bash
# Ask for pages of others, and propose what was found as a pull request of one file, data/audits/links.yml. Run by .github/workflows/links.yml.
#
# The list of days on which a link failed has to survive from one run to the next. Until somebody merges it, it lives in the branch of the pull
# request. AGAIN is empty, or --again: ask only those that did not answer the last time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
branch=audits/links file=data/audits/links.yml

make setup
gh auth setup-git
mkdir -p data/audits
if git fetch --quiet --depth 1 origin "$branch"; then
    git show "FETCH_HEAD:$file" >"$file" || true # somebody may have deleted it there
fi

# shellcheck disable=SC2086  # no word, or one
.venv/bin/drws links ${AGAIN:-} | tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}"

git add "$file"
if git diff --cached --quiet; then
    echo "The list is that of main."
    git push --quiet origin --delete "$branch" 2>/dev/null || true # what it proposed has had its day
    exit 0
fi
git switch --quiet --force-create "$branch"
git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" \
    commit --quiet --message "Links to pages of others that did not answer"
git push --quiet --force origin "$branch"
[ "$(gh pr list --head "$branch" --state open --json number --jq length)" != 0 ] ||
    gh pr create --head "$branch" --title "Links to pages of others that did not answer" \
        --body "What \`drws links\` found. Each entry says where the link stands and on which days it failed. Mend what has gone, then merge this."
