/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Compiles message catalogues into one C table.
 *
 *     compile_messages po/base.kk.po po/base.ru.po po/base.en.po … >messages.c
 *
 * A file's language is what stands before ".po".  A msgid is a key.  What a
 * reader would stumble over fails the build, with its file and line: a key
 * that a language lacks, an untranslated or fuzzy one, a key that stands
 * twice, arguments that differ between languages, a wrong count of plurals.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LANGUAGES = 3, FORMS_MAX = 3, LINE_MAX_BYTES = 65536 };

static const char *const tags[LANGUAGES] = {"kk", "ru", "en"};
static const int forms_of[LANGUAGES] = {2, 3, 2};

struct entry {
    const char *file;
    int line;
    char *id;
    char *plural;           /* msgid_plural or NULL */
    char *forms[FORMS_MAX]; /* NULL where not given */
    bool is_fuzzy;
};

struct catalogue {
    struct entry *entries;
    size_t count;
    size_t capacity;
};

static struct catalogue catalogues[LANGUAGES];
static int faults;

static void fault(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void fault(const char *file, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    (void)fprintf(stderr, "%s:%d: ", file, line);
    (void)vfprintf(stderr, format, arguments);
    (void)fputc('\n', stderr);
    va_end(arguments);
    faults++;
}

static void *resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size);
    if (resized == NULL) {
        (void)fputs("compile_messages: out of memory\n", stderr);
        exit(3);
    }
    return resized;
}

static struct entry *entry_add(struct catalogue *catalogue)
{
    if (catalogue->count == catalogue->capacity) {
        catalogue->capacity = catalogue->capacity * 2 + 64;
        catalogue->entries = resize(catalogue->entries,
            catalogue->capacity * sizeof *catalogue->entries);
    }
    struct entry *entry = &catalogue->entries[catalogue->count++];
    *entry = (struct entry){0};
    return entry;
}

/* ---- reading -------------------------------------------------------- */

/* Adds the quoted text at `from` to `*text`; false where it is not one. */
static bool quoted_add(const char *from, char **text)
{
    size_t length = *text == NULL ? 0 : strlen(*text);
    *text = resize(*text, length + strlen(from) + 1);
    char *to = *text + length;
    *to = '\0';
    if (*from++ != '"') {
        return false;
    }
    for (; *from != '"'; from++) {
        if (*from == '\0') {
            return false;
        }
        if (*from != '\\') {
            *to++ = *from;
            continue;
        }
        from++;
        switch (*from) {
        case 'n':
            *to++ = '\n';
            break;
        case 't':
            *to++ = '\t';
            break;
        case '"':
        case '\\':
            *to++ = *from;
            break;
        default:
            return false;
        }
    }
    *to = '\0';
    from++;
    while (isspace((unsigned char)*from)) {
        from++;
    }
    return *from == '\0';
}

/* The text that a keyword begins, or NULL where the line is none we know. */
static char **field_of(struct entry *entry, const char **line)
{
    static const struct {
        const char *word;
        int form;
    } words[] = {{"msgid_plural ", -2}, {"msgid ", -1}, {"msgstr ", 0},
        {"msgstr[0] ", 0}, {"msgstr[1] ", 1}, {"msgstr[2] ", 2}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i].word);
        if (strncmp(*line, words[i].word, length) == 0) {
            *line += length;
            if (words[i].form >= 0) {
                return &entry->forms[words[i].form];
            }
            return words[i].form == -1 ? &entry->id : &entry->plural;
        }
    }
    return NULL;
}

/* Is the header of a file what the tables count on? */
static void header_check(const struct entry *entry, int language)
{
    char wanted[64];
    const char *header = entry->forms[0] == NULL ? "" : entry->forms[0];
    (void)snprintf(wanted, sizeof wanted, "Language: %s\n", tags[language]);
    if (strstr(header, wanted) == NULL) {
        fault(entry->file, entry->line, "the header lacks \"Language: %s\"",
            tags[language]);
    }
    if (strstr(header, "charset=UTF-8\n") == NULL) {
        fault(entry->file, entry->line, "the header lacks \"charset=UTF-8\"");
    }
    (void)snprintf(wanted, sizeof wanted, "Plural-Forms: nplurals=%d;",
        forms_of[language]);
    if (strstr(header, wanted) == NULL) {
        fault(entry->file, entry->line, "the header lacks \"%s\"", wanted);
    }
}

