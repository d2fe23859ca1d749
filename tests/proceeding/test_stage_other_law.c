/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Another law, another course: which stages there are stands in the law.  What
 * a law does not ask, nobody waits for.
 */
#include "course.h"
#include "law_files.h"

/* No notice, no quorum, no agenda, one signature, no handing over, and a
   disagreement goes to the district akim at once. */
#define SHORT_LAW \
    "act law-x; rank law; adopted 2001-01-23\n" \
    "  kk «X заңы»\n" \
    "  ru «Закон X»\n" \
    "  en «Law X»\n" \
    "  kk short «X заңы»\n" \
    "  ru short «Закон X»\n" \
    "  en short «Law X»\n" \
    "article 1; from 2001-02-01\n" \
    "  1  gathering decides: community-tasks\n" \
    "procedure gathering; of law-x 1; from 2001-02-01\n" \
    "  1  takes part: member\n" \
    "  2  initiated by: rural-akim\n" \
    "  3  organised by: rural-akim\n" \
    "  4  opened by: rural-akim\n" \
    "  5  elects: chair\n" \
    "  6  considers matters of: gathering\n"

static const char LAW[] = SHORT_LAW
    "  7  carried by: at least 2/3 of participants; form by-show-of-hands\n"
    "  8  minutes: date, decisions; signed by chair\n"
    "  9  reviewed by: rural-akim\n"
    "  10 on disagreement: decided; by district-akim\n";

static const char LAW_WITHOUT_FORM[] = SHORT_LAW
    "  7  carried by: more than 1/2 of participants\n";

static const char LAW_WITHOUT_MAJORITY[] = SHORT_LAW;

static const char KOYANDY[] = "116645000";

static struct law *law;

/* Called and opened on one day, with six in the room and a chair. */
static void sit(struct village *village, const char *text)
{
    law = law_files_compile_text(text);
    village_setup(village, law, KOYANDY, "2026-12-01", 100);
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    village_accept(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-01', "
        "'time': '11:00', 'place': 'Клуб', 'items': [" COURSE_TASKS "]}");
    course_opened(village, 6);
}

static void rise(struct village *village)
{
    village_teardown(village);
    law_destroy(law);
}

static void what_a_law_does_not_ask_nobody_waits_for(void **state)
{
    struct village village;
    (void)state;
    sit(&village, LAW);
    assert_int_equal(course_latest(&village)->quorum, 0);
    village_accept(&village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 4, 'against': 2, 'abstain': 0}");
    village_accept(&village, "{'act': 'put', 'actor': 'chair', 'item': 1}");
    assert_int_equal(course_latest(&village)->items[0].needed, 4);
    village_accept(&village,
        "{'act': 'count', 'actor': 'chair', 'item': 1, 'for': 4, "
        "'against': 2, 'abstain': 0}");
    village_accept(
        &village, "{'act': 'close-vote', 'actor': 'chair', 'item': 1}");
    village_accept(&village, "{'act': 'close-sitting', 'actor': 'chair'}");
    village_accept(&village, "{'act': 'sign-minutes', 'actor': 'chair'}");
    village_accept(&village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': false}");
    village_accept(&village,
        "{'act': 'resolve', 'actor': 'district-akim', 'item': 1, "
        "'upheld': true, 'reason': 'Қажет'}");
    assert_int_equal(course_latest(&village)->items[0].phase, ITEM_UPHELD);
    rise(&village);
}

static void two_thirds_are_asked_where_the_law_says_two_thirds(void **state)
{
    struct village village;
    (void)state;
    sit(&village, LAW);
    village_refuse(&village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 3, 'against': 0, 'abstain': 3}",
        "refusal.not-carried", "law-x/1/7");
    assert_string_equal(
        message_value(&village.refusal.reason, "share"), "2/3");
    rise(&village);
}

