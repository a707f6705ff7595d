#!/usr/bin/env node
'use strict';

// The version is asked for by scripts, often: it is answered before anything else is loaded.
const [, , first, ...rest] = process.argv;
if (rest.length === 0 && (first === '--version' || first === '-V')) {
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  require('./launch.js').launch(first);
}
