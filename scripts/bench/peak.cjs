// Loaded into a measured process: prints the most memory it held, in kB, when it ends.
process.on('exit', () => require('node:fs').writeSync(2, `\npeak ${process.resourceUsage().maxRSS}\n`));
