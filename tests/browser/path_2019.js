/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A gathering under the edition of 2019, as acts on their days: a separate
 * gathering of a street elects representatives, of whom a half hold it.
 */
'use strict';

const {SETTLEMENT} = require('./village');

const START = '2019-01-08T09:00:00+05:00';

const accounts = {clerk: ['clerk'], akim: ['rural-akim']};

const ORDER = 'Әкімнің өкімі, № 3';
const ROLL_PAPER = 'Тіркеу парағы';
const MINUTES_PAPER = 'Хаттаманың қол қойылған данасы';

const steps = [];
let hour = START;

function step(as, act, actor, fields) {
    steps.push({at: hour, as, act: {act, actor, ...fields}});
}

/* Called and noticed now, held on `day` by `residents` with one item. */
function hold(proceeding, day, residents, item) {
    const held = {proceeding, item: 1};
    step('clerk', 'call', 'rural-akim', {proceeding, day, time: '11:00',
        place: 'Клуб', items: [item], evidence: ORDER});
    step('clerk', 'notify', 'rural-akim', {proceeding, ways: ['other-way'],
        evidence: 'Хабарландыру тақтасының фотосуреті'});
    hour = `${day}T11:00:00+05:00`;
    step('clerk', 'arrive', 'rural-akim',
        {proceeding, residents, evidence: ROLL_PAPER});
    step('clerk', 'open-sitting', 'rural-akim',
        {proceeding, evidence: MINUTES_PAPER});
    for (const [actor, office, resident] of [
        ['rural-akim', 'chair', residents[0]],
        ['chair', 'secretary', residents[1]]]) {
        step('clerk', 'elect', actor, {proceeding, office, resident,
            for: residents.length, against: 0, abstain: 0,
            evidence: MINUTES_PAPER});
    }
    step('clerk', 'approve-agenda', 'chair',
        {proceeding, for: residents.length, against: 0, abstain: 0});
    step('clerk', 'speak', 'secretary', held);
    step('clerk', 'put', 'chair', {...held, form: 'by-show-of-hands'});
    step('clerk', 'count', 'secretary',
        {...held, for: residents.length, against: 0, abstain: 0});
    step('clerk', 'close-vote', 'chair', held);
    step('clerk', 'close-sitting', 'chair', {proceeding});
    for (const office of ['chair', 'secretary']) {
        step('clerk', 'sign-minutes', office,
            {proceeding, evidence: MINUTES_PAPER});
    }
    step('clerk', 'hand-over', 'secretary',
        {proceeding, evidence: 'Кіріс журналы'});
}

step('clerk', 'open', 'rural-akim',
    {procedure: 'gathering', represented: true, evidence: ORDER});
step('clerk', 'open', 'rural-akim', {procedure: 'separate-gathering', for: 1,
    plot: {kato: SETTLEMENT, street: 'Абай', name: 'Абай көшесі'},
    evidence: ORDER});
hold(2, '2019-01-18', [1, 2, 4], {matter: 'representatives',
    title: 'Өкілдерді сайлау', members: [1, 2, 3]});
hold(1, '2019-01-28', [1, 3],
    {matter: 'community-tasks', title: 'Жол жөндеу'});
step('akim', 'review', 'rural-akim', {proceeding: 1, item: 1, agreed: true});
step('clerk', 'publish', 'rural-akim', {proceeding: 1, item: 1,
    ways: ['mass-media'], evidence: 'Аудандық газет, № 5'});

module.exports = {START, accounts, budget: null, steps};
