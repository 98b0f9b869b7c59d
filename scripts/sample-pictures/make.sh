#!/usr/bin/env bash
# Makes the sample pictures of data/guangdong-2024q2: lays out tables with invented rows through the project itself and cuts them out of
# the rendered pages. Needs LibreOffice, pdftoppm and ImageMagick. Usage: scripts/sample-pictures/make.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
FONTCONFIG_FILE=$(scripts/install-fonts.sh)
export FONTCONFIG_FILE
npm run --silent tongbao -- build scripts/sample-pictures --out "$work" >/dev/null
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" \
  "$work/sample-pictures/sample-pictures.docx" >/dev/null 2>&1
pages=$(pdfinfo "$work/sample-pictures.pdf" | awk '/^Pages/ {print $2}')
for number in 1 2 3 4; do
  page=$((pages - 4 + number))
  # 200 dpi; the table stands below the title and the subtitle, the page number is left out.
  pdftoppm -r 200 -f "$page" -l "$page" -x 180 -y 640 -W 1340 -H 1300 -gray -singlefile -png "$work/sample-pictures.pdf" "$work/page"
  # The lists have a note below the table; it is printed in the document itself.
  case $number in 2) height=192 ;; 4) height=172 ;; *) height=2000 ;; esac
  convert "$work/page.png" -trim +repage -crop "x${height}+0+0" +repage -bordercolor white -border 8 \
    -font "$(fc-match -f '%{file}' 黑体)" -pointsize 26 -gravity north -splice 0x48 \
    -annotate +0+8 '示例：虚构的数据，仅用于演示图片附件' \
    -colors 16 -define png:exclude-chunks=date,time -strip "data/guangdong-2024q2/附件${number}示例.png"
done
