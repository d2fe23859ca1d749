/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law in time: two days by their norms, what one amending act changed, who
 * could do what on every day, the acts in their order.
 */
#ifndef INQUIRY_COMPARE_H
#define INQUIRY_COMPARE_H

#include "inquiry/facts.h"

/* A norm that one of two days has and the other has not.  Where it only
   stands elsewhere, is of a new number, or is said of all units by two
   editions together, it has not changed. */
struct compare_change {
    bool is_new; /* else it is gone */
    const struct law_norm *norm;
    const char *fact; /* what it says and of which units: a key */
};

struct compare_scope {
    const char *act;     /* NULL: every act */
    const char *article; /* NULL: every article */
    const char *word;    /* subject or object; NULL: any */
};

/* What is gone, then what is new, each in the order of the sources. */
void compare_days(const struct facts *before, const struct facts *after,
    const struct compare_scope *scope, struct arena *arena,
    const struct compare_change **changes, size_t *count);

/* From when to when a norm was in force without a change. */
struct compare_span {
    const struct law_norm *norm;
    struct date from;
    struct date until; /* the last day; not set: in force still */
};

/*
 * Every norm about a word, as subject or as object, of any edition, in the
 * order of the days on which they begin; in `arena`.
 */
void compare_matrix(const struct law *law, const char *word,
    const char *reading, struct arena *arena,
    const struct compare_span **spans, size_t *count);

/* What happened on a day. */
enum compare_happening {
    COMPARE_ADOPTED,  /* the act */
    COMPARE_CHANGED,  /* articles of it got editions or ended */
    COMPARE_STATUS    /* a draft was withdrawn, or taken up */
};

struct compare_event {
    struct date day;
    enum compare_happening happening;
    const struct law_act *act;
    size_t gone; /* norms; of COMPARE_CHANGED alone */
    size_t come;
};

/* In the order of days; `act` NULL: every act but local ones. */
void compare_timeline(const struct law *law, const char *act,
    const char *reading, struct arena *arena,
    const struct compare_event **events, size_t *count);

/* A place that a scholar's article and the official text say differently. */
struct compare_discrepancy {
    const char *place;
    struct date from; /* since when this edition is in force */
    const struct law_norm *const *article; /* as the article has it */
    size_t article_count;
    const struct law_norm *const *text; /* as the text has it; may be none */
    size_t text_count;
};

/* Of all days, in the order in which the editions begin; in `arena`. */
void compare_discrepancies(const struct law *law, struct arena *arena,
    const struct compare_discrepancy **items, size_t *count);

#endif
