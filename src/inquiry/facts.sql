-- SPDX-License-Identifier: AGPL-3.0-or-later
-- SPDX-FileCopyrightText: Kenes contributors
--
-- The law of one day and reading as relations, in memory, made anew for every
-- inquiry.  facts.c fills the tables; the last part derives from them.

-- One norm in force.  `rank` is the force of its act: 9 constitution to
-- 2 maslikhat; 1 a programme; 0 what never defeats another norm (a treaty not
-- ratified, foreign law, doctrine).
CREATE TABLE norm (
    id       INTEGER PRIMARY KEY, -- in the order of the sources, from 1
    act      TEXT NOT NULL,
    place    TEXT NOT NULL, -- "law-2001/2-1/1": what a repair reopens
    rank     INTEGER NOT NULL,
    subject  TEXT NOT NULL,
    verb     TEXT NOT NULL,
    object   TEXT NOT NULL,
    effect   TEXT NOT NULL,
    capacity TEXT,          -- own, delegated, independent, exclusive
    partial  INTEGER NOT NULL -- 1: `applies` to some units alone
);

-- The levels at which a norm is seated; none: everywhere.
CREATE TABLE seat (norm INTEGER NOT NULL, level TEXT NOT NULL);

-- Every word of a norm, and that it is itself and each wider word.
CREATE TABLE word (word TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE is_a (
    word TEXT NOT NULL, wider TEXT NOT NULL, PRIMARY KEY (word, wider)
) WITHOUT ROWID;

CREATE TABLE level (
    level TEXT PRIMARY KEY, tier TEXT NOT NULL, compact TEXT NOT NULL
) WITHOUT ROWID;

-- A level covers the levels of which it is made up, or else itself.
CREATE TABLE covers (
    level TEXT NOT NULL, part TEXT NOT NULL, PRIMARY KEY (level, part)
) WITHOUT ROWID;

-- A sentence of a procedure; `silent`: what it asks for is `missing`.
CREATE TABLE stage (
    procedure TEXT NOT NULL, stage TEXT NOT NULL, place TEXT NOT NULL,
    article TEXT NOT NULL, silent INTEGER NOT NULL,
    initiator TEXT, -- `where initiated by`, of a consent
    base TEXT,      -- of the share it asks for
    represented INTEGER NOT NULL -- 1: holds where representatives take part
);

-- To which class belongs who exercises such functions.
CREATE TABLE function (function TEXT PRIMARY KEY, class TEXT NOT NULL);
INSERT INTO function VALUES
    ('state-functions', 'state-organ'), ('lsg-functions', 'lsg-organ');

-- A duty that is owed to organs of a class.
CREATE TABLE duty (duty TEXT PRIMARY KEY, class TEXT NOT NULL);
INSERT INTO duty VALUES
    ('create-conditions-for-lsg', 'lsg-organ'),
    ('inform-lsg-organs', 'lsg-organ'),
    ('guarantee-lsg-independence', 'lsg-organ');

-- @ derived, when the tables are filled

CREATE INDEX norm_verb ON norm (verb, subject, object, rank);
CREATE INDEX norm_object ON norm (object, verb);
CREATE INDEX is_a_wider ON is_a (wider, word);
CREATE INDEX seat_norm ON seat (norm);

-- What the law of the country says: neither programmes nor foreign law.
CREATE VIEW live AS SELECT * FROM norm WHERE rank >= 2;

-- The norms that make an organ one of a class, itself or as a narrower word;
-- `own`: the norm names that very organ.
CREATE TABLE has_class AS
SELECT i.word AS organ, k.wider AS class, n.id AS norm, n.rank AS rank,
    n.act AS act, n.place AS place, i.word = n.subject AS own
FROM live n
JOIN is_a i ON i.wider = n.subject
JOIN word w ON w.word = i.word AND w.kind IN ('organ', 'office')
LEFT JOIN function f ON n.verb = 'exercises' AND f.function = n.object
JOIN is_a k ON k.word = coalesce(f.class, n.object)
WHERE n.verb IN ('counts-as', 'exercises')
    AND (n.verb = 'counts-as' OR f.class IS NOT NULL);
CREATE INDEX has_class_organ ON has_class (organ, class);
CREATE INDEX has_class_class ON has_class (class, act);

-- The same, and whether a superior norm says it of that organ already.
CREATE VIEW standing AS
SELECT c.*, EXISTS (
    SELECT 1 FROM has_class s WHERE s.organ = c.organ AND s.class = c.class
        AND s.rank > c.rank) AS shielded
FROM has_class c;

-- Norms that only repeat a superior one: `shield` stands over `norm`.  Of
-- classes this is asked organ by organ, see `standing`.
CREATE VIEW shield AS
SELECT n.id AS norm, s.id AS shield
FROM live n
JOIN live s ON s.subject = n.subject AND s.verb = n.verb
    AND s.object = n.object AND s.rank > n.rank
WHERE n.verb NOT IN ('counts-as', 'exercises');

-- The levels at which self-government is seated, level by level.
CREATE TABLE seated AS
SELECT n.id AS norm, n.place AS place, n.rank AS rank, n.object AS level,
    coalesce(c.part, n.object) AS part
FROM live n LEFT JOIN covers c ON c.level = n.object
WHERE n.verb = 'is-exercised-within' AND n.subject = 'self-government';

-- The levels at which an organ is formed.
CREATE TABLE formed AS
SELECT n.id AS norm, n.subject AS organ, n.rank AS rank,
    coalesce(c.part, n.object) AS part
FROM live n LEFT JOIN covers c ON c.level = n.object
WHERE n.verb = 'is-formed-at';
CREATE INDEX formed_part ON formed (part);

-- Where an organ is formed, or a norm about it is seated.
CREATE VIEW acting AS
SELECT norm, organ, part FROM formed
UNION
SELECT n.id, n.subject, coalesce(c.part, s.level)
FROM live n
JOIN seat s ON s.norm = n.id
LEFT JOIN covers c ON c.level = s.level;

-- Which norm bids whom deal with which class of organs.
CREATE VIEW dealing AS
SELECT id, act, subject, object AS class FROM live
WHERE verb IN ('interacts-with', 'coordinates')
UNION
SELECT n.id, n.act, n.subject, d.class
FROM live n JOIN duty d ON d.duty = n.object
WHERE n.verb = 'must';

-- The organs through which a community acts itself.
CREATE TABLE community_organ AS
SELECT DISTINCT organ FROM has_class WHERE class = 'form-of-activity';

-- Organs, not offices, that come about by election.
CREATE TABLE elected_organ AS
SELECT DISTINCT i.word AS organ FROM live e
JOIN is_a i ON i.wider = e.subject
JOIN word w ON w.word = i.word AND w.kind = 'organ'
WHERE e.verb = 'is-elected-by';

-- A power that a superior law calls independent.
CREATE TABLE independence AS
SELECT id, rank, subject, object FROM live
WHERE verb = 'decides' AND capacity = 'independent';

-- The tests of the territory of self-government.
CREATE TABLE test AS
SELECT id AS norm, rank FROM live
WHERE verb = 'territory-must-be' AND object = 'compactness'
    AND subject = 'self-government';

-- Norms by which another than the community sets the procedure of its organ,
-- beneath a power that is called independent.
CREATE VIEW foreign_procedure AS
SELECT p.* FROM live p
JOIN word w ON w.word = p.subject AND w.kind IN ('organ', 'office')
JOIN word o ON o.word = p.object AND o.kind = 'organ'
WHERE p.verb = 'sets-procedure-of' AND p.subject <> p.object
    AND p.rank < (SELECT max(rank) FROM independence)
    AND p.subject NOT IN (SELECT organ FROM community_organ)
    AND NOT EXISTS (SELECT 1 FROM has_class c
        WHERE c.organ = p.object AND c.class = 'state-organ');

-- Whom the people may recall; what a party may do to its deputies is no recall.
CREATE VIEW recallable AS
SELECT DISTINCT n.object AS who FROM live n
JOIN word w ON w.word = n.subject AND w.kind = 'class'
WHERE n.verb = 'recalls';
