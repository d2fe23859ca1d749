#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: whoever sits at a terminal reads the manual in the own language and
# lets bash complete what is typed; an installation brings both.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 33
at 2026-11-25

# ---- the manual ------------------------------------------------------------------

exits 0 'the manual is written' k manual "$room/man"
for command in kenes-law kenes-record kenes-doctor kenes-manual kenes; do
	for place in . kk ru; do
		[ -s "$room/man/$place/man1/$command.1" ] || echo "# $place $command"
	done
done >"$room/lacking"
! [ -s "$room/lacking" ]
ok 'a page for each command in each language' $? "$room/lacking"
# plain FILE: as a reader sees it.
plain() {
	groff -man -Tutf8 -Kutf8 -P-cbou -rLL=200n -ww "$1"
}
for page in "$room"/man/man1/*.1 "$room"/man/*/man1/*.1; do
	plain "$page" 2>&1 >/dev/null
done >"$room/warnings"
! [ -s "$room/warnings" ]
ok 'groff warns of nothing' $? "$room/warnings"
exits 0 'a family' plain "$room/man/man1/kenes-law.1"
says 'has its commands' 'kenes-law - the commands that begin with' \
	'kenes law ask DATE ' '--level L' 'the level that is asked about' \
	'--lang kk|ru|en' '0 done, 1 refused by law' 'kenes(1)'
exits 0 'in Kazakh' plain "$room/man/kk/man1/kenes-doctor.1"
says 'the headings too' АТАУЫ ҚОЛДАНЫЛУЫ 'kenes doctor [DIR]' ПАРАМЕТРЛЕР
exits 0 'in Russian' plain "$room/man/ru/man1/kenes.1"
says 'with all that there is' 'kenes init DIR' 'kenes-init(1)' ОБЗОР
k doctor --help | sed -n 's/^\(--[a-z]*\).*/\1/p' |
	while read -r option; do
		plain "$room/man/man1/kenes-doctor.1" | grep -q -e " $option" ||
			echo "$option"
	done >"$room/lacking"
! [ -s "$room/lacking" ]
ok 'and no option of --help is lacking' $? "$room/lacking"
exits 3 'where nothing can be written' k manual "$clock/man"

# ---- completion ------------------------------------------------------------------

exits 0 'the completion is printed' k completion
printf '%s\n' "$tap_output" >"$room/completion"
exits 0 'and bash reads it' bash -n "$room/completion"
cat >"$room/rc" <<-RC
	. '$room/completion'
	kenes() { printf '<%s>' "\$@"; }
	cd '$room'
RC
mkdir -p "$room/a village" "$room/places"
touch "$room/act.json"
# typed DESCRIPTION KEYS RESULT: the keys in an interactive bash, \t is Tab.
typed() {
	printf "$2\n" | script -qec "bash --rcfile '$room/rc' -i" /dev/null \
		>"$room/typed" 2>&1
	grep -qF -e "$3" "$room/typed"
	ok "$1" $? "$room/typed"
}
typed 'a command' 'kenes docto\t' '<doctor>'
typed 'a family' 'kenes reco\tver\tplac\t' '<record><verify><places/>'
typed 'a command of a family' 'kenes law ackn\t' '<law><acknowledge>'
typed 'an option' 'kenes serve --lis\t' '<serve><--listen>'
typed 'an option of every command' 'kenes doctor --la\tng ru' '<doctor>'
typed 'no option of another' 'kenes rebuild --lis\tx' '<rebuild><--lisx>'
typed 'a value' 'kenes document places 1 notice --format ht\t' \
	'<--format><html>'
typed 'a language after =' 'kenes --lang=k\t' '<--lang=kk>'
typed 'a folder' 'kenes doctor pl\t' '<doctor><places/>'
typed 'one with a blank' 'kenes doctor a\t' '<doctor><a village/>'
typed 'a folder after an option' 'kenes law check --law pla\t' \
	'<--law><places/>'
typed 'a file' 'kenes submit places ac\t' '<submit><places><act.json>'
typed 'a word of the command' 'kenes import places mem\t' '<members>'
typed 'of its other form' 'kenes import places te\t' '<text>'
typed 'after options elsewhere' 'kenes --lang ru show places si\t' '<sitting'

# ---- an installation -------------------------------------------------------------

bin=$(dirname "$kenes")
exits 0 'it is installed' make -s install OUT="$bin" DESTDIR="$room/root" \
	PREFIX=/usr
exits 0 'the program finds its law' "$room/root/usr/bin/kenes" law ask \
	2019-01-01 'X agrees: local-budget' --lang en
[ -s "$room/root/usr/share/man/kk/man1/kenes-law.1" ]
ok 'the manual is there' $?
cmp -s "$room/completion" \
	"$room/root/usr/share/bash-completion/completions/kenes"
ok 'the completion too' $?
find law -name '*.law' | sed "s,^,$room/root/usr/share/kenes/," |
	xargs ls >/dev/null 2>"$room/lacking"
! [ -s "$room/lacking" ]
ok 'and all of the law' $? "$room/lacking"