static void file_read(const char *path, int language)
{
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        fault(path, 1, "cannot be read");
        return;
    }
    static char buffer[LINE_MAX_BYTES];
    struct catalogue *catalogue = &catalogues[language];
    struct entry *entry = NULL;
    char **field = NULL;
    bool is_fuzzy = false;
    bool has_header = false;
    size_t first = catalogue->count;
    for (int number = 1; fgets(buffer, sizeof buffer, file) != NULL;
         number++) {
        const char *line = buffer;
        while (isspace((unsigned char)*line)) {
            line++;
        }
        if (*line == '\0') {
            continue;
        }
        if (*line == '#') {
            is_fuzzy = is_fuzzy ||
                (line[1] == ',' && strstr(line, "fuzzy") != NULL);
            continue;
        }
        if (strncmp(line, "msgid ", 6) == 0) {
            entry = entry_add(catalogue);
            entry->file = path;
            entry->line = number;
            entry->is_fuzzy = is_fuzzy;
            is_fuzzy = false;
        }
        if (*line != '"') {
            field = entry == NULL ? NULL : field_of(entry, &line);
            if (field != NULL && *field != NULL) {
                fault(path, number, "said twice");
            }
        }
        if (field == NULL || !quoted_add(line, field)) {
            fault(path, number, "not understood: %.60s", buffer);
            break;
        }
    }
    (void)fclose(file);
    /* The header is the entry of the empty key. */
    if (catalogue->count > first && catalogue->entries[first].id != NULL &&
        catalogue->entries[first].id[0] == '\0') {
        has_header = true;
        header_check(&catalogue->entries[first], language);
        catalogue->entries[first] = catalogue->entries[--catalogue->count];
    }
    if (!has_header) {
        fault(path, 1, "has no header");
    }
}

/* ---- checking ------------------------------------------------------- */

