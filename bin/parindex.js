#!/usr/bin/env node
// Joins the program to the real process: streams, signals and the exit code.
import { start } from '../dist/process.js';

await start();
