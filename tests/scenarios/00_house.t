#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: the tree is the house of docs/architecture.md, and the checks that keep
# it do catch what they are there for.
. tests/support/tap.sh
plan 11

ok_run 'every include is allowed by src/layers' tools/check_layers
ok_run 'exported names begin with their header' tools/check_names build/release
ok_run 'files, lines and licences are in order' tools/check_style
ok_run 'every message stands in kk, ru and en' tools/check_messages
ok_run 'so does every word of the law in the glossary' tools/check_glossary

house=$(mktemp -d)
trap 'rm -rf "$house"' EXIT
mkdir -p "$house/src/law" "$house/src/web" "$house/tools" "$house/tests" \
	"$house/po"
printf 'base:\nlaw: base\nweb: base law\n' >"$house/src/layers"
printf '#include "web/web.h"\n' >"$house/src/law/law.c"
not_ok_run 'law may not include web' tools/check_layers "$house"
printf '#include <time.h>\n' >"$house/src/law/law.c"
not_ok_run 'law may not read the clock' tools/check_layers "$house"
printf '#include <cairo.h>\n' >"$house/src/law/law.c"
not_ok_run 'cairo belongs to the press' tools/check_layers "$house"
printf 'law: web\nweb: law\n' >"$house/src/layers"
not_ok_run 'a circle cannot be written' tools/check_layers "$house"
yes '/* SPDX-License-Identifier: AGPL-3.0-or-later */' |
	head -n 601 >"$house/src/law/law.c"
not_ok_run 'a file of 601 lines is too long' tools/check_style "$house"
mkdir "$house/docs" "$house/law"
printf '| `budget` | бюджет | бюджет | budget | means |\n' \
	>"$house/docs/glossary.md"
printf 'word budget; kind thing; kk «бюджет»; ru «бюджет»; en «purse»\n' \
	>"$house/law/words.law"
not_ok_run 'a name that the glossary does not have' tools/check_glossary "$house"
