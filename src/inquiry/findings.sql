-- SPDX-License-Identifier: AGPL-3.0-or-later
-- SPDX-FileCopyrightText: Kenes contributors
--
-- What is wrong with the law of one day: a view for each kind of finding, over
-- the relations of facts.sql.  The columns are the same in all:
--
--   key     what the finding is about, the same in every edition
--   one, two, three   words for its sentence, or NULL
--   parts   the norms involved, "t12,b7": t the norm that measures, a one
--           that stands against it, b the one that fails, s a shielded one
--   places  places of procedures involved, or NULL
--   words   what fails; partly: what fails in part
--
-- A view sees words and verbs of the language, never an act or an article.  It
-- is made when it is first asked (facts_view), and sees no other view here.

-- An organ is of two classes that a norm keeps apart.
CREATE VIEW IF NOT EXISTS finding_status AS
SELECT 'status:' || a.organ AS key, a.organ AS one, x.subject AS two,
    x.object AS three,
    group_concat(DISTINCT 't' || x.id) || ',' ||
    group_concat(DISTINCT CASE a.shielded WHEN 1 THEN 's' ELSE 'a' END
        || a.norm) || ',' ||
    group_concat(DISTINCT CASE b.shielded WHEN 1 THEN 's' ELSE 'b' END
        || b.norm) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM live x
JOIN standing a ON a.class = x.subject
JOIN standing b ON b.organ = a.organ AND b.class = x.object
WHERE x.verb = 'is-distinct-from'
GROUP BY a.organ, x.subject, x.object;

-- Self-government is seated where a superior test of territory fails.
CREATE VIEW IF NOT EXISTS finding_territory AS
SELECT 'territory:' || s.place AS key, NULL AS one, NULL AS two,
    NULL AS three,
    (SELECT group_concat('t' || t.norm) FROM test t WHERE t.rank > s.rank)
        || ',' || group_concat(DISTINCT 'b' || s.norm) AS parts,
    NULL AS places,
    group_concat(DISTINCT CASE l.compact WHEN 'no' THEN s.part END) AS words,
    group_concat(DISTINCT CASE l.compact WHEN 'partly' THEN s.part END)
        AS partly
FROM seated s
JOIN level l ON l.level = s.part AND l.compact IN ('no', 'partly')
WHERE s.rank < (SELECT max(rank) FROM test)
    AND NOT EXISTS (SELECT 1 FROM shield h WHERE h.norm = s.norm)
GROUP BY s.place, s.rank;

-- Another than the community sets the procedure of its organ, although a
-- superior norm makes the community independent.
CREATE VIEW IF NOT EXISTS finding_procedure AS
SELECT 'procedure:' || f.organ AS key, f.organ AS one,
    (SELECT i.subject FROM independence i WHERE i.rank > f.rank) AS two,
    NULL AS three,
    (SELECT group_concat('t' || i.id) FROM independence i
        WHERE i.rank > f.rank) || ',' || f.parts AS parts,
    NULL AS places, f.words AS words, NULL AS partly
FROM (SELECT p.object AS organ, min(p.rank) AS rank,
        group_concat('b' || p.id) AS parts,
        group_concat(DISTINCT p.subject) AS words
    FROM foreign_procedure p
    WHERE NOT EXISTS (SELECT 1 FROM shield h WHERE h.norm = p.id)
    GROUP BY p.object) f;

-- A state organ does what a superior norm leaves to the population.
CREATE VIEW IF NOT EXISTS finding_independence AS
SELECT 'independence:' || b.organ AS key, b.organ AS one, i.subject AS two,
    NULL AS three,
    group_concat(DISTINCT 't' || i.id) || ',' ||
    group_concat(DISTINCT 'a' || a.norm) || ',' ||
    group_concat(DISTINCT 'b' || b.norm) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM standing b
JOIN independence i ON i.rank > b.rank
JOIN standing a ON a.organ = b.organ AND a.class = 'state-organ'
    AND a.shielded = 0
WHERE b.class = 'lsg-organ' AND b.shielded = 0
GROUP BY b.organ, i.subject;

