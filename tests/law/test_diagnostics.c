/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What is refused in a law file, where, and what is suggested.  Each case is
 * a text after law/words.law.
 */
#include "law_faults.h"
#include "law_files.h"
#include "test.h"

struct fault_case {
    const char *text;
    unsigned line;
    unsigned column;
    const char *key;
    const char *argument; /* NULL: not looked at */
    const char *value;
};

/* An article, a procedure and a local act to be wrong in. */
#define ACT "act a; rank law; adopted 2001-01-01\n"
#define ARTICLE ACT "article 1; from 2001-01-01\n"
#define PROCEDURE ARTICLE "procedure p; of a 1; from 2001-01-01\n"
#define LOCAL \
    "local act r; of district-maslikhat; in 116645000; fills a 1; " \
    "from 2002-01-01\n"

static void cases_run(const struct fault_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct fault_case *one = &cases[i];
        const struct message *message = law_faults_first(
            one->text, one->line, one->column, one->key);
        if (one->argument != NULL) {
            law_faults_argument(message, one->argument, one->value);
        }
    }
}

#define CASES_RUN(cases) cases_run((cases), sizeof(cases) / sizeof *(cases))

static void an_unknown_word_gets_the_nearest_known_one(void **state)
{
    static const struct fault_case cases[] = {
        {ARTICLE "  1 gahtering decides: local-budget\n", 3, 5,
            "law.word-unknown-nearest", "nearest", "gathering"},
        {ARTICLE "  1 gathering decides: local-budget, budget-rapport\n", 3,
            38, "law.word-unknown-nearest", "nearest", "budget-report"},
        {ARTICLE "  1 сход местного сообщества решает: местный бюжет\n", 3,
            38, "law.word-unknown-nearest", "nearest", "местный бюджет"},
        {ARTICLE "  1 жергілікті қоғамдастық жиыны шешеді: бюджет жобас\n", 3,
            42, "law.word-unknown-nearest", "nearest", "бюджет жобасы"},
        {ARTICLE "  1 ццццццццц решает: местный бюджет\n", 3, 5,
            "law.word-unknown", "text", "ццццццццц"},
        {ARTICLE "  1 ққққққққққ шешеді: бюджет жобасы\n", 3, 5,
            "law.word-unknown", "text", "ққққққққққ"},
        {ARTICLE "  1 жиын шешедә: бюджет жобасы\n", 3, 10,
            "law.verb-unknown-nearest", "nearest", "шешеді"},
        {"word pair; kind organ; en «one, two»\n" ARTICLE
         "  1 one, two three decides: local-budget\n",
            4, 5, "law.word-unknown-nearest", "nearest", "one, two"},
        {ARTICLE "  1 zzzzzzzzz decides: local-budget\n", 3, 5,
            "law.word-unknown", "text", "zzzzzzzzz"},
        {ARTICLE "  1 gathering decidse: local-budget\n", 3, 15,
            "law.verb-unknown-nearest", "nearest", "decides"},
        {ARTICLE "  1 сход решаит: местный бюджет\n", 3, 10,
            "law.verb-unknown-nearest", "nearest", "решает"},
        {"scenario s; at 2019-01-01\n  expect none decidez: local-budget\n",
            2, 15, "law.verb-unknown-nearest", "nearest", "decides"},
        {ARTICLE "  1 gathering qqqqqqqqqqqq: local-budget\n", 3, 15,
            "law.verb-unknown", "text", "qqqqqqqqqqqq"},
        {PROCEDURE "  1 quorom: at least 1/2 of participants\n", 4, 5,
            "law.stage-unknown-nearest", "nearest", "quorum"},
        {PROCEDURE "  1 wwwwwwwwww: missing\n", 4, 5, "law.stage-unknown",
            "text", "wwwwwwwwww"},
        {PROCEDURE "  1 handed to: rural-akim; withn missing\n", 4, 28,
            "law.clause-unknown-nearest", "nearest", "within"},
        {PROCEDURE "  1 handed to: rural-akim; kkkkkkkkkkkk\n", 4, 28,
            "law.clause-unknown", "text", "kkkkkkkkkkkk"},
        {PROCEDURE "  1 quorum: at lest 1/2 of participants\n", 4, 13,
            "law.amount-unknown-nearest", "nearest", "at least"},
        {PROCEDURE "  1 quorum: at least 1/2 of participnts\n", 4, 29,
            "law.amount-unknown-nearest", "nearest", "participants"},
        {"word ploughing; kind matters\n", 1, 22,
            "law.kind-unknown-nearest", "nearest", "matter"},
        {"word ploughing; kind xxxxxxxxxx\n", 1, 22, "law.kind-unknown",
            "text", "xxxxxxxxxx"},
        {"verb ploughs; effect bindin\n", 1, 22,
            "law.kind-unknown-nearest", "nearest", "binding"},
        {"keyword quorom; kind stage\n", 1, 9,
            "law.keyword-unknown-nearest", "nearest", "quorum"},
        {"keyword zzzzzzzzzz; kind stage\n", 1, 9, "law.keyword-unknown",
            "text", "zzzzzzzzzz"},
        {"artcle 1; from 2001-01-01\n", 1, 1, "law.block-unknown-nearest",
            "nearest", "article"},
        {"zzzzzzzzz 1\n", 1, 1, "law.block-unknown", "text", "zzzzzzzzz"},
        {ACT "article 1; form 2001-01-01\n", 2, 12,
            "law.head-unknown-nearest", "nearest", "from"},
        {ACT "article 1; zzzzzzzzzz 2001-01-01\n", 2, 12,
            "law.head-unknown", "text", "zzzzzzzzzz"},
        {ARTICLE "  reading txt\n", 3, 11, "law.kind-unknown-nearest",
            "nearest", "text"},
    };
    (void)state;
    CASES_RUN(cases);
}

