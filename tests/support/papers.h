/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Papers of a village: made, written as text, with every run of blanks and
 * line breaks as one blank, so that a test can look for a sentence.
 */
#ifndef SUPPORT_PAPERS_H
#define SUPPORT_PAPERS_H

#include "document/document.h"

#include "village.h"

/* The resident whose name was erased; all others are "Тұрғын N". */
enum { PAPERS_ERASED = 9 };

/* Rows on the roll that the attendance list is printed from; 0: no roll. */
extern size_t papers_roll;

/* The paper; fails the test where it does not exist. */
const struct document_node *papers_make(struct village *village,
    int64_t proceeding, enum document_kind kind, int64_t item,
    enum language language);

/* The same as text in one line; in the village's arena. */
const char *papers_text(struct village *village, int64_t proceeding,
    enum document_kind kind, int64_t item, enum language language);

/* Fails unless making it answers STATUS_MISSING with this message. */
void papers_missing(struct village *village, int64_t proceeding,
    enum document_kind kind, int64_t item, const char *key);

/* Fails unless `text` holds each of `parts`, ended with NULL, in this order. */
void papers_in_order(const char *text, const char *const *parts);
void papers_holds(const char *text, const char *part);
void papers_lacks(const char *text, const char *part);

#endif
