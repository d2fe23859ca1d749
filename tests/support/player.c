/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The player.
 */
#include "player.h"

#include <stdio.h>
#include <string.h>

/* 0 to `count` - 1: xorshift64*, the same everywhere. */
int player_chance(struct player *player, int count)
{
    player->random ^= player->random >> 12;
    player->random ^= player->random << 25;
    player->random ^= player->random >> 27;
    uint64_t mixed = player->random * UINT64_C(2685821657736338717);
    return (int)((mixed >> 33) % (uint64_t)count);
}

bool player_is_likely(struct player *player, int percent)
{
    return player_chance(player, 100) < percent;
}

/* ---- acts ---------------------------------------------------------------- */

void player_clock(struct player *player)
{
    char day[DATE_TEXT_MAX];
    char now[64];
    date_write(player->today, day);
    (void)snprintf(now, sizeof now, "%sT%02d:%02d:00+05:00", day,
        player->minute / 60, player->minute % 60);
    desk_now(&player->desk, now);
}

/* Now and then a person who may not, or who is none. */
static int anybody(struct player *player)
{
    return 1 + player_chance(player, player_is_likely(player, 90)
                                         ? PLAYER_ADULTS
                                         : PLAYER_RESIDENTS + 1);
}

/* Some who stand together in the register, mostly those who lack yet. */
static const char *people(struct player *player, int64_t others)
{
    struct buffer list = BUFFER_EMPTY;
    int first =
        player_is_likely(player, 75) ? (int)others + 1 : anybody(player);
    int count = 1 + player_chance(player, 8);
    for (int i = 0; i < count; i++) {
        buffer_add_format(&list, "%s%d", i == 0 ? "" : ",", first + i);
    }
    const char *text = arena_text(player->arena, buffer_text(&list));
    buffer_finish(&list);
    return text;
}

/* Mostly somebody who is in the room. */
static int somebody(struct player *player)
{
    int resident = player_chance(player, PLAYER_ADULTS);
    for (int i = 0; i < PLAYER_ADULTS && player_is_likely(player, 99); i++) {
        const char *key = map_key_at(
            player->entitled, (size_t)((resident + i) % PLAYER_ADULTS));
        if (map_get(player->lawful.present, key) == &player->lawful) {
            return (resident + i) % PLAYER_ADULTS + 1;
        }
    }
    return anybody(player);
}

/* Mostly the one that is in hand: first of this phase. */
static int item(struct player *player, enum act_kind kind)
{
    const struct lawful *lawful = &player->lawful;
    enum lawful_item_phase wanted =
        kind == ACT_PUT || kind == ACT_WITHDRAW_ITEM ? LAWFUL_WAITS
        : kind == ACT_REVIEW || kind == ACT_PUBLISH || kind == ACT_ASSIGN
            ? LAWFUL_ADOPTED
            : LAWFUL_PUT;
    for (size_t i = 0; i < lawful->items_count && player_is_likely(player, 95);
         i++) {
        const struct lawful_item *one = &lawful->items[i];
        if (kind == ACT_SPEAK ? !one->is_spoken : one->phase == wanted) {
            return (int)i + 1;
        }
    }
    return 1 + player_chance(player, LAWFUL_ITEMS_MAX);
}

/* Counts that fit those present, mostly. */
static const char *counts(struct player *player)
{
    int voters = (int)player->lawful.present_count;
    int votes_for = player_is_likely(player, 75)
                        ? voters
                        : player_chance(player, voters + 1);
    int against = voters - votes_for;
    return arena_format(player->arena, "'for':%d,'against':%d,'abstain':%d",
        votes_for + (player_is_likely(player, 95) ? 0 : 1), against, 0);
}

static const char *one_of(
    struct player *player, const char *often, const char *seldom)
{
    return player_is_likely(player, 85) ? often : seldom;
}

static const char *day_ahead(struct player *player)
{
    static const int ahead[] = {9, 10, 10, 11, 12, 30};
    char *day = arena_take(player->arena, DATE_TEXT_MAX);
    date_write(
        date_add_days(player->today, ahead[player_chance(player, 6)]), day);
    return day;
}

static const char *agenda(struct player *player)
{
    bool is_of_assembly = player->lawful.organ != NULL;
    const char *first = is_of_assembly
                            ? "{'matter':'local-budget-review','title':'Есеп'}"
                            : "{'matter':'community-tasks','title':'Жол'}";
    if (is_of_assembly || player_is_likely(player, 30)) {
        first = "{'matter':'monitoring-report','title':'Есеп'}";
    }
    if (!is_of_assembly && player_is_likely(player, 75)) {
        first = "{'matter':'community-tasks','title':'Жол'}";
    }
    const char *second =
        player_is_likely(player, 25) && !is_of_assembly
            ? arena_format(player->arena,
                  ",{'matter':'assembly-composition','title':'Құрам',"
                  "'members':[%s]}",
                  people(player, 0))
        : player_is_likely(player, 20)
            ? ",{'matter':'task-deadlines','title':'Мерзім'}"
            : "";
    return arena_format(player->arena, "[%s%s]", first, second);
}

