/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Dates, hours, numbers and sums as each language writes them.
 */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "tongue/tongue.h"

#define NO_BREAK_SPACE "\xC2\xA0"

/* Of Kazakh and English as they stand, of Russian "of March". */
static const char *const months[LANGUAGE_COUNT][12] = {
    {"қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз",
        "қыркүйек", "қазан", "қараша", "желтоқсан"},
    {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
        "сентября", "октября", "ноября", "декабря"},
    {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"},
};

static const char *const weekdays[LANGUAGE_COUNT][7] = {
    {"дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі",
        "жексенбі"},
    {"понедельник", "вторник", "среда", "четверг", "пятница", "суббота",
        "воскресенье"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
        "Sunday"},
};

static void add_grouped(
    enum language language, uint64_t value, struct buffer *buffer);

void tongue_date(
    enum language language, struct date date, struct buffer *buffer)
{
    assert((unsigned)language < LANGUAGE_COUNT);
    if (!date_is_set(date)) {
        return;
    }
    assert(date.month >= 1 && date.month <= 12);
    const char *month = months[language][date.month - 1];
    switch (language) {
    case LANGUAGE_KK:
        buffer_add_format(
            buffer, "%d жылғы %u %s", date.year, date.day, month);
        break;
    case LANGUAGE_RU:
        buffer_add_format(
            buffer, "%u %s %d года", date.day, month, date.year);
        break;
    case LANGUAGE_EN:
        buffer_add_format(buffer, "%u %s %d", date.day, month, date.year);
        break;
    }
}

void tongue_day(enum language language, struct date date, struct buffer *buffer)
{
    assert((unsigned)language < LANGUAGE_COUNT);
    if (!date_is_set(date)) {
        return;
    }
    const char *weekday = weekdays[language][date_weekday(date) - 1];
    if (language == LANGUAGE_EN) {
        buffer_add_format(buffer, "%s, ", weekday);
        tongue_date(language, date, buffer);
        return;
    }
    tongue_date(language, date, buffer);
    buffer_add_format(buffer, ", %s", weekday);
}

void tongue_instant(
    enum language language, struct instant instant, struct buffer *buffer)
{
    int minute = instant_minute_of_day(instant);
    tongue_date(language, instant_date(instant), buffer);
    buffer_add_format(buffer, ", %02d:%02d", minute / 60, minute % 60);
}

void tongue_number(enum language language, int64_t value, struct buffer *buffer)
{
    if (value < 0) {
        buffer_add_text(buffer, "\u2212");
    }
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    add_grouped(language, size, buffer);
}

void tongue_money(
    enum language language, struct money money, struct buffer *buffer)
{
    uint64_t size =
        money.tiyn < 0 ? 0 - (uint64_t)money.tiyn : (uint64_t)money.tiyn;
    if (money.tiyn < 0) {
        buffer_add_text(buffer, "\u2212");
    }
    add_grouped(language, size / 100, buffer);
    buffer_add_format(buffer, "%c%02u" NO_BREAK_SPACE "₸",
        language == LANGUAGE_EN ? '.' : ',', (unsigned)(size % 100));
}

static void add_grouped(
    enum language language, uint64_t value, struct buffer *buffer)
{
    char digits[24];
    int written = snprintf(digits, sizeof digits, "%" PRIu64, value);
    size_t length = written < 0 ? 0 : (size_t)written;
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0) {
            buffer_add_text(
                buffer, language == LANGUAGE_EN ? "," : NO_BREAK_SPACE);
        }
        buffer_add_char(buffer, digits[i]);
    }
}