-- An act makes an organ one of a class and bids it, or those of whom it is
-- formed, or all of another class of its, deal with that class as with another;
-- or it makes the class obey an organ that is to deal with it.  (CROSS JOIN: few
-- organs are formed of others, so they are asked first.)
CREATE VIEW IF NOT EXISTS finding_internal AS
SELECT 'internal:' || b.organ AS key, b.organ AS one, b.class AS two,
    NULL AS three,
    group_concat(DISTINCT 'a' || b.norm) || ',' ||
    group_concat(DISTINCT 'b' || n.id) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM has_class b
JOIN dealing n ON n.act = b.act AND n.class = b.class
    AND (EXISTS (SELECT 1 FROM is_a i WHERE i.word = b.organ
            AND i.wider = n.subject
            OR i.word = n.subject AND i.wider = b.organ)
        OR EXISTS (SELECT 1 FROM live p
            CROSS JOIN is_a i ON i.word = b.organ AND i.wider = p.subject
            WHERE p.verb = 'is-formed-of' AND p.object = n.subject)
        OR b.own = 1 AND EXISTS (SELECT 1 FROM has_class c
            WHERE c.organ = b.organ AND c.class = n.subject
                AND c.act = b.act))
GROUP BY b.organ, b.class
UNION ALL
SELECT 'internal:' || n.subject AS key, n.subject, n.object, NULL,
    group_concat(DISTINCT 'a' || o.id) || ',' ||
    group_concat(DISTINCT 'b' || n.id), NULL, NULL, NULL
FROM live n
JOIN is_a k ON k.word = n.subject
JOIN live o ON o.verb = 'is-subordinate-to' AND o.subject = n.object
    AND o.object = k.wider
WHERE n.verb IN ('interacts-with', 'coordinates')
GROUP BY n.subject, n.object;

-- The forms of the people's power are listed without self-government, which
-- the same act knows.
CREATE VIEW IF NOT EXISTS finding_people AS
SELECT 'people:' || p.act AS key, NULL AS one, NULL AS two, NULL AS three,
    group_concat(DISTINCT 'b' || p.id) || ',' ||
    group_concat(DISTINCT 'a' || n.id) AS parts,
    NULL AS places, group_concat(DISTINCT p.object) AS words, NULL AS partly
FROM live p
JOIN live n ON n.act = p.act AND (n.subject = 'self-government'
    OR EXISTS (SELECT 1 FROM is_a i WHERE i.word = n.object
        AND i.wider IN ('lsg-organ', 'elect-lsg-organs')))
    AND n.effect <> 'term'
WHERE p.verb = 'is-exercised-through' AND p.subject = 'people-power'
    AND NOT EXISTS (SELECT 1 FROM live q JOIN is_a i ON i.word = q.object
        WHERE q.act = p.act AND q.subject = 'people-power'
        AND q.verb = 'is-exercised-through'
        AND i.wider IN ('self-government', 'lsg-organ'))
GROUP BY p.act;

-- A superior act tries the territory of self-government and ties it to no unit;
-- an inferior one ties it to levels of the administrative division.
CREATE VIEW IF NOT EXISTS finding_basis AS
SELECT 'basis:' || s.place AS key, NULL AS one, NULL AS two, NULL AS three,
    group_concat(DISTINCT 't' || k.id) || ',' ||
    group_concat(DISTINCT 'b' || s.norm) AS parts,
    NULL AS places, group_concat(DISTINCT s.level) AS words, NULL AS partly
FROM live k
JOIN seated s ON s.rank < k.rank
WHERE k.verb = 'territory-must-be' AND k.subject = 'self-government'
    AND NOT EXISTS (SELECT 1 FROM live w WHERE w.act = k.act
        AND w.verb = 'is-exercised-within' AND w.subject = k.subject)
GROUP BY s.place;

-- An organ that binds others, or is elected, and decides nothing; to annul the
-- acts of others is not to decide.
CREATE VIEW IF NOT EXISTS finding_vacuous AS
SELECT 'vacuous:' || n.subject AS key, n.subject AS one, NULL AS two,
    NULL AS three, group_concat(DISTINCT 'b' || n.id) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM live n
JOIN word w ON w.word = n.subject AND w.kind IN ('organ', 'office')
WHERE n.verb IN ('binds', 'is-elected-by')
    AND NOT EXISTS (SELECT 1 FROM live m JOIN is_a i
        ON i.word = n.subject AND i.wider = m.subject
        WHERE m.effect = 'binding' AND m.verb NOT IN ('binds', 'annuls'))
GROUP BY n.subject;

