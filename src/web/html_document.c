/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Documents of the record as parts of pages.
 */
#include "web/html.h"

struct html html_of_document(const struct document_node *document,
    enum language language, struct arena *arena)
{
    struct buffer text = BUFFER_EMPTY;
    document_html(document, language, &text);
    struct html html = {arena_text(arena, buffer_text(&text))};
    buffer_finish(&text);
    return html;
}
