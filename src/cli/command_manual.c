/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * manual: the manual's pages, written from the tables that --help is printed
 * from: kenes(1) of all commands, kenes-law(1) of the commands of a family,
 * kenes-init(1) of one.  In each language where man looks for it.
 */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/usage.h"

enum { NAME_MAX_BYTES = 64 };

/* A page being written. */
struct page {
    enum language language;
    const char *family; /* first word of its commands; "" of all */
    struct buffer text;
};

static enum status folder_make(struct arena *arena, const char *dir,
    const char *within, const char **made, struct error *error);
static enum status pages_write(const char *folder, enum language language,
    struct arena *arena, struct error *error);
static void page_build(struct page *page);
static bool is_of(const struct page *page, const struct command_entry *entry);
static bool is_first(int index);

int command_manual(const struct command *command)
{
    static const char *const places[] = {
        [LANGUAGE_KK] = "kk", [LANGUAGE_RU] = "ru", [LANGUAGE_EN] = ""};
    struct arena *arena = arena_create();
    struct error error = {0};
    const char *dir = command->arguments[0];
    const char *made = dir;
    enum status status = file_make_folder(dir, &error);
    for (int i = 0; i < LANGUAGE_COUNT && status == STATUS_OK; i++) {
        made = dir;
        if (places[i][0] != '\0') {
            status = folder_make(arena, dir, places[i], &made, &error);
        }
        if (status == STATUS_OK) {
            status = folder_make(arena, made, "man1", &made, &error);
        }
        if (status == STATUS_OK) {
            status = pages_write(made, (enum language)i, arena, &error);
        }
    }
    arena_destroy(arena);
    return status == STATUS_OK ? COMMAND_DONE
                               : command_fail(command, &error, NULL);
}

static enum status folder_make(struct arena *arena, const char *dir,
    const char *within, const char **made, struct error *error)
{
    *made = arena_format(arena, "%s/%s", dir, within);
    return file_make_folder(*made, error);
}

/* "kenes", "kenes-law". */
static void name_write(const char *family, char name[NAME_MAX_BYTES])
{
    (void)snprintf(name, NAME_MAX_BYTES, "kenes%s%.*s",
        family[0] == '\0' ? "" : "-", (int)strcspn(family, " "), family);
}

static enum status page_write(const char *folder, enum language language,
    const char *family, struct arena *arena, struct error *error)
{
    char name[NAME_MAX_BYTES];
    struct page page = {
        .language = language, .family = family, .text = BUFFER_EMPTY};
    name_write(family, name);
    page_build(&page);
    enum status status = file_write(
        arena_format(arena, "%s/%s.1", folder, name),
        buffer_bytes(&page.text), error);
    buffer_finish(&page.text);
    return status;
}

static enum status pages_write(const char *folder, enum language language,
    struct arena *arena, struct error *error)
{
    enum status status = page_write(folder, language, "", arena, error);
    for (int i = 0; i < command_table_count && status == STATUS_OK; i++) {
        if (is_first(i)) {
            status = page_write(
                folder, language, command_table[i].name, arena, error);
        }
    }
    return status;
}

/* ---- roff --------------------------------------------------------------- */

/* The first `length` bytes, so that no letter is taken for a request. */
static void text_part(struct page *page, const char *text, size_t length)
{
    if (length > 0 && (text[0] == '.' || text[0] == '\'')) {
        buffer_add_text(&page->text, "\\&");
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '-') {
            buffer_add_text(&page->text, "\\-");
        } else if (text[i] == '\\') {
            buffer_add_text(&page->text, "\\e");
        } else {
            buffer_add_char(&page->text, text[i]);
        }
    }
}

/* A line: what follows a macro, or text. */
static void line_add(struct page *page, const char *macro, const char *text)
{
    buffer_add_text(&page->text, macro);
    text_part(page, text, strlen(text));
    buffer_add_char(&page->text, '\n');
}

static void section_add(struct page *page, const char *key)
{
    line_add(page, ".SH ", tongue_text(page->language, key));
}

/* A term in bold, and what it is. */
static void term_add(struct page *page, const char *term, const char *summary)
{
    line_add(page, ".TP\n.B ", term);
    line_add(page, "", tongue_text(page->language, summary));
}

/* ---- a page ------------------------------------------------------------- */

