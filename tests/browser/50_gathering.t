#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: the whole path of a community's decisions is gone in a browser, in
 * Kazakh and without script, day after day; the same acts by `kenes submit`
 * leave the same record.
 */
'use strict';

require('./twice').goTwice(require('./path'));
