'use strict';

// A second thread: the same bundle, for a piece of the work of the first. Whatever happens here, the first hears of it.
const { parentPort, workerData } = require('node:worker_threads');
const { load } = require('./launch.js');

if (parentPort !== null) {
  const { bundle } = load('library') ?? {};
  if (bundle !== undefined) bundle.work(workerData).then((result) => parentPort.postMessage(result));
}
