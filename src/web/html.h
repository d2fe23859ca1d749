/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What compiled templates write into, and the values that they take.
 * tools/compile_pages makes of src/web/pages/sitting.html:
 *
 *     struct pages_sitting { … };
 *     void pages_sitting(const struct pages_sitting *, struct html_out *);
 *
 * A text, address or message that is NULL is written as nothing.
 */
#ifndef WEB_HTML_H
#define WEB_HTML_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/instant.h"
#include "base/message.h"
#include "base/money.h"
#include "document/document.h"
#include "tongue/tongue.h"
#include "web/url.h"

struct html_out {
    struct buffer *buffer;
    enum language language;
    struct tongue_names names; /* of the words and places of the law */
};

/* The only text that passes unescaped; made by the function below alone. */
struct html {
    const char *text; /* NULL: none */
};

struct html html_of_document(const struct document_node *document,
    enum language language, struct arena *arena);

#endif
