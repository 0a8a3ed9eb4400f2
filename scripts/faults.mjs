/**
 * `npm run faults`: things go wrong with real processes under load, and a checker looks for what was lost, doubled or wrong
 * without a word. Compiles service and scenarios to a folder of their own, so that it runs the source as it stands.
 *
 *   --full               long: as many faults as `faults.long` of each scenario says, instead of a few
 *   --only F3,F5         some scenarios, by fault or by name
 *   --backend Redis      one place of the queue
 *   --seed 4711          replays a row of a report
 *   --minutes 30         no further scenario begins after so long
 *   --out .faults        folder for `faults.json` and `faults.md`
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';

const HOME = path.join(import.meta.dirname, '..');
const CACHE = path.join(HOME, 'node_modules', '.cache', 'front-door-faults');

mkdirSync(CACHE, { recursive: true });
// A folder for each run: the next one must not take the service away from under a long one.
const out = mkdtempSync(path.join(CACHE, 'run-'));
try {
  compile();
  // Bugs are planted in a package that the bundle would have a copy of.
  if (!process.argv.includes('--planted')) await bundle(out);
  const main = path.join(out, 'test/faults/faults.run.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: HOME,
  });
  const [status] = await once(child, 'exit');
  process.exitCode = status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}

function compile() {
  // The same names as in package.json, for the folder of their own.
  writeFileSync(
    path.join(out, 'package.json'),
    JSON.stringify({ type: 'module', imports: { '#migrations': './migrations/index.js', '#*': './libs/*/index.js' } }),
  );
  // The set-up of the tests looks for the built service beside them.
  symlinkSync('.', path.join(out, 'dist'));
  const folders = ['apps', 'libs', 'migrations', 'test/bench/support', 'test/support', 'test/faults'];
  const how = ['--out-dir', out, '--copy-files', '--quiet', '--ignore', '**/*.spec.ts,**/*.d.ts,**/*.d.mts'];
  const swc = ['node_modules/@swc/cli/bin/swc.js', ...folders, ...how];
  const { status } = spawnSync(process.execPath, swc, { stdio: 'inherit', cwd: HOME });
  if (status !== 0) throw new Error('The service does not compile.');
  // The compiler gives modules another ending.
  for (const file of ['global-setup.mjs', 'global-teardown.mjs']) {
    copyFileSync(path.join(HOME, 'test/support', file), path.join(out, 'test/support', file));
  }
}
