# SPDX-License-Identifier: Apache-2.0
# Completion of plumbline-cli for bash. The tests compare it with --help, command by command.

# What may follow a command: its parts, then its options.
_plumbline_cli_words() {
    case $1 in
    '') echo init demo patient import units score check-treatment schedule report export check audit backup restore \
        --clinic --user --password-file --json --version ;;
    init) echo --name --owner --full-name --credentials --address --phone --npi --zone ;;
    demo) echo --patients --seed ;;
    patient) echo list show authorizations ;;
    'patient list') echo --search --limit ;;
    import) echo csv ;;
    'import csv') echo --dry-run ;;
    units) echo --rule ;;
    check-treatment) echo --condition --modality --region ;;
    schedule) echo list book move cancel openings hours rooms ;;
    'schedule list') echo --from --to --clinician ;;
    'schedule book') echo --patient --clinician --start --minutes --type --repeat --except --outside-hours --beyond-limits --reason ;;
    'schedule move') echo --start --outside-hours --beyond-limits --reason ;;
    'schedule cancel') echo --reason ;;
    'schedule openings') echo --minutes --from --days --clinician ;;
    report) echo progress schedule routing coming reminders ;;
    'report schedule') echo --date --clinician --out ;;
    'report routing') echo --appointment --out ;;
    'report coming') echo --patient --out ;;
    'report reminders') echo --from --to --clinician --out ;;
    export) echo ical reminders ;;
    'export ical') echo --patient --clinician --from --to --names --out ;;
    'export reminders') echo --from --to --clinician --out ;;
    'report progress') echo --patient --episode --date --out ;;
    audit) echo verify list ;;
    'audit list') echo --limit ;;
    restore) echo --to ;;
    esac
}

_plumbline_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local path="" parts i

    for ((i = 1; i < COMP_CWORD; ++i)); do
        case ${COMP_WORDS[i]} in
        --json | --dry-run | --names | --outside-hours | --beyond-limits | --help | --version) ;;
        -*) ((++i)) ;;
        *)
            # Only words that name a command lengthen the path; values do not.
            parts=" $(_plumbline_cli_words "$path") "
            [[ $parts == *" ${COMP_WORDS[i]} "* ]] && path="${path:+$path }${COMP_WORDS[i]}" ;;
        esac
    done

    case $previous in
    --clinic | --password-file | --out) path=file ;;
    --to) if [[ $path == restore ]]; then path=file; else COMPREPLY=(); return; fi ;;
    --type) mapfile -t COMPREPLY < <(compgen -W "evaluation treatment re-evaluation group" -- "$current"); return ;;
    --rule) mapfile -t COMPREPLY < <(compgen -W "cms ama" -- "$current"); return ;;
    --json | --dry-run | --names | --outside-hours | --beyond-limits | --help | --version) ;;
    -*) COMPREPLY=(); return ;;
    esac
    case $path in
    file | backup | restore | 'import csv')
        if [[ $current != -* ]]; then
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
        fi ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$(_plumbline_cli_words "$path") --help" -- "$current")
}
complete -F _plumbline_cli plumbline-cli