static void a_sentence_that_lacks_a_part_is_refused(void **state)
{
    static const struct fault_case cases[] = {
        {ARTICLE "  gathering decides: local-budget\n", 3, 3,
            "law.label-wanted", NULL, NULL},
        {ARTICLE "  1 gathering decides local-budget\n", 3, 5,
            "law.sentence-wanted", NULL, NULL},
        {ARTICLE "  1 gathering: local-budget\n", 3, 14, "law.verb-wanted",
            NULL, NULL},
        {ARTICLE "  1 decides: local-budget\n", 3, 5, "law.word-wanted",
            NULL, NULL},
        {ARTICLE "  1 gathering decides:\n", 3, 23, "law.word-wanted", NULL,
            NULL},
        {ARTICLE "  1 gathering, decides: local-budget\n", 3, 16,
            "law.word-wanted", NULL, NULL},
        {ARTICLE "  1 gathering decides: local-budget,\n", 3, 37,
            "law.word-wanted", NULL, NULL},
        {ARTICLE "  1 gathering decides: local-budget;\n", 3, 37,
            "law.clause-wanted", NULL, NULL},
        {ARTICLE "  1 gathering decides: local-budget, local-budget\n", 3,
            38, "law.list-twice", "text", "local-budget"},
        {ARTICLE "  1 gathering decides: , local-budget\n", 3, 24,
            "law.word-wanted", NULL, NULL},
        {ARTICLE "  reading\n", 3, 10, "law.identifier-wanted", NULL, NULL},
        {ARTICLE "  1 as before forever\n", 3, 5, "law.sentence-wanted",
            NULL, NULL},
        {PROCEDURE "  1 quorum\n", 4, 5, "law.stage-wanted", NULL, NULL},
        {PROCEDURE "  1 quorum:\n", 4, 12, "law.stage-empty", NULL, NULL},
        {PROCEDURE "  1 quorum: missing;\n", 4, 21, "law.clause-wanted",
            NULL, NULL},
        {PROCEDURE "  1 quorum: missing; missing\n", 4, 22,
            "law.amount-twice", "text", "missing"},
        {PROCEDURE "  1 handed to: rural-akim; within missing; "
                   "within missing\n",
            4, 44, "law.clause-twice", "text", "within"},
        {PROCEDURE "  1 handed to: rural-akim; at village\n", 4, 28,
            "law.clause-of-norms", "text", "at"},
        {ARTICLE "  1 gathering decides: local-budget; stating name\n", 3,
            38, "law.clause-of-stages", "text", "stating"},
        {ARTICLE "  1 gathering decides: local-budget; as openly\n", 3, 38,
            "law.capacity-wrong", NULL, NULL},
        {ARTICLE "  1 gathering decides: local-budget; at street\n", 3, 41,
            "law.not-a-level", "text", "street"},
        {PROCEDURE "  1 quorum: missing; where represented member\n", 4, 40,
            "law.unexpected", "text", "member"},
        {"  1 gathering decides: local-budget\n", 1, 3, "law.block-wanted",
            NULL, NULL},
        {"word ploughing; kind matter\n  1 x\n", 2, 3,
            "law.sentence-unwanted", NULL, NULL},
        {ARTICLE "  reading article\n    reading text\n", 4, 5,
            "law.reading-nested", NULL, NULL},
    };
    (void)state;
    CASES_RUN(cases);
}

