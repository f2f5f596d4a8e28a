/**
 * The kernel of the scanner (src/read/kernel) as WebAssembly: its source is TypeScript that AssemblyScript takes, too, but
 * for the words `type` and `.ts` of imports. Of the memory it has a file of its own. Functions that a row needs are
 * compiled into those that call them, where `@inline` ends what is said of them: V8 does not do that itself as of a script, and
 * with calls a row takes a fifth longer.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const KERNEL = join(dirname(fileURLToPath(import.meta.url)), 'src', 'read', 'kernel');

/** The bytes of a module with what `entry` exports, a file of the kernel or one of `others`, whose text is given. */
export async function compileKernel(entry, others = {}) {
  let module;
  const { error, stderr } = await asc.main(
    [
      ...[entry, '--outFile', 'kernel.wasm', '--optimizeLevel', '3', '--runtime', 'stub', '--noAssert'],
      ...['--importMemory', '--sharedMemory', '--maximumMemory', '65536', '--zeroFilledMemory'],
      ...['--enable', 'threads'],
    ],
    {
      readFile: (name) => textOf(others, name),
      writeFile: (_name, content) => {
        module = content;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`the kernel: ${stderr}`, { cause: error });
  return module;
}

function textOf(others, name) {
  const file = join(KERNEL, name === 'memory.ts' ? 'memory.as.ts' : name);
  const text = others[name] ?? (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  return (
    text
      ?.replaceAll(/^.* from '.*';$/gm, (line) => line.replaceAll('type ', '').replace(".ts'", "'"))
      .replaceAll(/@inline\s+\*\/\n/g, '*/\n@inline\n') ?? null
  );
}
