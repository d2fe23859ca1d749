/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * completion: what bash needs to complete commands, options and arguments, in
 * a table of the shell before src/cli/completion.bash.
 */
#include <stdio.h>
#include <string.h>

#include "base/embed.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/usage.h"

enum { PLACES_MAX = 8 };

static void names_print(const char *family);
static void command_table_print(const struct command_entry *entry);
static void general_table_print(void);
static void row_print(
    const char *name, const char *ending, const struct buffer *words);

int command_completion(const struct command *command)
{
    (void)command;
    (void)printf("_kenes_table() {\n\tcase $1 in\n");
    names_print("");
    for (int i = 0; i < command_table_count; i++) {
        const char *name = command_table[i].name;
        size_t family = strcspn(name, " ");
        command_table_print(&command_table[i]);
        if (name[family] == ' ' &&
            (i == 0 ||
                strncmp(command_table[i - 1].name, name, family + 1) != 0)) {
            names_print(name);
        }
    }
    general_table_print();
    (void)printf("\tesac\n}\n%s", embed_completion);
    return COMMAND_DONE;
}

/* First words of all commands, or second words of the family that the name
   `family` begins with. */
static void names_print(const char *family)
{
    struct buffer words = BUFFER_EMPTY;
    char name[64] = "commands";
    size_t length = strcspn(family, " ");
    const char *before = "";
    for (int i = 0; i < command_table_count; i++) {
        const char *at = command_table[i].name;
        size_t first = strcspn(at, " ");
        if (length == 0 &&
            (strlen(before) < first || strncmp(before, at, first) != 0)) {
            buffer_add_format(&words, " %.*s", (int)first, at);
        } else if (length > 0 && strncmp(family, at, length + 1) == 0) {
            buffer_add_text(&words, at + length);
        }
        before = at;
    }
    if (length > 0) {
        (void)snprintf(name, sizeof name, "%.*s", (int)length, family);
    }
    row_print(name, "", &words);
    buffer_finish(&words);
}

static void command_table_print(const struct command_entry *entry)
{
    struct buffer words = BUFFER_EMPTY;
    struct options_one one;
    for (int i = 0; options_at(i, &one); i++) {
        if (one.usage == NULL && command_takes(entry, one.name)) {
            buffer_add_format(&words, " %s", one.name);
        }
    }
    row_print(entry->name, ":options", &words);
    for (int place = 0; place < PLACES_MAX && place < entry->most; place++) {
        char ending[16];
        buffer_clear(&words);
        usage_words(entry->usage, place, &words);
        (void)snprintf(ending, sizeof ending, ":%d", place);
        row_print(entry->name, ending, &words);
    }
    buffer_finish(&words);
}

/* The usage of an option: its own, or that of the first command with it. */
static void shape_find(
    const struct options_one *one, struct buffer *shape)
{
    if (one->usage != NULL) {
        buffer_add_text(shape, one->usage);
    }
    for (int i = 0; i < command_table_count && shape->length == 0; i++) {
        (void)usage_option(command_table[i].usage, one->name, shape);
    }
}

/* Values of options, options of every command, options that have a value. */
static void general_table_print(void)
{
    struct buffer everywhere = BUFFER_EMPTY;
    struct buffer valued = BUFFER_EMPTY;
    struct options_one one;
    for (int i = 0; options_at(i, &one); i++) {
        struct buffer shape = BUFFER_EMPTY;
        struct buffer words = BUFFER_EMPTY;
        shape_find(&one, &shape);
        if (one.usage != NULL) {
            buffer_add_format(&everywhere, " %s", one.name);
        }
        if (!one.is_flag) {
            const char *value = strchr(buffer_text(&shape), ' ');
            buffer_add_format(&valued, " %s", one.name);
            usage_words(value == NULL ? "" : value, 0, &words);
            row_print(one.name, "", &words);
        }
        buffer_finish(&words);
        buffer_finish(&shape);
    }
    row_print("--everywhere", "", &everywhere);
    row_print("--valued", "", &valued);
    buffer_finish(&valued);
    buffer_finish(&everywhere);
}

/* Nothing where there are no words: they begin with a blank. */
static void row_print(
    const char *name, const char *ending, const struct buffer *words)
{
    if (words->length > 0) {
        (void)printf("\t'%s%s') echo '%s' ;;\n", name, ending,
            buffer_text(words) + 1);
    }
}
