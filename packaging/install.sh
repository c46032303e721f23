#!/bin/sh
# Puts the programs, manual pages and completions in their places: sh install.sh [PREFIX], PREFIX being /usr/local when it is left out.
# With DESTDIR set, below that directory, as packages are made.
set -eu
from=$(dirname "$0")
to="${DESTDIR:-}${1:-/usr/local}"

put() {
  mkdir -p "$(dirname "$to/$3")"
  install -p -m "$1" "$from/$2" "$to/$3"
}

put 755 keepalived-conf bin/keepalived-conf
if [ -e "$from/conf2json" ]; then
  put 755 conf2json bin/conf2json
else
  # One executable holds both programs and goes by the name that it is called by.
  ln -sf keepalived-conf "$to/bin/conf2json"
fi
put 644 man/keepalived-conf.1 share/man/man1/keepalived-conf.1
put 644 man/conf2json.1 share/man/man1/conf2json.1
put 644 completions/keepalived-conf.bash share/bash-completion/completions/keepalived-conf
ln -sf keepalived-conf "$to/share/bash-completion/completions/conf2json"
put 644 completions/keepalived-conf.zsh share/zsh/site-functions/_keepalived-conf
put 644 completions/keepalived-conf.fish share/fish/vendor_completions.d/keepalived-conf.fish
ln -sf keepalived-conf.fish "$to/share/fish/vendor_completions.d/conf2json.fish"
