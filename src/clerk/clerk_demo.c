/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The demonstration: a real okrug with invented people, who have held a
 * gathering, elected an assembly and called two sittings, all by acts that the
 * law allowed on their days.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/embed.h"
#include "base/file.h"
#include "clerk/clerk_demo_internal.h"

#define KATO "116652000" /* the rural okrug Қызыл суат */
#define PASSWORD "kenes-demo"
#define CLUB "Қызыл суат ауылы, мәдениет үйі"

enum { ACT_BYTES_MAX = 4096, STEPS = 6, SATURDAY = 6, DAYS_EXECUTION = 21 };

/* Who sits at a keyboard. */
enum seat { SEAT_KEEPER, SEAT_CLERK, SEAT_AKIM, SEAT_DISTRICT, SEAT_MEMBER };
enum { SEATS = SEAT_MEMBER + 1 };

static const struct {
    const char *name;
    const char *office; /* NULL: a member's */
} seats[SEATS] = {
    {"keeper", "keeper"},
    {"clerk", "clerk"},
    {"akim", "rural-akim"},
    {"district-akim", "district-akim"},
    {"member", NULL},
};

/* Once something is not done, nothing more is. */
struct demo {
    struct clerk *clerk;
    struct arena *arena;
    struct date today;
    struct date day; /* on which the next acts come */
    struct clerk_account accounts[SEATS];
    struct clerk_demo_people people;
    int64_t proceeding; /* on which they come */
    int present;
    clerk_progress *progress;
    void *context;
    int step;
    enum status status;
    struct error *error;
};

static enum status kept_check(const char *dir, struct error *error);
static void folder_clear(struct arena *arena, const char *folder);
static void make(struct demo *demo, const char *dir, const char *law_dir);
static void accounts_add(struct demo *demo);
static void registers_fill(struct demo *demo);
static void gathering_hold(struct demo *demo, struct date day);
static void gathering_finish(struct demo *demo, struct date day);
static void sittings_call(struct demo *demo);
/* An act without its opening brace and proceeding, with ' for ". */
static void enter(struct demo *demo, enum seat seat, const char *time,
    const char *format, ...) __attribute__((format(printf, 4, 5)));
static void step_done(struct demo *demo);

bool clerk_demo_account(
    size_t index, const char **name, const char **password)
{
    if (index >= SEATS) {
        return false;
    }
    *name = seats[index].name;
    *password = PASSWORD;
    return true;
}

/* Made beside and moved into its place when it is whole. */
enum status clerk_demo(const char *dir, const char *law_dir,
    const struct clerk_clock *clock, clerk_progress *progress, void *context,
    struct error *error)
{
    struct arena *arena = arena_create();
    struct instant now;
    struct demo demo = {
        .arena = arena,
        .progress = progress,
        .context = context,
        .error = error,
    };
    const char *making = arena_format(arena, "%s.making", dir);
    if (file_exists(clerk_path(arena, dir, "kenes.db"))) {
        enum status status = kept_check(dir, error);
        arena_destroy(arena);
        return status;
    }
    folder_clear(arena, making);
    demo.status = clerk_now(clock, &now, error);
    if (demo.status == STATUS_OK) {
        demo.today = instant_date(now);
        make(&demo, making, law_dir);
        clerk_close(demo.clerk);
    }
    if (demo.status == STATUS_OK && rename(making, dir) != 0) {
        demo.status = error_set(error, STATUS_CONFLICT, "error.folder-taken");
        message_text(&error->message, "path", dir);
    }
    arena_destroy(arena);
    return demo.status;
}

/* A community that is there must be a demonstration. */
static enum status kept_check(const char *dir, struct error *error)
{
    struct arena *arena = arena_create();
    struct store_reader *reader = NULL;
    struct community community;
    enum status status =
        store_reader_open(clerk_path(arena, dir, "kenes.db"), &reader, error);
    if (status == STATUS_OK) {
        status = store_community(reader, arena, &community, error);
    }
    if (status == STATUS_OK && !community.demonstration) {
        status = error_set(error, STATUS_CONFLICT, "error.demo-elsewhere");
        message_text(&error->message, "path", dir);
    }
    store_reader_close(reader);
    arena_destroy(arena);
    return status;
}

/* What an interrupted making left; whatever else stands there stays, and is
   told of when the folder is made. */
