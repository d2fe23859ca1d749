#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a clerk asks whether all is well, and is told what is wrong and what
# to do about it; nothing is changed.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 56
at 2026-11-25

# doctor [OPTION…]: of the village; port 0 is always free.
doctor() {
	k doctor "$dir" --listen 127.0.0.1:0 "$@"
}
# lacks DESCRIPTION TEXT: the last output has it nowhere.
lacks() {
	case $tap_output in *"$2"*) false ;; *) true ;; esac
	ok "$1" $?
}

exits 0 'the installation alone' k doctor --listen 127.0.0.1:0
says 'has a law and fonts' 'ok         Law: no faults' 'ok         Fonts'
exits 2 'a wrong address is no question' k doctor --listen nowhere
exits 1 'a community that is not there' k doctor "$room/none"
says 'and what makes one' 'BROKEN     Folder: there is no folder' \
	'“kenes init” makes'
lacks 'and nothing else is said of it' 'Store'
settle 116645000
exits 0 'a community that is well' doctor
says 'in every respect' "ok         Folder: $dir" 'ok         Law' \
	'ok         Fonts' 'ok         Address of the site' 'ok         Permissions' \
	'ok         Disk' 'ok         Store' 'ok         Record' \
	'ok         Derived tables' 'ok         Pinned law' 'ok         Clock'
exits 0 'as JSON' doctor --json
says 'by name' '"check": "permissions"' '"check": "clock"' '"state": "ok"'
lacks 'nothing is broken' '"broken"'
find "$dir" -type f | LC_ALL=C sort | xargs sha256sum >"$room/before"
exits 0 'asked again' doctor
find "$dir" -type f | LC_ALL=C sort | xargs sha256sum |
	cmp -s - "$room/before"
ok 'it changed nothing' $?

# ---- the machine -----------------------------------------------------------------

at 2026-11-24
exits 1 'a clock that was set back' doctor
says 'is told with both days' \
	'BROKEN     Clock: it shows 24 November 2026' '25 November 2026' battery
at 2027-11-26
exits 0 'a year and a day without an act' doctor
says 'are well' 'ok         Clock'
at 2027-11-27
exits 0 'one more' doctor
says 'is to be looked at' 'attention  Clock: it shows 27 November 2027'
at 2026-11-25
chmod o+r "$dir/kenes.db"
exits 1 'a store for everybody' doctor
says 'is told with the mend' "kenes.db can be read" 'chmod -R go-rwx'
chmod -R go-rwx "$dir"
exits 0 'which mends it' doctor
chmod o+rx "$dir"
exits 1 'a folder for everybody' doctor
says 'is told too' "BROKEN     Permissions: $dir can be read"
chmod o-rx "$dir"

# fontless COMMAND…: where fontconfig finds no font.
fontless() {
	printf '<fontconfig><dir>%s/none</dir><cachedir>%s/cache</cachedir></fontconfig>' \
		"$room" "$room" >"$room/fonts.conf"
	FONTCONFIG_FILE=$room/fonts.conf "$@"
}
exits 0 'a machine without fonts' fontless doctor
says 'cannot print' 'attention  Fonts:' 'fonts-liberation2'

size=$(stat -c %s "$dir/kenes.db")
truncate -s 2T "$dir/kenes.db"
exits 0 'a store larger than what is free' doctor --json
says 'asks for room' '"check": "disk"' '"state": "attention"' 'Make room'
truncate -s "$size" "$dir/kenes.db"

must serving serve "$dir"
address=$(url | sed 's,^http://,,')
exits 0 'while the site is open' k doctor "$dir" --listen "$address"
says 'its address is taken' "attention  Address of the site: a program" \
	'If it is the site itself, all is well'
says 'and the rest is well' 'ok         Store' 'ok         Derived tables'
must stopped
exits 0 'once it is closed' k doctor "$dir" --listen "$address"
says 'the address is free' "ok         Address of the site: $address is free"
exits 1 'an address of another machine' k doctor --listen 192.0.2.1:8080
says 'cannot be served' 'BROKEN     Address of the site' 'another with --listen'

# ---- the law ---------------------------------------------------------------------

must act rural-akim '{"act": "open", "actor": "rural-akim",
	"procedure": "gathering"}'
echo '# an amendment' >>"$dir/law/levels.law"
exits 0 'the law was changed while something is open' doctor
says 'which keeps its own' 'attention  Pinned law: open proceedings: 1' \
	'they keep the law'
echo 'nonsense' >>"$dir/law/levels.law"
exits 1 'a fault in the law' doctor
says 'has its place' 'BROKEN     Law: law/levels.law, line '
exits 0 'another law' doctor --law law
says 'is well, and the very one that is pinned' 'ok         Law' \
	'ok         Pinned law'
cp law/levels.law "$dir/law/levels.law"

# ---- the store -------------------------------------------------------------------

cp "$dir/kenes.db" "$room/whole.db"
sqlite3 "$dir/kenes.db" "UPDATE sittings SET phase = 'closed'"
exits 1 'a table that tells another story' doctor
says 'is found, and the record is not' 'BROKEN     Derived tables' \
	'ok         Record' '“kenes rebuild”'
must k rebuild "$dir"
exits 0 'the cure cures it' doctor

sqlite3 "$dir/kenes.db" 'DROP TRIGGER events_keep;
	UPDATE events SET bytes = CAST(bytes || " " AS BLOB) WHERE number = 2'
exits 1 'an altered event' doctor --json
says 'is named' '"check": "record"' '"state": "broken"'
lang=kk
exits 1 'and in Kazakh' doctor
says 'with the cure' 'БҰЗЫҚ  Жазба' 'Сайтты жабыңыз'
lacks 'and no table that is made of it' 'Туынды кестелер'
lang=en

damage() {
	cp "$room/whole.db" "$dir/kenes.db"
	"$@"
	rm -f "$dir/kenes.db-wal" "$dir/kenes.db-shm"
}
damage dd if=/dev/urandom of="$dir/kenes.db" bs=4096 seek=3 count=6 \
	conv=notrunc status=none
exits 1 'a disk that lost some pages' doctor
says 'is told, and nothing past it is asked' 'BROKEN     Store:' \
	'bring back the latest copy'
lacks 'nothing' 'Record:'
damage sqlite3 "$dir/kenes.db" 'PRAGMA user_version = 9'
exits 1 'a store of another version' doctor
says 'is told' 'BROKEN     Store: The store is of another version'
printf 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' >"$dir/kenes.db"
lang=ru
exits 1 'a store that is none' doctor
says 'is told in Russian' 'НЕИСПРАВНО  Хранилище' 'Закройте сайт'
