/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A whole gathering from opening to the report on its decision.  The village
 * checks the state after every event; here the events of every act and the
 * phase after it are compared.
 */
#include <string.h>

#include "course.h"

struct step {
    const char *now; /* NULL: as before */
    const char *act;
    const char *events; /* their kinds, parted by blanks */
    enum proceeding_phase phase;
};

static const struct step steps[] = {
    {NULL,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}",
        "proceeding-opened", PROCEEDING_OPENED},
    {NULL,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-12', "
        "'time': '11:00', 'place': 'Клуб', 'items': ["
        "{'matter': 'community-tasks', 'title': 'Жол жөндеу'}, "
        "{'matter': 'assembly-composition', 'title': 'Құрам', "
        "'members': [1, 2, 3, 4, 5]}]}",
        "sitting-called", PROCEEDING_CALLED},
    {"2026-12-02T09:00:00+05:00",
        "{'act': 'notify', 'actor': 'rural-akim', 'evidence': 'Газет', "
        "'ways': ['mass-media']}",
        "notice-given", PROCEEDING_NOTIFIED},
    {"2026-12-12T10:40:00+05:00",
        "{'act': 'arrive', 'actor': 'rural-akim', "
        "'residents': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}",
        "arrived", PROCEEDING_NOTIFIED},
    {"2026-12-12T11:00:00+05:00",
        "{'act': 'open-sitting', 'actor': 'rural-akim'}", "sitting-opened",
        PROCEEDING_SITTING},
    {NULL,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': 1, 'for': 11, 'against': 0, 'abstain': 0}",
        "officer-elected", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'elect', 'actor': 'rural-akim', 'office': 'secretary', "
        "'resident': 2, 'for': 10, 'against': 0, 'abstain': 1}",
        "officer-elected", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'approve-agenda', 'actor': 'chair', 'for': 11, "
        "'against': 0, 'abstain': 0}",
        "agenda-approved", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'speak', 'actor': 'secretary', 'item': 1, 'resident': 7, "
        "'text': 'Жол көктемге дейін жөнделсін.'}",
        "speech-recorded", PROCEEDING_SITTING},
    {NULL, "{'act': 'put', 'actor': 'chair', 'item': 1, 'form': 'by-name'}",
        "vote-put", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 1, "
        "'choice': 'for'}",
        "vote-cast", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'vote', 'actor': 'member', 'item': 1, 'resident': 2, "
        "'choice': 'for'}",
        "vote-cast", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 3, "
        "'choice': 'for'}",
        "vote-cast", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 4, "
        "'choice': 'for'}",
        "vote-cast", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 5, "
        "'choice': 'against'}",
        "vote-cast", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'leave', 'actor': 'secretary', 'residents': [10, 11]}",
        "left quorum-lost", PROCEEDING_QUORUM_LOST},
    {NULL, "{'act': 'arrive', 'actor': 'secretary', 'resident': 10}",
        "arrived quorum-restored", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 6, "
        "'choice': 'for'}",
        "vote-cast", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'vote', 'actor': 'secretary', 'item': 1, 'resident': 10, "
        "'choice': 'for'}",
        "vote-cast", PROCEEDING_SITTING},
    {NULL, "{'act': 'close-vote', 'actor': 'chair', 'item': 1}",
        "item-adopted", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'adjourn', 'actor': 'chair', 'day': '2026-12-13', "
        "'time': '11:00', 'reason': 'Кеш болды'}",
        "sitting-adjourned", PROCEEDING_ADJOURNED},
    {"2026-12-13T10:50:00+05:00",
        "{'act': 'arrive', 'actor': 'secretary', "
        "'residents': [1, 2, 3, 4, 5, 6, 7, 8, 9, 12]}",
        "arrived", PROCEEDING_ADJOURNED},
    {NULL, "{'act': 'resume', 'actor': 'chair'}", "sitting-resumed",
        PROCEEDING_SITTING},
    {NULL, "{'act': 'speak', 'actor': 'secretary', 'item': 2}",
        "speech-recorded", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'put', 'actor': 'chair', 'item': 2, "
        "'form': 'by-show-of-hands'}",
        "vote-put", PROCEEDING_SITTING},
    {NULL,
        "{'act': 'count', 'actor': 'secretary', 'item': 2, 'for': 6, "
        "'against': 3, 'abstain': 1}",
        "votes-counted", PROCEEDING_SITTING},
    {NULL, "{'act': 'close-vote', 'actor': 'chair', 'item': 2}",
        "item-adopted organ-formed", PROCEEDING_SITTING},
    {NULL, "{'act': 'close-sitting', 'actor': 'chair'}", "sitting-closed",
        PROCEEDING_CLOSED},
    {NULL, "{'act': 'sign-minutes', 'actor': 'secretary'}",
        "minutes-signed", PROCEEDING_CLOSED},
    {NULL, "{'act': 'sign-minutes', 'actor': 'chair'}", "minutes-signed",
        PROCEEDING_SIGNED},
    {"2026-12-15T09:00:00+05:00",
        "{'act': 'hand-over', 'actor': 'secretary'}", "minutes-handed-over",
        PROCEEDING_HANDED_OVER},
    {"2026-12-18T09:00:00+05:00",
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}",
        "decision-approved", PROCEEDING_HANDED_OVER},
    {NULL,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 2, "
        "'agreed': true}",
        "decision-approved", PROCEEDING_HANDED_OVER},
    {NULL,
        "{'act': 'publish', 'actor': 'rural-akim', 'item': 1, "
        "'ways': ['mass-media']}",
        "decision-published", PROCEEDING_HANDED_OVER},
    {NULL,
        "{'act': 'assign', 'actor': 'rural-akim', 'item': 1, "
        "'to': 'Әкім аппараты', 'task': 'Жолды жөндеу', "
        "'due': '2027-04-01'}",
        "execution-assigned", PROCEEDING_HANDED_OVER},
    {"2027-03-30T09:00:00+05:00",
        "{'act': 'report', 'actor': 'official', 'item': 1, "
        "'text': 'Жол жөнделді.', 'done': true}",
        "execution-reported", PROCEEDING_HANDED_OVER},
};

static const char *kinds_of(struct village *village)
{
    const char *kinds = "";
    for (size_t i = 0; i < village->events.count; i++) {
        kinds = arena_format(village->arena, "%s%s%s", kinds,
            i == 0 ? "" : " ", village->events.items[i].kind);
    }
    return kinds;
}

static void a_gathering_runs_from_opening_to_the_report(void **state)
{
    struct village *village = *state;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        if (steps[i].now != NULL) {
            village_today(village, steps[i].now);
        }
        village_accept(village, steps[i].act);
        assert_string_equal(kinds_of(village), steps[i].events);
        assert_int_equal(course_latest(village)->phase, steps[i].phase);
    }
    const struct item *item = &course_latest(village)->items[0];
    assert_int_equal(item->participants, 11);
    assert_int_equal(item->needed, 6);
    assert_int_equal(item->count.votes_for, 6);
    assert_int_equal(item->decision, 1);
    assert_true(item->done);
    assert_int_equal(course_latest(village)->items[1].decision, 2);
    assert_int_equal(village->community.decisions, 2);
    assert_non_null(community_organ(&village->community, "assembly",
        instant_date(village->now)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(a_gathering_runs_from_opening_to_the_report),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