/* The actor's own fields: who acts, and the fields of this kind. */
static void act_write(struct player *player, enum act_kind kind)
{
    const char *actor = "chair";
    const char *fields = "";
    struct arena *arena = player->arena;
    switch ((int)kind) {
    case ACT_SIGN:
        actor = "member";
        fields = arena_format(arena, "'residents':[%s]",
            people(player, (int64_t)map_count(player->lawful.signers)));
        break;
    case ACT_CONSENT:
        actor = "district-akim";
        fields =
            one_of(player, "'granted':true", "'granted':false,'reason':'ж'");
        break;
    case ACT_CALL:
        actor = "rural-akim";
        fields = arena_format(arena,
            "'day':'%s','time':'11:00','place':'Клуб','items':%s",
            day_ahead(player), agenda(player));
        break;
    case ACT_NOTIFY:
        actor = "rural-akim";
        fields = "'ways':['mass-media']";
        break;
    case ACT_WITHDRAW:
        actor = "rural-akim";
        fields = "'reason':'Боран'";
        break;
    case ACT_ARRIVE:
    case ACT_LEAVE:
        actor = player->lawful.officers[1] == NULL ? "rural-akim" : "secretary";
        fields = kind == ACT_ARRIVE
                     ? arena_format(arena, "'residents':[%s]",
                           people(player, player->lawful.present_count))
                     : arena_format(arena, "'resident':%d", somebody(player));
        break;
    case ACT_CORRECT_PRESENCE:
        actor = player->lawful.officers[1] == NULL ? "rural-akim" : "secretary";
        fields = arena_format(arena, "'resident':%d,'present':%s",
            somebody(player), one_of(player, "false", "true"));
        break;
    case ACT_OPEN_SITTING:
        actor = "rural-akim";
        break;
    case ACT_ELECT:
        actor = player->lawful.officers[0] == NULL ? "rural-akim" : "chair";
        fields = arena_format(arena, "'office':'%s','resident':%d,%s",
            player->lawful.officers[0] == NULL
                ? one_of(player, "chair", "secretary")
                : one_of(player, "secretary", "chair"),
            somebody(player), counts(player));
        break;
    case ACT_APPROVE_AGENDA:
        fields = counts(player);
        break;
    case ACT_SPEAK:
        actor = "secretary";
        fields = arena_format(arena, "'item':%d", item(player, kind));
        break;
    case ACT_PUT:
        fields =
            arena_format(arena, "'item':%d,'form':'%s'", item(player, kind),
                player_is_likely(player, 50)
                    ? "by-name"
                    : one_of(player, "by-show-of-hands", "by-slip"));
        break;
    case ACT_VOTE:
        actor = "secretary";
        fields = arena_format(arena, "'item':%d,'resident':%d,'choice':'%s'",
            item(player, kind), somebody(player),
            one_of(player, "for", "against"));
        break;
    case ACT_CORRECT_VOTE:
        actor = "secretary";
        fields =
            arena_format(arena, "'item':%d,'resident':%d%s", item(player, kind),
                somebody(player), one_of(player, ",'choice':'abstain'", ""));
        break;
    case ACT_COUNT:
        actor = "secretary";
        fields = arena_format(
            arena, "'item':%d,%s", item(player, kind), counts(player));
        break;
    case ACT_CLOSE_VOTE:
        fields = arena_format(arena, "'item':%d", item(player, kind));
        break;
    case ACT_WITHDRAW_ITEM:
        fields =
            arena_format(arena, "'item':%d,'reason':'Кеш'", item(player, kind));
        break;
    case ACT_ADJOURN:
        fields = arena_format(arena, "'day':'%s','time':'11:00','reason':'Кеш'",
            day_ahead(player));
        break;
    case ACT_SIGN_MINUTES:
        actor = player->lawful.has_signed[0] ? "secretary" : "chair";
        break;
    case ACT_HAND_OVER:
        actor = "secretary";
        break;
    case ACT_REVIEW:
        actor = "rural-akim";
        fields = arena_format(arena, "'item':%d,%s", item(player, kind),
            one_of(player, "'agreed':true", "'agreed':false,'reason':'Жоқ'"));
        break;
    case ACT_PUBLISH:
        actor = "rural-akim";
        fields = arena_format(
            arena, "'item':%d,'ways':['mass-media']", item(player, kind));
        break;
    case ACT_ASSIGN:
        actor = "rural-akim";
        fields = arena_format(arena,
            "'item':%d,'to':'Аппарат','task':'Жол','due':'%s'",
            item(player, kind), day_ahead(player));
        break;
    default:
        break;
    }
    (void)snprintf(player->text, sizeof player->text,
        "{'act':'%s','proceeding':%d,'actor':'%s'%s%s%s}", act_kind_name(kind),
        (int)player->proceeding,
        player_is_likely(player, 96) ? actor : "district-akim",
        player_is_likely(player, 97) ? ",'evidence':'Қағаз'" : "",
        fields[0] == '\0' ? "" : ",", fields);
}

/* ---- which act ----------------------------------------------------------- */

