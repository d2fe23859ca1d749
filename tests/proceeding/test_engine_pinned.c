/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Numbers come from the law: one changed in its text changes what the next
 * sitting demands; a running one keeps the law that it was opened under.
 */
#include <string.h>

#include "law_files.h"
#include "course.h"

#define SMALL_LAW(notice, initiative) \
    "act law-x; rank law; adopted 2020-01-01\n" \
    "  kk «X»\n  ru «X»\n  en «X»\n" \
    "  kk short «X»\n  ru short «X»\n  en short «X»\n" \
    "article 1; from 2020-01-01\n" \
    "  1  gathering decides: community-tasks\n" \
    "article 1; from 2026-12-05\n" \
    "  1  as before\n" \
    "procedure gathering; of law-x 1; from 2020-01-01\n" \
    "  1  takes part: member\n" \
    "  2  initiated by: rural-akim\n" \
    "  2  initiated by: member; " initiative "\n" \
    "  3  organised by: rural-akim\n" \
    "  4  notice: " notice " before sitting\n" \
    "  5  considers matters of: gathering\n" \
    "procedure gathering; of law-x 1; from 2026-12-05\n" \
    "  1  takes part: member\n" \
    "  2  initiated by: rural-akim\n" \
    "  3  organised by: rural-akim\n" \
    "  4  notice: at least 30 calendar-days before sitting\n" \
    "  5  considers matters of: gathering\n"

#define OPEN \
    "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}"
#define CALL(day) \
    "{'act': 'call', 'actor': 'rural-akim', 'day': '" day "', " \
    "'time': '11:00', 'place': 'x', 'items': [" COURSE_TASKS "]}"

static struct law *law;

static void begin(struct village *village, const char *text)
{
    law = law_files_compile_text(text);
    village_setup(village, law, "116645000", "2026-12-01", 100);
}

static void end(struct village *village)
{
    village_teardown(village);
    law_destroy(law);
}

static void notice_may_be_of_working_days(void **state)
{
    (void)state;
    static struct village village;
    begin(&village,
        SMALL_LAW("at least 5 working-days",
            "at least 3 persons"));
    village_accept(&village, OPEN);
    /* 1 December 2026 is a Tuesday */
    village_refuse(&village, CALL("2026-12-07"),
        "refusal.notice-too-short", "law-x/1/4");
    village_accept(&village, CALL("2026-12-08"));
    end(&village);
}

static void more_than_is_not_at_least(void **state)
{
    (void)state;
    static struct village village;
    begin(&village,
        SMALL_LAW("more than 5 calendar-days",
            "more than 10 % of members-entitled"));
    village_accept(&village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}");
    village_many(&village, "sign", "member", 1, 10);
    village_refuse(&village, CALL("2026-12-07"),
        "refusal.too-few-signatures", "law-x/1/2");
    village_many(&village, "sign", "member", 11, 11);
    village_refuse(&village, CALL("2026-12-06"),
        "refusal.notice-too-short", "law-x/1/4");
    village_accept(&village, CALL("2026-12-07"));
    end(&village);
}

static void a_plain_number_of_signatures_is_enough(void **state)
{
    (void)state;
    static struct village village;
    begin(&village,
        SMALL_LAW("at least 5 calendar-days", "at least 3 persons"));
    village.entitled = -1;
    village_accept(&village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}");
    village_many(&village, "sign", "member", 1, 2);
    village_refuse(&village, CALL("2026-12-20"),
        "refusal.too-few-signatures", "law-x/1/2");
    village_many(&village, "sign", "member", 3, 3);
    village.entitled = 100;
    village_accept(&village, CALL("2026-12-20"));
    end(&village);
}

static void a_later_edition_leaves_a_running_proceeding_alone(void **state)
{
    (void)state;
    static struct village village;
    begin(&village,
        SMALL_LAW("at least 5 calendar-days", "at least 3 persons"));
    village_accept(&village, OPEN);
    village_today(&village, "2026-12-05");
    village_accept(&village, CALL("2026-12-10"));
    village_accept(&village, OPEN);
    village_refuse(&village, CALL("2027-01-03"),
        "refusal.notice-too-short", "law-x/1/4");
    village_accept(&village, CALL("2027-01-04"));
    end(&village);
}

static void a_stage_that_is_absent_is_not_asked(void **state)
{
    (void)state;
    static struct village village;
    begin(&village,
        SMALL_LAW("at least 5 calendar-days", "at least 3 persons"));
    village_accept(&village, OPEN);
    village_refuse(&village,
        "{'act': 'consent', 'actor': 'district-akim', 'granted': true}",
        "refusal.act-not-in-procedure", "law-x/1");
    struct engine_facts facts = village_facts(&village, 1);
    struct engine_quorum quorum;
    engine_quorum(
        &facts, engine_procedure(&facts, village.arena), &quorum);
    assert_null(quorum.stage);
    assert_int_equal(quorum.needed, 0);
    assert_false(quorum.missing);
    end(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notice_may_be_of_working_days),
        cmocka_unit_test(more_than_is_not_at_least),
        cmocka_unit_test(a_plain_number_of_signatures_is_enough),
        cmocka_unit_test(a_later_edition_leaves_a_running_proceeding_alone),
        cmocka_unit_test(a_stage_that_is_absent_is_not_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
