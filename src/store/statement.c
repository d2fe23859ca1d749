/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The texts of all statements: the program's whole use of what it keeps, but
 * for the pragmas of connection.c and the comparison of rebuild.c.
 */
#include "store/statement.h"

#include <assert.h>
#include <stddef.h>

/* Every word of a search; one that is not used is '%'.  store_search binds. */
#define FOLDED_FITS(folded) \
    folded " LIKE $11 ESCAPE '!' AND " \
    folded " LIKE $12 ESCAPE '!' AND " \
    folded " LIKE $13 ESCAPE '!' AND " \
    folded " LIKE $14 ESCAPE '!' AND " \
    folded " LIKE $15 ESCAPE '!' AND " \
    folded " LIKE $16 ESCAPE '!'"

#define RESIDENT_COLUMNS \
    "SELECT id, number, surname, name, patronymic, birth, kato, street," \
    " house, registered_from, registered_until, citizen FROM residents "

#define ROLL_COLUMNS \
    "SELECT roll.key, persons.name, residents.id, residents.birth," \
    " residents.street, residents.house "

#define DECISION_COLUMNS \
    "SELECT number, proceeding, item, procedure, matter, title, phase," \
    " decided, votes_for, against, abstain, published FROM decisions "

#define ACCOUNT_COLUMNS \
    "SELECT id, name, password, offices, resident, language FROM accounts "

/* The index first, so that an event that is gone is seen as a null. */
#define EVENTS_INDEXED \
    "SELECT event_index.number, events.bytes, events.hash FROM event_index" \
    " LEFT JOIN events ON events.number = event_index.number "