/* Whether the entry is the first of its family. */
static bool is_first(int index)
{
    const char *name = command_table[index].name;
    size_t length = strcspn(name, " ");
    return index == 0 ||
        strncmp(command_table[index - 1].name, name, length) != 0 ||
        strchr(" ", command_table[index - 1].name[length]) == NULL;
}

static bool is_of(const struct page *page, const struct command_entry *entry)
{
    size_t length = strcspn(page->family, " ");
    return length == 0 ||
        (strncmp(page->family, entry->name, length) == 0 &&
            (entry->name[length] == ' ' || entry->name[length] == '\0'));
}

/* What the page is about: of one command its summary. */
static void about_add(struct page *page)
{
    const struct command_entry *only = NULL;
    int count = 0;
    for (int i = 0; i < command_table_count; i++) {
        if (is_of(page, &command_table[i])) {
            only = &command_table[i];
            count++;
        }
    }
    if (count == 1) {
        line_add(page, "", tongue_text(page->language, only->summary));
        return;
    }
    struct message message;
    struct buffer said = BUFFER_EMPTY;
    char family[NAME_MAX_BYTES];
    (void)snprintf(family, sizeof family, "%.*s",
        (int)strcspn(page->family, " "), page->family);
    (void)message_start(
        &message, family[0] == '\0' ? "cli.about" : "cli.manual-family");
    if (family[0] != '\0') {
        (void)message_text(&message, "family", family);
    }
    tongue_say(page->language, &message, NULL, &said);
    line_add(page, "", buffer_text(&said));
    buffer_finish(&said);
}

static void synopsis_add(struct page *page)
{
    const char *separator = "";
    for (int i = 0; i < command_table_count; i++) {
        if (is_of(page, &command_table[i])) {
            buffer_add_text(&page->text, separator);
            line_add(page, ".B kenes ", command_table[i].name);
            if (command_table[i].usage[0] != '\0') {
                line_add(page, "", command_table[i].usage);
            }
            separator = ".br\n";
        }
    }
}

static void commands_add(struct page *page)
{
    for (int i = 0; i < command_table_count; i++) {
        if (is_of(page, &command_table[i])) {
            term_add(
                page, command_table[i].name, command_table[i].summary);
        }
    }
}

/* Options of any of the page's commands, then those of every command. */
static void options_add(struct page *page)
{
    struct options_one one;
    for (int general = 0; general < 2; general++) {
        for (int i = 0; options_at(i, &one); i++) {
            struct buffer shape = BUFFER_EMPTY;
            if (general == 1 && one.usage != NULL) {
                buffer_add_text(&shape, one.usage);
            }
            for (int k = 0; k < command_table_count && general == 0 &&
                 one.usage == NULL && shape.length == 0;
                 k++) {
                if (is_of(page, &command_table[k])) {
                    (void)usage_option(
                        command_table[k].usage, one.name, &shape);
                }
            }
            if (shape.length > 0) {
                term_add(page, buffer_text(&shape), one.summary);
            }
            buffer_finish(&shape);
        }
    }
}

/* kenes(1), or all the others. */
static void others_add(struct page *page)
{
    if (page->family[0] != '\0') {
        buffer_add_text(&page->text, ".BR kenes (1)\n");
        return;
    }
    const char *separator = "";
    for (int i = 0; i < command_table_count; i++) {
        if (is_first(i)) {
            char name[NAME_MAX_BYTES];
            name_write(command_table[i].name, name);
            buffer_add_text(&page->text, separator);
            buffer_add_text(&page->text, ".BR ");
            text_part(page, name, strlen(name));
            buffer_add_text(&page->text, " (1)");
            separator = ",\n";
        }
    }
    buffer_add_char(&page->text, '\n');
}

static void page_build(struct page *page)
{
    char name[NAME_MAX_BYTES];
    name_write(page->family, name);
    buffer_add_text(&page->text, ".TH ");
    text_part(page, name, strlen(name));
    buffer_add_text(&page->text, " 1 \"\" Kenes\n.nh\n.ad l\n");
    section_add(page, "cli.manual-name");
    text_part(page, name, strlen(name));
    buffer_add_text(&page->text, " \\- ");
    about_add(page);
    section_add(page, "cli.manual-synopsis");
    synopsis_add(page);
    section_add(page, "cli.manual-commands");
    commands_add(page);
    section_add(page, "cli.manual-options");
    options_add(page);
    section_add(page, "cli.manual-status");
    line_add(page, "", tongue_text(page->language, "cli.exit-statuses"));
    section_add(page, "cli.manual-also");
    others_add(page);
}
