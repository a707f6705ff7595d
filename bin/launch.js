'use strict';

// Loads the bundle with its compiled code from a cache: compiling it anew takes longer than most commands run.
// Cached code is executable input. It is taken only from a folder and file that this user alone can write, and only if
// it was made by this Node from this very bundle; otherwise everything works as without it.

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const HOME = path.dirname(__dirname);
const BUNDLE = path.join(HOME, 'dist', 'dtca.cjs');
const MONTH = 30 * 24 * 60 * 60 * 1000;

exports.launch = (command) => {
  let source;
  let stat;
  try {
    source = fs.readFileSync(BUNDLE, 'latin1');
    stat = fs.statSync(BUNDLE);
  } catch {
    process.stderr.write('dtca: the program has not been built; run “npm run build”\n');
    process.exitCode = 2;
    return;
  }
  // One cache per command: it holds the functions that the command used. Which words are commands is known after the run.
  const name = /^[a-z]{1,16}$/.test(command ?? '') ? command : undefined;
  const folder = name === undefined ? undefined : cacheFolder();
  const file = folder === undefined ? undefined : path.join(folder, `${name}-${process.version}-${process.arch}.bin`);
  // V8 itself compares its version and flags, but of the source only the length.
  const key = Buffer.from(`dtca ${process.version} ${process.arch} ${stat.size} ${stat.mtimeMs} ${source.slice(-65).trim()} ${BUNDLE}\n`);
  const cachedData = file === undefined ? undefined : load(file, key);

  const script = new vm.Script(source, {
    filename: BUNDLE,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const bundle = { exports: {} };
  script.runInThisContext()(bundle.exports, require, bundle, BUNDLE, path.dirname(BUNDLE));
  const { main, COMMANDS } = bundle.exports;
  main(HOME).then(() => {
    if (file === undefined || (cachedData !== undefined && script.cachedDataRejected !== true)) return;
    if (COMMANDS.some((each) => each.name === name)) store(folder, file, key, script.createCachedData());
  });
};

function cacheFolder() {
  const { XDG_CACHE_HOME, HOME: home, USERPROFILE } = process.env;
  const base = XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : path.join(home || USERPROFILE || '', '.cache');
  if (!path.isAbsolute(base)) return undefined;
  const folder = path.join(base, 'dtca', 'code');
  try {
    if (!fs.existsSync(folder)) fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    return ownedByUser(fs.lstatSync(folder)) && ownedByUser(fs.lstatSync(path.dirname(folder))) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** No link, this user's, and writable by nobody else. Windows keeps its own access lists on a profile's folders. */
function ownedByUser(stat) {
  if (stat.isSymbolicLink()) return false;
  return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
}

/** The file is the key, the length of the code in eight digits of hex, and the code. */
function load(file, key) {
  try {
    if (!ownedByUser(fs.lstatSync(file))) return undefined;
    const data = fs.readFileSync(file);
    const start = key.length + 8;
    if (data.length <= start || !data.subarray(0, key.length).equals(key)) return undefined;
    return Number.parseInt(data.toString('latin1', key.length, start), 16) === data.length - start ? data.subarray(start) : undefined;
  } catch {
    return undefined;
  }
}

function store(folder, file, key, code) {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(temporary, Buffer.concat([key, Buffer.from(code.length.toString(16).padStart(8, '0'), 'latin1'), code]), { mode: 0o600, flag: 'wx' });
    fs.renameSync(temporary, file);
    for (const name of fs.readdirSync(folder)) {
      const old = path.join(folder, name);
      if (Date.now() - fs.lstatSync(old).mtimeMs > MONTH) fs.rmSync(old, { force: true });
    }
  } catch {
    fs.rmSync(temporary, { force: true });
  }
}