static void folder_clear(struct arena *arena, const char *folder)
{
    static const char *const parts[] = {"law/local", "law", ""};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const char *part = clerk_path(arena, folder, parts[i]);
        const char *ending = parts[i][0] == '\0' ? "" : ".law";
        const char *const *names = NULL;
        size_t count = 0;
        struct error error;
        if (file_list(part, ending, arena, &names, &count, &error) !=
            STATUS_OK) {
            continue;
        }
        for (size_t k = 0; k < count; k++) {
            if (ending[0] != '\0' || strncmp(names[k], "kenes.db", 8) == 0) {
                (void)remove(clerk_path(arena, part, names[k]));
            }
        }
        (void)remove(part);
    }
}

/* The last Saturday on or before a day, the first on or after it. */
static struct date saturday(struct date day, int direction)
{
    while (date_weekday(day) != SATURDAY) {
        day = date_add_days(day, direction);
    }
    return day;
}

static void make(struct demo *demo, const char *dir, const char *law_dir)
{
    struct date day = saturday(date_add_days(demo->today, -30), -1);
    char founded[INSTANT_TEXT_MAX];
    struct clerk_clock clock = {{0}, NULL};
    demo->day = date_add_days(day, -21);
    date_write(demo->day, founded);
    (void)instant_parse(founded, &clock.fixed);
    demo->status =
        clerk_init(dir, law_dir, KATO, true, &clock, demo->error);
    if (demo->status == STATUS_OK) {
        demo->status =
            clerk_open(dir, NULL, &clock, &demo->clerk, demo->error);
    }
    step_done(demo);
    accounts_add(demo);
    step_done(demo);
    registers_fill(demo);
    step_done(demo);
    gathering_hold(demo, day);
    step_done(demo);
    gathering_finish(demo, day);
    step_done(demo);
    sittings_call(demo);
    step_done(demo);
}

static void step_done(struct demo *demo)
{
    if (demo->status == STATUS_OK) {
        demo->progress(demo->context, ++demo->step, STEPS);
    }
}

/* ---- acts --------------------------------------------------------------- */

/* Sets the clock of the next act; no act is on its way meanwhile. */
static void clock_set(struct demo *demo, const char *time)
{
    char day[DATE_TEXT_MAX];
    char text[64];
    date_write(demo->day, day);
    (void)snprintf(text, sizeof text, "%sT%s:00+05:00", day, time);
    (void)instant_parse(text, &demo->clerk->clock.fixed);
}

static void enter(struct demo *demo, enum seat seat, const char *time,
    const char *format, ...)
{
    char text[ACT_BYTES_MAX] = "{";
    struct act act;
    const struct json *json = NULL;
    struct clerk_answer answer;
    if (demo->status != STATUS_OK) {
        return;
    }
    if (demo->proceeding != 0) {
        (void)snprintf(text, sizeof text, "{'proceeding': %lld, ",
            (long long)demo->proceeding);
    }
    size_t length = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(text + length, sizeof text - length, format, arguments);
    va_end(arguments);
    clock_set(demo, time);
    for (char *at = text; (at = strchr(at, '\'')) != NULL;) {
        *at = '"';
    }
    demo->status =
        json_parse(bytes_of_text(text), demo->arena, &json, demo->error);
    if (demo->status == STATUS_OK) {
        demo->status = act_read(json, demo->arena, &act, demo->error);
    }
    if (demo->status != STATUS_OK) {
        return;
    }
    clerk_submit_wait(demo->clerk, &demo->accounts[seat], &act, &answer);
    demo->status = answer.status;
    *demo->error = answer.error;
    if (answer.status == STATUS_REFUSED) {
        *demo->error = (struct error){STATUS_REFUSED, answer.refusal.reason};
    }
    if (act.kind == ACT_OPEN) {
        demo->proceeding = answer.proceeding;
    }
}

/* "1, 4, 7": heads of houses from `first` on. */
static const char *heads_text(struct demo *demo, int first, int count)
{
    struct buffer text = BUFFER_EMPTY;
    for (int i = first; i < first + count; i++) {
        buffer_add_format(
            &text, "%s%d", i == first ? "" : ", ", demo->people.heads[i]);
    }
    const char *copy = arena_text(demo->arena, buffer_text(&text));
    buffer_finish(&text);
    return copy;
}

/* ---- who and what there is ---------------------------------------------- */

static void accounts_add(struct demo *demo)
{
    for (size_t i = 0; demo->status == STATUS_OK && i < SEATS - 1; i++) {
        demo->status = clerk_account_add(demo->clerk, seats[i].name, PASSWORD,
            &seats[i].office, 1, 0, LANGUAGE_KK, demo->error);
        if (demo->status == STATUS_OK) {
            demo->status = clerk_account_find(demo->clerk, seats[i].name,
                demo->arena, &demo->accounts[i], demo->error);
        }
    }
}

