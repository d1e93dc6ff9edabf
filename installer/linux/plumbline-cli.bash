# SPDX-License-Identifier: Apache-2.0
# Completion of plumbline-cli for bash.

_plumbline_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local globals="--clinic --user --password-file --json --help --version"
    local commands="init demo patient units score check-treatment report check audit backup restore export import schedule"
    local command="" sub="" word i words=""

    for ((i = 1; i < COMP_CWORD; ++i)); do
        word=${COMP_WORDS[i]}
        case $word in
        --clinic | --user | --password-file) ((++i)) ;;
        -*) ;;
        *) if [ -z "$command" ]; then command=$word; elif [ -z "$sub" ]; then sub=$word; fi ;;
        esac
    done

    case $previous in
    --clinic | --password-file | --out | --to)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return ;;
    --rule) words="cms ama" ;;
    --user | --name | --owner | --patients | --seed | --search | --limit | --patient | --episode | --visit | --date | \
        --condition | --modality | --region | --from | --clinician | --start | --minutes | --type | --repeat | \
        --reason | --days) return ;;
    esac

    if [ -z "$words" ]; then
        case $command in
        '') words="$commands $globals" ;;
        init) words="--name --owner" ;;
        demo) words="--patients --seed" ;;
        patient) [ -n "$sub" ] && words="--search --limit" || words="list show" ;;
        units) words="--rule" ;;
        check-treatment) words="--condition --modality --region" ;;
        report)
            words="--patient --episode --visit --date --out"
            [ -n "$sub" ] || words="evaluation plan daily progress discharge referral hep superbill schedule audit" ;;
        audit) [ -n "$sub" ] || words="verify list" ;;
        backup | restore)
            if [[ $current != -* ]]; then
                compopt -o filenames
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
                return
            fi
            words="--to" ;;
        export) [ -n "$sub" ] && words="--out" || words="fhir csv ical json" ;;
        import)
            if [ -n "$sub" ] && [[ $current != -* ]]; then
                compopt -o filenames
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
                return
            fi
            [ -n "$sub" ] && words="--dry-run" || words="fhir csv" ;;
        schedule)
            case $sub in
            '') words="list book move cancel openings" ;;
            list) words="--from --to --clinician" ;;
            book) words="--patient --clinician --start --minutes --type --repeat" ;;
            move) words="--start" ;;
            cancel) words="--reason" ;;
            openings) words="--minutes --from --days" ;;
            esac ;;
        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _plumbline_cli plumbline-cli
