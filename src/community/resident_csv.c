/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Residents from CSV.  docs/residents-csv.md is the specification.  Messages
 * name places of the file and never what stands there: they go to logs.
 */
#include "community/resident_internal.h"

#include <assert.h>
#include <string.h>

enum { NAMES = 4 };

static const struct {
    bool required;
    const char *names[NAMES]; /* the first is the one of the specification */
} columns[RESIDENT_COLUMNS] = {
    [RESIDENT_COLUMN_NUMBER] = {false, {"number", "iin", "ЖСН", "ИИН"}},
    [RESIDENT_COLUMN_SURNAME] = {true, {"surname", "тегі", "фамилия"}},
    [RESIDENT_COLUMN_NAME] = {true, {"name", "аты", "имя"}},
    [RESIDENT_COLUMN_PATRONYMIC] = {false,
        {"patronymic", "әкесінің аты", "отчество"}},
    [RESIDENT_COLUMN_BIRTH] = {true, {"birth", "туған күні", "дата рождения"}},
    [RESIDENT_COLUMN_KATO] = {true, {"kato", "ӘАОЖ", "КАТО"}},
    [RESIDENT_COLUMN_STREET] = {false, {"street", "көше", "улица"}},
    [RESIDENT_COLUMN_HOUSE] = {false, {"house", "үй", "дом"}},
    [RESIDENT_COLUMN_FROM] = {true,
        {"from", "тіркелген күні", "зарегистрирован"}},
    [RESIDENT_COLUMN_UNTIL] = {false,
        {"until", "тіркеуден шыққан күні", "снят с учета"}},
    [RESIDENT_COLUMN_CITIZEN] = {true,
        {"citizen", "ҚР азаматы", "гражданин РК"}},
    [RESIDENT_COLUMN_EXCLUSIONS] = {false,
        {"exclusions", "шектеулер", "ограничения"}},
};

/* What a register writes down with dates; the law says what follows. */
static const char *const reasons[] = {"declared-incapable", "imprisoned"};

static const struct {
    const char *text;
    bool truth;
} answers[] = {{"yes", true}, {"no", false}, {"иә", true}, {"жоқ", false},
    {"да", true}, {"нет", false}};

static enum status header_read(struct resident_reading *reading);
static enum resident_column column_of(const char *name);
static enum status row_read(
    struct resident_reading *reading, struct resident *resident);
static enum status fields_read(
    struct resident_reading *reading, struct resident *resident);
static enum status text_read(struct resident_reading *reading,
    enum resident_column column, const char **text);
static enum status date_read(struct resident_reading *reading,
    enum resident_column column, struct date *date);
static bool date_of(const char *text, struct date *date);
static enum status citizen_read(
    struct resident_reading *reading, bool *citizen);
static enum status exclusions_read(
    struct resident_reading *reading, struct resident *resident);
static enum status exclusion_read(struct resident_reading *reading,
    const char *text, struct resident *resident);
static const char *trimmed(struct arena *arena, const char *text, size_t size);

