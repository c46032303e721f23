# bash completion. Written by npm run man from the option table in src/cli/options; changes here are lost.
_keepalived_conf() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' words='' word
  COMPREPLY=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
    check|fmt|json|conf|expand|conf2json|diff|apply|rollback|facts|explain) command=$word; break ;;
    -t|-tf|--config-test) command=check; break ;;
    esac
  done
  case $command:$prev in
    check:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    check:--config-id|check:-i) compopt +o default 2>/dev/null; return ;;
    check:--facts) return ;;
    check:--format) COMPREPLY=($(compgen -W 'pretty concise json sarif github junit' -- "$cur")); return ;;
    check:--fail-on) COMPREPLY=($(compgen -W 'error warning info' -- "$cur")); return ;;
    check:--color) COMPREPLY=($(compgen -W 'auto always never' -- "$cur")); return ;;
    check:--max-findings) compopt +o default 2>/dev/null; return ;;
    check:--use-file|check:-f) return ;;
    fmt:--indent) compopt +o default 2>/dev/null; return ;;
    fmt:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    json:--form) COMPREPLY=($(compgen -W 'model tree conf2json' -- "$cur")); return ;;
    json:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    json:--config-id|json:-i) compopt +o default 2>/dev/null; return ;;
    json:--indent) compopt +o default 2>/dev/null; return ;;
    conf:--form) COMPREPLY=($(compgen -W 'auto model tree conf2json' -- "$cur")); return ;;
    conf:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    conf:--indent) compopt +o default 2>/dev/null; return ;;
    conf:--eol) COMPREPLY=($(compgen -W 'lf crlf' -- "$cur")); return ;;
    expand:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    expand:--config-id|expand:-i) compopt +o default 2>/dev/null; return ;;
    conf2json:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    conf2json:--config-id|conf2json:-i) compopt +o default 2>/dev/null; return ;;
    diff:--map-vip) return ;;
    diff:--ignore) compopt +o default 2>/dev/null; return ;;
    diff:--only) compopt +o default 2>/dev/null; return ;;
    diff:--format) COMPREPLY=($(compgen -W 'text json' -- "$cur")); return ;;
    diff:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    diff:--config-id|diff:-i) compopt +o default 2>/dev/null; return ;;
    apply:--to) compopt +o default 2>/dev/null; return ;;
    apply:--pid-file) return ;;
    apply:--backup-dir) return ;;
    apply:--keep) compopt +o default 2>/dev/null; return ;;
    apply:--verify-command) compopt +o default 2>/dev/null; return ;;
    apply:--facts) return ;;
    apply:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    apply:--config-id|apply:-i) compopt +o default 2>/dev/null; return ;;
    rollback:--to) compopt +o default 2>/dev/null; return ;;
    rollback:--pid-file) return ;;
    rollback:--backup-dir) return ;;
    rollback:--keep) compopt +o default 2>/dev/null; return ;;
    rollback:--verify-command) compopt +o default 2>/dev/null; return ;;
    rollback:--facts) return ;;
    rollback:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    rollback:--config-id|rollback:-i) compopt +o default 2>/dev/null; return ;;
    facts:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    facts:--config-id|facts:-i) compopt +o default 2>/dev/null; return ;;
    facts:--indent) compopt +o default 2>/dev/null; return ;;
  esac
  case $command in
    check) words='--for --config-id -i --all-config -e --host --facts --format --fail-on --quiet -q --color --max-findings --fix --diff --config-test -t --use-file -f --help -h --version -v' ;;
    fmt) words='--check --write --indent --for --help -h --version -v' ;;
    json) words='--form --resolved --redact --for --config-id -i --indent --help -h --version -v' ;;
    conf) words='--form --for --indent --eol --help -h --version -v' ;;
    expand) words='--origins --for --config-id -i --help -h --version -v' ;;
    conf2json) words='--for --config-id -i --redact --expand-groups --check --help -h --version -v' ;;
    diff) words='--map-vip --ignore --only --expand-groups --format --for --config-id -i --help -h --version -v' ;;
    apply) words='--to --plan --pid-file --no-signal --backup-dir --keep --verify-command --host --facts --for --config-id -i --all-config -e --help -h --version -v' ;;
    rollback) words='--to --plan --force --pid-file --no-signal --backup-dir --keep --verify-command --host --facts --for --config-id -i --all-config -e --help -h --version -v' ;;
    facts) words='--for --config-id -i --indent --help -h --version -v' ;;
    explain) words='--help -h --version -v' ;;
    '') words='check fmt json conf expand conf2json diff apply rollback facts explain -t --help -h --version -v' ;;
  esac
  if [[ $cur == -* || -z $command ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); fi
}
complete -o filenames -o default -F _keepalived_conf keepalived-conf

_conf2json() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=conf2json words='' word
  COMPREPLY=()
  case $command:$prev in
    conf2json:--for) COMPREPLY=($(compgen -W 'auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3' -- "$cur")); return ;;
    conf2json:--config-id|conf2json:-i) compopt +o default 2>/dev/null; return ;;
  esac
  case $command in
    conf2json) words='--for --config-id -i --redact --expand-groups --check --help -h --version -v' ;;
  esac
  if [[ $cur == -* || -z $command ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); fi
}
complete -o filenames -o default -F _conf2json conf2json