static void an_amount_that_does_not_hold_together_is_refused(void **state)
{
    static const struct fault_case cases[] = {
        {PROCEDURE "  1 quorum: at least participants\n", 4, 13,
            "law.amount-wanted", NULL, NULL},
        {PROCEDURE "  1 quorum: at least 1/2\n", 4, 13,
            "law.amount-base-wanted", NULL, NULL},
        {PROCEDURE "  1 quorum: 1/2 of participants persons\n", 4, 13,
            "law.amount-share-unit", NULL, NULL},
        {PROCEDURE "  1 quorum: at least 25\n", 4, 13,
            "law.amount-unit-wanted", NULL, NULL},
        {PROCEDURE "  1 quorum: 3 persons of participants\n", 4, 13,
            "law.amount-base-alone", NULL, NULL},
        {PROCEDURE "  1 notice: 3 calendar-days before\n", 4, 13,
            "law.amount-event-wanted", NULL, NULL},
        {PROCEDURE "  1 notice: 3 calendar-days sitting\n", 4, 13,
            "law.amount-event-wanted", NULL, NULL},
        {PROCEDURE "  1 quorum: 3 4 persons\n", 4, 15, "law.amount-twice",
            "text", "4"},
        {PROCEDURE "  1 quorum: 3 persons years\n", 4, 23,
            "law.amount-twice", "text", "years"},
        {PROCEDURE "  1 quorum: at least at most 3 persons\n", 4, 22,
            "law.amount-twice", "text", "at-most"},
        {PROCEDURE "  1 quorum: at least missing\n", 4, 22,
            "law.amount-missing-alone", NULL, NULL},
        {PROCEDURE "  1 quorum: 3/2 of participants\n", 4, 13,
            "law.share-wrong", "text", "3/2"},
        {PROCEDURE "  1 quorum: 101 % of participants\n", 4, 13,
            "law.share-wrong", "text", "101"},
        {PROCEDURE "  1 quorum: 1/0 of participants\n", 4, 13,
            "law.share-wrong", "text", "1/0"},
        {PROCEDURE "  1 quorum: 1000000001 persons\n", 4, 13,
            "law.number-wrong", "text", "1000000001"},
        {PROCEDURE "  1 quorum: 3x persons\n", 4, 13, "law.number-wrong",
            "text", "3x"},
        {PROCEDURE "  1 handed to: rural-akim; within\n", 4, 34,
            "law.amount-wanted", NULL, NULL},
    };
    (void)state;
    CASES_RUN(cases);
}

