/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The canonical layout of a law file, a line at a time.  Private to law.
 *
 * Blocks begin at column 1, sentences after two blanks, those of a reading
 * after four; the labels of a block are as wide as its longest, and two
 * blanks follow.  Heads keep their identifiers in every language: they are
 * what the program looks up.
 */
#ifndef LAW_LAYOUT_H
#define LAW_LAYOUT_H

#include "law/say.h"

/* A sentence's label and where it stands. */
struct layout_label {
    const char *text; /* NULL: none */
    bool unchecked;
    unsigned depth; /* 1, or 2 within a reading */
};

/* The length of the label with its ~. */
size_t layout_label_width(const char *label, bool unchecked);

/* The head of a block, without its end of line. */
void layout_head(const struct say_voice *voice, const struct syntax_node *node);

/* Blanks, the label in `width`, and what a sentence says. */
void layout_sentence(const struct say_voice *voice,
    const struct layout_label *label, size_t width,
    const struct syntax_node *node);

/* "  reading article". */
void layout_reading(struct buffer *buffer, const char *reading);

/* "  kk short «…»". */
void layout_title(struct buffer *buffer, enum language language, bool is_short,
    const char *text);

#endif
