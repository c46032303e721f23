#compdef keepalived-conf conf2json
# Written by npm run man from the option table in src/cli/options; changes here are lost.

if [[ $service == conf2json ]]; then
  _arguments -s -S \
    '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
    '(--config-id -i)--config-id=[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
    '(--config-id -i)-i+[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
    '--redact[Mask passwords and keys.]' \
    '--expand-groups[Write one virtual server an address of its group.]' \
    '--check[Exit with 1 when there are findings of severity error.]' \
    '(--help -h)--help[Show this help.]' \
    '(--help -h)-h[Show this help.]' \
    '(--version -v)--version[Show the version.]' \
    '(--version -v)-v[Show the version.]' \
    '*:file:_files'
  return
fi

local curcontext=$curcontext state line
_arguments -C \
  '(-t --config-test)'{-t,--config-test}'[Check as keepalived -t]' \
  '1:command:((check\:"Check configurations, with the files they include." fmt\:"Lay files out in one way margins, blanks, line ends and where braces stand. Nothing else changes." json\:"Print a configuration as JSON." conf\:"Print the configuration that a JSON document says." expand\:"Print the effective configuration includes, definitions, conditions and sequences followed." conf2json\:"Print configurations as one JSON document in the shape of the original conf2json." diff\:"Say what differs between two configurations by meaning services, servers, instances, addresses, settings." apply\:"Check a configuration as if it stood at the place of another one; if it has no errors, put it there and let keepalived read it." rollback\:"Put the newest copy of a file that differs from it back, as `apply` would. The file it replaces becomes the newest copy." facts\:"Print what is to be known of this machine, and of the files that configurations name, as JSON for `check --facts`." explain\:"Say what the code of a finding means; without a code, list all codes."))' \
  '*::argument:->argument' && return

