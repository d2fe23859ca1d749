/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Cuts sources into lines and lines into tokens.
 */
#include "law/lexer.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "law/lexer_internal.h"

/* One line while it is cut; `tokens` has room for LAW_LINE_BYTES_MAX. */
struct cutter {
    struct lexer_reading *reading;
    const char *file;
    struct lexer_line *line;
    struct bytes text;
    size_t at;
    unsigned column; /* of the character at `at` */
    struct lexer_token *tokens;
    unsigned count;
    struct buffer folded;
};

static struct cutter cutter_of(struct lexer_reading *reading,
    const char *file);
static bool source_check(const struct lexer_reading *reading,
    const struct law_source *source);
static bool line_cut(struct cutter *cutter, struct bytes text);
static bool token_cut(struct cutter *cutter);
static bool quote_cut(struct cutter *cutter);
static void word_cut(struct cutter *cutter);
static bool is_control(uint8_t byte);
static void control_refuse(const struct cutter *cutter, uint8_t byte);
static void comment_cut(struct cutter *cutter);
static void token_add(
    struct cutter *cutter, enum lexer_kind kind, size_t length);
static size_t blank_length(struct bytes text, size_t at);
static bool ends_word(struct bytes text, size_t at);
static size_t sign_length(struct bytes text, size_t at);
static uint32_t folded_symbol(
    struct cutter *cutter, const char *start, size_t length, unsigned *chars);
static uint32_t folded(uint32_t character);
static struct message *fault(const struct cutter *cutter, const char *key);

static const char QUOTE_OPEN[] = "\xC2\xAB";  /* « */
static const char QUOTE_CLOSE[] = "\xC2\xBB"; /* » */
enum { QUOTE_BYTES = 2 };

bool lexer_read(struct lexer_reading *reading,
    const struct law_source *source, struct lexer_lines *lines)
{
    if (!source_check(reading, source)) {
        return false;
    }
    struct bytes text = source->text;
    if (text.length >= 3 && memcmp(text.data, "\xEF\xBB\xBF", 3) == 0) {
        text = bytes_of(text.data + 3, text.length - 3);
    }
    size_t count = 1;
    for (size_t i = 0; i < text.length; i++) {
        count += text.data[i] == '\n';
    }
    lines->items =
        arena_take_array(reading->arena, count, sizeof *lines->items);
    lines->count = 0;
    struct cutter cutter = cutter_of(reading, source->name);
    bool is_good = true;
    for (size_t at = 0; at < text.length;) {
        const uint8_t *start = text.data + at;
        const uint8_t *end = memchr(start, '\n', text.length - at);
        size_t length = end == NULL ? text.length - at : (size_t)(end - start);
        at += length + 1;
        if (length > 0 && start[length - 1] == '\r') {
            length--;
        }
        cutter.line = &lines->items[lines->count++];
        cutter.line->number = (unsigned)lines->count;
        is_good = line_cut(&cutter, bytes_of(start, length)) && is_good;
    }
    buffer_finish(&cutter.folded);
    return is_good;
}

bool lexer_read_line(struct lexer_reading *reading, const char *file,
    struct bytes text, struct lexer_line *line)
{
    struct cutter cutter = cutter_of(reading, file);
    cutter.line = line;
    const struct law_source source = {file, text};
    bool is_good =
        source_check(reading, &source) && line_cut(&cutter, text);
    buffer_finish(&cutter.folded);
    return is_good;
}

const char *lexer_text(struct arena *arena, const struct lexer_token *token)
{
    return arena_text_n(arena, token->start, token->length);
}

bool lexer_is(const struct lexer_token *token, const char *text)
{
    return token->kind == LEXER_WORD && strlen(text) == token->length &&
        memcmp(token->start, text, token->length) == 0;
}

static struct cutter cutter_of(struct lexer_reading *reading, const char *file)
{
    if (reading->room == NULL) {
        reading->room = arena_take_array(
            reading->arena, LAW_LINE_BYTES_MAX, sizeof *reading->room);
    }
    return (struct cutter){
        .reading = reading, .file = file, .tokens = reading->room};
}

