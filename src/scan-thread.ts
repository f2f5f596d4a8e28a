/** What a thread runs that helps to scan a large file; a small bundle of its own (build.js). */
import { workerData } from 'node:worker_threads';
import { compileKernel } from './compiled.ts';
import { readPart } from './disk.ts';
import { areaAt } from './read/kernel/memory.ts';
import { readAhead } from './read/scan-part.ts';

const { job, descriptor, patience } = workerData;
const memory = areaAt(job.block, job.area);
const kernel = compileKernel(memory, job.module);
const readAt = (into: Uint8Array, position: number): number => readPart(descriptor, into, position);
// Without the kernel it claims nothing, and the main thread reads all parts: no script is loaded for it.
if (kernel) readAhead(job, readAt, patience, { memory, kernel, compile: undefined, patience: 0 });
