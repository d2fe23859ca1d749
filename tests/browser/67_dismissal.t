#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: the assembly initiates the dismissal of the akim.  The decision is a
 * ground on which the maslikhat may raise no confidence, and the page says so:
 * it dismisses nobody, and the vote of the maslikhat is none of the ways to
 * open a proceeding here.
 */
'use strict';

const {run} = require('./journey');
const {courseFrom} = require('./course');
const {START} = require('./path');
const tap = require('./tap');

const course = courseFrom(START);
course.formAssembly([1, 2, 3, 4, 5]);
const formed = course.steps.length;
course.at('2027-01-05T09:00');
course.openBy('member', 'assembly', 'Мүшелердің өтініші');
course.step('clerk', 'sign', 'member',
    {residents: [1], evidence: 'Қол қою парағы'});
course.callNow('2027-01-16', [{matter: 'akim-dismissal',
    title: 'Әкімді лауазымынан босату туралы мәселеге бастамашы болу'}]);
course.openWith([1, 2, 3, 4], '2027-01-16', '10:55', '11:05');
const sitting = course.steps.length;
course.speak(1, 3, 'Есептер екі рет қабылданбады.');
course.countVotes(1, 3, 1, 0);
const voted = course.steps.length;
course.step('clerk', 'close-sitting', 'chair');
course.at('2027-01-18T10:00');
course.handOver();
course.step('clerk', 'publish', 'rural-akim', {item: 1,
    ways: ['mass-media'], evidence: 'Аудандық газет, № 4'});

run({now: START}, journey => {
    tap.course('members of the assembly ask for it', async () => {
        journey.submit(course.steps.slice(0, formed));
        await journey.enterAll(course.steps.slice(formed, formed + 4));
        await journey.look(null, '/sittings/2', ['phase.notified']);
    });

    tap.course('the assembly decides by its majority', async () => {
        journey.submit(course.steps.slice(formed + 4, sitting));
        await journey.enterAll(course.steps.slice(sitting, voted));
        await journey.enterAll(course.steps.slice(voted));
    });

    tap.course('the decision is a ground, and says for what', async () => {
        await journey.look(null, '/decisions/2',
            ['decision.ground', 'decision.ground-only'], {axe: true});
        await journey.everyone(null, async one => {
            const ground = one.main().getByRole('region',
                {name: one.say('decision.ground')});
            await ground.locator('a[href*="/law/acts/law-2001"]').first()
                .click();
            await one.page.waitForURL(/law\/acts\/law-2001/);
        });
    });

    tap.course('and starts no vote here', () =>
        journey.everyone('clerk', async one => {
            await one.goto('/sittings/new');
            const text = await one.main().innerText();
            if (text.toLowerCase()
                .includes(one.hands.term('no-confidence'))) {
                throw new Error(text);
            }
        }));
});
