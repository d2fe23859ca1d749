/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Test Anything Protocol.  Tests are sentences; they run in order, each may
 * build on the ones before, and the first that fails of a course (`course`)
 * ends it: what follows would only repeat the fault.
 */
'use strict';

const tests = [];
let diagnose = async () => '';

/* test(sentence, body): body throws where the sentence is not true. */
function test(name, body) {
    tests.push({name, body, isCourse: false});
}

/* A step that those after it need. */
function course(name, body) {
    tests.push({name, body, isCourse: true});
}

/* What to say of the surroundings when a test fails: an async function. */
function onFailure(tell) {
    diagnose = tell;
}

function comment(text) {
    for (const line of String(text).split('\n')) {
        console.log(`# ${line}`);
    }
}

async function tell(error) {
    comment(error.stack);
    try {
        comment(await diagnose());
    } catch (other) {
        comment(other.message);
    }
}

async function runAll() {
    let broken = false;
    let failed = 0;
    for (const [i, {name, body, isCourse}] of tests.entries()) {
        let isGood = false;
        if (broken && isCourse) {
            comment('not reached');
        } else {
            try {
                await body();
                isGood = true;
            } catch (error) {
                await tell(error);
            }
        }
        broken = broken || (isCourse && !isGood);
        failed += isGood ? 0 : 1;
        console.log(`${isGood ? 'ok' : 'not ok'} ${i + 1} - ${name}`);
    }
    return failed;
}

/*
 * Runs all tests between `start` and `stop`, and ends the process.  `start`
 * may add tests.
 */
async function run({start, stop}) {
    let failed = 1;
    try {
        await start();
        console.log(`1..${tests.length}`);
        failed = await runAll();
    } catch (error) {
        comment(error.stack);
        console.log('Bail out! the site did not start');
    }
    await stop();
    process.exitCode = failed === 0 ? 0 : 1;
}

module.exports = {test, course, onFailure, comment, run};
