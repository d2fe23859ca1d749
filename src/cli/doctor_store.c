/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * doctor: the law and what is kept.
 */
#include <string.h>

#include "cli/doctor.h"
#include "cli/sources.h"

/* So long without an act is told: the clock may run ahead. */
enum { DAYS_WITHOUT_ACT = 366 };

/* The law that the site would run under: --law, the community's, the
   installation's. */
static enum status law_read(const struct doctor *doctor,
    struct sources *sources, struct error *error)
{
    struct command command = *doctor->command;
    if (command.law == NULL && doctor->dir != NULL) {
        command.law = arena_format(doctor->arena, "%s/law", doctor->dir);
    }
    return sources_compile(&command, NULL, 0, sources, error);
}

struct doctor_finding doctor_law(const struct doctor *doctor)
{
    struct sources sources;
    struct error error = {0};
    struct doctor_finding finding = doctor_well("cli.doctor-law-well");
    if (law_read(doctor, &sources, &error) == STATUS_OK) {
        char digest[COMMITMENT_TEXT_MAX];
        store_corpus_digest(sources.items, sources.count, digest);
        (void)message_number(
            &finding.said, "count", (int64_t)sources.count);
        (void)message_text(&finding.said, "digest", digest);
    } else {
        if (sources.faults->count > 0) {
            const struct law_diagnostic *first = &sources.faults->items[0];
            (void)message_start(&error.message, "cli.doctor-law-faulty");
            (void)message_text(&error.message, "file", first->file);
            (void)message_number(&error.message, "line", first->line);
        }
        finding = doctor_failed(
            DOCTOR_BROKEN, &error, "cli.doctor-law-cure");
    }
    sources_finish(&sources);
    return finding;
}

struct doctor_finding doctor_store(const struct doctor *doctor)
{
    struct store_reader *reader = NULL;
    struct error error = {0};
    enum status status = clerk_reader(doctor->dir, &reader, &error);
    if (status == STATUS_OK) {
        status = store_integrity(reader, &error);
    }
    store_reader_close(reader);
    return status == STATUS_OK ? doctor_well("cli.doctor-store-well")
                               : doctor_failed(DOCTOR_BROKEN, &error,
                                     "cli.doctor-store-cure");
}

struct doctor_finding doctor_record(const struct doctor *doctor)
{
    struct clerk_check check = {0};
    struct error error = {0};
    if (clerk_verify(doctor->dir, &check, &error) != STATUS_OK) {
        return doctor_failed(
            DOCTOR_BROKEN, &error, "cli.doctor-record-cure");
    }
    struct doctor_finding finding = doctor_well("cli.doctor-record-well");
    (void)message_number(&finding.said, "count", check.events);
    return finding;
}

struct doctor_finding doctor_tables(const struct doctor *doctor)
{
    struct error error = {0};
    return clerk_rebuild(doctor->dir, true, &error) == STATUS_OK
        ? doctor_well("cli.doctor-tables-well")
        : doctor_failed(DOCTOR_BROKEN, &error, "cli.doctor-tables-cure");
}

/* How many open proceedings run under another law than `digest`. */
static enum status others_count(const struct doctor *doctor,
    const char *digest, int64_t *open, int64_t *others, struct error *error)
{
    struct store_reader *reader = NULL;
    int64_t *numbers = NULL;
    size_t count = 0;
    enum status status = clerk_reader(doctor->dir, &reader, error);
    if (status == STATUS_OK) {
        status = store_open_proceedings(
            reader, doctor->arena, &numbers, &count, error);
    }
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        struct arena *arena = arena_create();
        struct proceeding proceeding;
        status = store_proceeding(
            reader, numbers[i], arena, &proceeding, error);
        if (status == STATUS_OK && strcmp(proceeding.law, digest) != 0) {
            (*others)++;
        }
        arena_destroy(arena);
    }
    store_reader_close(reader);
    *open = (int64_t)count;
    return status;
}

struct doctor_finding doctor_pinned(const struct doctor *doctor)
{
    char digest[COMMITMENT_TEXT_MAX] = "";
    struct sources sources;
    struct error error = {0};
    int64_t open = 0;
    int64_t others = 0;
    if (law_read(doctor, &sources, &error) == STATUS_OK) {
        store_corpus_digest(sources.items, sources.count, digest);
    }
    sources_finish(&sources);
    if (others_count(doctor, digest, &open, &others, &error) != STATUS_OK) {
        return doctor_failed(
            DOCTOR_BROKEN, &error, "cli.doctor-record-cure");
    }
    struct doctor_finding finding = doctor_well("cli.doctor-pinned-well");
    if (others > 0) {
        finding.state = DOCTOR_ATTENTION;
        finding.cure = "cli.doctor-pinned-cure";
        (void)message_number(
            message_start(&finding.said, "cli.doctor-pinned-other"),
            "others", others);
    }
    (void)message_number(&finding.said, "count", open);
    return finding;
}

/* A clock that was set back would put a false order into the record. */
struct doctor_finding doctor_clock(const struct doctor *doctor)
{
    struct instant now = {0};
    struct store_head head = {0};
    struct store_reader *reader = NULL;
    struct error error = {0};
    enum status status = clerk_now(&doctor->command->clock, &now, &error);
    if (status == STATUS_OK) {
        status = clerk_reader(doctor->dir, &reader, &error);
    }
    if (status == STATUS_OK) {
        status = store_head(reader, &head, &error);
    }
    store_reader_close(reader);
    if (status != STATUS_OK) {
        return doctor_failed(
            DOCTOR_BROKEN, &error, "cli.doctor-record-cure");
    }
    struct date today = instant_date(now);
    struct date last = instant_date(head.at);
    struct doctor_finding finding = doctor_well("cli.doctor-clock-well");
    if (now.seconds < head.at.seconds) {
        finding.state = DOCTOR_BROKEN;
        finding.cure = "cli.doctor-clock-back-cure";
        (void)message_start(&finding.said, "cli.doctor-clock-back");
    } else if (date_days_between(last, today) > DAYS_WITHOUT_ACT) {
        finding.state = DOCTOR_ATTENTION;
        finding.cure = "cli.doctor-clock-ahead-cure";
        (void)message_start(&finding.said, "cli.doctor-clock-ahead");
    }
    (void)message_date(&finding.said, "day", today);
    (void)message_date(&finding.said, "last", last);
    return finding;
}
