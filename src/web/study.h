/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What inquiries into the law found, kept: the same question is worked out
 * once, for however many readers.  The last STUDY_MAX answers are kept, each
 * for one corpus.
 *
 * For one thread at a time: the pages that ask are slow ones (routes.c), which
 * the worker calls one after another.
 */
#ifndef WEB_STUDY_H
#define WEB_STUDY_H

#include "inquiry/acknowledge.h"
#include "inquiry/allocate.h"
#include "inquiry/charter.h"
#include "inquiry/compare.h"
#include "inquiry/density.h"
#include "inquiry/repair.h"

enum { STUDY_MAX = 48 };

struct study;

struct study *study_create(void);
void study_destroy(struct study *study); /* NULL is nothing */

enum study_subject {
    STUDY_FINDINGS, /* `file`: those acknowledged; none: nobody has */
    STUDY_CHARTER, /* of `word` */
    STUDY_REPAIR,
    STUDY_CHANGES,  /* what `bill` changes */
    STUDY_POWERS,   /* norms about `word`, in time */
    STUDY_TIMELINE, /* of the act `word`, NULL: of all */
    STUDY_DISCREPANCIES,
    STUDY_TERRITORY, /* `file`: units; none: the register alone */
    STUDY_ALLOCATION /* `file`: measures */
};

/* Fields that the subject does not name are left empty. */
struct study_question {
    enum study_subject subject;
    const struct law *law;
    struct date day;
    const char *reading; /* NULL: "text" */
    const char *bill;    /* as if it were in force; NULL: none */
    const char *word;
    bool is_frozen; /* STUDY_REPAIR: the Constitution is not to be touched */
    struct bytes file;
    int64_t threshold; /* STUDY_TERRITORY: persons per km² */
};

/* `count` of that list which the subject fills. */
struct study_answer {
    const struct findings_item *findings;
    const struct acknowledge_state *acknowledged; /* each; or NULL */
    const struct charter_row *criteria;
    const struct compare_change *changes;
    const struct compare_span *spans;
    const struct compare_event *events;
    const struct compare_discrepancy *discrepancies;
    const struct density_row *territory;
    const struct allocate_row *allocation;
    size_t count;
    struct repair_result repair;
    const char *const *bills; /* each optimum of `repair` in the law language */
    struct error error;       /* not STATUS_OK: the file cannot be read */
    int64_t milliseconds;     /* that it took to work it out */
};

/* Never NULL; it lives until STUDY_MAX other questions are asked. */
const struct study_answer *study_ask(
    struct study *study, const struct study_question *question);

#endif