static const char *const texts[] = {
    [STORE_BEGIN] = "BEGIN IMMEDIATE",
    [STORE_COMMIT] = "COMMIT",
    [STORE_ROLLBACK] = "ROLLBACK",
    [STORE_SAVEPOINT] = "SAVEPOINT act",
    [STORE_RELEASE] = "RELEASE SAVEPOINT act",
    [STORE_UNDO] = "ROLLBACK TO SAVEPOINT act",
    [STORE_SNAPSHOT] = "SAVEPOINT snapshot",
    [STORE_SNAPSHOT_END] = "RELEASE SAVEPOINT snapshot",

    [STORE_EVENT_ADD] =
        "INSERT INTO events (number, bytes, hash) VALUES ($1, $2, $3)",
    [STORE_EVENT_LAST] =
        "SELECT number, bytes, hash FROM events ORDER BY number DESC LIMIT 1",
    [STORE_EVENTS_FROM] =
        "SELECT number, bytes, hash FROM events WHERE number >= $1"
        " ORDER BY number",
    [STORE_EVENTS_OF] = EVENTS_INDEXED
        "WHERE event_index.proceeding = $2 AND event_index.number >= $1"
        " ORDER BY event_index.number",
    [STORE_FOLD_PROCEEDING] = EVENTS_INDEXED
        "WHERE event_index.proceeding = $2 AND event_index.number >= $1"
        " ORDER BY event_index.number",
    [STORE_FOLD_COMMUNITY] = EVENTS_INDEXED
        "WHERE event_index.community = 1 AND event_index.number >= $1"
        " ORDER BY event_index.number",
    [STORE_INDEX_ADD] =
        "INSERT INTO event_index (number, proceeding, community)"
        " VALUES ($1, $2, $3)",
    [STORE_CHANGES] = "PRAGMA data_version",
    [STORE_INDEX_LAST] =
        "SELECT number FROM event_index ORDER BY number DESC LIMIT 1",

    [STORE_SITTING_PUT] =
        "INSERT INTO sittings (number, procedure, phase, opened, day, time,"
        " place, plot, items, pending)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        " ON CONFLICT (number) DO UPDATE SET procedure = excluded.procedure,"
        " phase = excluded.phase, opened = excluded.opened,"
        " day = excluded.day, time = excluded.time, place = excluded.place,"
        " plot = excluded.plot, items = excluded.items,"
        " pending = excluded.pending",
    [STORE_SITTINGS] =
        "SELECT number, procedure, phase, opened, day, time, place, plot,"
        " items FROM sittings WHERE procedure = $3 OR $3 = ''"
        " ORDER BY day IS NOT NULL, day DESC, number DESC LIMIT $1 OFFSET $2",
    [STORE_SITTINGS_COUNT] =
        "SELECT count(*) FROM sittings WHERE procedure = $1 OR $1 = ''",
    [STORE_SITTINGS_PENDING] =
        "SELECT number FROM sittings WHERE pending = 1 ORDER BY number",
    [STORE_DECISION_PUT] =
        "INSERT INTO decisions (number, proceeding, item, procedure, matter,"
        " title, phase, decided, votes_for, against, abstain, published)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        " ON CONFLICT (number) DO UPDATE SET"
        " proceeding = excluded.proceeding, item = excluded.item,"
        " procedure = excluded.procedure, matter = excluded.matter,"
        " title = excluded.title, phase = excluded.phase,"
        " decided = excluded.decided, votes_for = excluded.votes_for,"
        " against = excluded.against, abstain = excluded.abstain,"
        " published = excluded.published",
    [STORE_DECISIONS] = DECISION_COLUMNS
        "ORDER BY number DESC LIMIT $1 OFFSET $2",
    [STORE_DECISIONS_COUNT] = "SELECT count(*) FROM decisions",
    [STORE_DECISION] = DECISION_COLUMNS "WHERE number = $1",

    [STORE_PERSON_ADD] =
        "INSERT INTO persons (key, salt, fields, name, folded, resident,"
        " position) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    [STORE_PERSON_NAME] = "SELECT name FROM persons WHERE key = $1",
    [STORE_PERSON_FOLDED] = "SELECT folded FROM persons WHERE key = $1",
    [STORE_PERSON_RESIDENT] = "SELECT resident FROM persons WHERE key = $1",
    [STORE_PERSON_POSITION] =
        "SELECT coalesce(max(position), 0) FROM persons WHERE resident = $1",
    [STORE_PERSON_NEWEST] =
        "SELECT key, fields FROM persons WHERE resident = $1"
        " ORDER BY position DESC LIMIT 1",
    [STORE_PERSON_KEYS] =
        "SELECT key FROM persons WHERE resident = $1 ORDER BY position",
    [STORE_PERSON_ON_ROLL] =
        "SELECT roll.key FROM persons JOIN roll ON roll.key = persons.key"
        " WHERE persons.resident = $1 AND roll.proceeding = $2"
        " ORDER BY persons.position DESC LIMIT 1",

    [STORE_RESIDENT] = RESIDENT_COLUMNS "WHERE id = $1",
    [STORE_RESIDENTS] = RESIDENT_COLUMNS
        "WHERE " FOLDED_FITS("folded")
        " ORDER BY folded, id LIMIT $1 OFFSET $2",
    [STORE_RESIDENTS_COUNT] =
        "SELECT count(*) FROM residents WHERE " FOLDED_FITS("folded"),
    [STORE_RESIDENTS_ON] = RESIDENT_COLUMNS
        "WHERE registered_from <= $1"
        " AND (registered_until IS NULL OR registered_until > $1)"
        " ORDER BY id",
    [STORE_RESIDENT_BY_NUMBER] =
        "SELECT id, number FROM residents WHERE number = $1",
    [STORE_RESIDENT_BY_NAME] =
        "SELECT id, number FROM residents WHERE folded = $1 AND surname = $2"
        " AND name = $3 AND patronymic = $4 AND birth = $5 AND kato = $6"
        " AND street = $7 AND house = $8 AND (number IS NULL OR $9 = '')"
        " ORDER BY id LIMIT 1",
    [STORE_RESIDENT_LAST] = "SELECT coalesce(max(id), 0) FROM residents",
    [STORE_RESIDENT_PUT] =
        "INSERT INTO residents (id, number, surname, name, patronymic, folded,"
        " birth, kato, street, house, registered_from, registered_until,"
        " citizen)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        " ON CONFLICT (id) DO UPDATE SET number = excluded.number,"
        " surname = excluded.surname, name = excluded.name,"
        " patronymic = excluded.patronymic, folded = excluded.folded,"
        " birth = excluded.birth, kato = excluded.kato,"
        " street = excluded.street, house = excluded.house,"
        " registered_from = excluded.registered_from,"
        " registered_until = excluded.registered_until,"
        " citizen = excluded.citizen",
    [STORE_EXCLUSIONS] =
        "SELECT resident, reason, from_day, until_day"
        " FROM resident_exclusions WHERE resident = $1 ORDER BY position",
    [STORE_EXCLUSIONS_ALL] =
        "SELECT resident, reason, from_day, until_day"
        " FROM resident_exclusions ORDER BY resident, position",
    [STORE_EXCLUSIONS_CLEAR] =
        "DELETE FROM resident_exclusions WHERE resident = $1",
    [STORE_EXCLUSION_ADD] =
        "INSERT INTO resident_exclusions (resident, position, reason,"
        " from_day, until_day) VALUES ($1, $2, $3, $4, $5)",
    [STORE_REGISTER_VERSION] = "SELECT max(version) FROM register",
    [STORE_REGISTER_CHANGE] = "UPDATE register SET version = version + 1",

    [STORE_ROLL_ADD] =
        "INSERT INTO roll (proceeding, position, key) VALUES ($1, $2, $3)",
    [STORE_ROLL_COUNT] = "SELECT count(*) FROM roll WHERE proceeding = $3",
    [STORE_ROLL] = ROLL_COLUMNS "FROM roll"
        " LEFT JOIN persons ON persons.key = roll.key"
        " LEFT JOIN residents ON residents.id = persons.resident"
        " WHERE roll.proceeding = $3 ORDER BY roll.position"
        " LIMIT $1 OFFSET $2",
    [STORE_ROLL_FOUND_COUNT] =
        "SELECT count(*) FROM persons CROSS JOIN roll"
        " WHERE roll.proceeding = $3 AND roll.key = persons.key AND "
        FOLDED_FITS("persons.folded"),
    [STORE_ROLL_FOUND] = ROLL_COLUMNS "FROM persons CROSS JOIN roll"
        " LEFT JOIN residents ON residents.id = persons.resident"
        " WHERE roll.proceeding = $3 AND roll.key = persons.key AND "
        FOLDED_FITS("persons.folded")
        " ORDER BY roll.position LIMIT $1 OFFSET $2",

    [STORE_CORPUS] =
        "SELECT name, text FROM corpus_sources WHERE digest = $1"
        " ORDER BY position",
    [STORE_CORPUS_ADD] =
        "INSERT INTO corpus_sources (digest, position, name, text)"
        " VALUES ($1, $2, $3, $4) ON CONFLICT (digest, position) DO NOTHING",
    [STORE_LAW_TEXT] =
        "SELECT edition, language, source, sha256, loaded, heading, text"
        " FROM law_texts JOIN law_text_articles"
        " USING (act, edition, language)"
        " WHERE act = $1 AND article = $2 AND edition >= $3"
        " AND (edition < $4 OR $4 IS NULL)"
        " ORDER BY language = $5 DESC, edition <= $6 DESC,"
        " CASE WHEN edition <= $6 THEN edition END DESC, edition, language"
        " LIMIT 1",
    [STORE_LAW_TEXT_NAMES] =
        "SELECT article FROM law_text_articles WHERE act = $1"
        " GROUP BY article ORDER BY max(edition) DESC, min(position), article",
    [STORE_LAW_TEXT_PUT] =
        "INSERT INTO law_texts (act, edition, language, source, sha256,"
        " loaded, entered_by) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        " ON CONFLICT (act, edition, language) DO UPDATE SET"
        " source = excluded.source, sha256 = excluded.sha256,"
        " loaded = excluded.loaded, entered_by = excluded.entered_by",
    [STORE_LAW_TEXT_CLEAR] =
        "DELETE FROM law_text_articles"
        " WHERE act = $1 AND edition = $2 AND language = $3",
    [STORE_LAW_TEXT_ARTICLE_ADD] =
        "INSERT INTO law_text_articles (act, edition, language, position,"
        " article, heading, text) VALUES ($1, $2, $3, $4, $5, $6, $7)",

    [STORE_TOKEN] =
        "SELECT number, hash, proceeding FROM tokens WHERE token = $1",
    [STORE_TOKEN_ADD] =
        "INSERT INTO tokens (token, number, hash, proceeding)"
        " VALUES ($1, $2, $3, $4)",
    [STORE_REFUSAL_ADD] =
        "INSERT INTO refusals (number, at, entered_by, act, proceeding, text)"
        " SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5"
        " FROM refusals",
    [STORE_ACCOUNT] = ACCOUNT_COLUMNS "WHERE name = $1",
    [STORE_ACCOUNT_BY_ID] = ACCOUNT_COLUMNS "WHERE id = $1",
    [STORE_ACCOUNT_LAST] = "SELECT coalesce(max(id), 0) FROM accounts",
    [STORE_ACCOUNT_ADD] =
        "INSERT INTO accounts (id, name, password, offices, resident,"
        " language) VALUES ($1, $2, $3, $4, $5, $6)",
    [STORE_SESSION] =
        "SELECT account, form_token, expires FROM sessions"
        " WHERE token_hash = $1 AND expires > $2",
    [STORE_SESSION_ADD] =
        "INSERT INTO sessions (token_hash, account, form_token, expires)"
        " VALUES ($1, $2, $3, $4)",
    [STORE_SESSION_END] = "DELETE FROM sessions WHERE token_hash = $1",
    [STORE_SESSIONS_EXPIRE] = "DELETE FROM sessions WHERE expires <= $1",
};

_Static_assert(sizeof texts / sizeof *texts == STORE_STATEMENTS,
    "every statement has a text");

const char *store_statement_text(enum store_statement statement)
{
    assert((size_t)statement < STORE_STATEMENTS);
    assert(texts[statement] != NULL);
    return texts[statement];
}
