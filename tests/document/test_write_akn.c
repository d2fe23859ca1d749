/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Papers as Akoma Ntoso: identifiers, counts, escaping.  Validity is tested by
 * tests/scenarios/55_papers.t.
 */
#include "test.h"

#include <string.h>

#include "course.h"
#include "papers.h"

static const char *akn(struct village *village, enum document_kind kind,
    enum language language)
{
    struct buffer buffer = BUFFER_EMPTY;
    document_akn(papers_make(village, 1, kind, 1, language), &buffer);
    const char *text = arena_text(village->arena, buffer_text(&buffer));
    buffer_finish(&buffer);
    return text;
}

static void expressions_of_a_work_differ_by_language(void **state)
{
    struct village *village = *state;
    course_decided(village, "gathering", COURSE_TASKS, 25);
    static const char work[] = "<FRBRuri value=\"/akn/kz/debateReport/"
                               "116645000/2026-12-13/minutes/1\"/>";
    const char *kk = akn(village, DOCUMENT_MINUTES, LANGUAGE_KK);
    const char *ru = akn(village, DOCUMENT_MINUTES, LANGUAGE_RU);
    papers_holds(kk, work);
    papers_holds(ru, work);
    papers_holds(kk, "minutes/1/kaz@2026-12-13.");
    papers_holds(ru, "minutes/1/rus@2026-12-13.");
    papers_holds(kk, "FRBRauthoritative value=\"true\"");
    papers_lacks(kk, "FRBRtranslation");
    const char *en = akn(village, DOCUMENT_MINUTES, LANGUAGE_EN);
    papers_holds(en, "<FRBRtranslation href=\"#original\"");
    papers_holds(en, "FRBRauthoritative value=\"false\"");
}

static void a_vote_is_told_in_numbers(void **state)
{
    struct village *village = *state;
    course_decided(village, "gathering", COURSE_TASKS, 25);
    const char *text = akn(village, DOCUMENT_DECISION, LANGUAGE_KK);
    papers_holds(text, "<statement name=\"decision\"");
    papers_holds(text, "<voting eId=\"tally_1\" outcome=\"#adopted\"");
    papers_holds(text, "__needed\" value=\"13\"");
    papers_holds(text, "__for\" value=\"25\" refersTo=\"#for\"");
    papers_holds(
        text, "href=\"/akn/kz/act/2001-01-23/148/~art_39-3__para_11\"");
    text = akn(village, DOCUMENT_MINUTES, LANGUAGE_KK);
    papers_holds(text, "<quorumVerification eId=\"tally_1\" "
                       "outcome=\"#quorum-met\"");
}

static void what_was_typed_is_escaped_and_never_breaks_the_file(void **state)
{
    struct village *village = *state;
    course_decided(village, "gathering",
        "{'matter': 'community-tasks', "
        "'title': '<b>&\\\"\uFFFF\xEF\xBF\xBE'}",
        25);
    const char *text = akn(village, DOCUMENT_DECISION, LANGUAGE_KK);
    papers_holds(text, "<docTitle>&lt;b&gt;&amp;&quot;  </docTitle>");
    assert_null(strstr(text, "<b>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(expressions_of_a_work_differ_by_language),
        COURSE_TEST(a_vote_is_told_in_numbers),
        COURSE_TEST(what_was_typed_is_escaped_and_never_breaks_the_file),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
