/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official texts, split into articles.
 */
#include "law/official.h"

#include <string.h>

#include "base/map.h"
#include "base/utf8.h"
#include "law/corpus.h"

/* A text while it is read line by line. */
struct reading {
    struct arena *arena;
    struct official_text *official;
    struct official_article *articles;
    size_t capacity;
    struct map *lines; /* path -> the article */
    struct buffer text; /* of the article that is open */
    bool in_article;
    unsigned line;
    struct error *error;
};

/* What a line says without its marks. */
struct marked {
    const char *text;
    bool is_heading; /* # … */
};

static enum status characters_check(struct bytes text, struct error *error);
static enum status line_take(struct reading *reading, const char *line);
static struct marked marks_drop(struct arena *arena, const char *line);
static bool heading_read(struct arena *arena, const char *text,
    enum language *language, struct official_article *article);
static enum status article_open(struct reading *reading,
    enum language language, const struct official_article *article);
static void article_close(struct reading *reading);
static void source_read(struct reading *reading, const char *text);
static enum status fault(
    struct error *error, const char *key, unsigned line, unsigned column);

enum status official_read(struct bytes text, struct arena *arena,
    struct official_text *official, struct error *error)
{
    *official = (struct official_text){0};
    if (text.length > OFFICIAL_BYTES_MAX) {
        (void)error_set(error, STATUS_INVALID, "error.official-large");
        (void)message_number(
            &error->message, "most", OFFICIAL_BYTES_MAX / 1024 / 1024);
        return STATUS_INVALID;
    }
    enum status status = characters_check(text, error);
    struct reading reading = {
        .arena = arena,
        .official = official,
        .lines = map_create(arena),
        .text = BUFFER_EMPTY,
        .error = error,
    };
    bool has_mark = text.length >= 3 &&
        memcmp(text.data, "\xEF\xBB\xBF", 3) == 0;
    const char *at = (const char *)text.data + (has_mark ? 3 : 0);
    size_t left = text.length - (has_mark ? 3 : 0);
    while (left > 0 && status == STATUS_OK) {
        const char *end = memchr(at, '\n', left);
        size_t length = end == NULL ? left : (size_t)(end - at);
        reading.line++;
        status = line_take(&reading, arena_text_n(arena, at, length));
        length += end == NULL ? 0 : 1;
        at += length;
        left -= length;
    }
    article_close(&reading);
    official->articles = reading.articles;
    buffer_finish(&reading.text);
    if (status == STATUS_OK && official->count == 0) {
        status = error_set(error, STATUS_INVALID, "error.official-empty");
    }
    return status;
}

/* Names the first character that no text has. */
static enum status characters_check(struct bytes text, struct error *error)
{
    size_t valid = utf8_invalid_at(text);
    unsigned line = 1;
    unsigned column = 1;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = text.data[i];
        bool is_control = (byte < ' ' && byte != '\n' && byte != '\r' &&
                              byte != '\t') ||
            byte == 0x7f;
        if (i == valid || is_control) {
            return fault(error,
                i == valid ? "error.official-utf8" : "error.official-control",
                line, column);
        }
        if (byte == '\n') {
            line++;
            column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            column++;
        }
    }
    return STATUS_OK;
}

static enum status line_take(struct reading *reading, const char *line)
{
    struct official_article article = {.line = reading->line};
    enum language language = LANGUAGE_RU;
    if (line[strspn(line, " \t")] == '>') {
        return STATUS_OK;
    }
    struct marked marked = marks_drop(reading->arena, line);
    if (marked.text[0] == '\0') {
        return STATUS_OK;
    }
    if (heading_read(reading->arena, marked.text, &language, &article)) {
        return article_open(reading, language, &article);
    }
    if (marked.is_heading) {
        article_close(reading);
    } else if (reading->in_article) {
        buffer_add_text(&reading->text, marked.text);
        buffer_add_char(&reading->text, '\n');
    } else if (reading->official->count == 0) {
        source_read(reading, marked.text);
    }
    return STATUS_OK;
}

/* Without anchors, #, ** and the backslashes that guard them. */
static struct marked marks_drop(struct arena *arena, const char *line)
{
    static const char anchor[] = "<a id=";
    static const char anchor_end[] = "</a>";
    struct buffer text = BUFFER_EMPTY;
    line += strspn(line, " \t");
    size_t marks = strspn(line, "#");
    const char *at = line + marks + strspn(line + marks, " \t");
    bool is_heading = marks > 0 && at > line + marks;
    at = is_heading ? at : line;
    while (*at != '\0') {
        const char *end = strncmp(at, anchor, sizeof anchor - 1) == 0
            ? strstr(at, anchor_end)
            : NULL;
        if (end != NULL) {
            at = end + sizeof anchor_end - 1;
        } else if (at[0] == '*' && at[1] == '*') {
            at += 2;
        } else {
            at += at[0] == '\\' && at[1] != '\0' &&
                    strchr("\\`*_{}[]()#+-.!>|<~", at[1]) != NULL
                ? 1
                : 0;
            buffer_add_char(&text, *at++);
        }
    }
    size_t length = text.length;
    while (length > 0 && strchr(" \t\r", text.data[length - 1]) != NULL) {
        length--;
    }
    const char *kept = arena_text_n(arena, buffer_text(&text), length);
    buffer_finish(&text);
    return (struct marked){kept + strspn(kept, " \t"), is_heading};
}