-- A word is used as a test or as the matter of an own power, and no norm says
-- what it means.
CREATE VIEW IF NOT EXISTS finding_term AS
SELECT 'term:' || n.object AS key, n.object AS one, NULL AS two,
    NULL AS three, group_concat(DISTINCT 'b' || n.id) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM live n
WHERE (n.verb = 'territory-must-be'
        OR n.verb = 'decides' AND n.capacity IN ('own', 'independent'))
    AND n.object <> '*'
    AND NOT EXISTS (SELECT 1 FROM live d
        WHERE d.verb = 'means' AND d.subject = n.object)
GROUP BY n.object;

-- Self-government is seated at a level without an elected organ, or without an
-- organ of the community.
CREATE VIEW IF NOT EXISTS finding_level AS
SELECT 'level:elected' AS key, NULL AS one, NULL AS two, NULL AS three,
    group_concat(DISTINCT 'b' || s.norm) AS parts, NULL AS places,
    group_concat(DISTINCT s.part) AS words, NULL AS partly
FROM seated s
WHERE NOT EXISTS (SELECT 1 FROM formed f JOIN elected_organ e
        ON e.organ = f.organ WHERE f.part = s.part)
HAVING count(*) > 0
UNION ALL
SELECT 'level:community', NULL, NULL, NULL,
    group_concat(DISTINCT 'b' || s.norm), NULL,
    group_concat(DISTINCT s.part), NULL
FROM seated s
WHERE EXISTS (SELECT 1 FROM community_organ)
    AND NOT EXISTS (SELECT 1 FROM community_organ o
        JOIN live n ON n.subject = o.organ
        JOIN seat t ON t.norm = n.id
        LEFT JOIN covers c ON c.level = t.level
        WHERE coalesce(c.part, t.level) = s.part)
    AND NOT EXISTS (SELECT 1 FROM formed f JOIN community_organ o
        ON o.organ = f.organ WHERE f.part = s.part)
HAVING count(*) > 0;

-- A class of organs is named and no organ is of it; an organ is promised at a
-- level and none is formed there.
CREATE VIEW IF NOT EXISTS finding_organ AS
SELECT 'organ:' || n.object AS key, n.object AS one, NULL AS two,
    NULL AS three, group_concat(DISTINCT 'b' || n.id) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM live n
JOIN is_a i ON i.word = n.object AND i.wider = 'lsg-organ'
WHERE n.verb = 'is-exercised-through'
    AND NOT EXISTS (SELECT 1 FROM has_class c WHERE c.class = n.object)
GROUP BY n.object
UNION ALL
SELECT 'organ:promised:' || n.place, n.subject, NULL, NULL,
    group_concat(DISTINCT 'b' || n.id), NULL,
    group_concat(DISTINCT n.object), NULL
FROM norm n
WHERE n.verb = 'is-promised-at'
    AND NOT EXISTS (SELECT 1 FROM formed f JOIN has_class c
        ON c.organ = f.organ AND c.class = n.subject
        WHERE f.part = n.object)
GROUP BY n.place, n.subject;

-- What the law does not say of a class of organs that it names.
CREATE VIEW IF NOT EXISTS finding_attribute AS
SELECT 'attribute:' || n.object AS key, n.object AS one, NULL AS two,
    NULL AS three, group_concat(DISTINCT 'b' || n.id) AS parts,
    NULL AS places, group_concat(DISTINCT t.attribute) AS words,
    NULL AS partly
FROM live n
JOIN is_a i ON i.word = n.object AND i.wider = 'lsg-organ'
JOIN (SELECT 'organ-name' AS attribute, 'is-named' AS verb, NULL AS effect
    UNION SELECT 'organ-structure', 'is-formed-of', NULL
    UNION SELECT 'organ-formation', 'is-formed-at', 'establishment'
    UNION SELECT 'organ-matters', 'decides', 'consultative'
    UNION SELECT 'organ-powers', 'decides', 'binding') t
WHERE n.verb = 'is-exercised-through'
    AND NOT EXISTS (SELECT 1 FROM has_class c WHERE c.class = n.object)
    AND NOT EXISTS (SELECT 1 FROM live m WHERE m.subject = n.object
        AND (m.verb = t.verb OR m.effect = t.effect
            AND m.verb <> 'is-formed-of'))
GROUP BY n.object;

