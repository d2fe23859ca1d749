/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A proceeding folded from its events; its invariants hold after each.
 */
#include <stdio.h>
#include <string.h>

#include "test.h"

#include "proceeding/proceeding.h"

static struct arena *arena;
static struct proceeding proceeding;
static int64_t events;
static struct instant now;

/* What the event was read from is gone afterwards; `'` stands for `"`. */
static void apply_shown(
    const char *kind, const char *body, const char *evidence)
{
    struct arena *own = arena_create();
    char *text = arena_text(own, body);
    for (char *at = text; (at = strchr(at, '\'')) != NULL;) {
        *at = '"';
    }
    struct event event = {.number = ++events,
        .at = now,
        .kind = arena_text(own, kind),
        .proceeding = 5,
        .evidence = evidence == NULL ? NULL : arena_text(own, evidence)};
    struct error error = {0};
    assert_int_equal(
        json_parse(bytes_of_text(text), own, &event.body, &error), STATUS_OK);
    proceeding_apply(&proceeding, &event, arena);
    arena_destroy(own);
    proceeding_check(&proceeding);
    now.seconds += 60;
}

static void apply(const char *kind, const char *body)
{
    apply_shown(kind, body, NULL);
}

static void today(const char *text)
{
    assert_true(instant_parse(text, &now));
}

static void assert_phase(enum proceeding_phase phase, const char *name)
{
    assert_int_equal(proceeding.phase, phase);
    assert_string_equal(proceeding_phase_name(proceeding.phase), name);
}

static void assert_item(int64_t number, enum item_phase phase, const char *name)
{
    const struct item *item = proceeding_item(&proceeding, number);
    assert_non_null(item);
    assert_int_equal(item->phase, phase);
    assert_string_equal(proceeding_item_phase_name(item->phase), name);
}

static void assert_day(struct date date, const char *wanted)
{
    char text[DATE_TEXT_MAX];
    date_write(date, text);
    assert_string_equal(text, wanted);
}

static void open_one(void)
{
    apply("proceeding-opened",
        "{'procedure': 'gathering', 'law': 'abcd', 'law_day': '2026-11-25',"
        " 'initiator': 'member', 'represented': false, 'population': 2500}");
}

static void call_one(void)
{
    apply("sitting-called",
        "{'day': '2026-12-12', 'time': '11:00', 'place': 'Клуб', 'items': ["
        "{'matter': 'community-tasks', 'title': 'Жол', 'citation':"
        " 'law-2001/39-3/2.1'}, {'matter': 'assembly-composition', 'title':"
        " 'Жиналыс', 'members': ['a', 'b'], 'budget': 2026, 'repeats':"
        " {'proceeding': 3, 'item': 2}}], 'members_entitled': 30,"
        " 'roll_count': 30, 'roll_root': 'ef'}");
}

/* A sitting with a, b, c here and a quorum of `quorum`. */
static void sit(int quorum)
{
    char body[80];
    open_one();
    call_one();
    apply("notice-given", "{'ways': ['mass-media']}");
    today("2026-12-12T10:50:00+05:00");
    apply("arrived", "{'persons': ['a', 'b', 'c']}");
    (void)snprintf(body, sizeof body,
        "{'by': 'rural-akim', 'present': 3, 'needed': %d}", quorum);
    apply("sitting-opened", body);
}

/* Item 1 with two for and one against, adopted. */
static void adopt(void)
{
    sit(3);
    apply("vote-put", "{'item': 1, 'form': 'by-show-of-hands',"
                      " 'participants': 3, 'needed': 2}");
    apply("votes-counted", "{'item': 1, 'for': 2, 'against': 1,"
                           " 'abstain': 0}");
    apply("item-adopted", "{'item': 1, 'decision': 4}");
}

