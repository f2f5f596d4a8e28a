#!/usr/bin/env node
// Joins the program to the real process: streams, signals and the exit code. CommonJS, as all of dist/ (see build.js).
require('../dist/process.js').start();