static void registers_fill(struct demo *demo)
{
    static const char *const officials[][3] = {
        {"rural-akim", "Сәрсенбаев", "Ермек"},
        {"person-empowered", "Жақыпова", "Гүлмира"},
        {"district-akim", "Төребеков", "Асылбек"},
        {"district-maslikhat", "Омарова", "Шынар"},
    };
    struct buffer csv = BUFFER_EMPTY;
    int64_t imported = 0;
    char day[DATE_TEXT_MAX];
    date_write(demo->day, day);
    for (size_t i = 0; i < sizeof officials / sizeof officials[0]; i++) {
        enter(demo, SEAT_KEEPER, "09:10",
            "'act': 'record-office', 'actor': 'keeper', 'office': '%s', "
            "'surname': '%s', 'name': '%s', 'from': '%d-01-15', "
            "'basis': 'Мысал: ойдан шығарылған адам'}",
            officials[i][0], officials[i][1], officials[i][2],
            demo->day.year - 1);
    }
    clerk_demo_make_people(demo->day.year, &csv, &demo->people);
    if (demo->status == STATUS_OK) {
        clock_set(demo, "09:30");
        demo->status = clerk_import_residents(demo->clerk,
            &demo->accounts[SEAT_KEEPER], buffer_bytes(&csv), &imported,
            demo->error);
    }
    buffer_finish(&csv);
    enter(demo, SEAT_KEEPER, "09:40",
        "'act': 'record-population', 'actor': 'keeper', 'persons': %d, "
        "'on': '%s', 'basis': 'Мысал: тіркелім бойынша'}",
        demo->people.count, day);
    if (demo->status == STATUS_OK) {
        clock_set(demo, "09:50");
        demo->status = clerk_import_budget(demo->clerk,
            &demo->accounts[SEAT_KEEPER], bytes_of_text(embed_demo_budget),
            true, &imported, demo->error);
    }
    if (demo->status == STATUS_OK) {
        demo->status = clerk_account_add(demo->clerk, seats[SEAT_MEMBER].name,
            PASSWORD, NULL, 0, demo->people.heads[2], LANGUAGE_KK,
            demo->error);
    }
}

/* ---- sittings ----------------------------------------------------------- */

static void sitting_call(struct demo *demo, const char *procedure,
    struct date day, const char *items)
{
    char text[DATE_TEXT_MAX];
    date_write(day, text);
    demo->proceeding = 0;
    enter(demo, SEAT_AKIM, "10:00",
        "'act': 'open', 'actor': 'rural-akim', 'procedure': '%s'}",
        procedure);
    enter(demo, SEAT_AKIM, "10:10",
        "'act': 'call', 'actor': 'rural-akim', 'day': '%s', "
        "'time': '11:00', 'place': '" CLUB "', 'items': [%s]}",
        text, items);
    enter(demo, SEAT_CLERK, "12:00",
        "'act': 'notify', 'actor': 'rural-akim', "
        "'ways': ['mass-media', 'other-way'], 'evidence': "
        "'Хабарландыру тақтасындағы хабарландырудың фотосуреті, мысал'}");
}

/* Twenty minutes for each item. */
static void item_decide(struct demo *demo, int item, int speaker,
    const char *speech, int against, int abstain)
{
    char time[8];
    (void)snprintf(time, sizeof time, "11:%02d", item * 20);
    enter(demo, SEAT_CLERK, time,
        "'act': 'speak', 'actor': 'secretary', 'item': %d, 'resident': %d, "
        "'text': '%s'}",
        item, demo->people.heads[speaker], speech);
    enter(demo, SEAT_CLERK, time,
        "'act': 'put', 'actor': 'chair', 'item': %d, "
        "'form': 'by-show-of-hands'}",
        item);
    enter(demo, SEAT_CLERK, time,
        "'act': 'count', 'actor': 'secretary', 'item': %d, 'for': %d, "
        "'against': %d, 'abstain': %d}",
        item, demo->present - against - abstain, against, abstain);
    enter(demo, SEAT_CLERK, time,
        "'act': 'close-vote', 'actor': 'chair', 'item': %d}", item);
}

