/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Every file of the law in three languages, and back to the same facts.
 */
#include <string.h>

#include "law/law.h"
#include "law_facts.h"
#include "law_files.h"
#include "test.h"

static struct law_files files;
static struct law *law;

static int corpus_make(void **state)
{
    (void)state;
    files = law_files_read();
    law = law_files_compile(files.sources, files.count);
    return 0;
}

static int corpus_free(void **state)
{
    (void)state;
    law_destroy(law);
    law_files_finish(&files);
    return 0;
}

/* All files in a language; texts in the arena of the files. */
static struct law_source *translated(enum language language)
{
    static struct law_diagnostics faults;
    struct law_source *sources =
        arena_take_array(files.arena, files.count, sizeof *sources);
    for (size_t i = 0; i < files.count; i++) {
        struct buffer text = BUFFER_EMPTY;
        faults.count = 0;
        assert_int_equal(law_translate(law, &files.sources[i], language,
                             &faults, &text),
            STATUS_OK);
        const char *kept =
            arena_text_n(files.arena, buffer_text(&text), text.length);
        sources[i] = (struct law_source){
            files.sources[i].name, bytes_of_text(kept)};
        buffer_finish(&text);
    }
    return sources;
}

static void assert_same_facts_in(enum language language)
{
    struct law *other = law_files_compile(translated(language), files.count);
    law_facts_assert_equal(law, other);
    static struct law_diagnostics failures;
    size_t expectations = 0;
    failures.count = 0;
    law_test(other, &failures, &expectations);
    assert_int_equal(failures.count, 0);
    assert_true(expectations > 0);
    law_destroy(other);
}

static void the_law_in_kazakh_says_the_same_facts(void **state)
{
    (void)state;
    assert_same_facts_in(LANGUAGE_KK);
}

static void the_law_in_russian_says_the_same_facts(void **state)
{
    (void)state;
    assert_same_facts_in(LANGUAGE_RU);
}

static void the_law_in_english_says_the_same_facts(void **state)
{
    (void)state;
    assert_same_facts_in(LANGUAGE_EN);
}

/* What comes back from a language is, in canonical layout, what went in. */
static void a_translation_formats_back_to_its_source(void **state)
{
    (void)state;
    static struct law_diagnostics faults;
    for (int tongue = 0; tongue < LANGUAGE_COUNT; tongue++) {
        struct law_source *sources = translated((enum language)tongue);
        for (size_t i = 0; i < files.count; i++) {
            struct buffer direct = BUFFER_EMPTY;
            struct buffer round = BUFFER_EMPTY;
            assert_int_equal(
                law_format(law, &files.sources[i], &faults, &direct),
                STATUS_OK);
            assert_int_equal(law_format(law, &sources[i], &faults, &round),
                STATUS_OK);
            assert_string_equal(buffer_text(&round), buffer_text(&direct));
            buffer_finish(&direct);
            buffer_finish(&round);
        }
    }
}

static void assert_translated(
    const char *text, enum language language, const char *expected)
{
    static struct law_diagnostics faults;
    struct law_source source = {"text.law", bytes_of_text(text)};
    struct buffer said = BUFFER_EMPTY;
    faults.count = 0;
    assert_int_equal(
        law_translate(law, &source, language, &faults, &said), STATUS_OK);
    assert_string_equal(buffer_text(&said), expected);
    buffer_finish(&said);
}

static void heads_keep_their_identifiers_and_comments_stay(void **state)
{
    (void)state;
    assert_translated("# by hand\n"
                      "article 1; from 2020-01-01; at village # here\n"
                      "  # why\n"
                      "  1 gathering decides: local-matters\n"
                      "  ~1-1 as before\n",
        LANGUAGE_RU,
        "# by hand\n"
        "article 1; from 2020-01-01; at village  # here\n"
        "  # why\n"
        "  1     сход местного сообщества решает: вопросы местного значения\n"
        "  ~1-1  в прежней редакции\n");
}

static void a_source_with_a_fault_is_not_printed(void **state)
{
    (void)state;
    static struct law_diagnostics faults;
    struct law_source source = {"text.law",
        bytes_of_text("article 1; from 2020-01-01\n  1 gathering eats: x\n")};
    struct buffer said = BUFFER_EMPTY;
    faults.count = 0;
    assert_int_equal(
        law_translate(law, &source, LANGUAGE_KK, &faults, &said),
        STATUS_INVALID);
    assert_int_equal(faults.count, 1);
    assert_int_equal(faults.items[0].line, 2);
    assert_int_equal(said.length, 0);
    buffer_finish(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_law_in_kazakh_says_the_same_facts),
        cmocka_unit_test(the_law_in_russian_says_the_same_facts),
        cmocka_unit_test(the_law_in_english_says_the_same_facts),
        cmocka_unit_test(a_translation_formats_back_to_its_source),
        cmocka_unit_test(heads_keep_their_identifiers_and_comments_stay),
        cmocka_unit_test(a_source_with_a_fault_is_not_printed),
    };
    return cmocka_run_group_tests(tests, corpus_make, corpus_free);
}
