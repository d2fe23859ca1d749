/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A clerk on a community of its own, and what tests do with it.
 */
#include "desk.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "test.h"

enum { DAYS_TO_SITTING = 12, PATH_BYTES = 600 };

static void folder_remove(const char *folder)
{
    DIR *opened = opendir(folder);
    assert_non_null(opened);
    struct dirent *entry = NULL;
    while ((entry = readdir(opened)) != NULL) {
        char path[PATH_BYTES];
        struct stat found;
        if (strcmp(entry->d_name, ".") == 0 ||
            strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        (void)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        assert_int_equal(lstat(path, &found), 0);
        if (S_ISDIR(found.st_mode)) {
            folder_remove(path);
        } else {
            assert_int_equal(unlink(path), 0);
        }
    }
    (void)closedir(opened);
    assert_int_equal(rmdir(folder), 0);
}

static struct clerk_clock clock_of(const struct desk *desk)
{
    return (struct clerk_clock){.file = desk->clock};
}

void desk_setup(struct desk *desk)
{
    desk_setup_on(desk, "2026-12-01T10:00:00+05:00");
}

/* In memory where there is such a place: nothing here waits for a disk. */
void desk_setup_on(struct desk *desk, const char *day)
{
    bool is_quick = access("/dev/shm", W_OK | X_OK) == 0;
    *desk = (struct desk){.arena = arena_create()};
    (void)snprintf(desk->folder, sizeof desk->folder, "%s/kenes-XXXXXX",
        is_quick ? "/dev/shm" : "/tmp");
    assert_non_null(mkdtemp(desk->folder));
    desk->dir = arena_format(desk->arena, "%s/okrug", desk->folder);
    desk->clock = arena_format(desk->arena, "%s/clock", desk->folder);
    (void)snprintf(desk->file.path, sizeof desk->file.path, "%s/kenes.db",
        desk->dir);
    desk_now(desk, day);
    struct clerk_clock clock = clock_of(desk);
    desk_ok(desk, clerk_init(
        desk->dir, "law", DESK_PLACE, false, &clock, &desk->error));
    desk_ok(desk,
        clerk_open(desk->dir, NULL, &clock, &desk->clerk, &desk->error));
}

void desk_teardown(struct desk *desk)
{
    clerk_close(desk->clerk);
    folder_remove(desk->folder);
    arena_destroy(desk->arena);
}

int desk_begin(void **state)
{
    static struct desk desk;
    desk_setup(&desk);
    *state = &desk;
    return 0;
}

int desk_end(void **state)
{
    desk_teardown(*state);
    return 0;
}

void desk_now(struct desk *desk, const char *now)
{
    desk_ok(desk,
        file_write(desk->clock, bytes_of_text(now), &desk->error));
}

void desk_reopen(struct desk *desk)
{
    clerk_close(desk->clerk);
    desk->clerk = desk_second(desk);
}

struct clerk *desk_second(struct desk *desk)
{
    struct clerk *clerk = NULL;
    struct clerk_clock clock = clock_of(desk);
    desk_ok(
        desk, clerk_open(desk->dir, NULL, &clock, &clerk, &desk->error));
    return clerk;
}

struct store_reader *desk_reader(struct desk *desk)
{
    struct store_reader *reader = NULL;
    desk_ok(desk, store_reader_open(
        clerk_store_path(desk->clerk), &reader, &desk->error));
    return reader;
}

struct clerk_account desk_account(const char *office)
{
    return (struct clerk_account){
        .id = 1,
        .name = office,
        .offices = {office},
        .offices_count = 1,
    };
}

struct clerk_account desk_member(int64_t resident)
{
    return (struct clerk_account){
        .id = 100 + resident, .name = "member", .resident = resident};
}

void desk_register(struct desk *desk, int count)
{
    struct buffer csv = BUFFER_EMPTY;
    struct clerk_account keeper = desk_account("keeper");
    int64_t imported = 0;
    buffer_add_text(&csv, "surname,name,birth,kato,street,from,citizen\n");
    for (int i = 1; i <= count; i++) {
        buffer_add_format(&csv,
            "Тұрғынов%05d,Асан,1970-01-02,%s,%s,2010-01-01,yes\n", i,
            DESK_VILLAGE, i == 6 ? "Достық" : "Абай");
    }
    desk_ok(desk, clerk_import_residents(desk->clerk, &keeper,
        buffer_bytes(&csv), &imported, &desk->error));
    assert_int_equal(imported, count);
    buffer_finish(&csv);
}

/* ---- acts -------------------------------------------------------------- */

struct act desk_act(struct desk *desk, const char *text)
{
    char *copy = arena_text(desk->arena, text);
    for (char *at = copy; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    const struct json *json = NULL;
    desk_ok(desk, json_parse(
        bytes_of_text(copy), desk->arena, &json, &desk->error));
    struct json *whole = json_object(desk->arena);
    enum act_kind kind = ACT_OPEN;
    if (act_kind_parse(json_member_text(json, "act"), &kind) &&
        kind > ACT_OPEN) {
        json_put_integer(whole, "proceeding", desk->proceeding);
    }
    for (size_t i = 0; i < json_count(json); i++) {
        json_put(whole, json_name_at(json, i), json_at(json, i));
    }
    struct act act;
    desk_ok(desk, act_read(whole, desk->arena, &act, &desk->error));
    return act;
}

enum status desk_submit(
    struct desk *desk, const char *office, const char *text)
{
    struct act act = desk_act(desk, text);
    struct clerk_account account = desk_account(office);
    clerk_submit_wait(desk->clerk, &account, &act, &desk->answer);
    if (desk->answer.status == STATUS_OK && desk->answer.proceeding != 0) {
        desk->proceeding = desk->answer.proceeding;
    }
    return desk->answer.status;
}

static void compare(const struct message *message, enum status status,
    enum status wanted, const char *key, const char *file, int line)
{
    const char *found = message->key == NULL ? "" : message->key;
    if (status == wanted && strcmp(found, key) == 0) {
        return;
    }
    print_error("%s: %s", error_status_name(status), found);
    for (size_t i = 0; message->key != NULL && i < message->count; i++) {
        print_error(" %s=%s", message->arguments[i].name,
            message->arguments[i].value);
    }
    print_error("\n");
    _fail(file, line);
}

void desk_answers(struct desk *desk, enum status status, enum status wanted,
    const char *key, const char *file, int line)
{
    const struct message *message = status == STATUS_REFUSED
        ? &desk->answer.refusal.reason
        : &desk->answer.error.message;
    compare(message, status, wanted, key, file, line);
}

void desk_is(struct desk *desk, enum status status, enum status wanted,
    const char *key, const char *file, int line)
{
    static const struct message nothing;
    compare(status == STATUS_OK ? &nothing : &desk->error.message, status,
        wanted, key, file, line);
}

const struct proceeding *desk_proceeding(struct desk *desk, int64_t number)
{
    struct store_reader *reader = desk_reader(desk);
    struct proceeding *state = arena_take(desk->arena, sizeof *state);
    desk_ok(desk, store_proceeding(
        reader, number, desk->arena, state, &desk->error));
    store_reader_close(reader);
    return state;
}

int64_t desk_events(struct desk *desk)
{
    struct clerk_check check = {0};
    desk_ok(desk, clerk_verify(desk->dir, &check, &desk->error));
    return check.events;
}

/* ---- course ------------------------------------------------------------ */

void desk_called(struct desk *desk, const char *procedure, const char *items)
{
    char day[DATE_TEXT_MAX];
    struct instant now;
    desk_ok(desk, clerk_time(desk->clerk, &now, &desk->error));
    date_write(date_add_days(instant_date(now), DAYS_TO_SITTING), day);
    desk_accept(desk, "rural-akim",
        arena_format(desk->arena,
            "{'act': 'open', 'actor': 'rural-akim', 'procedure': '%s'}",
            procedure));
    desk_accept(desk, "rural-akim",
        arena_format(desk->arena,
            "{'act': 'call', 'actor': 'rural-akim', 'day': '%s', "
            "'time': '11:00', 'place': 'Клуб', 'items': [%s]}",
            day, items));
    desk_accept(desk, "rural-akim",
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['mass-media'], "
        "'evidence': 'Газет, № 48'}");
    desk_now(desk, arena_format(desk->arena, "%sT11:00:00+05:00", day));
}

void desk_opened(struct desk *desk, int present)
{
    struct buffer text = BUFFER_EMPTY;
    buffer_add_text(&text, "{'act': 'arrive', 'actor': 'rural-akim', "
                           "'residents': [");
    for (int i = 1; i <= present; i++) {
        buffer_add_format(&text, "%s%d", i == 1 ? "" : ", ", i);
    }
    buffer_add_text(&text, "]}");
    desk_accept(desk, "rural-akim", buffer_text(&text));
    buffer_finish(&text);
    desk_accept(desk, "rural-akim",
        "{'act': 'open-sitting', 'actor': 'rural-akim'}");
}

static void elect(struct desk *desk, const char *office, int resident)
{
    const struct proceeding *now = desk_proceeding(desk, desk->proceeding);
    desk_accept(desk, "rural-akim",
        arena_format(desk->arena,
            "{'act': 'elect', 'actor': 'rural-akim', 'office': '%s', "
            "'resident': %d, 'for': %d, 'against': 0, 'abstain': 0}",
            office, resident, (int)now->present));
}

void desk_constituted(struct desk *desk)
{
    const struct proceeding *now = desk_proceeding(desk, desk->proceeding);
    elect(desk, "chair", 1);
    elect(desk, "secretary", 2);
    desk_accept(desk, "clerk",
        arena_format(desk->arena,
            "{'act': 'approve-agenda', 'actor': 'chair', 'for': %d, "
            "'against': 0, 'abstain': 0}",
            (int)now->present));
}

void desk_voted(struct desk *desk, int item, int votes_for)
{
    desk_accept(desk, "clerk",
        arena_format(desk->arena,
            "{'act': 'speak', 'actor': 'secretary', 'item': %d, "
            "'resident': 3, 'text': 'Қолдаймын.'}",
            item));
    desk_accept(desk, "clerk",
        arena_format(desk->arena,
            "{'act': 'put', 'actor': 'chair', 'item': %d, "
            "'form': 'by-show-of-hands'}",
            item));
    desk_accept(desk, "clerk",
        arena_format(desk->arena,
            "{'act': 'count', 'actor': 'secretary', 'item': %d, "
            "'for': %d, 'against': 0, 'abstain': 0}",
            item, votes_for));
    desk_accept(desk, "clerk",
        arena_format(desk->arena,
            "{'act': 'close-vote', 'actor': 'chair', 'item': %d}", item));
}

void desk_handed_over(struct desk *desk)
{
    desk_accept(desk, "clerk", "{'act': 'close-sitting', 'actor': 'chair'}");
    desk_accept(desk, "chair", "{'act': 'sign-minutes', 'actor': 'chair'}");
    desk_accept(desk, "clerk",
        "{'act': 'sign-minutes', 'actor': 'secretary', "
        "'evidence': 'Хаттама, 2-бет'}");
    desk_accept(
        desk, "clerk", "{'act': 'hand-over', 'actor': 'secretary'}");
}
