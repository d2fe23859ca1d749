/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Files that tools/embed put into the program when it was built.
 */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include <stddef.h>

struct embed_file {
    const char *name; /* without its folder */
    const unsigned char *data;
    size_t length;
};

/* Of src/web/assets, sorted by name; linked with web. */
extern const struct embed_file embed_assets[];
extern const size_t embed_assets_count;

/* The text of src/store/schema.sql; linked with store. */
extern const char embed_schema[];

/* The texts of src/inquiry/facts.sql and findings.sql; linked with inquiry. */
extern const char embed_facts[];
extern const char embed_findings[];

/* The text of src/cli/completion.bash; linked with cli. */
extern const char embed_completion[];

/* The text of data/demo-budget.csv; linked with clerk. */
extern const char embed_demo_budget[];

#endif
