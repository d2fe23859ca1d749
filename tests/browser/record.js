/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The acts of a record, so that two records can be compared.
 */
'use strict';

/*
 * What happened, without what differs from one making to the next: instants,
 * hashes, keys (a resident is known by his number, officials are counted in
 * the order in which they come), and who entered it upon which paper.
 */
function actsOf(village) {
    const persons = village.persons();
    const officials = new Map();
    const person = key => {
        if (persons.get(key) > 0) {
            return `resident ${persons.get(key)}`;
        }
        if (!officials.has(key)) {
            officials.set(key, `official ${officials.size + 1}`);
        }
        return officials.get(key);
    };
    const plain = (value, name) => {
        if (Array.isArray(value)) {
            return value.map(one => plain(one, name));
        }
        if (value !== null && typeof value === 'object') {
            return Object.fromEntries(Object.entries(value)
                .map(([key, one]) => [key, plain(one, key)]));
        }
        if (name === 'root' || name === 'roll_root') {
            return 'a root';
        }
        return persons.has(value) ? person(value) : value;
    };
    return village.events().map(event => ({
        number: event.number,
        proceeding: event.proceeding,
        kind: event.kind,
        actor: event.actor,
        body: plain(event.body, 'body'),
    }));
}

module.exports = {actsOf};
