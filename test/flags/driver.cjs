/**
 * Does in one process what many calls of the tool would do: each step of a list is a command of ours in a folder, or a
 * line for the shell that prepares the next. Everything written goes to standard output, each command with its end.
 */
const { spawnSync } = require('node:child_process');
const { readFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const { start } = require(join(__dirname, '..', '..', 'dist', 'process.js'));

const steps = JSON.parse(readFileSync(process.argv[2], 'utf8'));

(async () => {
  for (const { cwd, argv, line } of steps) {
    process.chdir(cwd);
    if (line !== undefined) {
      if (spawnSync('bash', ['-c', line]).status !== 0) throw new Error(`${line}: failed`);
      continue;
    }
    process.argv = [process.argv[0], 'parindex', ...argv];
    process.exitCode = undefined;
    writeSync(1, `\n$ parindex ${argv.join(' ')}\n`);
    await start();
    process.removeAllListeners('uncaughtException');
    writeSync(1, `\nexit ${process.exitCode}\n`);
  }
  process.exitCode = 0;
})();
