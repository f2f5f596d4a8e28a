// Loaded into every measured process (`node --require`): writes its peak memory and CPU time when it ends.
// VmHWM and not resourceUsage().maxRSS: the latter begins with what the parent held when the child was forked.
const { readFileSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

function peakKilobytes() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const figures = { megabytes: peakKilobytes() / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 };
    writeFileSync(process.env.BENCH_FIGURES, JSON.stringify(figures));
  });
}
