/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official texts of the law: taken in from files, found for a day.
 */
#include <string.h>

#include "clerk/clerk_internal.h"
#include "law/nearest.h"
#include "law/official.h"

/* What the writer thread keeps. */
struct keeping {
    struct act act; /* whose, for the right to do it */
    struct store_law_text *articles;
    size_t count;
};

static enum status edition_check(const struct law *law,
    const struct clerk_text_file *file, struct error *error);
static void articles_make(const struct clerk_text_file *file,
    const struct official_text *official, const struct clerk_text *text,
    struct keeping *keeping, struct arena *arena);
static void unknown_find(const struct law *law,
    const struct clerk_text_file *file, const struct official_text *official,
    struct arena *arena, struct clerk_text *text);
static enum status keeping_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error);

enum status clerk_import_text(struct clerk *clerk,
    const struct clerk_account *account, const struct clerk_text_file *file,
    struct arena *arena, struct clerk_text *text, struct error *error)
{
    const struct law *law = clerk_law(clerk, NULL);
    struct official_text official;
    struct clerk_job *job = clerk_job_create(keeping_run, NULL);
    struct keeping *keeping = arena_take(job->arena, sizeof *keeping);
    keeping->act.kind = ACT_IMPORT_RESIDENTS;
    keeping->act.actor = "keeper";
    keeping->act.entered_by =
        arena_format(job->arena, "account-%lld", (long long)account->id);
    job->context = keeping;
    enum status status = clerk_authorise(account, &keeping->act, NULL, error);
    if (status == STATUS_OK) {
        status = edition_check(law, file, error);
    }
    if (status == STATUS_OK) {
        status = official_read(file->text, arena, &official, error);
    }
    if (status != STATUS_OK) {
        arena_destroy(job->arena);
        return status;
    }
    struct hash hash = hash_of(file->text);
    *text = (struct clerk_text){
        .language = official.language,
        .articles = official.count,
        .source = official.source == NULL ? arena_text(arena, file->name)
                                          : official.source,
    };
    commitment_write(&hash, text->sha256);
    unknown_find(law, file, &official, arena, text);
    articles_make(file, &official, text, keeping, job->arena);
    return clerk_job_wait(clerk, job, NULL, error);
}

/* The act is known, and in force on the day of the edition. */
static enum status edition_check(const struct law *law,
    const struct clerk_text_file *file, struct error *error)
{
    struct nearest nearest;
    bool is_known = false;
    nearest_start(&nearest, file->act);
    for (size_t i = 0; i < law_acts_count(law) && !is_known; i++) {
        const struct law_act *act = law_act_at(law, i);
        if (!act->local) {
            is_known = strcmp(act->id, file->act) == 0;
            nearest_try(&nearest, act->id);
        }
    }
    if (!is_known) {
        bool is_near = nearest.found != NULL;
        error_set(error, STATUS_INVALID,
            is_near ? "error.text-act-near" : "error.text-act");
        message_text(&error->message, "act", file->act);
        message_text(
            &error->message, "nearest", is_near ? nearest.found : "");
        return STATUS_INVALID;
    }
    struct buffer listed = BUFFER_EMPTY;
    bool is_in_force = law_at(
        law, file->edition, file->act, NULL, LANGUAGE_EN, &listed);
    buffer_finish(&listed);
    if (!is_in_force) {
        error_set(error, STATUS_INVALID, "error.text-edition");
        message_text(&error->message, "act", file->act);
        message_date(&error->message, "day", file->edition);
        return STATUS_INVALID;
    }
    return STATUS_OK;
}

static void unknown_find(const struct law *law,
    const struct clerk_text_file *file, const struct official_text *official,
    struct arena *arena, struct clerk_text *text)
{
    const char **unknown =
        arena_take_array(arena, official->count, sizeof *unknown);
    struct date from;
    struct date until;
    for (size_t i = 0; i < official->count; i++) {
        const char *path = official->articles[i].path;
        if (!official_span(
                law, file->act, path, file->edition, &from, &until)) {
            unknown[text->unknown_count++] = path;
        }
    }
    text->unknown = unknown;
}

/* Borrows all: the call waits for the writer thread. */
static void articles_make(const struct clerk_text_file *file,
    const struct official_text *official, const struct clerk_text *text,
    struct keeping *keeping, struct arena *arena)
{
    keeping->articles = arena_take_array(
        arena, official->count, sizeof *keeping->articles);
    keeping->count = official->count;
    for (size_t i = 0; i < official->count; i++) {
        const struct official_article *article = &official->articles[i];
        keeping->articles[i] = (struct store_law_text){
            .act = file->act,
            .article = article->path,
            .edition = file->edition,
            .language = official->language,
            .source = text->source,
            .sha256 = text->sha256,
            .heading = article->heading,
            .text = article->text,
        };
    }
}

static enum status keeping_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error)
{
    struct keeping *keeping = job->context;
    struct instant now;
    enum status status = clerk_time(clerk, &now, error);
    for (size_t i = 0; i < keeping->count; i++) {
        keeping->articles[i].loaded = now;
    }
    return status == STATUS_OK
        ? store_law_text_keep(clerk->store, keeping->articles,
              keeping->count, keeping->act.entered_by, error)
        : status;
}

enum status clerk_law_text(const struct law *law, struct store_reader *reader,
    const struct store_law_text_query *query, struct arena *arena,
    struct store_law_text *text, struct error *error)
{
    struct store_law_text_query within = *query;
    if (!official_span(law, query->act, query->article, query->day,
            &within.from, &within.until)) {
        return error_set(error, STATUS_MISSING, "error.text-none");
    }
    return store_law_text(reader, &within, arena, text, error);
}
