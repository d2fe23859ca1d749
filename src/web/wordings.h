/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The official text of an article, where the site has loaded it, and which
 * words an edition changed.
 */
#ifndef WEB_WORDINGS_H
#define WEB_WORDINGS_H

#include "web/page.h"

/*
 * {{ use wordings x }}: the text in force on `after`, with what is gone and new
 * since the text of `before`; a day that is not set has no text.  *part is NULL
 * where none of both is loaded.  False where they could not be read and the
 * response says why.
 */
bool wordings_part(struct request *request, struct response *response,
    const char *act, const char *article, struct date before,
    struct date after, const struct pages_wordings **part);

#endif