static void a_head_that_is_wrong_is_refused(void **state)
{
    static const struct fault_case cases[] = {
        {ACT "article 1\n", 2, 10, "law.head-lacks", "text", "from"},
        {ACT "article 1; from 2001-02-29\n", 2, 17, "law.date-wrong", "text",
            "2001-02-29"},
        {ACT "article 1; from\n", 2, 16, "law.date-wanted", NULL, NULL},
        {ACT "article 1; from 01.02.2001\n", 2, 17, "law.date-wrong", "text",
            "01.02.2001"},
        {ACT "article 1; from 2001-01-01; from 2002-01-01\n", 2, 29,
            "law.clause-twice", "text", "from"},
        {ACT "article 1; from 2001-01-01 soon\n", 2, 28, "law.unexpected",
            "text", "soon"},
        {ACT "article Ж; from 2001-01-01\n", 2, 9, "law.path-wanted", NULL,
            NULL},
        {ACT "article 1; from 2001-01-01; applies where people > 5\n", 2, 43,
            "law.condition-wanted", NULL, NULL},
        {ACT "article 1; from 2001-01-01; applies where population 5\n", 2,
            54, "law.condition-wanted", NULL, NULL},
        {ACT "article 1; from 2001-01-01; applies where population > -5\n",
            2, 56, "law.condition-wanted", NULL, NULL},
        {ACT "article 1; from 2001-01-01; at member\n", 2, 32,
            "law.not-a-level", "text", "member"},
        {ACT "article 1;\n", 2, 11, "law.clause-wanted", NULL, NULL},
        {"calendar\n", 1, 9, "law.identifier-wanted", NULL, NULL},
        {"act a; rank law; adopted 2001-01-01; nomer «1»\n", 1, 38,
            "law.head-lacks", "text", "number"},
        {"act a; rank law; adopted 2001-01-01; number 148\n", 1, 45,
            "law.quote-wanted", NULL, NULL},
        {"local act r; of akim, court; in 116645000; fills a 1; "
         "from 2002-01-01\n",
            1, 21, "law.unexpected", "text", ", court"},
        {"local act r; of akym; in 116645000; fills a 1; from 2002-01-01\n",
            1, 17, "law.word-unknown-nearest", "nearest", "akim"},
        {"act ; rank law\n", 1, 5, "law.identifier-wanted", NULL, NULL},
        {"act a; rank low; adopted 2001-01-01\n", 1, 13,
            "law.kind-unknown-nearest", "nearest", "law"},
        {"act a; rank law\n", 1, 16, "law.head-lacks", "text", "adopted"},
        {"act a; adopted 2001-01-01\n", 1, 8, "law.head-lacks", "text",
            "rank"},
        {ACT "  de «Gesetz»\n", 2, 3, "law.title-wanted", NULL, NULL},
        {ACT "  kk Заң\n", 2, 6, "law.quote-wanted", NULL, NULL},
        {ARTICLE "local act r; of district-maslikhat; in 11664500; "
                 "fills a 1; from 2002-01-01\n",
            3, 40, "law.kato-wanted", NULL, NULL},
        {ARTICLE "local act r; of district-maslikhat; in 116645000; "
                 "fills a 1; from 2002-01-01; until 2001-12-31\n",
            3, 85, "law.until-before-from", NULL, NULL},
        {ARTICLE "procedure p; of a 1\n", 3, 1, "law.head-lacks", "text",
            "from"},
        {ARTICLE "procedure p; from 2001-01-01\n", 3, 29, "law.head-lacks",
            "text", "of"},
        {"calendar k\n  holyday: 2026-01-01\n", 2, 3, "law.days-wanted",
            NULL, NULL},
        {"calendar k\n  holiday: 2026-02-30\n", 2, 12, "law.date-wrong",
            "text", "2026-02-30"},
        {"calendar k\n  holiday: 2026-01-03\n  worked: 2026-01-03\n", 3, 11,
            "law.day-contradicts", "date", "2026-01-03"},
        {"scenario s; at village\n", 1, 16, "law.date-wrong", "text",
            "village"},
        {"scenario s; at 2019-01-01\n  except gathering decides: *\n", 2, 3,
            "law.expect-wanted", NULL, NULL},
    };
    (void)state;
    CASES_RUN(cases);
}