/* ---- headings ------------------------------------------------------------ */

/* The length of "39-3" at the beginning; 0 where there is none. */
static size_t path_length(const char *text)
{
    size_t length = strspn(text, "0123456789");
    while (length > 0 && text[length] == '-') {
        size_t digits = strspn(text + length + 1, "0123456789");
        if (digits == 0) {
            break;
        }
        length += 1 + digits;
    }
    return length < OFFICIAL_PATH_MAX ? length : 0;
}

static bool heading_read(struct arena *arena, const char *text,
    enum language *language, struct official_article *article)
{
    static const struct {
        const char *before;
        const char *after;
        enum language language;
    } forms[] = {
        {"Статья ", "", LANGUAGE_RU},
        {"", "-бап", LANGUAGE_KK},
        {"Article ", "", LANGUAGE_EN},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t before = strlen(forms[i].before);
        size_t after = strlen(forms[i].after);
        const char *path = text + before;
        size_t length = strncmp(text, forms[i].before, before) == 0
            ? path_length(path)
            : 0;
        const char *rest = path + length;
        if (length > 0 && strncmp(rest, forms[i].after, after) == 0 &&
            (rest[after] == '\0' || rest[after] == '.')) {
            rest += after + (rest[after] == '.' ? 1 : 0);
            *language = forms[i].language;
            article->path = arena_text_n(arena, path, length);
            article->heading = rest + strspn(rest, " \t");
            return true;
        }
    }
    return false;
}

static enum status article_open(struct reading *reading,
    enum language language, const struct official_article *article)
{
    struct official_text *official = reading->official;
    article_close(reading);
    const struct official_article *former =
        map_get(reading->lines, article->path);
    if (former != NULL) {
        (void)fault(
            reading->error, "error.official-twice", article->line, 1);
        (void)message_text(
            &reading->error->message, "article", article->path);
        (void)message_number(
            &reading->error->message, "former", former->line);
        return STATUS_INVALID;
    }
    if (official->count > 0 && official->language != language) {
        return fault(
            reading->error, "error.official-languages", article->line, 1);
    }
    if (official->count == OFFICIAL_ARTICLES_MAX) {
        (void)fault(reading->error, "error.official-many", article->line, 1);
        (void)message_number(
            &reading->error->message, "most", OFFICIAL_ARTICLES_MAX);
        return STATUS_INVALID;
    }
    reading->articles = arena_grow(reading->arena, reading->articles,
        official->count, &reading->capacity, sizeof *reading->articles);
    reading->articles[official->count++] = *article;
    struct official_article *known =
        arena_take(reading->arena, sizeof *known);
    *known = *article;
    (void)map_put(reading->lines, article->path, known);
    official->language = language;
    reading->in_article = true;
    return STATUS_OK;
}

static void article_close(struct reading *reading)
{
    if (reading->in_article) {
        reading->articles[reading->official->count - 1].text =
            arena_text(reading->arena, buffer_text(&reading->text));
        buffer_clear(&reading->text);
        reading->in_article = false;
    }
}

static void source_read(struct reading *reading, const char *text)
{
    static const char *const names[] = {
        "Source:", "Источник:", "Дереккөз:"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t length = strlen(names[i]);
        if (strncmp(text, names[i], length) == 0) {
            const char *source = text + length;
            source += strspn(source, " \t");
            reading->official->source = source[0] == '\0' ? NULL : source;
        }
    }
}

static enum status fault(
    struct error *error, const char *key, unsigned line, unsigned column)
{
    (void)error_set(error, STATUS_INVALID, key);
    (void)message_number(&error->message, "line", (int64_t)line);
    (void)message_number(&error->message, "column", (int64_t)column);
    return STATUS_INVALID;
}

/* ---- editions ------------------------------------------------------------ */

bool official_span(const struct law *law, const char *act,
    const char *article, struct date day, struct date *from,
    struct date *until)
{
    const struct corpus_article *found = corpus_article(law, act, article);
    if (found == NULL) {
        return false;
    }
    struct corpus_walk walk = corpus_walk(found, day, -1);
    if (corpus_walk_next(&walk) == NULL) {
        return false;
    }
    *until = (struct date){0, 0, 0};
    for (size_t i = found->editions_count; i > 0; i--) {
        const struct corpus_edition *edition = &found->editions[i - 1];
        if (edition->bill == NULL) {
            if (date_compare(edition->from, day) <= 0) {
                *from = edition->from;
                return true;
            }
            *until = edition->from;
        }
    }
    return false;
}
