/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What is wrong with the law of one day: conflicts, gaps, overlaps.  A finding
 * names every provision involved, what each canon says of them, who loses, and
 * says itself in one sentence.
 */
#ifndef INQUIRY_FINDINGS_H
#define INQUIRY_FINDINGS_H

#include "inquiry/facts.h"

enum findings_kind {
    /* conflicts */
    FINDINGS_STATUS,
    FINDINGS_TERRITORY,
    FINDINGS_PROCEDURE,
    FINDINGS_INDEPENDENCE,
    FINDINGS_INTERNAL,
    FINDINGS_PEOPLE,
    FINDINGS_BASIS,
    /* gaps */
    FINDINGS_VACUOUS,
    FINDINGS_TERM,
    FINDINGS_LEVEL,
    FINDINGS_ORGAN,
    FINDINGS_ATTRIBUTE,
    FINDINGS_COMPETENCE,
    FINDINGS_RESOURCES,
    FINDINGS_FORMS,
    FINDINGS_INITIATIVE,
    FINDINGS_PARAMETER,
    FINDINGS_RECALL,
    /* more than needed, or addressed to nobody */
    FINDINGS_OVERLAP,
    FINDINGS_DANGLING,
    FINDINGS_SELF_REFERENCE
};
enum { FINDINGS_KINDS = FINDINGS_SELF_REFERENCE + 1 };

const char *findings_kind_name(enum findings_kind kind); /* "status", … */
bool findings_kind_parse(const char *name, enum findings_kind *kind);
bool findings_is_conflict(enum findings_kind kind);

enum findings_canon {
    FINDINGS_SUPERIOR,  /* the act of higher force */
    FINDINGS_SPECIALIS, /* `despite`, or the narrower subject */
    FINDINGS_POSTERIOR  /* the later edition, within one rank */
};
enum { FINDINGS_CANONS = 3 };

enum findings_verdict {
    FINDINGS_SILENT,
    FINDINGS_PREVAILS,
    FINDINGS_LOSES
};

enum findings_role {
    FINDINGS_MEASURE, /* it forbids, or sets the test */
    FINDINGS_BESIDE,  /* it stands against the one that fails */
    FINDINGS_FAILS,
    FINDINGS_SHIELDED /* it only repeats a superior norm, which answers */
};

struct findings_part {
    const struct law_norm *norm;
    enum findings_role role;
    enum findings_verdict verdicts[FINDINGS_CANONS];
};

struct findings_item {
    enum findings_kind kind;
    const char *key; /* "status:akimat"; the same in every edition */
    const char *word; /* the organ, office, class, term or form; or NULL */
    struct message message;
    const struct findings_part *parts;
    size_t parts_count;
    const char *const *places; /* of procedures, where involved */
    size_t places_count;
    const char *const *words; /* what fails: levels, organs, attributes */
    size_t words_count;
    const char *const *partly; /* levels that fail in part */
    size_t partly_count;
    bool agree;        /* no canon contradicts another */
    const char *loser; /* a place; NULL: only the legislator can say */
};

/* Every finding of the kinds that are set in `kinds` (1 << kind), by kind and
   key; in `arena`. */
void findings_find(const struct facts *facts, unsigned kinds,
    struct arena *arena, const struct findings_item **items, size_t *count);

/* The bits of all kinds. */
unsigned findings_all(void);

/*
 * What a change does: the findings of `before` that `after` lacks, and those
 * that it has more, by kind and key.
 */
void findings_compare(const struct findings_item *before, size_t before_count,
    const struct findings_item *after, size_t after_count,
    struct arena *arena, const struct findings_item ***vanished,
    size_t *vanished_count, const struct findings_item ***appeared,
    size_t *appeared_count);

#endif
