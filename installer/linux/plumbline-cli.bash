# SPDX-License-Identifier: Apache-2.0
# Completion of plumbline-cli for bash. The tests compare it with --help, command by command.

# The patient form.
_plumbline_cli_patient() {
    echo --family --given --preferred --phone --mobile --email --street --city --state --postal-code --country \
        --emergency-name --emergency-relation --emergency-phone --payer --member-id --occupation --preferences \
        --language --birth-date --visits-authorized --consent-treatment --consent-privacy --consent-messages --sex \
        --unit-rule --demand --precaution --medication --allergy
}

# What may follow a command: its parts, then its options.
_plumbline_cli_words() {
    case $1 in
    '') echo init demo patient episode diagnosis evaluation plan visit import codes units score check-treatment schedule \
        report export check audit backup restore --clinic --user --password-file --json --version ;;
    init) echo --name --owner --full-name --credentials --address --phone --npi --zone ;;
    demo) echo --patients --seed ;;
    patient) echo list show add change authorizations ;;
    'patient list') echo --search --limit ;;
    'patient add') _plumbline_cli_patient && echo --record-number --accept-duplicate ;;
    'patient change') _plumbline_cli_patient && echo --if-version ;;
    episode) echo start list ;;
    'episode start') echo --patient --title --complaint --region --side --onset --onset-approximate --mechanism \
        --diagnosis --referred-by --date ;;
    'episode list') echo --patient ;;
    diagnosis) echo find ;;
    'diagnosis find') echo --date --limit ;;
    evaluation) echo record list sign ;;
    'evaluation record') echo --episode --date --kind --pain-now --pain-best --pain-worst --instrument --motion \
        --odi --history --findings --assessment --sign ;;
    'evaluation list') echo --episode ;;
    'evaluation sign') echo --if-version ;;
    plan) echo establish show sign ;;
    'plan establish') echo --episode --date --goal --intervention --sessions --frequency --weeks --notes --sent --verbal-order \
        --signed-on --signed-by --order-on-file ;;
    'plan show') echo --episode ;;
    'plan sign') echo --if-version ;;
    visit) echo chart show list sign addendum ;;
    'visit chart') echo --episode --start --pain-now --pain-worst --trend --subjective --objective --assessment \
        --plan --row --as-last-time --override-reason --continue --sign ;;
    'visit list') echo --episode ;;
    'visit sign') echo --if-version ;;
    'visit addendum') echo --text --if-version ;;
    import) echo csv codes ;;
    'import csv' | 'import codes') echo --dry-run ;;
    codes) echo list ;;
    units) echo --rule ;;
    check-treatment) echo --condition --modality --region ;;
    schedule) echo list book move cancel openings hours rooms ;;
    'schedule list') echo --from --to --clinician ;;
    'schedule book') echo --patient --clinician --start --minutes --type --repeat --except --outside-hours --beyond-limits --reason ;;
    'schedule move') echo --start --outside-hours --beyond-limits --reason ;;
    'schedule cancel') echo --reason ;;
    'schedule openings') echo --minutes --from --days --each --clinician --kind --resource --between --weekdays --patient ;;
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
        # Options without a value.
        --json | --dry-run | --names | --outside-hours | --beyond-limits | --accept-duplicate | --onset-approximate | --order-on-file | \
            --as-last-time | --continue | --sign | --help | --version) ;;
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
    --trend) mapfile -t COMPREPLY < <(compgen -W "better same worse" -- "$current"); return ;;
    --side) mapfile -t COMPREPLY < <(compgen -W "left right both" -- "$current"); return ;;
    --rule | --unit-rule) mapfile -t COMPREPLY < <(compgen -W "cms ama" -- "$current"); return ;;
    --json | --dry-run | --names | --outside-hours | --beyond-limits | --accept-duplicate | --onset-approximate | --order-on-file | \
        --as-last-time | --continue | --sign | --help | --version) ;;
    -*) COMPREPLY=(); return ;;
    esac
    case $path in
    file | backup | restore | 'import csv' | 'import codes')
        if [[ $current != -* ]]; then
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
        fi ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$(_plumbline_cli_words "$path") --help" -- "$current")
}
complete -F _plumbline_cli plumbline-cli