enum status resident_read_csv(struct bytes text, const struct territory *unit,
    bool demonstration, struct date today, struct arena *arena,
    struct resident **residents, size_t *count, struct error *error)
{
    assert(unit != NULL);
    assert(date_is_set(today));
    struct resident_reading reading = {
        .unit = unit,
        .demonstration = demonstration,
        .today = today,
        .arena = arena,
        .error = error,
        .numbers = map_create(arena),
        .persons = map_create(arena),
    };
    enum status status = csv_open(text, arena, &reading.csv, error);
    if (status == STATUS_OK) {
        status = header_read(&reading);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct resident *rows = NULL;
    size_t rows_count = 0;
    size_t capacity = 0;
    while (
        (status = csv_next(reading.csv, &reading.fields, error)) == STATUS_OK) {
        if (rows_count == RESIDENT_ROWS_MAX) {
            error_set(error, STATUS_INVALID, "error.resident-too-many");
            message_number(
                &error->message, "line", (int64_t)csv_line(reading.csv));
            message_number(&error->message, "max", RESIDENT_ROWS_MAX);
            return STATUS_INVALID;
        }
        rows = arena_grow(arena, rows, rows_count, &capacity, sizeof *rows);
        status = row_read(&reading, &rows[rows_count]);
        if (status != STATUS_OK) {
            return status;
        }
        rows_count++;
    }
    if (status != STATUS_MISSING) {
        return status;
    }
    if (rows_count == 0) {
        return error_set(error, STATUS_INVALID, "error.resident-none");
    }
    *residents = rows;
    *count = rows_count;
    return STATUS_OK;
}

/* ---- header ------------------------------------------------------------ */

static enum status header_read(struct resident_reading *reading)
{
    struct message *message = &reading->error->message;
    for (size_t i = 0; i < RESIDENT_COLUMNS; i++) {
        reading->at[i] = -1;
    }
    for (size_t i = 0; i < csv_columns(reading->csv); i++) {
        enum resident_column column =
            column_of(csv_column_name(reading->csv, i));
        if (column == RESIDENT_COLUMNS || reading->at[column] >= 0) {
            error_set(reading->error, STATUS_INVALID,
                column == RESIDENT_COLUMNS ? "error.resident-column"
                                           : "error.resident-column-twice");
            message_number(message, "line", 1);
            message_number(message, "column", (int64_t)i + 1);
            if (column != RESIDENT_COLUMNS) {
                message_number(message, "other", reading->at[column] + 1);
            }
            return STATUS_INVALID;
        }
        reading->at[column] = (int)i;
    }
    for (size_t i = 0; i < RESIDENT_COLUMNS; i++) {
        if (columns[i].required && reading->at[i] < 0) {
            error_set(reading->error, STATUS_INVALID,
                "error.resident-column-missing");
            message_number(message, "line", 1);
            message_text(message, "name", columns[i].names[0]);
            return STATUS_INVALID;
        }
    }
    return STATUS_OK;
}

/* RESIDENT_COLUMNS where the specification knows no such name. */
static enum resident_column column_of(const char *name)
{
    for (size_t i = 0; i < RESIDENT_COLUMNS; i++) {
        for (size_t k = 0; k < NAMES && columns[i].names[k] != NULL; k++) {
            if (resident_same_text(name, columns[i].names[k])) {
                return (enum resident_column)i;
            }
        }
    }
    return RESIDENT_COLUMNS;
}

/* ---- rows -------------------------------------------------------------- */

static enum status row_read(
    struct resident_reading *reading, struct resident *resident)
{
    *resident = (struct resident){0};
    enum status status = fields_read(reading, resident);
    if (status == STATUS_OK) {
        status = exclusions_read(reading, resident);
    }
    return status == STATUS_OK ? resident_check(reading, resident) : status;
}

static enum status fields_read(
    struct resident_reading *reading, struct resident *resident)
{
    const struct {
        enum resident_column column;
        const char **text;
    } texts[] = {{RESIDENT_COLUMN_NUMBER, &resident->number},
        {RESIDENT_COLUMN_SURNAME, &resident->surname},
        {RESIDENT_COLUMN_NAME, &resident->name},
        {RESIDENT_COLUMN_PATRONYMIC, &resident->patronymic},
        {RESIDENT_COLUMN_KATO, &resident->kato},
        {RESIDENT_COLUMN_STREET, &resident->street},
        {RESIDENT_COLUMN_HOUSE, &resident->house}};
    const struct {
        enum resident_column column;
        struct date *date;
    } dates[] = {{RESIDENT_COLUMN_BIRTH, &resident->birth},
        {RESIDENT_COLUMN_FROM, &resident->from},
        {RESIDENT_COLUMN_UNTIL, &resident->until}};
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < sizeof texts / sizeof *texts;
         i++) {
        status = text_read(reading, texts[i].column, texts[i].text);
    }
    for (size_t i = 0; status == STATUS_OK && i < sizeof dates / sizeof *dates;
         i++) {
        status = date_read(reading, dates[i].column, dates[i].date);
    }
    if (status != STATUS_OK) {
        return status;
    }
    if (resident->number[0] == '\0') {
        resident->number = NULL;
    }
    return citizen_read(reading, &resident->citizen);
}

/* "" where the file has no such column. */
static enum status text_read(struct resident_reading *reading,
    enum resident_column column, const char **text)
{
    int at = reading->at[column];
    const char *field = at < 0 ? "" : reading->fields[at];
    for (const char *byte = field; *byte != '\0'; byte++) {
        if ((unsigned char)*byte < ' ' || *byte == 0x7F) {
            return resident_fault(reading, column, "error.resident-control");
        }
    }
    *text = trimmed(reading->arena, field, strlen(field));
    if (columns[column].required && (*text)[0] == '\0') {
        return resident_fault(reading, column, "error.resident-empty");
    }
    return STATUS_OK;
}

static enum status date_read(struct resident_reading *reading,
    enum resident_column column, struct date *date)
{
    const char *text = NULL;
    enum status status = text_read(reading, column, &text);
    if (status == STATUS_OK && text[0] != '\0' && !date_of(text, date)) {
        status = resident_fault(reading, column, "error.resident-date");
    }
    return status;
}

