/**
 * `npm run bench -- all [--keep]`: every bench that is done in minutes, one after the other, with its usual rounds. One that
 * fails does not keep the others from running; then this fails at the end.
 */
import { spawnSync } from 'node:child_process';
import { say } from './support/suite/in-turns.ts';

/** The quick first. */
const BENCHES: readonly (readonly string[])[] = [
  ['rules'],
  ['unknown'],
  ['reference', '20000'],
  ['people', 'quality', '20000'],
  ['protection', '5'],
  ['audit', 'small'],
  ['http'],
  ['start'],
  ['queue'],
  ['flood'],
  ['overload'],
  ['agencies'],
  ['redis-dead'],
  ['proposals'],
  ['intake'],
];
const kept = process.argv.includes('--keep') ? ['--keep'] : [];
const failed: string[] = [];

for (const [name = '', ...given] of BENCHES) {
  say(`${name} ${given.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['scripts/bench.mjs', name, ...given, ...kept], { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`These benches failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