/* Its size and its encoding. */
static bool source_check(const struct lexer_reading *reading,
    const struct law_source *source)
{
    if (source->text.length > LAW_SOURCE_BYTES_MAX) {
        (void)message_number(
            diagnostic_add(reading->faults, source->name, 1, 1,
                "law.source-too-large"),
            "max", LAW_SOURCE_BYTES_MAX);
        return false;
    }
    size_t bad = utf8_invalid_at(source->text);
    if (bad == source->text.length) {
        return true;
    }
    unsigned line = 1;
    unsigned column = 1;
    for (size_t i = 0; i < bad;) {
        bool is_break = source->text.data[i] == '\n';
        (void)utf8_next(source->text, &i);
        column = is_break ? 1 : column + 1;
        line += is_break ? 1 : 0;
    }
    (void)diagnostic_add(
        reading->faults, source->name, line, column, "law.encoding");
    return false;
}

static bool line_cut(struct cutter *cutter, struct bytes text)
{
    cutter->text = text;
    cutter->at = 0;
    cutter->column = 1;
    cutter->count = 0;
    if (text.length > LAW_LINE_BYTES_MAX) {
        (void)message_number(
            fault(cutter, "law.line-too-long"), "max", LAW_LINE_BYTES_MAX);
        return false;
    }
    while (cutter->at < text.length) {
        size_t blank = blank_length(text, cutter->at);
        if (blank > 0) {
            cutter->at += blank;
            cutter->column++;
        } else if (!token_cut(cutter)) {
            return false;
        }
    }
    struct lexer_token *kept = arena_take_array(
        cutter->reading->arena, cutter->count, sizeof *kept);
    if (cutter->count > 0) {
        memcpy(kept, cutter->tokens, cutter->count * sizeof *kept);
    }
    cutter->line->tokens = kept;
    cutter->line->count = cutter->count;
    return true;
}

static bool token_cut(struct cutter *cutter)
{
    uint8_t byte = cutter->text.data[cutter->at];
    switch (byte) {
    case '#':
        comment_cut(cutter);
        return true;
    case '~':
        token_add(cutter, LEXER_MARK, 1);
        return true;
    case ',':
        token_add(cutter, LEXER_COMMA, 1);
        return true;
    case ';':
        token_add(cutter, LEXER_SEMICOLON, 1);
        return true;
    case ':':
        token_add(cutter, LEXER_COLON, 1);
        return true;
    default:
        break;
    }
    if (is_control(byte)) {
        control_refuse(cutter, byte);
        return false;
    }
    if (byte == (uint8_t)QUOTE_OPEN[0] &&
        cutter->text.length - cutter->at >= QUOTE_BYTES) {
        if (memcmp(cutter->text.data + cutter->at, QUOTE_OPEN,
                QUOTE_BYTES) == 0) {
            return quote_cut(cutter);
        }
        if (memcmp(cutter->text.data + cutter->at, QUOTE_CLOSE,
                QUOTE_BYTES) == 0) {
            (void)fault(cutter, "law.quote-closed");
            return false;
        }
    }
    word_cut(cutter);
    return true;
}

/* «…», in which «…» may stand.  Of a character the first byte is counted. */
static bool quote_cut(struct cutter *cutter)
{
    const struct bytes text = cutter->text;
    unsigned column = cutter->column;
    size_t start = cutter->at + QUOTE_BYTES;
    size_t depth = 0;
    for (size_t at = cutter->at; at < text.length; at++) {
        if (is_control(text.data[at]) && text.data[at] != '\t') {
            cutter->column = column;
            control_refuse(cutter, text.data[at]);
            return false;
        }
        column += (text.data[at] & 0xC0) != 0x80;
        if (text.data[at] != (uint8_t)QUOTE_OPEN[0] ||
            text.length - at < QUOTE_BYTES) {
            continue;
        }
        if (text.data[at + 1] == (uint8_t)QUOTE_OPEN[1]) {
            depth++;
        } else if (text.data[at + 1] == (uint8_t)QUOTE_CLOSE[1]) {
            depth--;
        }
        if (depth == 0) {
            cutter->tokens[cutter->count++] = (struct lexer_token){
                .kind = LEXER_QUOTE,
                .start = (const char *)text.data + start,
                .length = (unsigned)(at - start),
                .column = cutter->column,
            };
            cutter->at = at + QUOTE_BYTES;
            cutter->column = column;
            return true;
        }
    }
    (void)fault(cutter, "law.quote-open");
    return false;
}

