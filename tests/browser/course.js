/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Acts on their days, one after the other: how a sitting is called, opened and
 * handed over, in a few words each.
 */
'use strict';

const ROLL_PAPER = 'Тіркеу парағы';
const NOTICE_PAPER = 'Хабарландыру тақтасының фотосуреті';
const MINUTES_PAPER = 'Хаттаманың қол қойылған данасы';
const SIGNATURES_PAPER = 'Қол қою парағы';
const JOURNAL = 'Әкім аппаратының кіріс журналы';

/*
 * Steps from `start` on; `step` adds one on the day and hour where we are (`at`)
 * in the latest proceeding that was opened.
 */
function courseFrom(start) {
    const steps = [];
    let hour = start;
    let proceeding = 0;

    function at(instant) {
        hour = `${instant}:00+05:00`;
    }

    function step(as, name, actor, fields = {}) {
        const act = name === 'open'
            ? {act: name, actor, ...fields}
            : {act: name, proceeding, actor, ...fields};
        steps.push({at: hour, as, act});
    }

    function openBy(actor, procedure, evidence) {
        proceeding += 1;
        step('clerk', 'open', actor, {procedure, evidence});
    }

    function callNow(day, items) {
        step('clerk', 'call', 'rural-akim', {
            day, time: '11:00', place: 'Клуб', items,
            evidence: 'Әкімнің өкімі, № 16'});
        step('clerk', 'notify', 'rural-akim', {
            ways: ['mass-media', 'other-way'], evidence: NOTICE_PAPER});
    }

    function callFor(procedure, day, items) {
        openBy('rural-akim', procedure, 'Әкімнің өкімі, № 15');
        callNow(day, items);
    }

    /* They come from `coming` on; the sitting opens at `opening`. */
    function openWith(residents, day, coming, opening) {
        at(`${day}T${coming}`);
        step('clerk', 'arrive', 'rural-akim', {residents, evidence: ROLL_PAPER});
        at(`${day}T${opening}`);
        step('clerk', 'open-sitting', 'rural-akim', {evidence: MINUTES_PAPER});
        for (const [actor, office, resident, against] of [
            ['rural-akim', 'chair', 6, 1], ['chair', 'secretary', 2, 0]]) {
            step('clerk', 'elect', actor, {
                office,
                resident: residents.includes(resident) ? resident : residents[0],
                for: residents.length - against, against, abstain: 0,
                evidence: MINUTES_PAPER});
        }
        step('clerk', 'approve-agenda', 'chair',
            {for: residents.length, against: 0, abstain: 0});
    }

    function speak(item, resident, text) {
        step('clerk', 'speak', 'secretary', {item, resident, text});
    }

    function countVotes(item, yes, against, abstain) {
        step('clerk', 'put', 'chair', {item, form: 'by-show-of-hands'});
        step('clerk', 'count', 'secretary', {item, for: yes, against, abstain});
        step('clerk', 'close-vote', 'chair', {item});
    }

    /* choices: {resident: choice}. */
    function voteByName(item, choices) {
        step('clerk', 'put', 'chair', {item, form: 'by-name'});
        for (const [resident, choice] of Object.entries(choices)) {
            step('clerk', 'vote', 'secretary',
                {item, resident: Number(resident), choice});
        }
        step('clerk', 'close-vote', 'chair', {item});
    }

    function handOver() {
        for (const office of ['chair', 'secretary']) {
            step('clerk', 'sign-minutes', office, {evidence: MINUTES_PAPER});
        }
        step('clerk', 'hand-over', 'secretary', {evidence: JOURNAL});
    }

    function publish(number, item) {
        step('clerk', 'publish', 'rural-akim', {
            proceeding: number, item, ways: ['mass-media'],
            evidence: 'Аудандық газет, № 50'});
    }

    /* The gathering that forms the assembly, to its published decision. */
    function formAssembly(members) {
        at('2026-11-30T09:00');
        callFor('gathering', '2026-12-12', [{matter: 'assembly-composition',
            title: 'Жиналыс құрамын айқындау', members}]);
        openWith([1, 2, 3, 4, 6, 7, 8], '2026-12-12', '10:40', '11:00');
        speak(1, 7, 'Құрамға барлық көше өкілдері кірсін.');
        countVotes(1, 7, 0, 0);
        step('clerk', 'close-sitting', 'chair');
        at('2026-12-14T10:00');
        handOver();
        step('akim', 'review', 'rural-akim', {item: 1, agreed: true});
        publish(1, 1);
    }

    return {steps, at, step, openBy, callNow, callFor, openWith, speak,
        countVotes, voteByName, handOver, publish, formAssembly};
}

module.exports = {courseFrom, ROLL_PAPER, NOTICE_PAPER, MINUTES_PAPER,
    SIGNATURES_PAPER, JOURNAL};
