#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: a resident, who has no account, learns what was decided and whether it
 * may be trusted: the decision and its article, the paper to print, the record
 * with its last hash, and a check of the record that a hand which changed it
 * cannot pass.
 */
'use strict';

const assert = require('assert/strict');
const {spawnSync} = require('child_process');
const {run} = require('./journey');
const {rowsOf} = require('./village');
const {START, steps} = require('./path');
const tap = require('./tap');

const published = steps.findIndex(({act}) => act.act === 'publish');

run({now: START}, journey => {
    tap.course('from the first page to what was decided', async () => {
        journey.submit(steps.slice(0, published + 1));
        await journey.everyone(null, async one => {
            await one.goto('/');
            await one.reads('home.decided');
            await one.see();
            await one.follow('Жиналыс құрамын айқындау');
            await one.reads('decision-state.approved');
            await one.reads('step.published');
        });
    });

    tap.course('by which article, and what follows', () =>
        journey.everyone(null, async one => {
            await one.goto('/decisions/1');
            await one.main().locator('a[href*="/law/acts/"]').first().click();
            await one.page.waitForURL(/law-2001/);
        }));

    tap.course('the paper, to read and to print', () =>
        journey.everyone(null, async one => {
            await one.goto('/decisions/1');
            await one.follow(one.say('papers.decision', {number: 1}));
            await one.shows('Жиналыс құрамын айқындау');
            await one.see();
            const pdf = await one.page.request.get(
                `/${one.language}/sittings/1/pdf/decision-1`);
            assert.equal(pdf.status(), 200);
            assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
        }));

    tap.course('no name of those who voted', () =>
        journey.everyone(null, async one => {
            await one.goto('/decisions/2');
            assert.doesNotMatch(await one.main().innerText(),
                /Дәулетов|Досжанов|Жақыпов/);
        }));

    let head;
    tap.course('the record of it, and its last hash', async () => {
        [head] = rowsOf(journey.village.dir, 'SELECT lower(hex(hash)) ' +
            'FROM events ORDER BY number DESC LIMIT 1');
        await journey.everyone(null, async one => {
            await one.goto('/decisions/1');
            await one.follow(one.say('decision.record'));
            await one.reads('entries.what');
            await one.see();
            await one.follow(one.say('entries.all'));
            await one.reads('entries.check');
            await one.shows('kenes record verify');
            const text = await one.main().innerText();
            assert.ok(text.replace(/\s/g, '').includes(head), text);
        });
    });

    tap.test('the check that the page names finds the same hash', () => {
        const said = journey.village.run(
            'record', 'verify', journey.village.dir);
        assert.ok(said.includes(head), said);
    });

    tap.test('and finds a decision that was changed afterwards', () => {
        const {dir} = journey.village;
        const copy = `${dir}-changed`;
        spawnSync('cp', ['-r', dir, copy]);
        const changed = spawnSync('sqlite3', [`${copy}/kenes.db`,
            'DROP TRIGGER IF EXISTS events_keep; UPDATE events SET bytes = ' +
            'CAST(replace(CAST(bytes AS TEXT), \'"for":7\', \'"for":9\') ' +
            'AS BLOB)'], {encoding: 'utf8'});
        assert.equal(changed.status, 0, changed.stderr);
        const check = spawnSync(process.env.KENES || 'build/release/kenes',
            ['record', 'verify', copy], {encoding: 'utf8'});
        assert.equal(check.status, 1, check.stdout + check.stderr);
    });
});
