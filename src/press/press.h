/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Papers as PDF: A4, fonts embedded, text that can be searched and read aloud,
 * tagged.  Lays out the tree of document; adds no content of its own.
 */
#ifndef PRESS_PRESS_H
#define PRESS_PRESS_H

#include "base/buffer.h"
#include "base/error.h"
#include "document/document.h"

/*
 * Adds the paper as PDF to `pdf`: the same bytes for the same paper and fonts.
 * The notice is one page where it can be.  Needs a font that has the letters
 * of the paper: STATUS_UNAVAILABLE where the machine has none.  Any thread may
 * call it; what it loads it lets go.
 */
enum status press_pdf(const struct document_node *document,
    struct buffer *pdf, struct error *error)
    __attribute__((warn_unused_result));

/* Whether this machine has fonts for papers in all languages; otherwise
   STATUS_UNAVAILABLE. */
enum status press_fonts(struct error *error);

#endif