static void a_declaration_that_is_wrong_is_refused(void **state)
{
    static const struct fault_case cases[] = {
        {"word ploughing\n", 1, 15, "law.head-lacks", "text", "kind"},
        {"verb ploughs; kind binding\n", 1, 15, "law.head-lacks", "text",
            "effect"},
        {"word gathering; kind organ\n", 1, 6, "law.declared-twice", "file",
            "law/words.law"},
        {"verb decides; effect binding\n", 1, 6, "law.declared-twice",
            "text", "decides"},
        {"keyword quorum; kind stage\n", 1, 9, "law.declared-twice", "text",
            "quorum"},
        {"word ploughing; kind matter; en «gathering»\n", 1, 1,
            "law.name-taken", "other", "gathering"},
        {"word ploughing; kind matter; en «a; b»\n", 1, 1, "law.name-signs",
            "text", "a; b"},
        {"word ploughing; kind matter; en «, b»\n", 1, 1, "law.name-signs",
            "text", ", b"},
        {"word ploughing; kind matter; en «»\n", 1, 33, "law.quote-wanted",
            NULL, NULL},
        {"word ploughing; kind matter; de «Pflügen»\n", 1, 30,
            "law.names-wanted", "text", "de «Pflügen"},
        {"word ploughing; kind matter; is gathring\n", 1, 33,
            "law.word-unknown-nearest", "nearest", "gathering"},
    };
    (void)state;
    CASES_RUN(cases);
}

static void what_does_not_exist_cannot_be_named(void **state)
{
    static const struct fault_case cases[] = {
        {ARTICLE "procedure p; of b-act 1; from 2001-01-01\n", 3, 17,
            "law.act-unknown", "text", "b-act"},
        {"act law-2001; rank law; adopted 2001-01-01\n"
         "article 39-3; from 2001-01-01\n"
         "procedure p; of law-2010 39-3; from 2001-01-01\n",
            3, 17, "law.act-unknown-nearest", "nearest", "law-2001"},
        {"act law-2001; rank law; adopted 2001-01-01\n"
         "article 39-3; from 2001-01-01\n"
         "procedure p; of law-2001 39-4; from 2001-01-01\n",
            3, 26, "law.article-unknown-nearest", "nearest", "39-3"},
        {ARTICLE "procedure p; of a 777; from 2001-01-01\n", 3, 19,
            "law.article-unknown", "text", "777"},
        {ARTICLE "  1 gathering decides: local-budget; despite a 9999\n", 3,
            48, "law.article-unknown", "text", "9999"},
        {ARTICLE "  1 gathering decides: local-budget; subject to bbb 1\n", 3,
            49, "law.act-unknown", "text", "bbb"},
        {ARTICLE "  1 gathering decides: local-budget; by bbb\n", 3, 41,
            "law.act-unknown", "text", "bbb"},
        {ARTICLE "article 2; from 2002-01-01; continues bbb 1\n", 3, 39,
            "law.act-unknown", "text", "bbb"},
        {ARTICLE "local act r; of district-maslikhat; in 116645000; "
                 "fills a 7777; from 2002-01-01\n",
            3, 59, "law.article-unknown", "text", "7777"},
        {"article 1; from 2001-01-01\n", 1, 1, "law.article-without-act",
            NULL, NULL},
        {ARTICLE LOCAL "article 2; from 2001-01-01\n", 4, 1,
            "law.article-in-local-act", NULL, NULL},
        {ACT ACT, 2, 5, "law.declared-twice", "line", "1"},
    };
    (void)state;
    CASES_RUN(cases);
}