/* The gathering that elected the assembly: some come early, some late. */
static void gathering_hold(struct demo *demo, struct date day)
{
    enum { EARLY = 58, LATE = 6, MEMBERS = 15 };
    demo->day = date_add_days(day, -14);
    sitting_call(demo, "gathering", day,
        arena_format(demo->arena,
            "{'matter': 'assembly-composition', 'title': "
            "'Жергілікті қоғамдастық жиналысының құрамын айқындау', "
            "'members': [%s]}, {'matter': 'community-tasks', 'title': "
            "'Ауылішілік жолдарды жарықтандыру'}",
            heads_text(demo, 0, MEMBERS)));
    demo->day = day;
    demo->present = EARLY + LATE;
    enter(demo, SEAT_CLERK, "10:40",
        "'act': 'arrive', 'actor': 'rural-akim', 'residents': [%s], "
        "'evidence': 'Тіркеу парағы'}",
        heads_text(demo, 0, EARLY));
    enter(demo, SEAT_AKIM, "11:00",
        "'act': 'open-sitting', 'actor': 'rural-akim'}");
    enter(demo, SEAT_AKIM, "11:05",
        "'act': 'elect', 'actor': 'rural-akim', 'office': 'chair', "
        "'resident': %d, 'for': %d, 'against': 0, 'abstain': 2}",
        demo->people.heads[1], EARLY - 2);
    enter(demo, SEAT_AKIM, "11:08",
        "'act': 'elect', 'actor': 'rural-akim', 'office': 'secretary', "
        "'resident': %d, 'for': %d, 'against': 0, 'abstain': 0}",
        demo->people.heads[3], EARLY);
    enter(demo, SEAT_CLERK, "11:10",
        "'act': 'approve-agenda', 'actor': 'chair', 'for': %d, "
        "'against': 0, 'abstain': 0}",
        EARLY);
    enter(demo, SEAT_CLERK, "11:15",
        "'act': 'arrive', 'actor': 'secretary', 'residents': [%s]}",
        heads_text(demo, EARLY, LATE));
    item_decide(demo, 1, 4,
        "Құрамға төрт ауылдың да өкілдері кірсін деп ұсынамын.", 3, 2);
    item_decide(demo, 2, 7,
        "Мектеп пен медпункт көшелерінен бастау керек.", 1, 0);
    enter(demo, SEAT_CLERK, "12:20",
        "'act': 'close-sitting', 'actor': 'chair'}");
}

static void gathering_finish(struct demo *demo, struct date day)
{
    char due[DATE_TEXT_MAX];
    date_write(date_add_days(demo->today, DAYS_EXECUTION), due);
    demo->day = date_add_days(day, 2);
    enter(demo, SEAT_CLERK, "10:00",
        "'act': 'sign-minutes', 'actor': 'chair', "
        "'evidence': 'Хаттаманың қол қойылған данасы'}");
    enter(demo, SEAT_CLERK, "10:05",
        "'act': 'sign-minutes', 'actor': 'secretary', "
        "'evidence': 'Хаттаманың қол қойылған данасы'}");
    enter(demo, SEAT_CLERK, "11:00",
        "'act': 'hand-over', 'actor': 'secretary', "
        "'evidence': 'Әкім аппаратының кіріс журналы'}");
    demo->day = date_add_days(day, 5);
    for (int item = 1; item <= 2; item++) {
        enter(demo, SEAT_AKIM, "15:00",
            "'act': 'review', 'actor': 'rural-akim', 'item': %d, "
            "'agreed': true}",
            item);
    }
    demo->day = date_add_days(day, 6);
    for (int item = 1; item <= 2; item++) {
        enter(demo, SEAT_CLERK, "09:30",
            "'act': 'publish', 'actor': 'rural-akim', 'item': %d, "
            "'ways': ['mass-media'], 'evidence': 'Аудандық газет, мысал'}",
            item);
    }
    enter(demo, SEAT_AKIM, "09:45",
        "'act': 'assign', 'actor': 'rural-akim', 'item': 2, "
        "'to': 'Әкім аппараты', 'task': 'Шамдарды орнату кестесін бекіту', "
        "'due': '%s'}",
        due);
}

/* An assembly about the budget and another gathering, both to come. */
static void sittings_call(struct demo *demo)
{
    demo->day = date_add_days(demo->today, -2);
    sitting_call(demo, "assembly",
        saturday(date_add_days(demo->today, 9), 1),
        arena_format(demo->arena,
            "{'matter': 'local-budget', 'title': "
            "'Ауылдық округ бюджетінің жобасын келісу (мысал)', "
            "'budget': 2025}, {'matter': 'budget-monitoring-commission', "
            "'title': 'Бюджеттің атқарылуына мониторинг жүргізетін "
            "комиссияны құру', 'members': [%s]}",
            heads_text(demo, 5, 3)));
    demo->day = date_add_days(demo->today, -1);
    sitting_call(demo, "gathering",
        saturday(date_add_days(demo->today, 16), 1),
        "{'matter': 'community-tasks', 'title': "
        "'Жазғы жайылымға мал айдау тәртібі'}");
}
