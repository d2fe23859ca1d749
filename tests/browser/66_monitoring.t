#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: the commission that the assembly formed monitors a half-year of the
 * budget and reports; the assembly discusses the report and recommends; the
 * akim brings his reasoned conclusion to the next assembly.
 */
'use strict';

const {run} = require('./journey');
const {courseFrom} = require('./course');
const {START} = require('./path');
const tap = require('./tap');

const course = courseFrom(START);
const members = [1, 2, 3, 4, 5];
course.formAssembly(members);

function assembly(called, day, items) {
    course.at(called);
    course.callFor('assembly', day, items);
    course.openWith([1, 2, 3, 4], day, '10:55', '11:05');
    for (const i of items.keys()) {
        course.step('clerk', 'speak', 'secretary', {item: i + 1});
        course.countVotes(i + 1, 4, 0, 0);
    }
    course.step('clerk', 'close-sitting', 'chair');
    course.handOver();
}

assembly('2027-01-05T09:00', '2027-01-16', [{
    matter: 'budget-monitoring-commission', title: 'Комиссия құру',
    members: [1, 2, 3]}]);
course.at('2027-01-18T10:00');
const formed = course.steps.length;
course.step('commission', 'monitor', 'budget-monitoring-commission', {year: 2026, half: 2,
    text: 'Жол жөндеуге жоспарланған 12 млн теңгенің 9 млн теңгесі игерілді.'});
const reported = course.steps.length;
assembly('2027-02-01T09:00', '2027-02-13', [
    {matter: 'monitoring-report', title: 'Мониторинг есебін талқылау'},
    {matter: 'monitoring-recommendations',
        title: 'Бюджетті тиімді атқару жөніндегі ұсынымдар'}]);
const recommended = course.steps.length;
assembly('2027-07-01T09:00', '2027-07-13',
    [{matter: 'topical-matters', title: 'Өзекті мәселелер'}]);
const [report, call] = [course.steps[formed], reported + 1];
const conclude = {at: '2027-07-13T11:10:00+05:00', as: 'akim', act: {
    act: 'conclude', actor: 'rural-akim', proceeding: 3, item: 2,
    text: 'Ұсынымдар қабылданды: қалған қаражат тамызға дейін игеріледі.'}};

run({
    now: START,
    accounts: {commission: ['budget-monitoring-commission']},
}, journey => {
    tap.course('an assembly forms the commission', async () => {
        journey.submit(course.steps.slice(0, formed));
        await journey.look(null, '/organs/budget-monitoring-commission',
            ['organ.members']);
    });

    tap.course('the commission reports on a half-year', async () => {
        journey.setClock(report.at);
        await journey.look('commission', '/due', ['act.monitor']);
        await journey.consider(report);
        await journey.enter(report);
        await journey.look(null, '/sittings/2', ['sitting.reports',
            ['sitting.half-second', {year: 2026}]], {axe: true});
    });

    tap.course('an assembly discusses it and recommends', async () => {
        await journey.enter(course.steps[call - 1]);
        await journey.enter(course.steps[call]);
        journey.submit(course.steps.slice(call + 1, recommended));
        await journey.look(null, '/decisions/4', ['decision-state.adopted']);
    });

    tap.course('the akim owes a conclusion, of which no day is said', () =>
        journey.look('akim', '/due', ['act.conclude', 'due.silent']));

    tap.course('and brings it to the next assembly', async () => {
        journey.submit(course.steps.slice(recommended));
        await journey.consider(conclude);
        await journey.enter(conclude);
        await journey.look(null, '/decisions/4', ['step.answered']);
        await journey.everyone(null, one => one.shows(conclude.act.text));
    });
});
