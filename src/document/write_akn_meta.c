/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The metadata of a paper as Akoma Ntoso: the identifiers of the work (a paper
 * of a community, whatever its language) and of the expression (its text in
 * one language, at one state of the record), what was counted, and what the
 * paper refers to.
 */
#include "document/akn_internal.h"

/* ISO 639-2, which Akoma Ntoso asks for. */
static const char *const languages[] = {
    [LANGUAGE_KK] = "kaz",
    [LANGUAGE_RU] = "rus",
    [LANGUAGE_EN] = "eng",
};

struct addresses {
    struct buffer work;
    struct buffer expression;
    char day[DATE_TEXT_MAX];  /* of the work */
    char made[DATE_TEXT_MAX]; /* of the expression */
};

static void addresses_fill(
    const struct akn *akn, struct addresses *addresses);
static void work_write(const struct akn *akn,
    const struct addresses *addresses, struct buffer *buffer);
static void expression_write(const struct akn *akn,
    const struct addresses *addresses, struct buffer *buffer);
static void manifestation_write(
    const struct addresses *addresses, struct buffer *buffer);
static void references_write(const struct akn *akn,
    const struct addresses *addresses, struct buffer *buffer);

void document_akn_meta(const struct akn *akn, struct buffer *buffer)
{
    struct addresses addresses = {BUFFER_EMPTY, BUFFER_EMPTY, "", ""};
    addresses_fill(akn, &addresses);
    buffer_add_text(buffer, "<meta>\n<identification source=\"#kenes\">\n");
    work_write(akn, &addresses, buffer);
    expression_write(akn, &addresses, buffer);
    manifestation_write(&addresses, buffer);
    buffer_add_text(buffer, "</identification>\n");
    if (akn->tallies.length > 0) {
        buffer_add_text(
            buffer, "<analysis source=\"#kenes\">\n<parliamentary>\n");
        buffer_add_text(buffer, buffer_text(&akn->tallies));
        buffer_add_text(buffer, "</parliamentary>\n</analysis>\n");
    }
    references_write(akn, &addresses, buffer);
    buffer_add_text(buffer, "</meta>\n");
    buffer_finish(&addresses.work);
    buffer_finish(&addresses.expression);
}

/* Two states of the record on one day differ by the event. */
static void addresses_fill(const struct akn *akn, struct addresses *addresses)
{
    const struct document_about *about = akn->about;
    const char *type = "doc";
    if (about->kind == DOCUMENT_MINUTES) {
        type = "debateReport";
    } else if (about->kind == DOCUMENT_DECISION) {
        type = "statement";
    }
    date_write(about->date, addresses->day);
    date_write(instant_date(about->made), addresses->made);
    buffer_add_format(&addresses->work, "/akn/kz/%s/%s/%s/%s/%s", type,
        about->community, addresses->day, document_kind_name(about->kind),
        about->number);
    buffer_add_format(&addresses->expression, "%s/%s@%s.%lld",
        buffer_text(&addresses->work), languages[about->language],
        addresses->made, (long long)about->event);
}

static void work_write(const struct akn *akn,
    const struct addresses *addresses, struct buffer *buffer)
{
    const char *work = buffer_text(&addresses->work);
    buffer_add_format(buffer,
        "<FRBRWork>\n<FRBRthis value=\"%s/!main\"/>\n"
        "<FRBRuri value=\"%s\"/>\n"
        "<FRBRdate date=\"%s\" name=\"work\"/>\n"
        "<FRBRauthor href=\"#organ\" as=\"#author\"/>\n"
        "<FRBRcountry value=\"kz\"/>\n<FRBRsubtype value=\"%s\"/>\n"
        "<FRBRnumber value=\"%s\"/>\n</FRBRWork>\n",
        work, work, addresses->day, document_kind_name(akn->about->kind),
        akn->about->number);
}