static void a_form_of_which_the_law_says_nothing_is_chosen(void **state)
{
    struct village village;
    (void)state;
    sit(&village, LAW_WITHOUT_FORM);
    village_accept(&village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 4, 'against': 2, 'abstain': 0}");
    village_refuse(&village,
        "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}",
        "refusal.law-silent", "law-x/1/7");
    village_accept(&village,
        "{'act': 'choose', 'actor': 'chair', 'parameter': 'form', "
        "'value': 'by-name', 'ground': 'Жиынның келісімі'}");
    village_accept(&village, "{'act': 'put', 'actor': 'chair', 'item': 1}");
    rise(&village);
}

static void without_a_majority_in_the_law_nothing_is_decided(void **state)
{
    struct village village;
    (void)state;
    sit(&village, LAW_WITHOUT_MAJORITY);
    village_refuse(&village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 6, 'against': 0, 'abstain': 0}",
        "refusal.no-majority", "law-x/1");
    rise(&village);
}

static void a_quorum_of_what_nobody_counts_is_no_quorum(void **state)
{
    struct village village;
    (void)state;
    static const char text[] =
        "word horses; kind base; kk «жылқылар»; ru «лошади»; en «horses»\n"
        SHORT_LAW "  5  quorum: at least 1/2 of horses\n";
    law = law_files_compile_text(text);
    village_setup(&village, law, KOYANDY, "2026-12-01", 100);
    village_accept(&village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    village_accept(&village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-01', "
        "'time': '11:00', 'place': 'Клуб', 'items': [" COURSE_TASKS "]}");
    village_many(&village, "arrive", "rural-akim", 1, 6);
    village_refuse(&village,
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.law-silent", "law-x/1/5");
    rise(&village);
}

/* The law says so in the stage itself, or it is not so. */
static void publishing_waits_for_approval_where_the_law_says(void **state)
{
    struct village village;
    (void)state;
    static const char text[] = SHORT_LAW
        "  7  carried by: more than 1/2 of participants; form by-name\n"
        "  8  minutes: date; signed by chair\n"
        "  9  reviewed by: rural-akim\n"
        "  10 effect: binding; on state-organ\n"
        "  11 published in: mass-media; approved by rural-akim\n"
        "  12 carried out by: state-organ\n";
    sit(&village, text);
    village_accept(&village,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 6, 'against': 0, 'abstain': 0}");
    village_accept(&village, "{'act': 'put', 'actor': 'chair', 'item': 1}");
    for (int i = 1; i <= 6; i++) {
        course_act(&village,
            "{'act': 'vote', 'actor': 'chair', 'item': 1, 'resident': %d, "
            "'choice': 'for'}",
            i);
    }
    village_accept(
        &village, "{'act': 'close-vote', 'actor': 'chair', 'item': 1}");
    village_accept(&village, "{'act': 'close-sitting', 'actor': 'chair'}");
    village_accept(&village, "{'act': 'sign-minutes', 'actor': 'chair'}");
    static const char PUBLISH[] =
        "{'act': 'publish', 'actor': 'rural-akim', 'item': 1, "
        "'ways': ['mass-media']}";
    village_refuse(
        &village, PUBLISH, "refusal.item-not-now", "law-x/1/11");
    village_accept(&village,
        "{'act': 'assign', 'actor': 'rural-akim', 'item': 1, 'to': 'x', "
        "'task': 'x', 'due': '2026-12-31'}");
    village_accept(&village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}");
    village_accept(&village, PUBLISH);
    rise(&village);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_law_does_not_ask_nobody_waits_for),
        cmocka_unit_test(two_thirds_are_asked_where_the_law_says_two_thirds),
        cmocka_unit_test(a_form_of_which_the_law_says_nothing_is_chosen),
        cmocka_unit_test(without_a_majority_in_the_law_nothing_is_decided),
        cmocka_unit_test(a_quorum_of_what_nobody_counts_is_no_quorum),
        cmocka_unit_test(publishing_waits_for_approval_where_the_law_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
