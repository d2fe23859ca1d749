-- SPDX-License-Identifier: AGPL-3.0-or-later
-- SPDX-FileCopyrightText: Kenes contributors
--
-- All that Kenes keeps, in version 2.  Each table is of one class:
--
--   record    never changed and never removed; triggers forbid it
--   derived   made of the record alone; `kenes rebuild` makes it again
--   private   about people and accounts; never in the record, never exported
--   loaded    public texts from elsewhere, which can be loaded again
--
-- Days are texts YYYY-MM-DD, instants are seconds of UTC, yes and no are 1 and
-- 0.  A person is known by a key: 64 hex digits, the commitment to the salt
-- and the fields of the private row.

-- ---- record ---------------------------------------------------------------

-- record: what happened, one row for each event of the chain.
CREATE TABLE events (
    number INTEGER PRIMARY KEY, -- 1, 2, 3 and on, without a gap
    bytes  BLOB NOT NULL,       -- canonical JSON, docs/record-format.md
    hash   BLOB NOT NULL        -- SHA-256 of the bytes; the next event names it
);

CREATE TRIGGER events_keep BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;

-- record: the roll of a proceeding as it was frozen when the sitting was
-- called.  The event of the call holds how many there are and their root.
CREATE TABLE roll (
    proceeding INTEGER NOT NULL, -- the number of the proceeding
    position   INTEGER NOT NULL, -- from 1, in the order of names
    key        TEXT NOT NULL,    -- who
    PRIMARY KEY (proceeding, position),
    UNIQUE (proceeding, key)
);

CREATE TRIGGER roll_keep BEFORE UPDATE ON roll
BEGIN SELECT RAISE(ABORT, 'a roll is never changed'); END;
CREATE TRIGGER roll_stay BEFORE DELETE ON roll
BEGIN SELECT RAISE(ABORT, 'a roll is never removed'); END;

-- record: the sources of every corpus that rules a proceeding.
CREATE TABLE corpus_sources (
    digest   TEXT NOT NULL,    -- of the whole corpus, as events name it
    position INTEGER NOT NULL, -- from 1, the order in which they are compiled
    name     TEXT NOT NULL,    -- as diagnostics and citations show it
    text     BLOB NOT NULL,    -- the source, byte by byte
    PRIMARY KEY (digest, position)
);

CREATE TRIGGER corpus_sources_keep BEFORE UPDATE ON corpus_sources
BEGIN SELECT RAISE(ABORT, 'a kept law is never changed'); END;
CREATE TRIGGER corpus_sources_stay BEFORE DELETE ON corpus_sources
BEGIN SELECT RAISE(ABORT, 'a kept law is never removed'); END;

-- ---- derived --------------------------------------------------------------

-- derived: where the events of a proceeding, and those of the community, are.
CREATE TABLE event_index (
    number     INTEGER PRIMARY KEY, -- of the event
    proceeding INTEGER NOT NULL,    -- whose it is; 0: of the community itself
    community  INTEGER NOT NULL     -- 1: it changes the state of the community
);

CREATE INDEX event_index_proceeding ON event_index (proceeding, number);
CREATE INDEX event_index_community ON event_index (number)
    WHERE community = 1;

-- derived: proceedings as lists show them.
CREATE TABLE sittings (
    number    INTEGER PRIMARY KEY, -- of the proceeding
    procedure TEXT NOT NULL,       -- a word of the law: "gathering"
    phase     TEXT NOT NULL,       -- a name of proceeding_phase_name()
    opened    TEXT NOT NULL,       -- the day on which it was opened
    day       TEXT,                -- of the sitting; null: not called
    time      TEXT,                -- of the sitting: "11:00"
    place     TEXT,                -- of the sitting
    plot      TEXT,                -- of a separate gathering, its name
    items     INTEGER NOT NULL,    -- on the agenda
    pending   INTEGER NOT NULL     -- 1: something is still to be done
);

CREATE INDEX sittings_day ON sittings (day, number);
CREATE INDEX sittings_pending ON sittings (number) WHERE pending = 1;

-- derived: adopted decisions as lists show them.
CREATE TABLE decisions (
    number     INTEGER PRIMARY KEY, -- in the community, from 1
    proceeding INTEGER NOT NULL,    -- where it was adopted
    item       INTEGER NOT NULL,    -- of its agenda
    procedure  TEXT NOT NULL,       -- of the proceeding
    matter     TEXT NOT NULL,       -- a word of the law
    title      TEXT NOT NULL,       -- as on the agenda
    phase      TEXT NOT NULL,       -- a name of proceeding_item_phase_name()
    decided    TEXT NOT NULL,       -- the day of the vote
    votes_for  INTEGER NOT NULL,    -- votes for
    against    INTEGER NOT NULL,    -- votes against
    abstain    INTEGER NOT NULL,    -- abstentions
    published  INTEGER NOT NULL     -- 1: made public
);

-- ---- private --------------------------------------------------------------