-- An organ of two classes, none of whose powers says in which it acts.
CREATE VIEW IF NOT EXISTS finding_competence AS
SELECT 'competence:' || a.organ AS key, a.organ AS one, NULL AS two,
    NULL AS three,
    group_concat(DISTINCT 'a' || a.norm) || ',' ||
    group_concat(DISTINCT 'b' || b.norm) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM standing a
JOIN standing b ON b.organ = a.organ AND b.class = 'lsg-organ'
    AND b.shielded = 0
WHERE a.class = 'state-organ' AND a.shielded = 0
    AND NOT EXISTS (SELECT 1 FROM live m JOIN is_a i
        ON i.word = a.organ AND i.wider = m.subject
        WHERE m.capacity IS NOT NULL)
GROUP BY a.organ;

-- Self-government is seated at a level that has no means of its own.
CREATE VIEW IF NOT EXISTS finding_resources AS
SELECT 'resources:' || s.place AS key, NULL AS one, NULL AS two,
    NULL AS three, group_concat(DISTINCT 'b' || s.norm) AS parts,
    NULL AS places,
    group_concat(DISTINCT CASE WHEN m.full IS NULL THEN s.part END) AS words,
    group_concat(DISTINCT CASE WHEN m.full = 0 THEN s.part END) AS partly
FROM seated s
LEFT JOIN (SELECT coalesce(c.part, n.subject) AS part,
        max(1 - n.partial) AS full
    FROM live n LEFT JOIN covers c ON c.level = n.subject
    WHERE n.verb = 'has' AND n.object = 'own-budget'
    GROUP BY coalesce(c.part, n.subject)) m ON m.part = s.part
WHERE m.full IS NULL OR m.full = 0
GROUP BY s.place;

-- A form of direct rule stands in the constitution and in no law.
CREATE VIEW IF NOT EXISTS finding_forms AS
SELECT 'forms:' || n.object AS key, n.object AS one, NULL AS two,
    NULL AS three, group_concat(DISTINCT 'b' || n.id) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM live n
JOIN is_a i ON i.word = n.object AND i.wider = 'direct-form'
WHERE n.rank = 9
    AND NOT EXISTS (SELECT 1 FROM live m JOIN is_a k
        ON k.word = m.object AND k.wider = n.object
            OR k.word = n.object AND k.wider = m.object
            AND m.object <> 'direct-form'
        WHERE m.rank BETWEEN 2 AND 8)
GROUP BY n.object;

-- The community cannot meet of its own will: its initiative waits for a
-- consent, or its organ is called by officials alone.
CREATE VIEW IF NOT EXISTS finding_initiative AS
SELECT 'initiative:' || procedure AS key, NULL AS one, NULL AS two,
    NULL AS three, NULL AS parts, group_concat(DISTINCT place) AS places,
    NULL AS words, NULL AS partly
FROM stage
WHERE stage = 'consent-of'
    AND initiator IN ('member', 'assembly-member', 'resident')
GROUP BY procedure
UNION ALL
SELECT 'initiative:' || n.object, n.object, NULL, NULL,
    group_concat(DISTINCT 'b' || n.id), NULL,
    group_concat(DISTINCT n.subject), NULL
FROM live n
JOIN word o ON o.word = n.object AND o.kind = 'organ'
WHERE n.verb = 'convenes'
    AND NOT EXISTS (SELECT 1 FROM live m
        LEFT JOIN word w ON w.word = m.subject
        WHERE m.object = n.object AND m.verb IN ('convenes', 'initiates')
        AND coalesce(w.kind, '') <> 'office')
GROUP BY n.object;

-- A procedure in which many take part lacks what it cannot do without, or the
-- law is silent on what a procedure names; members are represented and the
-- quorum is counted of them all the same.
CREATE VIEW IF NOT EXISTS finding_parameter AS
SELECT 'parameter:' || procedure || ':' || stage AS key, NULL AS one,
    NULL AS two, NULL AS three, NULL AS parts,
    group_concat(DISTINCT place) AS places, NULL AS words, NULL AS partly
FROM stage WHERE silent = 1 GROUP BY procedure, stage
UNION ALL
SELECT 'parameter:' || p.procedure || ':' || e.stage, NULL, NULL, NULL, NULL,
    group_concat(DISTINCT p.article), NULL, NULL
FROM stage p
JOIN (SELECT 'quorum' AS stage UNION SELECT 'carried-by'
    UNION SELECT 'notice' UNION SELECT 'initiated-by') e
