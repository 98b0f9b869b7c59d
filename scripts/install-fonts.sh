#!/usr/bin/env bash
# install-fonts.sh [DIR]: puts fonts that resemble an office's into DIR and prints the path of a fontconfig file that uses them:
#
#   export FONTCONFIG_FILE=$(scripts/install-fonts.sh)
#
# The fonts that circulars name (仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体) are not free; the Fandol family is, and looks
# alike. Nothing outside DIR changes: only programs that see the variable use them. Runs again for nothing. Needs Debian or
# something close to it; no rights beyond writing to DIR if its package lists are there.
set -euo pipefail

directory=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/tongbao/fonts}
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)
files=(
  FandolFang-Regular.otf FandolKai-Regular.otf FandolHei-Regular.otf FandolHei-Bold.otf FandolSong-Regular.otf
  FandolSong-Bold.otf
)
titling=(方正小标宋简体 方正小标宋_GBK FZXiaoBiaoSong-B05S FZXiaoBiaoSong-B05)

have_fonts() {
  local file
  for file in "${files[@]}"; do [ -s "$directory/$file" ] || return 1; done
}

# Debian has the fonts only inside a TeX package that would pull in hundreds of megabytes: unpack, don't install.
unpack_fonts() {
  (
    workshop=$(mktemp -d)
    trap 'rm -rf "$workshop"' EXIT
    cd "$workshop"
    # apt would download as a user who may not write here.
    download=(apt-get -qq -o APT::Sandbox::User=root download texlive-lang-chinese)
    "${download[@]}" >&2 || {
      apt-get -qq update >&2
      "${download[@]}" >&2
    }
    dpkg --fsys-tarfile texlive-lang-chinese_*.deb | tar -x --wildcards '*/Fandol*.otf'
    for file in "${files[@]}"; do
      find . -name "$file" -exec cp {} "$directory/" \;
    done
  )
}

aliases() {
  local prefer=$1 name
  shift
  for name in "$@"; do
    printf '  <alias binding="same"><family>%s</family><prefer><family>%s</family></prefer></alias>\n' "$name" "$prefer"
  done
}

# Fandol's bold faces do not say that they are bold, so that either could be taken for the regular one: say it for them.
# 小标宋, which is never asked for as bold, is about as heavy as FandolSong's bold face. The user's own fonts are left out on
# purpose: two sets of Fandol would get in each other's way.
configuration() {
  local name
  printf '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
  printf '  <match target="scan"><test name="file" compare="contains"><string>-Bold.otf</string></test>'
  printf '<test name="family" compare="contains"><string>Fandol</string></test>'
  printf '<edit name="weight" mode="assign"><const>bold</const></edit></match>\n'
  for name in "${titling[@]}"; do
    printf '  <match target="pattern"><test name="family"><string>%s</string></test>' "$name"
    printf '<edit name="weight" mode="assign"><const>bold</const></edit></match>\n'
  done
  aliases FandolFang 仿宋_GB2312 仿宋 FangSong_GB2312 FangSong
  aliases FandolKai 楷体_GB2312 楷体 KaiTi_GB2312 KaiTi
  aliases FandolHei 黑体 SimHei
  aliases FandolSong 宋体 SimSun "${titling[@]}"
  printf '  <dir>%s</dir>\n  <dir>/usr/share/fonts</dir>\n  <dir>/usr/local/share/fonts</dir>\n' "$directory"
  printf '  <include ignore_missing="yes">/etc/fonts/conf.d</include>\n'
  printf '  <cachedir>/var/cache/fontconfig</cachedir>\n  <cachedir prefix="xdg">fontconfig</cachedir>\n</fontconfig>\n'
}

if ! have_fonts; then
  unpack_fonts
  have_fonts || {
    echo "install-fonts: the fonts were not found in Debian's texlive-lang-chinese" >&2
    exit 1
  }
fi

file=$directory/fonts.conf
configuration >"$file.tmp-$$"
if cmp -s "$file.tmp-$$" "$file"; then
  rm "$file.tmp-$$"
else
  mv "$file.tmp-$$" "$file"
  # What fontconfig remembers of the folder depends on the configuration it was read with.
  if command -v fc-cache >/dev/null; then FONTCONFIG_FILE=$file fc-cache -f "$directory"; fi
fi
printf '%s\n' "$file"
