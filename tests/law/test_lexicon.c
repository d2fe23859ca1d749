/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Words and their names.
 */
#include "law/law.h"

#include <string.h>

#include "law_faults.h"
#include "law_files.h"
#include "test.h"

static struct law *compiled(const char *text)
{
    const struct law_source source = {"words.law", bytes_of_text(text)};
    return law_files_compile(&source, 1);
}

static void a_word_has_a_kind_and_names(void **state)
{
    (void)state;
    struct law *law = compiled("word akim; kind office; kk «әкім», «әкімі»; "
                               "ru «аким»\n"
                               "word tree; kind matter\n");
    assert_string_equal(law_word_kind(law, "akim"), "office");
    assert_null(law_word_kind(law, "decides"));
    assert_string_equal(law_word_name(law, "akim", LANGUAGE_KK), "әкім");
    assert_string_equal(law_word_name(law, "akim", LANGUAGE_RU), "аким");
    assert_string_equal(law_word_name(law, "akim", LANGUAGE_EN), "akim");
    assert_string_equal(law_word_name(law, "tree", LANGUAGE_KK), "tree");
    assert_string_equal(law_word_name(law, "nobody", LANGUAGE_KK), "nobody");
    law_destroy(law);
}

static void verbs_and_keywords_have_names_too(void **state)
{
    (void)state;
    struct law *law =
        compiled("verb decides; effect binding; ru «решает»\n"
                 "keyword quorum; kind stage; ru «кворум»\n"
                 "keyword at-least; kind bound; ru «не менее»\n");
    assert_string_equal(
        law_word_name(law, "decides", LANGUAGE_RU), "решает");
    assert_string_equal(law_word_name(law, "quorum", LANGUAGE_RU), "кворум");
    assert_string_equal(
        law_word_name(law, "at-least", LANGUAGE_RU), "не менее");
    law_destroy(law);
}

static void a_word_is_all_its_wider_words(void **state)
{
    (void)state;
    struct law *law = compiled("word c; kind organ; is b, x\n"
                               "word b; kind organ; is a\n"
                               "word a; kind organ\n"
                               "word x; kind organ\n");
    assert_true(law_word_is(law, "c", "c"));
    assert_true(law_word_is(law, "c", "b"));
    assert_true(law_word_is(law, "c", "a"));
    assert_true(law_word_is(law, "c", "x"));
    assert_false(law_word_is(law, "a", "c"));
    assert_false(law_word_is(law, "b", "x"));
    assert_false(law_word_is(law, "nobody", "a"));
    law_destroy(law);
}

/* word w0; … is w1, word w1; … is w2, … `count` words. */
static void chain_write(struct buffer *text, int count, bool farthest_first)
{
    for (int i = 0; i < count; i++) {
        int at = farthest_first ? count - 1 - i : i;
        buffer_add_format(text, "word w%d; kind organ", at);
        if (at < count - 1) {
            buffer_add_format(text, "; is w%d", at + 1);
        }
        buffer_add_text(text, "\n");
    }
}

static void wider_words_are_sixteen_steps_away_at_most(void **state)
{
    (void)state;
    for (int order = 0; order < 2; order++) {
        struct buffer text = BUFFER_EMPTY;
        chain_write(&text, 17, order == 1);
        struct law *law = compiled(buffer_text(&text));
        assert_true(law_word_is(law, "w0", "w16"));
        law_destroy(law);
        buffer_clear(&text);
        chain_write(&text, 18, order == 1);
        const struct law_source source = {"w.law", buffer_bytes(&text)};
        const struct message *message = law_faults_of(&source, 1,
            order == 1 ? 18 : 1, 1, "law.wider-too-deep");
        law_faults_argument(message, "max", "16");
        buffer_finish(&text);
    }
}

static void wider_words_in_a_circle_are_refused(void **state)
{
    (void)state;
    const struct law_source source = {"w.law",
        bytes_of_text("word a; kind organ; is b\n"
                      "word b; kind organ; is a\n")};
    (void)law_faults_of(&source, 1, 1, 1, "law.wider-too-deep");
}

static void words_of_a_kind_come_as_declared(void **state)
{
    (void)state;
    struct law *law = compiled("word z; kind organ\nword m; kind matter\n"
                               "word a; kind organ\n");
    struct arena *arena = arena_create();
    const char *const *words = NULL;
    size_t count = 0;
    law_words(law, "organ", arena, &words, &count);
    assert_int_equal(count, 2);
    assert_string_equal(words[0], "z");
    assert_string_equal(words[1], "a");
    law_words(law, "level", arena, &words, &count);
    assert_int_equal(count, 0);
    arena_destroy(arena);
    law_destroy(law);
}

static void a_list_of_names_has_a_longest_length(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    buffer_add_text(&text, "word a; kind organ; en «n0»");
    for (int i = 1; i < LAW_LIST_MAX; i++) {
        buffer_add_format(&text, ", «n%d»", i);
    }
    struct law *law = compiled(buffer_text(&text));
    law_destroy(law);
    buffer_add_text(&text, ", «one more»");
    const struct law_source source = {"w.law", buffer_bytes(&text)};
    const struct message *message = law_faults_of(
        &source, 1, 1, 462, "law.list-too-long");
    law_faults_argument(message, "max", "64");
    buffer_finish(&text);
}

/* The longest name wins, whatever is in it. */
static void names_may_have_commas_and_begin_alike(void **state)
{
    (void)state;
    struct law *law = compiled(
        "word town; kind matter; ru «город»\n"
        "word unit; kind matter; ru «город, село (аул)»\n"
        "word village; kind matter; ru «село», «Посёлок»\n"
        "word akim; kind office; ru «аким»\n"
        "verb decides; effect binding; ru «решает»\n"
        "act a; rank law; adopted 2001-01-01\n"
        "article 1; from 2001-01-01\n"
        "  1 аким решает: Город, село (аул), город\n"
        "  2 akim решает: город, поселок\n");
    struct arena *arena = arena_create();
    const struct law_query query = {
        .day = {2001, 1, 1}, .population = -1};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(law, &query, arena, &norms, &count);
    assert_int_equal(count, 4);
    assert_string_equal(norms[0]->object, "unit");
    assert_string_equal(norms[1]->object, "town");
    assert_string_equal(norms[2]->object, "town");
    assert_string_equal(norms[3]->object, "village");
    arena_destroy(arena);
    law_destroy(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_has_a_kind_and_names),
        cmocka_unit_test(verbs_and_keywords_have_names_too),
        cmocka_unit_test(a_word_is_all_its_wider_words),
        cmocka_unit_test(wider_words_are_sixteen_steps_away_at_most),
        cmocka_unit_test(wider_words_in_a_circle_are_refused),
        cmocka_unit_test(words_of_a_kind_come_as_declared),
        cmocka_unit_test(a_list_of_names_has_a_longest_length),
        cmocka_unit_test(names_may_have_commas_and_begin_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