WHERE EXISTS (SELECT 1 FROM stage t
        WHERE t.procedure = p.procedure AND t.stage = 'takes-part')
    AND NOT EXISTS (SELECT 1 FROM stage s
        WHERE s.procedure = p.procedure AND s.stage = e.stage)
GROUP BY p.procedure, e.stage
UNION ALL
SELECT 'parameter:' || r.procedure || ':represented:quorum', NULL, NULL, NULL,
    NULL, group_concat(DISTINCT q.place), NULL, NULL
FROM stage r
JOIN stage q ON q.procedure = r.procedure AND q.stage = 'quorum'
    AND q.base IN ('members-entitled', 'community-members')
WHERE r.stage = 'represented-by'
    AND NOT EXISTS (SELECT 1 FROM stage s WHERE s.procedure = r.procedure
        AND s.stage = 'quorum' AND s.represented = 1)
GROUP BY r.procedure;

-- Nobody may recall who is elected, or who acts for self-government, neither
-- itself nor those of whom it is formed or by whom it is headed.
CREATE VIEW IF NOT EXISTS finding_recall AS
SELECT 'recall:' || e.organ AS key, e.organ AS one, NULL AS two,
    NULL AS three, group_concat(DISTINCT 'b' || e.norm) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM (SELECT subject AS organ, id AS norm FROM live
        WHERE verb = 'is-elected-by'
    UNION SELECT organ, norm FROM has_class
        WHERE class = 'lsg-organ' AND own = 1) e
JOIN word w ON w.word = e.organ AND w.kind IN ('organ', 'office')
WHERE NOT EXISTS (SELECT 1 FROM recallable r JOIN is_a i
        ON i.word = e.organ AND i.wider = r.who
            OR i.wider = e.organ AND i.word = r.who)
    AND NOT EXISTS (SELECT 1 FROM live f
        JOIN is_a k ON k.word = e.organ AND k.wider = f.subject
        JOIN recallable r
        JOIN is_a i ON i.word = f.object AND i.wider = r.who
            OR i.wider = f.object AND i.word = r.who
        WHERE f.verb IN ('is-formed-of', 'is-headed-by'))
GROUP BY e.organ;

-- Two systems on one territory; one matter of two deciders.
CREATE VIEW IF NOT EXISTS finding_overlap AS
SELECT 'overlap:territory' AS key, NULL AS one, NULL AS two, NULL AS three,
    group_concat(DISTINCT 'a' || s.norm) || ',' ||
    group_concat(DISTINCT 'b' || f.norm) AS parts,
    NULL AS places, group_concat(DISTINCT s.part) AS words, NULL AS partly
FROM seated s
JOIN acting f ON f.part = s.part
JOIN has_class c ON c.organ = f.organ AND c.class = 'state-organ'
HAVING count(*) > 0
UNION ALL
SELECT 'overlap:' || n.object, n.object, NULL, NULL,
    group_concat(DISTINCT 'b' || n.id), NULL,
    group_concat(DISTINCT n.subject), NULL
FROM live n
JOIN word w ON w.word = n.subject AND w.kind IN ('organ', 'office')
WHERE n.verb = 'decides' AND n.capacity IS NULL AND n.object <> '*'
    AND EXISTS (SELECT 1 FROM live m
        JOIN word v ON v.word = m.subject AND v.kind IN ('organ', 'office')
        WHERE m.verb = 'decides' AND m.object = n.object
        AND m.capacity IS NULL AND m.subject <> n.subject
        AND NOT EXISTS (SELECT 1 FROM is_a i
            WHERE i.word = m.subject AND i.wider = n.subject
                OR i.word = n.subject AND i.wider = m.subject))
GROUP BY n.object;

-- A norm deals with organs of a class to which no organ belongs.
CREATE VIEW IF NOT EXISTS finding_dangling AS
SELECT 'dangling:' || c.class AS key, c.class AS one, NULL AS two,
    NULL AS three, group_concat(DISTINCT 'b' || n.id) AS parts,
    NULL AS places, NULL AS words, NULL AS partly
FROM (SELECT DISTINCT word AS class FROM is_a WHERE wider = 'lsg-organ') c
JOIN live n ON c.class IN (n.object, n.subject)
WHERE n.effect NOT IN ('status', 'establishment', 'territory', 'term')
    AND NOT EXISTS (SELECT 1 FROM has_class h
        WHERE c.class IN (h.class, h.organ))
