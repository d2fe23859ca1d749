/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: a paper on its way to Akoma Ntoso.  The body is written first and
 * collects what the metadata in front of it has to name.
 */
#ifndef DOCUMENT_AKN_INTERNAL_H
#define DOCUMENT_AKN_INTERNAL_H

#include "base/map.h"
#include "document/document_internal.h"

struct akn {
    const struct document_about *about;
    struct buffer preface;
    struct buffer body;
    struct buffer conclusions;
    struct buffer tallies;    /* of meta/analysis/parliamentary */
    struct buffer references; /* cited places and offices that sign */
    struct arena *arena;
    struct map *known; /* what stands in references already, by its address */
    size_t sections, lists, tables, refs, tallied, signatures;
};

/* The parts of a paper from its tree. */
void document_akn_body(struct akn *akn, const struct document_node *document);

/* <meta> … </meta> of a paper whose body was written. */
void document_akn_meta(const struct akn *akn, struct buffer *buffer);

#endif