/* 2001-12-31, or as tables write it, 31.12.2001. */
static bool date_of(const char *text, struct date *date)
{
    if (strlen(text) != DATE_TEXT_MAX - 1 || text[2] != '.' || text[5] != '.') {
        return date_parse(text, date);
    }
    char turned[DATE_TEXT_MAX] = {text[6], text[7], text[8], text[9], '-',
        text[3], text[4], '-', text[0], text[1], '\0'};
    return date_parse(turned, date);
}

static enum status citizen_read(struct resident_reading *reading, bool *citizen)
{
    const char *text = NULL;
    enum status status = text_read(reading, RESIDENT_COLUMN_CITIZEN, &text);
    if (status != STATUS_OK) {
        return status;
    }
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        if (resident_same_text(text, answers[i].text)) {
            *citizen = answers[i].truth;
            return STATUS_OK;
        }
    }
    return resident_fault(
        reading, RESIDENT_COLUMN_CITIZEN, "error.resident-citizen");
}

/* ---- exclusions -------------------------------------------------------- */

/* "REASON FROM", "REASON FROM/UNTIL", several parted by "|". */
static enum status exclusions_read(
    struct resident_reading *reading, struct resident *resident)
{
    const char *text = NULL;
    enum status status = text_read(reading, RESIDENT_COLUMN_EXCLUSIONS, &text);
    while (status == STATUS_OK && text[0] != '\0') {
        size_t length = strcspn(text, "|");
        status = exclusion_read(
            reading, trimmed(reading->arena, text, length), resident);
        text += length;
        text += *text == '|';
    }
    return status;
}

static enum status exclusion_read(struct resident_reading *reading,
    const char *text, struct resident *resident)
{
    if (resident->exclusions_count == RESIDENT_EXCLUSIONS_MAX) {
        resident_fault(
            reading, RESIDENT_COLUMN_EXCLUSIONS, "error.resident-exclusions");
        message_number(
            &reading->error->message, "max", RESIDENT_EXCLUSIONS_MAX);
        return STATUS_INVALID;
    }
    struct arena *arena = reading->arena;
    struct resident_exclusion one = {0};
    size_t word = strcspn(text, " ");
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (strlen(reasons[i]) == word && memcmp(reasons[i], text, word) == 0) {
            one.reason = reasons[i];
        }
    }
    if (one.reason == NULL) {
        return resident_fault(
            reading, RESIDENT_COLUMN_EXCLUSIONS, "error.resident-reason");
    }
    const char *rest = text + word;
    size_t from = strcspn(rest, "/");
    bool is_read = date_of(trimmed(arena, rest, from), &one.from);
    if (is_read && rest[from] == '/') {
        const char *until = rest + from + 1;
        is_read = date_of(trimmed(arena, until, strlen(until)), &one.until);
    }
    if (!is_read) {
        return resident_fault(
            reading, RESIDENT_COLUMN_EXCLUSIONS, "error.resident-exclusion");
    }
    resident->exclusions[resident->exclusions_count++] = one;
    return STATUS_OK;
}

/* ---- texts and faults -------------------------------------------------- */

/* Without blanks, no-break ones among them, at both ends. */
static const char *trimmed(struct arena *arena, const char *text, size_t size)
{
    static const char no_break[] = "\xC2\xA0";
    for (bool is_blank = true; is_blank && size > 0;) {
        is_blank = false;
        if (text[0] == ' ') {
            text++;
            size--;
            is_blank = true;
        } else if (size >= 2 && memcmp(text, no_break, 2) == 0) {
            text += 2;
            size -= 2;
            is_blank = true;
        } else if (text[size - 1] == ' ') {
            size--;
            is_blank = true;
        } else if (size >= 2 && memcmp(text + size - 2, no_break, 2) == 0) {
            size -= 2;
            is_blank = true;
        }
    }
    return arena_text_n(arena, text, size);
}

/* A fault of the last row.  Of the file's own header, the name. */
enum status resident_fault(struct resident_reading *reading,
    enum resident_column column, const char *key)
{
    int at = reading->at[column];
    error_set(reading->error, STATUS_INVALID, key);
    struct message *message = &reading->error->message;
    message_number(message, "line", (int64_t)csv_line(reading->csv));
    message_number(message, "column", at + 1);
    message_text(message, "name",
        at < 0 ? columns[column].names[0]
               : csv_column_name(reading->csv, (size_t)at));
    return STATUS_INVALID;
}
