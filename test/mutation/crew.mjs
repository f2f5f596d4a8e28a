/** The process that runs tests (worker.mjs), seen from its parent: it is asked, it answers, it ends, and another takes its place. */
import { fork } from 'node:child_process';
import { join } from 'node:path';

const WORKER = join(import.meta.dirname, 'worker.mjs');
/** Milliseconds of the clock after which one that neither works nor answers is given up: it waits for what never comes. */
const PATIENCE = 120_000;

/** `setting` is what worker.mjs reads: the root, the test files, the texts with switches, whether switches are counted. */
export function crew(setting) {
  let worker;
  /** Called with an answer, or with `{ kind: 'gone' }`. */
  let heard;
  /** The test that runs. */
  let at;

  const start = () =>
    new Promise((resolve, reject) => {
      const own = fork(WORKER, [JSON.stringify(setting)], {
        execArgv: ['--max-old-space-size=1500', '--no-warnings'],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      worker = own;
      heard = ({ kind }) => (kind === 'ready' ? resolve() : reject(new Error('the tests could not be loaded')));
      own.on('message', (message) => {
        if (message.kind === 'at') at = message.name;
        else if (worker === own) heard(message);
      });
      own.on('exit', () => {
        if (worker === own) heard({ kind: 'gone' });
      });
    });

  const end = () => {
    const own = worker;
    worker = undefined;
    own?.kill('SIGKILL');
  };

  return {
    /** What the worker answers, or `{ kind: 'gone', at }` with the test that it ended in. One is started where none is there. */
    async ask(message) {
      if (worker === undefined) await start();
      const answer = await new Promise((resolve) => {
        const timer = setTimeout(() => resolve({ kind: 'gone' }), message.kind === 'all' ? 10 * PATIENCE : PATIENCE);
        heard = (told) => {
          clearTimeout(timer);
          resolve(told);
        };
        worker.send(message);
      });
      if (answer.kind !== 'gone') return answer;
      end();
      return { ...answer, at };
    },
    get isFresh() {
      return worker === undefined;
    },
    end,
  };
}
