/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Corpora for inquiries.
 */
#include "inquiries.h"

#include <string.h>

#include "base/file.h"
#include "law_files.h"
#include "test.h"

struct law *inquiries_fixture(const char *more)
{
    struct law_files files = law_files_read();
    struct buffer fixture = BUFFER_EMPTY;
    struct error error = {0};
    assert_int_equal(file_read("tests/inquiry/fixture.law",
                         LAW_SOURCE_BYTES_MAX, &fixture, &error),
        STATUS_OK);
    size_t words = 0;
    while (strcmp(files.sources[words].name, "law/words.law") != 0) {
        words++;
    }
    const struct law_source sources[] = {
        files.sources[words],
        {"fixture.law", buffer_bytes(&fixture)},
        {"more.law", bytes_of_text(more == NULL ? "" : more)},
    };
    struct law *law = law_files_compile(sources, 3);
    buffer_finish(&fixture);
    law_files_finish(&files);
    return law;
}

struct law *inquiries_corpus(void)
{
    struct law_files files = law_files_read();
    struct law *law = law_files_compile(files.sources, files.count);
    law_files_finish(&files);
    return law;
}

struct date inquiries_day(const char *text)
{
    struct date day;
    assert_true(date_parse(text, &day));
    return day;
}
