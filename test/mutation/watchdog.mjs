/**
 * A thread beside the tests that ends their process when a mutant hangs: it looks at the time that the processor spent,
 * not at the clock, so that a busy machine makes no mutant look like one that hangs.
 */
import { workerData } from 'node:worker_threads';

const LOOK_AFTER = 200;
/** Milliseconds of the processor until the process ends, as `[end]`; 0 is none. */
const until = new Float64Array(workerData);
const parent = process.ppid;

setInterval(() => {
  const { user, system } = process.cpuUsage();
  const hangs = until[0] > 0 && (user + system) / 1000 > until[0];
  if (hangs || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, LOOK_AFTER);
