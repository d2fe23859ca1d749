# shellcheck shell=bash
# What may stand where the cursor is: words of _kenes_table, files or folders.
_kenes() {
	local word=${COMP_WORDS[COMP_CWORD]} command='' place=0 before=''
	local valued item at words plain='' found=()
	valued=" $(_kenes_table --valued) "
	[ "$word" != '=' ] || word=''
	for ((at = 1; at < COMP_CWORD; at++)); do
		item=${COMP_WORDS[at]}
		if [[ $before && $valued == *" $before "* ]]; then
			[ "$item" = '=' ] || before=''
			continue
		fi
		before=''
		if [[ $item == -* ]]; then
			before=$item
		elif [ -z "$command" ]; then
			command=$item
		elif [[ $(_kenes_table "$command") && $command != *' '* ]]; then
			command="$command $item"
		else
			place=$((place + 1))
		fi
	done
	if [[ $before && $valued == *" $before "* ]]; then
		words=$(_kenes_table "$before")
	elif [[ $word == -* ]]; then
		words=$(_kenes_table "$command:options")
		words="$words $(_kenes_table --everywhere)"
	elif [[ -z $command ]]; then
		words=$(_kenes_table commands)
	elif [[ $command != *' '* && $(_kenes_table "$command") ]]; then
		words=$(_kenes_table "$command")
	else
		words=$(_kenes_table "$command:$place")
	fi
	COMPREPLY=()
	for item in $words; do
		case $item in
		DIR) mapfile -t found < <(compgen -d -- "$word") ;;
		FILE) mapfile -t found < <(compgen -f -- "$word") ;;
		*) found=() plain="$plain $item" ;;
		esac
		COMPREPLY+=("${found[@]}")
	done
	mapfile -t found < <(compgen -W "$plain" -- "$word")
	COMPREPLY+=("${found[@]}")
}
complete -o filenames -F _kenes kenes