static void word_cut(struct cutter *cutter)
{
    size_t end = cutter->at;
    size_t sign = sign_length(cutter->text, end);
    if (sign > 0) {
        end += sign;
    } else {
        while (end < cutter->text.length && !ends_word(cutter->text, end)) {
            end++;
        }
    }
    token_add(cutter, LEXER_WORD, end - cutter->at);
}

static bool is_control(uint8_t byte)
{
    return byte < 0x20 || byte == 0x7F;
}

static void control_refuse(const struct cutter *cutter, uint8_t byte)
{
    (void)message_number(
        fault(cutter, "law.control-character"), "code", byte);
}

static void comment_cut(struct cutter *cutter)
{
    cutter->line->comment = (const char *)cutter->text.data + cutter->at;
    cutter->line->comment_length =
        (unsigned)(cutter->text.length - cutter->at);
    cutter->line->comment_column = cutter->column;
    cutter->at = cutter->text.length;
}

static void token_add(
    struct cutter *cutter, enum lexer_kind kind, size_t length)
{
    const char *start = (const char *)cutter->text.data + cutter->at;
    unsigned chars = 0;
    uint32_t symbol = folded_symbol(cutter, start, length, &chars);
    cutter->tokens[cutter->count++] = (struct lexer_token){
        .kind = kind,
        .symbol = symbol,
        .start = start,
        .length = (unsigned)length,
        .column = cutter->column,
    };
    cutter->at += length;
    cutter->column += chars;
}

/* The bytes of a blank, a tab or a no-break space at `at`; else 0. */
static size_t blank_length(struct bytes text, size_t at)
{
    if (text.data[at] == ' ' || text.data[at] == '\t') {
        return 1;
    }
    bool is_no_break = text.data[at] == 0xC2 && at + 1 < text.length &&
        text.data[at + 1] == 0xA0;
    return is_no_break ? 2 : 0;
}

static bool ends_word(struct bytes text, size_t at)
{
    uint8_t byte = text.data[at];
    if (byte < 0x80) {
        bool is_inner = (byte >= 'a' && byte <= 'z') ||
            (byte >= '0' && byte <= '9') || byte == '-';
        return !is_inner &&
            (byte <= 0x20 || byte == 0x7F ||
                strchr(",;:#%()<>=", byte) != NULL);
    }
    return byte == 0xC2 && at + 1 < text.length &&
        (text.data[at + 1] == 0xA0 || text.data[at + 1] == 0xAB ||
            text.data[at + 1] == 0xBB);
}

/* The length of a sign that is a word by itself: ( ) % > >= … */
static size_t sign_length(struct bytes text, size_t at)
{
    uint8_t byte = text.data[at];
    if (byte == '<' || byte == '>') {
        return at + 1 < text.length && text.data[at + 1] == '=' ? 2 : 1;
    }
    return byte == '(' || byte == ')' || byte == '%' || byte == '=' ? 1 : 0;
}

/* Folds a text, counts its characters and looks its number up. */
static uint32_t folded_symbol(
    struct cutter *cutter, const char *start, size_t length, unsigned *chars)
{
    const struct bytes text = bytes_of(start, length);
    bool is_folded = true;
    *chars = 0;
    for (size_t at = 0; at < length; (*chars)++) {
        uint32_t character = utf8_next(text, &at);
        is_folded = is_folded && folded(character) == character;
    }
    if (!is_folded) {
        buffer_clear(&cutter->folded);
        for (size_t at = 0; at < length;) {
            utf8_add(&cutter->folded, folded(utf8_next(text, &at)));
        }
        start = buffer_text(&cutter->folded);
        length = cutter->folded.length;
    }
    const struct lexer_reading *reading = cutter->reading;
    return reading->learn
        ? lexer_symbol_n(reading->symbols, start, length)
        : lexer_symbol_known(reading->symbols, start, length);
}

/* As names are compared: of either case, and ё as е. */
static uint32_t folded(uint32_t character)
{
    const uint32_t yo = 0x451;
    const uint32_t ye = 0x435;
    bool is_small = (character >= 'a' && character <= 'z') ||
        (character >= 0x430 && character <= 0x44F); /* most are */
    uint32_t lower = is_small ? character : utf8_lower(character);
    return lower == yo ? ye : lower;
}

static struct message *fault(const struct cutter *cutter, const char *key)
{
    return diagnostic_add(cutter->reading->faults, cutter->file,
        cutter->line->number, cutter->column, key);
}
