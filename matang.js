#!/usr/bin/env node
// The `matang` command: the same as `npm run -s matang --`, from any folder.
import process from 'node:process';

process.argv.splice(2, 0, 'cli');
await import('./bootstrap.js');
