#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: what a reader or a browser would stumble over in a page's template
# stops the build, with its file and line.
. tests/support/tap.sh
plan 40

tool=${COMPILE_PAGES:-build/release/tools/compile_pages}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cat >"$room/x.kk.po" <<'PO'
msgid ""
msgstr ""
"Language: kk\n"

msgid "greeting"
msgstr "Сәлем, {name}!"

msgid "plain"
msgstr "Жай"

msgid "present"
msgid_plural "present"
msgstr[0] "{count} адам"
msgstr[1] "{count} адам"
PO

compile() {
	"$tool" "$room/pages.h" "$room/x.kk.po" "$room/page.html"
}

# refused DESCRIPTION TEXT TEMPLATE: the build stops, and says TEXT.
refused() {
	printf '%s' "$3" >"$room/page.html"
	exits 1 "$1" compile
	says "… and it says so: $2" "$2"
}

cat >"$room/page.html" <<'HTML'
<p class="{{ class }}">{{ t "greeting" name=who }} {{ number votes }}</p>
{{ if rows }}<ul>{{ for row in rows }}<li><a href="{{ row.where }}">{{ row.name }}</a>
{{ for mark in row.marks }}{{ mark }}{{ end }}</li>{{ end }}</ul>{{ else }}<p>{{ t "plain" }}</p>{{ end }}
{{ if not open }}<br>{{ end }}{{ t "present" count=votes }}
HTML
exits 0 'a good template compiles' compile
tap_output=$(cat "$room/pages.h")
says 'its arguments have the types of their use' \
	'const char *class;' 'const char *who;' 'int64_t votes;' 'bool open;' \
	'const struct pages_page_rows *rows;' 'size_t rows_count;' \
	'struct url where;' 'const char *const *marks;'

refused 'an unknown message' 'no message "nothing"' '{{ t "nothing" }}'
refused 'a message without its argument' '"greeting" needs {name}' '{{ t "greeting" }}'
refused 'an argument that the message has not' '"plain" has no {name}' '{{ t "plain" name=x }}'
refused 'an element left open' '<p> is not closed' '<div><p>a</p></div><p>'
refused 'elements that cross' '</b> ends nothing that is open here' '<b><i>a</b></i>'
refused 'a block left open' 'the block of line 1 is not ended' '{{ if x }}a'
refused 'a block that leaves an element open' 'leaves an element open' '{{ if x }}<p>{{ end }}'
refused 'a block that closes what it did not open' 'ends nothing that is open here' '<p>{{ if x }}</p>{{ end }}'
refused 'an attribute without quotes' 'the value of class needs quotes' '<p class=a>b</p>'
refused 'a value where no escaping helps' 'cannot stand here' '<p {{ x }}>a</p>'
refused 'an address put together' 'href takes one whole address' '<a href="{{ x }}/a">b</a>'
refused 'an address written out' 'an address made by url.h' '<a href="https://example.org/">b</a>'
refused 'a script' '<script> cannot stand in a page' '<script>x</script>'
refused 'a handler of events' 'onclick cannot stand in a page' '<p onclick="x">a</p>'
refused 'a style in place' 'style cannot stand in a page' '<p style="x">a</p>'
refused 'a value used in two ways' 'x is used in two ways' '{{ x }}{{ number x }}'
refused 'a second h1' '<h1> is the title' '<h1>a</h1>'
refused 'a word that is none' 'is not understood' '{{ say it now please }}'
refused 'the line is named' 'page.html:3:' 'a
b
{{ t "nothing" }}'