static void editions_that_do_not_fit_together_are_refused(void **state)
{
    static const struct fault_case cases[] = {
        {ARTICLE "article 1; from 2001-01-01\n", 3, 1, "law.edition-twice",
            "line", "2"},
        {ARTICLE "article 1; from 2001-01-01; applies where population > 5\n",
            3, 1, "law.edition-twice", "date", "2001-01-01"},
        {ACT "article 1; from 2001-01-01; applies where population > 5\n"
             "article 1; from 2001-01-01; applies where population < 7\n",
            3, 1, "law.edition-twice", NULL, NULL},
        {ACT "article 1; from 2001-01-01; applies where population <= 5\n"
             "article 1; from 2001-01-01; applies where population >= 5\n",
            3, 1, "law.edition-twice", NULL, NULL},
        {ARTICLE "repealed 1; from 2001-01-01\n", 3, 1, "law.edition-twice",
            NULL, NULL},
        {PROCEDURE "procedure p; of a 1; from 2001-01-01\n", 4, 1,
            "law.edition-twice", "text", "p"},
        {ARTICLE "  1 as before\n", 3, 3, "law.as-before-nothing", "text",
            "1"},
        {ARTICLE "  1 gathering decides: local-budget\n"
                 "article 1; from 2002-01-01\n"
                 "  2 as before\n",
            5, 3, "law.as-before-nothing", "text", "2"},
        {ARTICLE "  1 gathering decides: local-budget\n"
                 "repealed 1; from 2002-01-01\n"
                 "article 1; from 2003-01-01\n"
                 "  1 as before\n",
            6, 3, "law.as-before-nothing", NULL, NULL},
        {ARTICLE "  1 gathering decides: local-budget\n"
                 "article 1; from 2002-01-01\n"
                 "  1 as before\n"
                 "  1 as before\n",
            6, 3, "law.as-before-twice", "text", "1"},
        {ARTICLE "article 2; from 2002-01-01; continues a 1, 1\n", 3, 44,
            "law.continues-one", NULL, NULL},
        {ACT "article 1; from 2001-01-01\narticle 2; from 2001-01-01\n"
             "article 3; from 2002-01-01; continues a 1\n"
             "article 3; from 2003-01-01; continues a 2\n",
            5, 39, "law.continues-one", NULL, NULL},
        {ACT "article 1; from 2002-01-01; continues a 1\n", 2, 39,
            "law.continues-circle", NULL, NULL},
        {ACT "article 1; from 2002-01-01; continues a 3\n"
             "article 2; from 2003-01-01; continues a 1\n"
             "article 3; from 2004-01-01; continues a 2\n",
            2, 39, "law.continues-circle", NULL, NULL},
        {ACT "article 1; from 2001-01-01\narticle 2; from 2001-01-01\n"
             "procedure p; of a 1, 2; from 2001-01-01\n  3 quorum: missing\n",
            5, 3, "law.label-article", "text", "3"},
    };
    (void)state;
    CASES_RUN(cases);
}

