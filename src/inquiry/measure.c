/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Decimals, digit by digit.
 */
#include "inquiry/measure.h"

#include <string.h>

bool measure_parse(const char *text, int64_t *value)
{
    enum { DIGITS_MAX = 12, PLACES_MAX = 6 };
    size_t whole = strspn(text, "0123456789");
    const char *at = text + whole;
    size_t places = 0;
    if (*at == '.' || *at == ',') {
        at++;
        places = strspn(at, "0123456789");
        if (places == 0) {
            return false;
        }
    }
    if (whole == 0 || whole > DIGITS_MAX || places > PLACES_MAX ||
        at[places] != '\0') {
        return false;
    }
    int64_t read = 0;
    for (size_t i = 0; i < whole; i++) {
        read = read * 10 + (text[i] - '0');
    }
    for (size_t i = 0; i < PLACES_MAX; i++) {
        read = read * 10 + (i < places ? at[i] - '0' : 0);
    }
    *value = read;
    return true;
}

enum status measure_column(const struct csv *csv, const char *name,
    int *column, struct error *error)
{
    *column = csv_column(csv, name);
    if (*column >= 0) {
        return STATUS_OK;
    }
    (void)error_set(error, STATUS_INVALID, "error.measure-column");
    (void)message_text(&error->message, "column", name);
    return STATUS_INVALID;
}

enum status measure_field(const struct csv *csv, const char *const *fields,
    int column, int64_t *value, struct error *error)
{
    if (measure_parse(fields[column], value)) {
        return STATUS_OK;
    }
    (void)error_set(error, STATUS_INVALID, "error.measure-number");
    (void)message_number(&error->message, "line", (int64_t)csv_line(csv));
    (void)message_text(
        &error->message, "column", csv_column_name(csv, (size_t)column));
    (void)message_text(&error->message, "text", fields[column]);
    return STATUS_INVALID;
}