static int setup(void **state)
{
    (void)state;
    arena = arena_create();
    proceeding_init(&proceeding);
    events = 0;
    today("2026-11-25T09:00:00+05:00");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void nothing_happens_before_it_is_opened(void **state)
{
    (void)state;
    call_one();
    apply("arrived", "{'persons': ['a']}");
    assert_int_equal(proceeding.number, 0);
    assert_int_equal(proceeding.last_event, 0);
    assert_null(proceeding_item(&proceeding, 1));
    assert_false(proceeding_is_present(&proceeding, "a"));
}

static void it_is_opened_once(void **state)
{
    (void)state;
    open_one();
    assert_int_equal(proceeding.number, 5);
    assert_string_equal(proceeding.procedure, "gathering");
    assert_string_equal(proceeding.law, "abcd");
    assert_day(proceeding.law_day, "2026-11-25");
    assert_day(proceeding.opened, "2026-11-25");
    assert_string_equal(proceeding.initiator, "member");
    assert_int_equal(proceeding.population, 2500);
    assert_false(proceeding.represented);
    assert_null(proceeding.plot);
    assert_phase(PROCEEDING_OPENED, "opened");
    apply("proceeding-opened",
        "{'procedure': 'assembly', 'law_day': '2026-11-25'}");
    assert_string_equal(proceeding.procedure, "gathering");
    assert_int_equal(proceeding.last_event, 1);
}

static void a_separate_gathering_has_a_plot(void **state)
{
    (void)state;
    apply("proceeding-opened",
        "{'procedure': 'separate-gathering', 'law_day': '2026-11-25',"
        " 'represented': true, 'for': 4, 'plot': {'kato': '116645100',"
        " 'street': 'Абай', 'name': 'Абай көшесі'}}");
    assert_true(proceeding.represented);
    assert_int_equal(proceeding.for_gathering, 4);
    assert_string_equal(proceeding.plot, "Абай көшесі");
    assert_string_equal(proceeding.plot_kato, "116645100");
    assert_string_equal(proceeding.plot_street, "Абай");
    assert_int_equal(proceeding.population, -1);
}

static void signatures_are_counted_once_a_person(void **state)
{
    (void)state;
    open_one();
    apply(
        "initiative-signed", "{'signers': ['a', 'b'], 'members_entitled': 30}");
    today("2026-11-27");
    apply("initiative-signed", "{'signers': ['b', 'c']}");
    assert_int_equal(map_count(proceeding.signatures), 3);
    assert_day(proceeding.signed_on, "2026-11-27");
    assert_int_equal(proceeding.signable, 30);
}

static void consent_is_given_or_ends_it(void **state)
{
    (void)state;
    open_one();
    apply("consent-given", "{}");
    assert_true(proceeding.consented);
    assert_day(proceeding.consent_on, "2026-11-25");
    assert_phase(PROCEEDING_OPENED, "opened");
    apply("consent-refused", "{'reason': 'негізсіз'}");
    assert_false(proceeding.consented);
    assert_string_equal(proceeding.consent_reason, "негізсіз");
    assert_phase(PROCEEDING_REFUSED, "refused");
}

static void a_call_brings_day_roll_and_agenda(void **state)
{
    (void)state;
    open_one();
    call_one();
    assert_phase(PROCEEDING_CALLED, "called");
    assert_day(proceeding.called, "2026-11-25");
    assert_day(proceeding.day, "2026-12-12");
    assert_string_equal(proceeding.time, "11:00");
    assert_string_equal(proceeding.place, "Клуб");
    assert_int_equal(proceeding.members_entitled, 30);
    assert_int_equal(proceeding.roll_count, 30);
    assert_string_equal(proceeding.roll_root, "ef");
    assert_int_equal(proceeding.items_count, 2);
    const struct item *item = proceeding_item(&proceeding, 2);
    assert_string_equal(item->matter, "assembly-composition");
    assert_int_equal(item->members_count, 2);
    assert_string_equal(item->members[1], "b");
    assert_int_equal(item->budget_year, 2026);
    assert_int_equal(item->repeats_proceeding, 3);
    assert_int_equal(item->repeats_item, 2);
    assert_item(1, ITEM_PROPOSED, "proposed");
    assert_null(proceeding_item(&proceeding, 0));
    assert_null(proceeding_item(&proceeding, 3));
    assert_null(proceeding_item(&proceeding, INT64_MIN));
}

static void notice_keeps_its_ways_and_evidence(void **state)
{
    (void)state;
    open_one();
    call_one();
    apply_shown("notice-given", "{'ways': ['mass-media', 'other-way']}",
        "газет, 2026-11-26");
    assert_phase(PROCEEDING_NOTIFIED, "notified");
    assert_int_equal(proceeding.notice_ways_count, 2);
    assert_string_equal(proceeding.notice_ways[1], "other-way");
    assert_string_equal(proceeding.notice_evidence, "газет, 2026-11-26");
    apply("sitting-withdrawn", "{'reason': 'дауыл'}");
    assert_phase(PROCEEDING_WITHDRAWN, "withdrawn");
    assert_string_equal(proceeding.withdrawn_reason, "дауыл");
}

static void people_are_present_between_arriving_and_leaving(void **state)
{
    (void)state;
    sit(2);
    assert_phase(PROCEEDING_SITTING, "sitting");
    assert_int_equal(proceeding.present, 3);
    assert_int_equal(proceeding.quorum, 2);
    assert_true(proceeding_is_present(&proceeding, "a"));
    assert_false(proceeding_is_present(&proceeding, "d"));
    apply("arrived", "{'persons': ['a', 'd']}"); /* a is here already */
    assert_int_equal(proceeding.present, 4);
    apply("left", "{'persons': ['a', 'z']}"); /* z never came */
    assert_int_equal(proceeding.present, 3);
    assert_false(proceeding_is_present(&proceeding, "a"));
    const struct presence *a = map_get(proceeding.presence, "a");
    assert_true(a->left.seconds > a->arrived.seconds);
    struct instant first = a->arrived;
    apply("arrived", "{'persons': ['a']}");
    assert_true(proceeding_is_present(&proceeding, "a"));
    assert_int_equal(a->arrived.seconds, first.seconds);
    assert_int_equal(map_count(proceeding.presence), 4);
}

static void quorum_is_lost_one_below_and_comes_back(void **state)
{
    (void)state;
    sit(2);
    apply("left", "{'persons': ['a']}");
    assert_phase(PROCEEDING_SITTING, "sitting");
    apply("left", "{'persons': ['b']}");
    assert_phase(PROCEEDING_QUORUM_LOST, "quorum-lost");
    apply("quorum-lost", "{'present': 1, 'needed': 2}");
    apply("arrived", "{'persons': ['b']}");
    assert_phase(PROCEEDING_SITTING, "sitting");
    apply("quorum-restored", "{'present': 2, 'needed': 2}");
    assert_phase(PROCEEDING_SITTING, "sitting");
}

static void officers_and_agenda_are_kept(void **state)
{
    (void)state;
    sit(1);
    apply("officer-elected", "{'office': 'chair', 'holder': 'a', 'for': 3,"
                             " 'against': 0, 'abstain': 0}");
    apply("officer-elected", "{'office': 'secretary', 'holder': 'b',"
                             " 'for': 2, 'against': 1, 'abstain': 0}");
    apply("officer-elected", "{'office': 'chair', 'holder': 'c', 'for': 2,"
                             " 'against': 0, 'abstain': 1}");
    assert_int_equal(proceeding.officers_count, 2);
    const struct officer *chair = proceeding_officer(&proceeding, "chair");
    assert_string_equal(chair->holder, "c");
    assert_int_equal(chair->count.abstain, 1);
    assert_null(proceeding_officer(&proceeding, "guard"));
    assert_false(proceeding.agenda_approved);
    apply("agenda-approved", "{'for': 3, 'against': 0, 'abstain': 0}");
    assert_true(proceeding.agenda_approved);
    assert_int_equal(proceeding.agenda_count.votes_for, 3);
}

static void the_latest_choice_of_a_parameter_counts(void **state)
{
    (void)state;
    open_one();
    assert_null(proceeding_chosen(&proceeding, "form"));
    apply("choice-recorded",
        "{'parameter': 'form', 'value': 'by-name', 'ground': 'g',"
        " 'citation': 'law-2001/39-3/11'}");
    apply("choice-recorded",
        "{'parameter': 'form', 'value': 'by-show-of-hands', 'ground': 'h'}");
    assert_int_equal(proceeding.choices_count, 1);
    const struct proceeding_choice *form =
        proceeding_chosen(&proceeding, "form");
    assert_string_equal(form->value, "by-show-of-hands");
    assert_string_equal(form->ground, "h");
}

static void a_vote_by_name_is_one_a_voter(void **state)
{
    (void)state;
    sit(3);
    apply("vote-put", "{'item': 2, 'form': 'by-name', 'participants': 3,"
                      " 'needed': 2}");
    assert_item(2, ITEM_PUT, "put");
    apply("vote-cast", "{'item': 2, 'voter': 'a', 'choice': 'for'}");
    apply("vote-cast", "{'item': 2, 'voter': 'a', 'choice': 'against'}");
    apply("vote-cast", "{'item': 2, 'voter': 'b', 'choice': 'against'}");
    apply("vote-cast", "{'item': 2, 'voter': 'c', 'choice': 'abstain'}");
    const struct item *item = proceeding_item(&proceeding, 2);
    assert_int_equal(item->count.votes_for, 1);
    assert_int_equal(item->count.against, 1);
    assert_int_equal(item->count.abstain, 1);
    const struct item_vote *vote = map_get(item->votes, "a");
    assert_int_equal(vote->choice, VOTE_FOR);
    apply("item-rejected", "{'item': 2}");
    assert_item(2, ITEM_REJECTED, "rejected");
    assert_day(item->decided, "2026-12-12");
    assert_int_equal(item->decision, 0);
    assert_item(1, ITEM_PROPOSED, "proposed");
}

static void who_is_here_when_a_vote_is_put_takes_part(void **state)
{
    (void)state;
    sit(1);
    apply("left", "{'persons': ['c']}");
    apply("vote-put", "{'item': 1, 'form': 'by-name', 'participants': 2,"
                      " 'needed': 2}");
    apply("arrived", "{'persons': ['c', 'd']}");
    static const bool counted[] = {true, true, false, false};
    static const char *const keys[] = {"a", "b", "c", "d"};
    for (int i = 0; i < 4; i++) {
        const struct presence *one = map_get(proceeding.presence, keys[i]);
        assert_int_equal(one->counted, counted[i]);
    }
}

static void an_adjourned_sitting_drops_its_open_vote(void **state)
{
    (void)state;
    sit(2);
    apply("vote-put", "{'item': 1, 'form': 'by-name', 'participants': 3,"
                      " 'needed': 2}");
    apply("vote-cast", "{'item': 1, 'voter': 'a', 'choice': 'for'}");
    apply("sitting-adjourned",
        "{'day': '2026-12-14', 'time': '15:00', 'reason': 'кеш'}");
    assert_phase(PROCEEDING_ADJOURNED, "adjourned");
    assert_day(proceeding.day, "2026-12-14");
    assert_string_equal(proceeding.time, "15:00");
    assert_string_equal(proceeding.adjourn_reason, "кеш");
    assert_int_equal(proceeding.present, 0);
    assert_item(1, ITEM_PROPOSED, "proposed");
    assert_int_equal(map_count(proceeding_item(&proceeding, 1)->votes), 0);
    apply("arrived", "{'persons': ['a', 'b']}");
    apply("sitting-resumed", "{}");
    assert_phase(PROCEEDING_SITTING, "sitting");
    assert_int_equal(proceeding.present, 2);
}

static void an_item_is_withdrawn_with_its_reason(void **state)
{
    (void)state;
    sit(1);
    apply("vote-put", "{'item': 1, 'form': 'by-name', 'participants': 3,"
                      " 'needed': 2}");
    apply("item-withdrawn", "{'item': 1, 'reason': 'дайын емес'}");
    assert_item(1, ITEM_WITHDRAWN, "withdrawn");
    apply("vote-cast", "{'item': 9, 'voter': 'a', 'choice': 'for'}");
    assert_int_equal(proceeding.last_event, events);
}

static void speeches_stand_in_their_order(void **state)
{
    (void)state;
    sit(1);
    apply("speech-recorded", "{'item': 1, 'speaker': 'a', 'text': 'бірінші'}");
    apply("speech-recorded", "{'item': 1, 'speaker': 'b', 'text': 'екінші'}");
    apply("speech-recorded", "{'item': 2}");
    const struct item *first = proceeding_item(&proceeding, 1);
    assert_int_equal(first->speeches_count, 2);
    assert_string_equal(first->speeches[1].speaker, "b");
    assert_string_equal(first->speeches[1].text, "екінші");
    const struct item *second = proceeding_item(&proceeding, 2);
    assert_int_equal(second->speeches_count, 1);
    assert_null(second->speeches[0].speaker);
}

static void minutes_are_signed_and_handed_over(void **state)
{
    (void)state;
    adopt();
    apply("officer-elected", "{'office': 'chair', 'holder': 'a'}");
    apply("officer-elected", "{'office': 'secretary', 'holder': 'b'}");
    apply("sitting-closed", "{}");
    assert_phase(PROCEEDING_CLOSED, "closed");
    apply("minutes-signed", "{'office': 'chair', 'complete': false}");
    assert_phase(PROCEEDING_CLOSED, "closed");
    assert_true(proceeding_officer(&proceeding, "chair")->signed_minutes);
    assert_false(proceeding_officer(&proceeding, "secretary")->signed_minutes);
    apply("minutes-signed", "{'office': 'secretary', 'complete': true}");
    assert_phase(PROCEEDING_SIGNED, "signed");
    apply("minutes-handed-over", "{'to': 'rural-akim'}");
    assert_phase(PROCEEDING_HANDED_OVER, "handed-over");
    assert_string_equal(proceeding.handed_to, "rural-akim");
    assert_day(proceeding.handed_over, "2026-12-12");
}

static void a_decision_agreed_to_is_published_and_carried_out(void **state)
{
    (void)state;
    adopt();
    const struct item *item = proceeding_item(&proceeding, 1);
    assert_item(1, ITEM_ADOPTED, "adopted");
    assert_int_equal(item->decision, 4);
    today("2026-12-15");
    apply("decision-approved", "{'item': 1}");
    assert_item(1, ITEM_APPROVED, "approved");
    assert_day(item->reviewed, "2026-12-15");
    apply("decision-published",
        "{'item': 1, 'ways': ['mass-media', 'other-way']}");
    assert_true(item->published);
    assert_string_equal(item->published_ways, "mass-media, other-way");
    apply("execution-assigned", "{'item': 1, 'to': 'аппарат', 'task':"
                                " 'жөндеу', 'due': '2027-06-01'}");
    assert_day(item->assigned_due, "2027-06-01");
    apply(
        "execution-reported", "{'item': 1, 'text': 'басталды', 'done': false}");
    assert_false(item->done);
    apply("execution-reported", "{'item': 1, 'text': 'бітті', 'done': true}");
    assert_true(item->done);
    assert_string_equal(item->report, "бітті");
    /* Another task begins anew. */
    apply("execution-assigned", "{'item': 1, 'to': 'аппарат', 'task':"
                                " 'тексеру', 'due': '2027-07-01'}");
    assert_false(item->done);
    assert_null(item->report);
}

static void a_disagreement_goes_its_way_to_the_end(void **state)
{
    (void)state;
    adopt();
    const struct item *item = proceeding_item(&proceeding, 1);
    apply("decision-disagreed", "{'item': 1, 'reason': 'қаражат жоқ'}");
    assert_item(1, ITEM_DISAGREED, "disagreed");
    assert_int_equal(item->reviews_count, 1);
    apply("decision-reconsidered", "{'item': 1, 'kept': true, 'by': 8}");
    assert_item(1, ITEM_KEPT, "kept");
    assert_int_equal(item->reconsidered_in, 8);
    apply("decision-disagreed", "{'item': 1, 'reason': 'бәрібір'}");
    assert_item(1, ITEM_STILL_DISAGREED, "still-disagreed");
    apply("decision-deliberated", "{'item': 1, 'opinion': 'қолдау'}");
    assert_item(1, ITEM_DELIBERATED, "deliberated");
    assert_string_equal(item->opinion, "қолдау");
    apply("decision-resolved",
        "{'item': 1, 'upheld': true, 'reason': 'негізді'}");
    assert_item(1, ITEM_UPHELD, "upheld");
    /* Nobody's reason takes the place of another's. */
    assert_int_equal(item->reviews_count, 2);
    assert_string_equal(item->reviews[0].reason, "қаражат жоқ");
    assert_string_equal(item->reviews[1].reason, "бәрібір");
    assert_false(item->reviews[1].agreed);
    assert_string_equal(item->resolution, "негізді");
}

static void a_decision_may_be_dropped_on_the_way(void **state)
{
    (void)state;
    adopt();
    apply("decision-disagreed", "{'item': 1, 'reason': 'r'}");
    apply("decision-reconsidered", "{'item': 1, 'kept': false, 'by': 8}");
    assert_item(1, ITEM_DROPPED, "dropped");
}

static void an_unknown_event_changes_nothing_but_the_last(void **state)
{
    (void)state;
    open_one();
    struct proceeding before = proceeding;
    apply("weather-observed", "{'item': 1}");
    assert_int_equal(proceeding.phase, before.phase);
    assert_int_equal(proceeding.items_count, 0);
    assert_int_equal(proceeding.last_event, 2);
}

#define with_proceeding(test)                                                  \
    cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_proceeding(nothing_happens_before_it_is_opened),
        with_proceeding(it_is_opened_once),
        with_proceeding(a_separate_gathering_has_a_plot),
        with_proceeding(signatures_are_counted_once_a_person),
        with_proceeding(consent_is_given_or_ends_it),
        with_proceeding(a_call_brings_day_roll_and_agenda),
        with_proceeding(notice_keeps_its_ways_and_evidence),
        with_proceeding(people_are_present_between_arriving_and_leaving),
        with_proceeding(quorum_is_lost_one_below_and_comes_back),
        with_proceeding(officers_and_agenda_are_kept),
        with_proceeding(the_latest_choice_of_a_parameter_counts),
        with_proceeding(a_vote_by_name_is_one_a_voter),
        with_proceeding(who_is_here_when_a_vote_is_put_takes_part),
        with_proceeding(an_adjourned_sitting_drops_its_open_vote),
        with_proceeding(an_item_is_withdrawn_with_its_reason),
        with_proceeding(speeches_stand_in_their_order),
        with_proceeding(minutes_are_signed_and_handed_over),
        with_proceeding(a_decision_agreed_to_is_published_and_carried_out),
        with_proceeding(a_disagreement_goes_its_way_to_the_end),
        with_proceeding(a_decision_may_be_dropped_on_the_way),
        with_proceeding(an_unknown_event_changes_nothing_but_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