static void days_that_contradict_one_another_are_refused(void **state)
{
    static const struct fault_case cases[] = {
        {"act b; rank law; adopted 2006-06-29; status withdrawn; "
         "from 2006-06-28\n",
            1, 61, "law.before-adopted", "date", "2006-06-29"},
        {ARTICLE "repealed 1; from 2000-12-31\n", 3, 18,
            "law.repealed-nothing", "date", "2000-12-31"},
        {ACT "repealed 1; from 2001-01-01\n", 2, 18,
            "law.repealed-nothing", "text", "1"},
        {ARTICLE "repealed 1; from 2001-01-01\n", 3, 1,
            "law.edition-twice", "date", "2001-01-01"},
        {ARTICLE "amend a; by b; status draft\n"
                 "article 1; from 2005-01-01\n"
                 "amend a; by c; status draft\n"
                 "repealed 2; from 2006-01-01\n",
            6, 18, "law.repealed-nothing", NULL, NULL},
        {ARTICLE LOCAL "local act s; of district-maslikhat; in 116645000; "
                       "fills a 1; from 2002-01-01; until 2001-12-31\n",
            4, 85, "law.until-before-from", NULL, NULL},
        {"calendar k\n  worked: 2026-01-03\n  holiday: 2026-01-03\n", 2,
            11, "law.day-contradicts", "date", "2026-01-03"},
    };
    (void)state;
    CASES_RUN(cases);
    /* On the very day each of them holds. */
    law_destroy(law_files_compile_text(
        "act b; rank law; adopted 2006-06-29; status withdrawn; "
        "from 2006-06-29\n" ARTICLE "repealed 1; from 2001-01-02\n"));
}

static void a_local_act_may_not_change_what_the_law_fixes(void **state)
{
    static const struct fault_case cases[] = {
        {PROCEDURE "  11 carried by: more than 1/2 of participants\n" LOCAL
                   "procedure p; of a 1\n"
                   "  1 carried by: more than 2/3 of participants\n",
            7, 3, "law.fill-changes", "law", "a/1/11"},
        {PROCEDURE "  11 carried by: more than 1/2 of participants\n" LOCAL
                   "procedure p; of a 1\n"
                   "  1 carried by: more than 2/3 of participants\n",
            7, 3, "law.fill-changes", "local", "r/1"},
        {PROCEDURE "  11 carried by: more than 1/2 of participants\n" LOCAL
                   "procedure p; of a 1\n"
                   "  1 carried by: more than 2/3 of participants\n",
            7, 3, "law.fill-changes", "at", "text.law:4:3"},
        {PROCEDURE "  1 handed to: rural-akim; within 3 working-days\n" LOCAL
                   "procedure p; of a 1\n"
                   "  1 handed to: rural-akim; within 2 working-days\n",
            7, 3, "law.fill-changes", "given",
            "handed to: rural-akim; within 2 working-days"},
        {PROCEDURE "  1 handed to: rural-akim; within missing\n" LOCAL
                   "procedure p; of a 1\n"
                   "  1 handed to: district-akim; within 2 working-days\n",
            7, 3, "law.fill-changes", "fixed",
            "handed to: rural-akim; within missing"},
        {PROCEDURE "  1 notice: missing; where matter local-budget\n"
                   "  2 notice: missing; where matter akim-candidate\n" LOCAL
                   "procedure p; of a 1\n"
                   "  1 notice: 3 calendar-days before sitting\n",
            8, 3, "law.fill-ambiguous", "law", "a/1/1"},
        {PROCEDURE "  1 notice: missing; where matter local-budget\n" LOCAL
                   "procedure p; of a 1\n"
                   "  1 notice: 3 calendar-days before sitting; where matter "
                   "akim-candidate\n",
            7, 3, "law.fill-changes", NULL, NULL},
        {PROCEDURE LOCAL "procedure q; of a 1\n  1 quorum: missing\n", 5, 1,
            "law.fill-nothing", "text", "q"},
        {PROCEDURE LOCAL "procedure p; of a 1; from 2001-01-01\n", 5, 27,
            "law.fill-from", NULL, NULL},
        {ACT "article 1; from 2001-01-01\narticle 2; from 2001-01-01\n" LOCAL
             "procedure p; of a 2\n",
            5, 19, "law.fill-elsewhere", "text", "r"},
    };
    (void)state;
    CASES_RUN(cases);
}

