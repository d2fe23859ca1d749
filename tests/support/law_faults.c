/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Compiles what must not compile.
 */
#include "law_faults.h"

#include <string.h>

#include "law_files.h"
#include "test.h"

static struct law_diagnostics faults;

const struct message *law_faults_first(
    const char *text, unsigned line, unsigned column, const char *key)
{
    struct law_files files = law_files_read();
    size_t words = 0;
    while (strcmp(files.sources[words].name, "law/words.law") != 0) {
        words++;
    }
    const struct law_source sources[] = {
        files.sources[words],
        {"text.law", bytes_of_text(text)},
    };
    const struct message *message =
        law_faults_of(sources, 2, line, column, key);
    assert_string_equal(faults.items[0].file, "text.law");
    law_files_finish(&files);
    return message;
}

const struct message *law_faults_of(const struct law_source *sources,
    size_t count, unsigned line, unsigned column, const char *key)
{
    struct law *law = NULL;
    assert_int_equal(
        law_compile(sources, count, &faults, &law), STATUS_INVALID);
    assert_null(law);
    assert_true(faults.count > 0);
    const struct law_diagnostic *first = &faults.items[0];
    if (strcmp(first->message.key, key) != 0 || first->line != line ||
        first->column != column) {
        fail_msg("%u:%u: %s instead of %u:%u: %s", first->line,
            first->column, first->message.key, line, column, key);
    }
    return &first->message;
}

size_t law_faults_count(void)
{
    return faults.count;
}

void law_faults_argument(
    const struct message *message, const char *name, const char *value)
{
    const char *said = message_value(message, name);
    assert_non_null(said);
    assert_string_equal(said, value);
}
