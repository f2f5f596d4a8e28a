/** What a thread runs that helps to scan a large file; a small bundle of its own (build.js). */
import { workerData } from 'node:worker_threads';
import { compileKernel } from './compiled.ts';
import { readPart } from './disk.ts';
import type { Memory } from './read/kernel/memory.ts';
import { readAhead } from './read/scan-part.ts';

const { job, descriptor, patience } = workerData;
const compile = (memory: Memory) => compileKernel(memory, job.module);
readAhead(job, (into, position) => readPart(descriptor, into, position), patience, compile);