static void russian_mixed_with_kazakh_is_refused(void **state)
{
    static const struct fault_case cases[] = {
        {ARTICLE "  1 жиын решает: local-budget\n", 3, 5,
            "law.languages-mixed", NULL, NULL},
        {ARTICLE "  1 gathering решает: бюджет жобасы\n", 3, 23,
            "law.languages-mixed", NULL, NULL},
        {PROCEDURE "  1 оповещение: кемінде 10 календарных дней до "
                   "заседания\n",
            4, 17, "law.languages-mixed", NULL, NULL},
    };
    (void)state;
    CASES_RUN(cases);
}

/* `before`, then `count` times `item`, parted by commas. */
static const char *listed(struct buffer *text, const char *before,
    const char *item, int count)
{
    buffer_clear(text);
    buffer_add_text(text, before);
    for (int i = 0; i < count; i++) {
        buffer_add_format(text, "%s%s%d", i == 0 ? "" : ", ", item, i);
    }
    buffer_add_text(text, "\n");
    return buffer_text(text);
}

static void lists_of_articles_and_wider_words_have_a_longest_length(
    void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    /* At the limit what is wrong is the first member, which is not there. */
    static const char OF[] = ARTICLE "procedure p; from 2001-01-01; of a ";
    (void)law_faults_first(listed(&text, OF, "77", LAW_LIST_MAX), 3, 36,
        "law.article-unknown");
    (void)law_faults_first(listed(&text, OF, "77", LAW_LIST_MAX + 1), 3, 410,
        "law.list-too-long");
    static const char IS[] = "word w; kind organ; is ";
    (void)law_faults_first(listed(&text, IS, "qqqqqqqq", LAW_LIST_MAX), 1, 24,
        "law.word-unknown");
    (void)law_faults_first(listed(&text, IS, "qqqqqqqq", LAW_LIST_MAX + 1), 1,
        782, "law.list-too-long");
    buffer_finish(&text);
}

static void faults_come_in_the_order_of_the_sources(void **state)
{
    (void)state;
    (void)law_faults_first(ARTICLE "  1 gathering decides: zzzzzzzzz\n"
                                   "  1 gathering decides: local-budget\n"
                                   "  1 zzzzzzzzz decides: local-budget\n",
        3, 24, "law.word-unknown");
    assert_int_equal(law_faults_count(), 2);
}

static void the_hundredth_fault_is_told_and_no_more(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    buffer_add_text(&text, ARTICLE);
    for (int i = 0; i < LAW_DIAGNOSTICS_MAX; i++) {
        buffer_add_text(&text, "  1 gathering decides: zzzzzzzzz\n");
    }
    (void)law_faults_first(buffer_text(&text), 3, 24, "law.word-unknown");
    assert_int_equal(law_faults_count(), LAW_DIAGNOSTICS_MAX);
    buffer_add_text(&text, "  1 gathering decides: zzzzzzzzz\n");
    (void)law_faults_first(buffer_text(&text), 3, 24, "law.word-unknown");
    assert_int_equal(law_faults_count(), LAW_DIAGNOSTICS_MAX);
    buffer_finish(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_word_gets_the_nearest_known_one),
        cmocka_unit_test(a_sentence_that_lacks_a_part_is_refused),
        cmocka_unit_test(an_amount_that_does_not_hold_together_is_refused),
        cmocka_unit_test(a_head_that_is_wrong_is_refused),
        cmocka_unit_test(a_declaration_that_is_wrong_is_refused),
        cmocka_unit_test(what_does_not_exist_cannot_be_named),
        cmocka_unit_test(editions_that_do_not_fit_together_are_refused),
        cmocka_unit_test(days_that_contradict_one_another_are_refused),
        cmocka_unit_test(a_local_act_may_not_change_what_the_law_fixes),
        cmocka_unit_test(russian_mixed_with_kazakh_is_refused),
        cmocka_unit_test(
            lists_of_articles_and_wider_words_have_a_longest_length),
        cmocka_unit_test(faults_come_in_the_order_of_the_sources),
        cmocka_unit_test(the_hundredth_fault_is_told_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