static const struct lawful_item *waiting(const struct lawful *lawful)
{
    for (size_t i = 0; i < lawful->items_count; i++) {
        if (lawful->items[i].phase == LAWFUL_WAITS) {
            return &lawful->items[i];
        }
    }
    return NULL;
}

/* Slips and comings and goings between what the sitting is there for. */
static enum act_kind aside(struct player *player)
{
    static const enum act_kind kinds[] = {ACT_LEAVE, ACT_LEAVE, ACT_ARRIVE,
        ACT_CORRECT_PRESENCE, ACT_CORRECT_VOTE, ACT_WITHDRAW_ITEM};
    return kinds[player_chance(player, sizeof kinds / sizeof kinds[0])];
}

static enum act_kind next_of_vote(
    struct player *player, const struct lawful_item *item)
{
    bool is_counted = item->counted[0] + item->counted[1] > 0;
    if (item->is_by_name) {
        return player_is_likely(player, 30)   ? ACT_CLOSE_VOTE
               : player_is_likely(player, 15) ? ACT_CORRECT_VOTE
                                              : ACT_VOTE;
    }
    return player_is_likely(player, is_counted ? 85 : 5) ? ACT_CLOSE_VOTE
                                                         : ACT_COUNT;
}

static bool is_all_spoken(const struct lawful *lawful)
{
    bool is_all = true;
    for (size_t i = 0; i < lawful->items_count; i++) {
        is_all &= lawful->items[i].is_spoken;
    }
    return is_all;
}

static enum act_kind next_of_sitting(struct player *player)
{
    struct lawful *lawful = &player->lawful;
    const struct lawful_item *put = lawful_put(lawful);
    if (!lawful_is_quorate(lawful)) {
        return ACT_ARRIVE;
    }
    if (player_is_likely(player, 8)) {
        return aside(player);
    }
    if (lawful->officers[0] == NULL || lawful->officers[1] == NULL) {
        return ACT_ELECT;
    }
    if (!lawful->has_agenda) {
        return ACT_APPROVE_AGENDA;
    }
    if (put != NULL) {
        return next_of_vote(player, put);
    }
    return !is_all_spoken(lawful) && player_is_likely(player, 75) ? ACT_SPEAK
           : waiting(lawful) == NULL ? ACT_CLOSE_SITTING
                                     : ACT_PUT;
}

/* What a clerk who knows the law would do next. */
static enum act_kind next(struct player *player)
{
    const struct lawful *lawful = &player->lawful;
    switch (lawful->phase) {
    case LAWFUL_OPENED:
        return !lawful->is_of_members || lawful->is_consented ? ACT_CALL
               : player_is_likely(player, 60)                 ? ACT_SIGN
                                                              : ACT_CONSENT;
    case LAWFUL_CALLED:
        return ACT_NOTIFY;
    case LAWFUL_NOTIFIED:
    case LAWFUL_ADJOURNED:
        return !lawful_is_quorate(lawful)          ? ACT_ARRIVE
               : lawful->phase == LAWFUL_ADJOURNED ? ACT_RESUME
                                                   : ACT_OPEN_SITTING;
    case LAWFUL_SITTING:
        return next_of_sitting(player);
    case LAWFUL_CLOSED:
        return !is_all_spoken(lawful) ? ACT_SPEAK
               : lawful->has_signed[0] && lawful->has_signed[1]
                   ? ACT_HAND_OVER
                   : ACT_SIGN_MINUTES;
    case LAWFUL_HANDED_OVER:
        return player_is_likely(player, 50)   ? ACT_REVIEW
               : player_is_likely(player, 70) ? ACT_PUBLISH
                                              : ACT_ASSIGN;
    case LAWFUL_NONE:
    case LAWFUL_OVER:
        break;
    }
    return ACT_CALL;
}

void player_time_pass(struct player *player)
{
    const struct lawful *lawful = &player->lawful;
    bool is_waiting =
        lawful->phase == LAWFUL_NOTIFIED || lawful->phase == LAWFUL_ADJOURNED;
    struct date before = player->today;
    if (is_waiting && date_compare(player->today, lawful->day) < 0 &&
        player_is_likely(player, 80)) {
        player->today = player_is_likely(player, 96)
                            ? lawful->day
                            : date_add_days(lawful->day, 1);
        player->minute = player_is_likely(player, 95) ? 11 * 60 : 10 * 60 + 30;
    } else if (player_is_likely(player, 2)) {
        player->today =
            date_add_days(player->today, 1 + player_chance(player, 3));
    }
    if (player_is_likely(player, 30) ||
        date_compare(before, player->today) != 0) {
        player->minute++;
        player_clock(player);
    }
}

void player_act(struct player *player)
{
    enum act_kind kind = ACT_CHOOSE;
    /* The local rules leave nothing to choose; of disagreements only the
       first step is played. */
    while (
        kind == ACT_CHOOSE || kind == ACT_DELIBERATE || kind == ACT_RESOLVE) {
        kind = player_is_likely(player, 85)
                   ? next(player)
                   : (enum act_kind)(ACT_SIGN + player_chance(player,
                                                    ACT_REPORT - ACT_SIGN));
    }
    act_write(player, kind);
}