GROUP BY c.class;

-- An organ is to deal with a class that is only itself and its peers, all of
-- them state organs.
CREATE VIEW IF NOT EXISTS finding_self_reference AS
SELECT 'self-reference:' || n.subject AS key, n.subject AS one,
    n.object AS two, NULL AS three,
    group_concat(DISTINCT 'b' || n.id) || ',' ||
    group_concat(DISTINCT 'a' || h.norm) AS parts,
    NULL AS places,
    group_concat(DISTINCT CASE h.own WHEN 1 THEN h.organ END) AS words,
    NULL AS partly
FROM live n
JOIN has_class h ON h.class = n.object
WHERE n.verb IN ('interacts-with', 'coordinates')
    AND EXISTS (SELECT 1 FROM has_class m JOIN is_a i
        ON i.word = n.subject AND i.wider = m.organ
        WHERE m.class = n.object)
    AND NOT EXISTS (SELECT 1 FROM has_class m WHERE m.class = n.object
        AND NOT EXISTS (SELECT 1 FROM has_class t
            WHERE t.organ = m.organ AND t.class = 'state-organ'))
GROUP BY n.subject, n.object;

-- What a repair must break up: one row for each conflict, in norms that may be
-- dropped (minus) and norms that make the conflict theirs while they stand
-- (plus).  A test and a power of the population are what the law is measured
-- with; they are not traded.

CREATE VIEW IF NOT EXISTS clause_status AS
SELECT DISTINCT x.id || ',' || a.norm || ',' || b.norm AS minus,
    (SELECT group_concat(s.norm) FROM has_class s
        WHERE s.organ = a.organ AND (s.class = a.class AND s.rank > a.rank
            OR s.class = b.class AND s.rank > b.rank)) AS plus
FROM live x
JOIN has_class a ON a.class = x.subject
JOIN has_class b ON b.organ = a.organ AND b.class = x.object
WHERE x.verb = 'is-distinct-from';

CREATE VIEW IF NOT EXISTS clause_territory AS
SELECT DISTINCT s.norm AS minus, (SELECT group_concat(h.shield) FROM shield h
    WHERE h.norm = s.norm) AS plus
FROM seated s
JOIN level l ON l.level = s.part AND l.compact IN ('no', 'partly')
WHERE s.rank < (SELECT max(rank) FROM test);

CREATE VIEW IF NOT EXISTS clause_procedure AS
SELECT p.id AS minus, (SELECT group_concat(h.shield) FROM shield h
    WHERE h.norm = p.id) AS plus
FROM foreign_procedure p;

CREATE VIEW IF NOT EXISTS clause_independence AS
SELECT DISTINCT a.norm || ',' || b.norm AS minus,
    (SELECT group_concat(s.norm) FROM has_class s
        WHERE s.organ = b.organ AND s.class = b.class AND s.rank > b.rank)
    AS plus
FROM has_class b
JOIN has_class a ON a.organ = b.organ AND a.class = 'state-organ'
WHERE b.class = 'lsg-organ'
    AND b.rank < (SELECT max(rank) FROM independence);

CREATE VIEW IF NOT EXISTS clause_internal AS
SELECT DISTINCT b.norm || ',' || n.id AS minus, NULL AS plus
FROM has_class b
JOIN dealing n ON n.act = b.act AND n.class = b.class
    AND (EXISTS (SELECT 1 FROM is_a i WHERE i.word = b.organ
            AND i.wider = n.subject
            OR i.word = n.subject AND i.wider = b.organ)
        OR EXISTS (SELECT 1 FROM live p
            CROSS JOIN is_a i ON i.word = b.organ AND i.wider = p.subject
            WHERE p.verb = 'is-formed-of' AND p.object = n.subject)
        OR b.own = 1 AND EXISTS (SELECT 1 FROM has_class c
            WHERE c.organ = b.organ AND c.class = n.subject
                AND c.act = b.act))
UNION
SELECT n.id || ',' || o.id, NULL
FROM live n
JOIN is_a k ON k.word = n.subject
JOIN live o ON o.verb = 'is-subordinate-to' AND o.subject = n.object
    AND o.object = k.wider
WHERE n.verb IN ('interacts-with', 'coordinates');
