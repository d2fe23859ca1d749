/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A paper through the press: its sheets are counted first, then printed.
 */
#include "press/press.h"

#include <cairo-pdf.h>
#include <stdlib.h> /* __GLIBC__ */

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "press/press_internal.h"

/* Letters of a paper, and how far those of a notice shrink to fit the board. */
#define SIZE_USUAL 11.5
#define SIZE_LARGEST 14.0
#define SIZE_STEP 0.5

enum { SIZE_STEPS = 12 }; /* down to 8 points */

/* What a font must have: the letters of Kazakh hold those of Russian. */
#define LETTERS \
    "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ" \
    "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя" \
    "ABCXYZabcxyz0123456789 «»—№§"

static PangoContext *context_create(enum language language);
static double size_of_notice(
    struct press *press, const struct document_node *document);
static int sheets_print(
    struct press *press, const struct document_node *document);
static enum status print(struct press *press,
    const struct document_node *document, struct buffer *pdf,
    struct error *error);
static void about_set(
    cairo_surface_t *surface, const struct press *press);
static cairo_status_t bytes_take(
    void *closure, const unsigned char *data, unsigned length);
static const char *title_of(const struct document_node *document);
static void memory_return(void);

enum status press_pdf(const struct document_node *document,
    struct buffer *pdf, struct error *error)
{
    PangoContext *context = context_create(document->about->language);
    struct press press = {
        .context = context,
        .about = document->about,
        .title = title_of(document),
        .size = SIZE_USUAL,
    };
    if (document->about->kind == DOCUMENT_NOTICE) {
        press.size = size_of_notice(&press, document);
    }
    press.blank =
        press_text(&press, " ", SIZE_LARGEST, (struct press_style){0});
    press.pages = sheets_print(&press, document);
    enum status status = press.unknown > 0
        ? error_set(error, STATUS_UNAVAILABLE, "error.press-font")
        : print(&press, document, pdf, error);
    g_object_unref(press.blank);
    g_object_unref(context);
    memory_return();
    return status;
}

enum status press_fonts(struct error *error)
{
    struct press press = {
        .context = context_create(LANGUAGE_KK), .size = SIZE_USUAL};
    g_object_unref(press_text(
        &press, LETTERS, PRESS_SHEET_WIDTH, (struct press_style){0}));
    g_object_unref(press.context);
    memory_return();
    return press.unknown > 0
        ? error_set(error, STATUS_UNAVAILABLE, "error.press-font")
        : STATUS_OK;
}

/* Lengths are points and are not rounded to a screen's. */
static PangoContext *context_create(enum language language)
{
    PangoFontMap *fonts = pango_cairo_font_map_new();
    PangoContext *context = pango_font_map_create_context(fonts);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(
        context, pango_language_from_string(language_tag(language)));
    cairo_font_options_destroy(options);
    g_object_unref(fonts);
    return context;
}

/* The largest that leaves it one page; the usual one where none does. */
static double size_of_notice(
    struct press *press, const struct document_node *document)
{
    for (int step = 0; step <= SIZE_STEPS; step++) {
        press->size = SIZE_LARGEST - step * SIZE_STEP;
        if (sheets_print(press, document) == 1) {
            return press->size;
        }
    }
    return SIZE_USUAL;
}

static int sheets_print(
    struct press *press, const struct document_node *document)
{
    press->page = 0;
    press->unknown = 0;
    press->left = PRESS_MARGIN_LEFT;
    press->width =
        PRESS_SHEET_WIDTH - PRESS_MARGIN_LEFT - PRESS_MARGIN_RIGHT;
    press_sheet_start(press);
    press_tag_begin(press, "Document");
    press_blocks(press, document);
    press_tag_end(press);
    press_sheet_end(press);
    return press->page;
}

static enum status print(struct press *press,
    const struct document_node *document, struct buffer *pdf,
    struct error *error)
{
    struct buffer bytes = BUFFER_EMPTY;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        bytes_take, &bytes, PRESS_SHEET_WIDTH, PRESS_SHEET_HEIGHT);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    about_set(surface, press);
    press->cairo = cairo_create(surface);
    cairo_set_line_width(press->cairo, 0.5);
    (void)sheets_print(press, document);
    cairo_destroy(press->cairo);
    press->cairo = NULL;
    cairo_surface_finish(surface);
    cairo_status_t done = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    enum status status = STATUS_OK;
    if (done != CAIRO_STATUS_SUCCESS ||
        !press_catalogue(&bytes, language_tag(press->about->language))) {
        status = error_set(error, STATUS_UNAVAILABLE, "error.press-failed");
        (void)message_text(&error->message, "reason",
            cairo_status_to_string(done));
    } else {
        buffer_add(pdf, bytes.data, bytes.length);
    }
    buffer_finish(&bytes);
    return status;
}

/* The date is that of the record, so the same paper gives the same bytes. */
static void about_set(cairo_surface_t *surface, const struct press *press)
{
    char made[INSTANT_TEXT_MAX];
    instant_write(press->about->made, made);
    cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_TITLE, press->title);
    cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_AUTHOR, press->about->organ_name);
    cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_CREATOR, "Kenes");
    cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
    cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_MOD_DATE, made);
}

static cairo_status_t bytes_take(
    void *closure, const unsigned char *data, unsigned length)
{
    buffer_add(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static const char *title_of(const struct document_node *document)
{
    for (const struct document_node *node = document->first; node != NULL;
         node = node->next) {
        if (node->kind == DOCUMENT_TITLE) {
            return node->text;
        }
    }
    return "";
}

/* A long list leaves tens of megabytes that glibc would keep for the thread. */
static void memory_return(void)
{
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}
