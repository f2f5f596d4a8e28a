/** The kernel as it is shipped: dist/kernel.wasm, which the build makes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from '../../../src/read/kernel/memory.ts';
import type { Kernel } from '../../../src/read/scan-kernel.ts';

type Exports = Readonly<Record<string, ((...given: readonly number[]) => number) | undefined>>;

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Exports };
};

const SHIPPED = join(import.meta.dirname, '..', '..', '..', 'dist', 'kernel.wasm');

/** What a module exports, at work in a memory. */
export function instantiate(module: Uint8Array, memory: Memory): Exports {
  return new WebAssembly.Instance(new WebAssembly.Module(module), { env: { memory: memory.block } }).exports;
}

/** The functions of a kernel, each as the one of the script by its name. Errors: where the module has not all of them. */
export function kernelOf<K extends object>(exports: Exports, script: K): K {
  const functions = Object.entries(script).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value];
    const run = exports[name];
    if (run === undefined) throw new Error(`WebAssembly has no ${name}`);
    const call = (...given: readonly (number | Memory)[]) => {
      const said = run(...given.map((each) => (typeof each === 'number' ? each : each.ownAt)));
      // It has no booleans.
      return name.startsWith('is') ? said !== 0 : said;
    };
    return [name, call];
  });
  return Object.fromEntries(functions) as K;
}

/** The kernel that is shipped, in a memory. Errors: where nothing was built. */
export function shipped(memory: Memory, script: Kernel): Kernel {
  if (!existsSync(SHIPPED)) throw new Error('there is no dist/kernel.wasm: `npm run build` makes it');
  return kernelOf(instantiate(readFileSync(SHIPPED), memory), script);
}
