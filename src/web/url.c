/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Links: the patterns of all places, written and read.
 */
#include "web/url.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "web/asset.h"
#include "web/limits.h"

static const char *const patterns[URL_PLACES] = {
    [URL_HOME] = "/",
    [URL_SIGN_IN] = "/sign-in",
    [URL_SIGN_OUT] = "/sign-out",
    [URL_SITTINGS] = "/sittings",
    [URL_SITTING_NEW] = "/sittings/new",
    [URL_SITTING] = "/sittings/#",
    [URL_SITTING_CALL] = "/sittings/#/call",
    [URL_SITTING_ACT] = "/sittings/#/acts/@",
    [URL_SITTING_SCREEN] = "/sittings/#/screen",
    [URL_SITTING_EVENTS] = "/sittings/#/events",
    [URL_SITTING_PAPER] = "/sittings/#/papers/@",
    [URL_SITTING_PDF] = "/sittings/#/pdf/@",
    [URL_SITTING_AKN] = "/sittings/#/akn/@",
    [URL_DECISIONS] = "/decisions",
    [URL_DECISION] = "/decisions/#",
    [URL_ORGANS] = "/organs",
    [URL_ORGAN] = "/organs/@",
    [URL_DUE] = "/due",
    [URL_RECORD] = "/record",
    [URL_LAW] = "/law",
    [URL_LAW_ACT] = "/law/acts/@",
    [URL_LAW_EDITIONS] = "/law/acts/@/editions",
    [URL_LAW_POWERS] = "/law/powers",
    [URL_LAW_FINDINGS] = "/law/findings",
    [URL_LAW_CHARTER] = "/law/charter",
    [URL_LAW_TIMELINE] = "/law/timeline",
    [URL_LAW_BILLS] = "/law/bills",
    [URL_LAW_BILL] = "/law/bills/@",
    [URL_LAW_REPAIR] = "/law/repair",
    [URL_LAW_DISCREPANCIES] = "/law/discrepancies",
    [URL_LAW_ALLOCATION] = "/law/allocation",
    [URL_LAW_TERRITORY] = "/law/territory",
    [URL_ACCOUNTS] = "/accounts",
};

static const char word_bytes[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

static bool pattern_read(const char *pattern, const char *path,
    struct arena *arena, struct url_target *target);
static bool number_read(const char **path, int64_t *number);
static void encoded_add(struct buffer *buffer, const char *text);

const char *url_pattern(enum url_place place)
{
    assert((unsigned)place < URL_PLACES);
    return patterns[place];
}

bool url_is_word(const char *text)
{
    return text[0] != '\0' && strspn(text, word_bytes) == strlen(text);
}

struct url url_to(struct arena *arena, struct url_target target)
{
    struct buffer text = BUFFER_EMPTY;
    size_t number = 0;
    buffer_add_char(&text, '/');
    buffer_add_text(&text, language_tag(target.language));
    for (const char *at = url_pattern(target.place); *at != '\0'; at++) {
        if (*at == '#') {
            assert(number < URL_NUMBERS_MAX);
            assert(target.numbers[number] > 0);
            buffer_add_integer(&text, target.numbers[number++]);
        } else if (*at == '@') {
            assert(target.word != NULL && url_is_word(target.word));
            buffer_add_text(&text, target.word);
        } else {
            buffer_add_char(&text, *at);
        }
    }
    struct url url = {arena_text(arena, buffer_text(&text))};
    buffer_finish(&text);
    return url;
}

struct url url_with(
    struct arena *arena, struct url url, const char *name, const char *value)
{
    assert(url.text != NULL && strchr(url.text, '#') == NULL);
    struct buffer text = BUFFER_EMPTY;
    buffer_add_text(&text, url.text);
    buffer_add_char(&text, strchr(url.text, '?') == NULL ? '?' : '&');
    encoded_add(&text, name);
    buffer_add_char(&text, '=');
    encoded_add(&text, value);
    struct url with = {arena_text(arena, buffer_text(&text))};
    buffer_finish(&text);
    return with;
}

struct url url_at(struct arena *arena, struct url url, const char *id)
{
    assert(strspn(id, word_bytes) == strlen(id));
    return (struct url){
        arena_format(arena, "%s#%s", url.text == NULL ? "" : url.text, id)};
}

struct url url_asset(struct arena *arena, const char *name)
{
    return (struct url){
        arena_format(arena, "/assets/%s", asset_path(arena, name))};
}

bool url_read(const char *path, struct arena *arena, struct url_target *target)
{
    char tag[3] = "";
    if (path[0] != '/' || strlen(path) < 4 || path[3] != '/') {
        return false;
    }
    memcpy(tag, path + 1, 2);
    enum language language;
    if (!language_parse(tag, &language)) {
        return false;
    }
    for (size_t i = 0; i < URL_PLACES; i++) {
        struct url_target found = {
            .place = (enum url_place)i, .language = language};
        if (pattern_read(patterns[i], path + 3, arena, &found)) {
            *target = found;
            return true;
        }
    }
    return false;
}

static bool pattern_read(const char *pattern, const char *path,
    struct arena *arena, struct url_target *target)
{
    size_t number = 0;
    for (; *pattern != '\0'; pattern++) {
        if (*pattern == '#') {
            if (!number_read(&path, &target->numbers[number++])) {
                return false;
            }
        } else if (*pattern == '@') {
            size_t length = strspn(path, word_bytes);
            if (length == 0) {
                return false;
            }
            target->word = arena_text_n(arena, path, length);
            path += length;
        } else if (*pattern != *path++) {
            return false;
        }
    }
    return *path == '\0';
}

static bool number_read(const char **path, int64_t *number)
{
    int64_t value = 0;
    const char *at = *path;
    if (*at < '1' || *at > '9') {
        return false;
    }
    for (; *at >= '0' && *at <= '9'; at++) {
        value = value * 10 + (*at - '0');
        if (value > LIMITS_NUMBER_MAX) {
            return false;
        }
    }
    *number = value;
    *path = at;
    return true;
}

/* Percent-encodes all but what no reader could take for anything else. */
static void encoded_add(struct buffer *buffer, const char *text)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    for (; *text != '\0'; text++) {
        if (strchr(plain, *text) != NULL) {
            buffer_add_char(buffer, *text);
        } else {
            buffer_add_format(buffer, "%%%02X", (unsigned char)*text);
        }
    }
}
