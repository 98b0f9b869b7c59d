#!/usr/bin/env bash
# render-sample-pages.sh: draws the pages of the sample circular for the README, from the real output.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

edition=chaozhou-2024q2
documents=(output/"$edition"/*.docx)
if [ ${#documents[@]} != 1 ] || [ ! -f "${documents[0]}" ]; then
  echo "render-sample-pages: there should be one .docx in output/$edition; npm run generate makes it" >&2
  exit 1
fi
scripts/render-pages.sh "${documents[0]}" "docs/images/$edition" 64
