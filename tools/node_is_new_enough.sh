#!/bin/sh
# Succeeds when this machine has npm and a Node.js that Sass runs on: 20.19 or newer.
command -v npm >/dev/null 2>&1 && node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1);
' 2>/dev/null
