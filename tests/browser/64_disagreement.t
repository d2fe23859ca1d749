#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: the akim disagrees with a decision; the gathering considers it again
 * and keeps it; he disagrees once more, the maslikhat deliberates, the akim of
 * the district upholds it, and it is made known and carried out.
 */
'use strict';

const {run} = require('./journey');
const {START, steps} = require('./path');
const tap = require('./tap');

const first = steps.findIndex(({act}) => act.act === 'review' && !act.agreed);
const again = steps.findIndex(
    ({act}, i) => i > first && act.act === 'hand-over') + 1;
const assigned = steps.findIndex(({act}) => act.act === 'assign');
const second = steps.findIndex(
    ({act}, i) => i > first && act.act === 'review');

run({now: START}, journey => {
    tap.course('the akim says why he does not agree', async () => {
        journey.submit(steps.slice(0, first));
        await journey.consider(steps[first]);
        await journey.enter(steps[first]);
        await journey.look(null, '/decisions/2', ['decision-state.disagreed']);
        await journey.look('akim', '/due', ['act.call']);
    });

    tap.course('the gathering considers it again and keeps it', async () => {
        const sitting = steps.slice(first + 1, again);
        const put = sitting.findIndex(({act}) => act.act === 'put');
        journey.submit(sitting.slice(0, put));
        await journey.enterAll(sitting.slice(put, put + 3));
        journey.submit(sitting.slice(put + 3));
        await journey.look(null, '/decisions/2', ['decision-state.kept']);
    });

    tap.course('he disagrees once more', async () => {
        await journey.enter(steps[second]);
        await journey.look('audan', '/decisions/2',
            ['decision-state.still-disagreed']);
    });

    tap.course('the maslikhat deliberates', async () => {
        await journey.consider(steps[second + 1]);
        await journey.enter(steps[second + 1]);
        await journey.look('audan', '/due', ['act.resolve']);
    });

    tap.course('the akim of the district resolves it', async () => {
        await journey.consider(steps[second + 2]);
        await journey.enter(steps[second + 2]);
        await journey.look(null, '/decisions/2', ['decision-state.upheld']);
    });

    tap.course('it is made known and carried out', async () => {
        await journey.enterAll(steps.slice(second + 3, assigned + 1));
        await journey.look(null, '/decisions/2',
            ['step.upheld', 'step.published', 'step.assigned']);
    });
});
