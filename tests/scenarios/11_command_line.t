#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a person and a script find their way at the command line: help from
# the table of commands, what was probably meant, exit statuses, languages,
# results apart from messages.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 48
at 2026-11-02 09:00

# in LANGUAGE WORD…: by the environment alone.
in_language() {
	language=$1
	shift
	LC_ALL=$language "$kenes" "$@"
}

exits 0 'help' k --help
says 'lists every command' 'kenes init DIR' 'kenes law ask DATE' \
	'kenes record verify DIR' '--now INSTANT' 'Exit status'
exits 0 'help of a family' k law --help
says 'lists the family' 'kenes law fmt FILE'
case $tap_output in *'kenes serve'*) false ;; *) true ;; esac
ok 'and no more' $?
exits 0 'help of a command' k submit --help
says 'says how it is called' 'kenes submit DIR ACT.json' '--dry-run' \
	'Exit status'
exits 2 'no command' k
[ -z "$tap_output" ]
ok 'says nothing on stdout' $?
exits 2 'an unknown command' k sumbit x
says 'names the nearest' 'Perhaps submit?'
exits 2 'half a command' k record verfy x
says 'names the whole' 'Perhaps record verify?'
exits 2 'an unknown option' k law check --levle x
says 'names the nearest' 'Perhaps --level?'
exits 2 'an option of another command' k show "$dir" --dry-run
says 'says how this one is called' 'kenes show DIR'
exits 2 'an option without its value' "$kenes" law check --law
exits 2 'a value for a flag' k law check --json=yes
exits 2 'too few words' k law ask 2019-01-01
exits 2 'too many' k law fmt a b
exits 2 'an instant that is none' "$kenes" law check --now yesterday
exits 2 'a language that is none' "$kenes" law check --lang de
exits 0 'options before the command' "$kenes" --lang=en law check
says 'count' 'The law has no faults'
exits 0 'the language of the environment' in_language ru_RU.UTF-8 law check
says 'is used' 'Ошибок в законе нет'
exits 0 'any other' in_language C law check
says 'is Kazakh' 'Заңда қате жоқ'

exits 3 'a clock that cannot be read' \
	"$kenes" init "$dir" --community 116645000 --now "@$room/none"
exits 3 'a corpus that is not there' k law check --law "$room/none"
exits 3 'a community that is not there' k show "$room/none"
exits 2 'no place given' k init "$dir"
settle 116645000
exits 0 'the place and its officials' k show "$dir"
says 'in words' 'Qoyandy village, KATO 116645000' 'rural akim: Мысалов Ерлан'
exits 2 'nothing to be shown' k show "$dir" sitings
says 'what was meant' 'Perhaps sittings?'
exits 2 'a number that is none' k show "$dir" sitting one
exits 3 'a sitting that is not there' k show "$dir" sitting 1
exits 2 'a paper that is none' k document "$dir" 1 notise
says 'what was meant' 'Perhaps notice?'
exits 2 'a decision of no item' k document "$dir" 1 decision
exits 2 'an account for nobody' k account "$dir" x
exits 2 'an office that is none' k account "$dir" x --offices rural-akym
exits 3 'a resident that is none' k account "$dir" x --resident 1
exits 0 'an account for two offices' \
	k account "$dir" x --offices clerk,rural-akim
case $tap_output in 'x '?????-?????-?????-?????-?????) true ;; *) false ;; esac
ok 'its password is the result' $?
exits 3 'the same name again' k account "$dir" x --offices clerk
