#!/usr/bin/env bash
# render-pages.sh FILE.docx OUTDIR [DPI]: draws a Word document's pages as OUTDIR/page-1.png, page-2.png … (70 DPI), as
# LibreOffice lays them out with fonts that resemble an office's (see install-fonts.sh). Pages of an earlier run are removed.
set -euo pipefail

if [ $# -lt 2 ]; then
  echo "usage: render-pages.sh FILE.docx OUTDIR [DPI]" >&2
  exit 2
fi
file=$1 directory=$2 resolution=${3:-70}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# command:Debian package
missing=()
for need in soffice:libreoffice-writer-nogui pdftoppm:poppler-utils fc-match:fontconfig pngquant:pngquant; do
  command -v "${need%%:*}" >/dev/null || missing+=("${need#*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "render-pages: install these first: ${missing[*]}" >&2
    exit 1
  fi
  apt-get -qq update >&2
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y "${missing[@]}" >/dev/null
fi
FONTCONFIG_FILE=$("$here/install-fonts.sh")
export FONTCONFIG_FILE

workshop=$(mktemp -d)
trap 'rm -rf "$workshop"' EXIT
cp "$file" "$workshop/document.docx"
# A profile of its own: a running LibreOffice would otherwise take the job and drop it.
soffice "-env:UserInstallation=file://$workshop/profile" --headless --convert-to pdf --outdir "$workshop" \
  "$workshop/document.docx" >"$workshop/log" 2>&1 || true
if [ ! -s "$workshop/document.pdf" ]; then
  cat "$workshop/log" >&2
  echo "render-pages: LibreOffice could not convert $file" >&2
  exit 1
fi

mkdir "$workshop/pages"
pdftoppm -r "$resolution" -png "$workshop/document.pdf" "$workshop/pages/page"
mkdir -p "$directory"
rm -f "$directory"/page-*.png
for page in "$workshop"/pages/page-*.png; do
  number=${page##*-}
  number=${number%.png}
  # 16 shades are enough for black and red on white. The number without leading zeros, however many pages there are.
  pngquant --strip --nofs --output "$directory/page-$((10#$number)).png" 16 "$page"
done
ls "$directory"/page-*.png