case $line[1] in
  check)
    _arguments -s -S \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '(--config-id -i)--config-id=[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--config-id -i)-i+[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--all-config -e)--all-config[Every include must find all its files, as keepalived -e wants it.]' \
      '(--all-config -e)-e[Every include must find all its files, as keepalived -e wants it.]' \
      '--host[Check against this machine\: its interfaces, accounts, and the files that are named.]' \
      '--facts=[Check against the machine that FILE describes, as `keepalived-conf facts` prints it.]:FILE:_files' \
      '--format=[How findings are written\: with their source lines, one a line, as one JSON object, as a SARIF 2.1.0 log, as workflow commands of GitHub Actions, or as JUnit XML.]:FORMAT:(pretty concise json sarif github junit)' \
      '--fail-on=[The least severity that makes the exit status 1.]:SEVERITY:(error warning info)' \
      '(--quiet -q)--quiet[Show only findings at or above --fail-on, and no summary.]' \
      '(--quiet -q)-q[Show only findings at or above --fail-on, and no summary.]' \
      '--color=[Use colors. `auto`\: on a terminal, unless NO_COLOR is set; FORCE_COLOR overrides both.]:WHEN:(auto always never)' \
      '--max-findings=[Most findings that are shown.]:N: ' \
      '--fix[Make the safe fixes, in included files too, and check what they leave.]' \
      '--diff[Show the safe fixes as a unified diff, with passwords masked, and change nothing.]' \
      '(--config-test -t)--config-test[As keepalived -t. Files that no word decides are then read as lvs-1.2.2.]' \
      '(--config-test -t)-t[As keepalived -t. Files that no word decides are then read as lvs-1.2.2.]' \
      '*--use-file=[A file to check, as keepalived -f.]:FILE:_files' \
      '*-f+[A file to check, as keepalived -f.]:FILE:_files' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  fmt)
    _arguments -s -S \
      '--check[Print what would change as a unified diff, with passwords masked; the exit status says whether anything would.]' \
      '--write[Replace the files that change, each in one step; mode and owner stay.]' \
      '--indent=[Blanks a level, or `tab`.]:N: ' \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  json)
    _arguments -s -S \
      '--form=[Typed settings, the syntax tree, or the shape of the original conf2json.]:FORM:(model tree conf2json)' \
      '--resolved[Print the effective configuration\: includes, definitions, conditions and sequences followed.]' \
      '--redact[Mask passwords and keys.]' \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '(--config-id -i)--config-id=[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--config-id -i)-i+[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '--indent=[Blanks a level, at most 10; 0 for one line. The layout of conf2json is fixed.]:N: ' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  conf)
    _arguments -s -S \
      '--form=[The form of the JSON, as the option of `json`; `auto` looks at its shape.]:FORM:(auto model tree conf2json)' \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '--indent=[Blanks a level, at most 10.]:N: ' \
      '--eol=[How lines end.]:EOL:(lf crlf)' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  expand)
    _arguments -s -S \
      '--origins[Add a comment to each line that says where it is written and where its definition is.]' \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '(--config-id -i)--config-id=[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--config-id -i)-i+[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  conf2json)
    _arguments -s -S \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '(--config-id -i)--config-id=[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--config-id -i)-i+[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '--redact[Mask passwords and keys.]' \
      '--expand-groups[Write one virtual server an address of its group.]' \
      '--check[Exit with 1 when there are findings of severity error.]' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  diff)
    _arguments -s -S \
      '--map-vip=[A file of old and new addresses of services\: columns 2 and 3, or 1 and 2 where there are two. A service of OLD that it lacks is a difference.]:CSV:_files' \
      '*--ignore=[Leave a keyword out, wherever it stands; several by commas or by several options.]:KEYWORD: ' \
      '*--only=[Compare blocks of this keyword of the top level only, with the groups that they name.]:BLOCK: ' \
      '--expand-groups[Compare services by group as one service an address, in the shape of conf2json.]' \
      '--format=[How differences are written\: one a paragraph, or as one JSON object.]:FORMAT:(text json)' \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '(--config-id -i)--config-id=[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--config-id -i)-i+[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  apply)
    _arguments -s -S \
      '--to=[The file that keepalived reads.]:LIVE: ' \
      '--plan[Show what would change, and change nothing.]' \
      '--pid-file=[Where the daemon keeps its process id; it gets a HUP when the file has been replaced.]:FILE:_files' \
      '--no-signal[Replace the file and signal nobody.]' \
      '--backup-dir=[Where copies LIVE.~N~ of the old file are kept; beside it without this.]:DIR:_files' \
      '--keep=[Most copies that are kept.]:N: ' \
      '--verify-command=[A second judge, such as `keepalived -t -f {}`\: run without a shell, {} being the new file beside LIVE; another exit status than 0 refuses.]:COMMAND: ' \
      '--host[Check against this machine\: its interfaces, accounts, and the files that are named.]' \
      '--facts=[Check against the machine that FILE describes, as `keepalived-conf facts` prints it.]:FILE:_files' \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '(--config-id -i)--config-id=[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--config-id -i)-i+[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--all-config -e)--all-config[Every include must find all its files, as keepalived -e wants it.]' \
      '(--all-config -e)-e[Every include must find all its files, as keepalived -e wants it.]' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  rollback)
    _arguments -s -S \
      '--to=[The file that keepalived reads.]:LIVE: ' \
      '--plan[Show what would change, and change nothing.]' \
      '--force[In spite of errors\: it may have been in force with them before.]' \
      '--pid-file=[Where the daemon keeps its process id; it gets a HUP when the file has been replaced.]:FILE:_files' \
      '--no-signal[Replace the file and signal nobody.]' \
      '--backup-dir=[Where copies LIVE.~N~ of the old file are kept; beside it without this.]:DIR:_files' \
      '--keep=[Most copies that are kept.]:N: ' \
      '--verify-command=[A second judge, such as `keepalived -t -f {}`\: run without a shell, {} being the new file beside LIVE; another exit status than 0 refuses.]:COMMAND: ' \
      '--host[Check against this machine\: its interfaces, accounts, and the files that are named.]' \
      '--facts=[Check against the machine that FILE describes, as `keepalived-conf facts` prints it.]:FILE:_files' \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '(--config-id -i)--config-id=[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--config-id -i)-i+[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--all-config -e)--all-config[Every include must find all its files, as keepalived -e wants it.]' \
      '(--all-config -e)-e[Every include must find all its files, as keepalived -e wants it.]' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  facts)
    _arguments -s -S \
      '--for=[The reader to check for\: auto, keepalived-2.4.3 (or any version from 1.2.2 to 2.4.3, with or without the name), dpvs-1.9 (or any version from dpvs-1.5.1 to dpvs-1.9.8), lvs-1.2.2.]:TARGET:(auto lvs-1.2.2 dpvs-1.9 keepalived-2.4.3)' \
      '(--config-id -i)--config-id=[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '(--config-id -i)-i+[The id that lines beginning with @ID are compared with. Without it keepalived takes the name of the host.]:ID: ' \
      '--indent=[Blanks a level, at most 10; 0 for one line. The layout of conf2json is fixed.]:N: ' \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:file:_files'
    ;;
  explain)
    _arguments -s -S \
      '(--help -h)--help[Show this help.]' \
      '(--help -h)-h[Show this help.]' \
      '(--version -v)--version[Show the version.]' \
      '(--version -v)-v[Show the version.]' \
      '*:CODE: '
    ;;
esac