-- private: the register of residents, as last imported.
CREATE TABLE residents (
    id               INTEGER PRIMARY KEY, -- the number that acts name
    number           TEXT UNIQUE,         -- personal number; null: none known
    surname          TEXT NOT NULL,       -- as in the identity document
    name             TEXT NOT NULL,       -- as in the identity document
    patronymic       TEXT NOT NULL,       -- '' where there is none
    folded           TEXT NOT NULL,       -- all three for search, a blank first
    birth            TEXT NOT NULL,       -- day of birth
    kato             TEXT NOT NULL,       -- place of residence, nine digits
    street           TEXT NOT NULL,       -- of the residence
    house            TEXT NOT NULL,       -- of the residence
    registered_from  TEXT NOT NULL,       -- the first day of residence
    registered_until TEXT,                -- the first day no longer; null: open
    citizen          INTEGER NOT NULL     -- 1: of Kazakhstan
);

CREATE INDEX residents_folded ON residents (folded, id);

-- private: times in which a resident may not take part.
CREATE TABLE resident_exclusions (
    resident   INTEGER NOT NULL REFERENCES residents (id), -- who
    position   INTEGER NOT NULL, -- from 1
    reason     TEXT NOT NULL,    -- a word of the law: "imprisoned"
    from_day   TEXT NOT NULL,    -- the first day
    until_day  TEXT,             -- the first day no longer; null: open
    PRIMARY KEY (resident, position)
);

-- private: how often the register was changed; one row.
CREATE TABLE register (
    version INTEGER NOT NULL -- one more at each import
);

INSERT INTO register (version) VALUES (0);

-- private: who is behind a key.  Erasing a row leaves every hash valid.
CREATE TABLE persons (
    key      TEXT PRIMARY KEY, -- the commitment: SHA-256 of salt and fields
    salt     BLOB NOT NULL,    -- 16 random bytes
    fields   BLOB NOT NULL,    -- canonical JSON of the person
    name     TEXT NOT NULL,    -- the full name
    folded   TEXT NOT NULL,    -- the name for search, a blank first
    resident INTEGER NOT NULL, -- of the register; 0: an official
    position INTEGER NOT NULL  -- counts the keys of a resident, from 1
);

CREATE INDEX persons_resident ON persons (resident, position);
CREATE INDEX persons_folded ON persons (folded, key);

-- private: the receipts of acts that came with a token.
CREATE TABLE tokens (
    token      TEXT PRIMARY KEY, -- as the act brought it
    number     INTEGER NOT NULL, -- of the last event of the act
    hash       BLOB NOT NULL,    -- of that event
    proceeding INTEGER NOT NULL  -- acted on, or opened; 0: none
);

-- private: who may sign in.
CREATE TABLE accounts (
    id       INTEGER PRIMARY KEY,  -- "account-3" in the record is number 3
    name     TEXT NOT NULL UNIQUE, -- typed to sign in
    password TEXT NOT NULL,        -- an Argon2id string
    offices  TEXT NOT NULL,        -- words parted by blanks
    resident INTEGER NOT NULL,     -- of a member's account; 0: none
    language TEXT NOT NULL         -- kk, ru or en
);

-- private: who is signed in.
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY, -- hash of the token in the cookie
    account    INTEGER NOT NULL REFERENCES accounts (id), -- whose it is
    form_token TEXT NOT NULL,    -- every form of the session carries it
    expires    INTEGER NOT NULL  -- the instant from which it is no session
);

CREATE INDEX sessions_expires ON sessions (expires);

-- private: acts that the law refused.
CREATE TABLE refusals (
    number     INTEGER PRIMARY KEY, -- in the order of refusing
    at         INTEGER NOT NULL,    -- the instant
    entered_by TEXT NOT NULL,       -- "account-3"
    act        TEXT NOT NULL,       -- a name of act_kind_name()
    proceeding INTEGER NOT NULL,    -- 0: none
    text       TEXT NOT NULL        -- place, reason and cure, as JSON
);

-- ---- since version 2 -------------------------------------------------------
-- What a store of version 1 lacks: it gets all below when it is opened.

-- loaded: the official text of an act in one edition and one language.
CREATE TABLE law_texts (
    act        TEXT NOT NULL,    -- as the law names it: "law-2001"
    edition    TEXT NOT NULL,    -- a day on which the text is in force
    language   TEXT NOT NULL,    -- kk, ru or en
    source     TEXT NOT NULL,    -- where it is from
    sha256     TEXT NOT NULL,    -- of the file, 64 hex digits
    loaded     INTEGER NOT NULL, -- the instant
    entered_by TEXT NOT NULL,    -- "account-3"
    PRIMARY KEY (act, edition, language)
);

-- loaded: the articles of these texts.
CREATE TABLE law_text_articles (
    act      TEXT NOT NULL,    -- of law_texts
    edition  TEXT NOT NULL,    -- of law_texts
    language TEXT NOT NULL,    -- of law_texts
    position INTEGER NOT NULL, -- from 1, the order in the text
    article  TEXT NOT NULL,    -- its number: "39-3"
    heading  TEXT NOT NULL,    -- what stands after the number
    text     TEXT NOT NULL,    -- its paragraphs, each ended by a line feed
    PRIMARY KEY (act, article, edition, language)
);