/* Kazakh and Russian are both originals; English helps to read them. */
static void expression_write(const struct akn *akn,
    const struct addresses *addresses, struct buffer *buffer)
{
    const char *expression = buffer_text(&addresses->expression);
    bool is_original = akn->about->language != LANGUAGE_EN;
    buffer_add_format(buffer,
        "<FRBRExpression>\n<FRBRthis value=\"%s/!main\"/>\n"
        "<FRBRuri value=\"%s\"/>\n"
        "<FRBRdate date=\"%s\" name=\"record\"/>\n"
        "<FRBRauthor href=\"#%s\" as=\"#%s\"/>\n"
        "<FRBRversionNumber value=\"%lld\"/>\n"
        "<FRBRauthoritative value=\"%s\"/>\n"
        "<FRBRlanguage language=\"%s\"/>\n",
        expression, expression, addresses->made,
        is_original ? "organ" : "kenes", is_original ? "author" : "editor",
        (long long)akn->about->event, is_original ? "true" : "false",
        languages[akn->about->language]);
    if (!is_original) {
        buffer_add_format(buffer,
            "<FRBRtranslation href=\"#original\" fromLanguage=\"%s\" "
            "authoritative=\"false\" by=\"#kenes\"/>\n",
            languages[LANGUAGE_KK]);
    }
    buffer_add_text(buffer, "</FRBRExpression>\n");
}

static void manifestation_write(
    const struct addresses *addresses, struct buffer *buffer)
{
    const char *expression = buffer_text(&addresses->expression);
    buffer_add_format(buffer,
        "<FRBRManifestation>\n<FRBRthis value=\"%s/!main.xml\"/>\n"
        "<FRBRuri value=\"%s.akn\"/>\n"
        "<FRBRdate date=\"%s\" name=\"record\"/>\n"
        "<FRBRauthor href=\"#kenes\" as=\"#editor\"/>\n"
        "<FRBRformat value=\"application/akn+xml\"/>\n"
        "</FRBRManifestation>\n",
        expression, expression, addresses->made);
}

/* Those that every paper needs, and what its body collected. */
static void references_write(const struct akn *akn,
    const struct addresses *addresses, struct buffer *buffer)
{
    static const struct {
        const char *id;
        const char *key;
    } concepts[] = {
        {"quorum-met", "paper.akn.quorum-met"},
        {"quorum-not-met", "paper.akn.quorum-not-met"},
        {"present", "paper.akn.present"},
        {"adopted", "paper.akn.adopted"},
        {"rejected", "paper.vote.rejected"},
        {"for", "paper.vote.for"},
        {"against", "paper.vote.against"},
        {"abstain", "paper.vote.abstain"},
    };
    const struct document_about *about = akn->about;
    buffer_add_text(buffer, "<references source=\"#kenes\">\n");
    if (about->language == LANGUAGE_EN) {
        buffer_add_format(buffer,
            "<original eId=\"original\" href=\"%s/%s\" showAs=\"",
            buffer_text(&addresses->work), languages[LANGUAGE_KK]);
        document_escape(buffer, about->organ_name, " ");
        buffer_add_text(buffer, "\"/>\n");
    }
    buffer_add_text(buffer, buffer_text(&akn->references));
    buffer_add_text(buffer,
        "<TLCOrganization eId=\"kenes\" "
        "href=\"/akn/ontology/organization/kz/kenes\" showAs=\"Kenes\"/>\n");
    buffer_add_format(buffer,
        "<TLCOrganization eId=\"organ\" "
        "href=\"/akn/ontology/organization/kz/%s.%s\" showAs=\"",
        about->community, about->organ);
    document_escape(buffer, about->organ_name, " ");
    buffer_add_text(buffer, "\"/>\n");
    buffer_add_text(buffer,
        "<TLCRole eId=\"author\" href=\"/akn/ontology/role/author\" "
        "showAs=\"author\"/>\n"
        "<TLCRole eId=\"editor\" href=\"/akn/ontology/role/editor\" "
        "showAs=\"editor\"/>\n");
    for (size_t i = 0; akn->tallied > 0 &&
         i < sizeof concepts / sizeof concepts[0]; i++) {
        buffer_add_format(buffer,
            "<TLCConcept eId=\"%s\" href=\"/akn/ontology/concept/kz/%s\" "
            "showAs=\"",
            concepts[i].id, concepts[i].id);
        document_escape(
            buffer, tongue_text(about->language, concepts[i].key), " ");
        buffer_add_text(buffer, "\"/>\n");
    }
    buffer_add_text(buffer, "</references>\n");
}
