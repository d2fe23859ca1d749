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
    /* Of the law itself the words alone. */
    size_t count = 0;
    for (size_t i = 0; i < files.count; i++) {
        if (strncmp(files.sources[i].name, "law/words", 9) == 0) {
            files.sources[count++] = files.sources[i];
        }
    }
    struct law_source *sources =
        arena_take_array(files.arena, count + 2, sizeof *sources);
    memcpy(sources, files.sources, count * sizeof *sources);
    sources[count] =
        (struct law_source){"fixture.law", buffer_bytes(&fixture)};
    sources[count + 1] = (struct law_source){
        "more.law", bytes_of_text(more == NULL ? "" : more)};
    struct law *law = law_files_compile(sources, count + 2);
    buffer_finish(&fixture);
    law_files_finish(&files);
    return law;
}

struct law *inquiries_words(const char *text)
{
    struct law_files files = law_files_read();
    struct law_source *sources =
        arena_take_array(files.arena, files.count + 1, sizeof *sources);
    size_t count = 0;
    for (size_t i = 0; i < files.count; i++) {
        if (strncmp(files.sources[i].name, "law/words", 9) == 0 ||
            strcmp(files.sources[i].name, "law/levels.law") == 0) {
            sources[count++] = files.sources[i];
        }
    }
    sources[count] = (struct law_source){"text.law", bytes_of_text(text)};
    struct law *law = law_files_compile(sources, count + 1);
    law_files_finish(&files);
    return law;
}

struct law *inquiries_corpus(const char *more)
{
    struct law_files files = law_files_read();
    struct law_source *sources =
        arena_take_array(files.arena, files.count + 1, sizeof *sources);
    memcpy(sources, files.sources, files.count * sizeof *sources);
    sources[files.count] = (struct law_source){
        "more.law", bytes_of_text(more == NULL ? "" : more)};
    struct law *law = law_files_compile(sources, files.count + 1);
    law_files_finish(&files);
    return law;
}

struct date inquiries_day(const char *text)
{
    struct date day;
    assert_true(date_parse(text, &day));
    return day;
}