static int entry_compare(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = strcmp(a->id, b->id);
    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

static const struct entry *entry_find(int language, const char *id)
{
    const struct catalogue *catalogue = &catalogues[language];
    for (size_t low = 0, high = catalogue->count; low < high;) {
        size_t middle = (low + high) / 2;
        int order = strcmp(catalogue->entries[middle].id, id);
        if (order == 0) {
            return &catalogue->entries[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

static bool id_is_good(const char *id)
{
    return id[0] != '\0' &&
        strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789.-_") == strlen(id);
}

/* The length of the argument `{name}` that begins at `at`, or 0. */
static size_t argument_length(const char *at)
{
    size_t length = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789_-");
    return length > 0 && at[length + 1] == '}' ? length + 2 : 0;
}

/* Does one of an entry's forms have this argument? */
static bool entry_has(
    const struct entry *entry, const char *argument, size_t length)
{
    for (int i = 0; i < FORMS_MAX; i++) {
        for (const char *at = entry->forms[i]; at != NULL && *at != '\0';
             at++) {
            if (strncmp(at, argument, length) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void forms_check(const struct entry *entry, int language)
{
    int wanted = entry->plural == NULL ? 1 : forms_of[language];
    for (int i = 0; i < FORMS_MAX; i++) {
        const char *form = entry->forms[i];
        if ((form != NULL) != (i < wanted)) {
            fault(entry->file, entry->line, "%s: must have %d form%s",
                entry->id, wanted, wanted == 1 ? "" : "s");
            return;
        }
        if (form != NULL && form[0] == '\0') {
            fault(entry->file, entry->line, "%s: is not translated",
                entry->id);
        }
        for (const char *at = form; at != NULL && *at != '\0'; at++) {
            size_t length = *at == '{' ? argument_length(at) : 0;
            if ((*at == '{' && length == 0) || *at == '}') {
                fault(entry->file, entry->line,
                    "%s: a brace that is no {argument}", entry->id);
                return;
            }
            at += length == 0 ? 0 : length - 1;
        }
    }
}

/* Each argument of `entry` must be in the same key of every language. */
static void arguments_check(const struct entry *entry)
{
    for (int i = 0; i < FORMS_MAX; i++) {
        for (const char *at = entry->forms[i]; at != NULL && *at != '\0';
             at++) {
            size_t length = *at == '{' ? argument_length(at) : 0;
            if (length == 0) {
                continue;
            }
            for (int other = 0; other < LANGUAGES; other++) {
                const struct entry *same = entry_find(other, entry->id);
                if (same != NULL && !entry_has(same, at, length)) {
                    fault(same->file, same->line,
                        "%s: lacks %.*s, which %s:%d has", entry->id,
                        (int)length, at, entry->file, entry->line);
                }
            }
            at += length - 1;
        }
    }
}

static void catalogue_check(int language)
{
    const struct catalogue *catalogue = &catalogues[language];
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct entry *entry = &catalogue->entries[i];
        if (!id_is_good(entry->id)) {
            fault(entry->file, entry->line, "%s: no name of a key", entry->id);
        }
        if (i > 0 && strcmp(entry[-1].id, entry->id) == 0) {
            fault(entry->file, entry->line, "%s: stands at %s:%d too",
                entry->id, entry[-1].file, entry[-1].line);
        }
        if (entry->is_fuzzy) {
            fault(entry->file, entry->line, "%s: is fuzzy", entry->id);
        }
        forms_check(entry, language);
        for (int other = 0; other < LANGUAGES; other++) {
            const struct entry *same = entry_find(other, entry->id);
            if (same == NULL) {
                fault(entry->file, entry->line, "%s: is missing in %s",
                    entry->id, tags[other]);
            } else if ((same->plural == NULL) != (entry->plural == NULL)) {
                fault(entry->file, entry->line,
                    "%s: has a plural in one language only", entry->id);
            }
        }
        arguments_check(entry);
    }
}

/* ---- writing -------------------------------------------------------- */

static void text_print(const char *text)
{
    (void)putchar('"');
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\') {
            (void)printf("\\%c", byte);
        } else if (byte == '?' || byte < 0x20 || byte > 0x7e) {
            (void)printf("\\%03o", byte);
        } else {
            (void)putchar(byte);
        }
    }
    (void)putchar('"');
}

static void table_print(void)
{
    (void)puts("/* Made of po by compile_messages. */\n"
               "#include \"tongue/catalogue.h\"\n\n"
               "const struct catalogue_entry catalogue_entries[] = {");
    for (size_t i = 0; i < catalogues[0].count; i++) {
        const char *id = catalogues[0].entries[i].id;
        (void)printf("    {\"%s\", {", id);
        for (int language = 0; language < LANGUAGES; language++) {
            const struct entry *entry = entry_find(language, id);
            (void)fputs(language == 0 ? "\n        {" : ",\n        {", stdout);
            for (int form = 0; form < FORMS_MAX; form++) {
                (void)fputs(form == 0 ? "" : ", ", stdout);
                if (entry->forms[form] == NULL) {
                    (void)fputs("0", stdout);
                } else {
                    text_print(entry->forms[form]);
                }
            }
            (void)putchar('}');
        }
        (void)puts("}},");
    }
    (void)printf("};\n\nconst size_t catalogue_count = %zu;\n",
        catalogues[0].count);
}

/* Which language a path names before ".po"; -1 of none. */
static int language_of(const char *path)
{
    size_t length = strlen(path);
    for (int i = 0; i < LANGUAGES; i++) {
        char ending[8];
        (void)snprintf(ending, sizeof ending, ".%s.po", tags[i]);
        size_t size = strlen(ending);
        if (length > size && strcmp(path + length - size, ending) == 0) {
            return i;
        }
    }
    return -1;
}

int main(int count, char **paths)
{
    if (count < 2) {
        (void)fputs("usage: compile_messages FILE.LANGUAGE.po…\n", stderr);
        return 2;
    }
    for (int i = 1; i < count; i++) {
        int language = language_of(paths[i]);
        if (language < 0) {
            fault(paths[i], 1, "must end with .kk.po, .ru.po or .en.po");
            continue;
        }
        file_read(paths[i], language);
    }
    if (faults == 0) {
        for (int i = 0; i < LANGUAGES; i++) {
            qsort(catalogues[i].entries, catalogues[i].count,
                sizeof(struct entry), entry_compare);
        }
        for (int i = 0; i < LANGUAGES; i++) {
            catalogue_check(i);
        }
    }
    if (faults == 0 && catalogues[0].count == 0) {
        fault(paths[1], 1, "there are no messages");
    }
    if (faults > 0) {
        return 1;
    }
    table_print();
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 3;
}
