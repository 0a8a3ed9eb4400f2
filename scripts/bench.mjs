/**
 * `npm run bench -- <name> [arguments]`: compiles libraries and benches to a folder of their own and runs one bench. What it
 * measures is therefore the source as it stands, and the built service is left alone.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.mjs';

const HOME = path.join(import.meta.dirname, '..');
const SUFFIX = '.bench.ts';

const [name, ...rest] = process.argv.slice(2);
const names = readdirSync(path.join(HOME, 'test/bench'))
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length));
if (name === undefined || !names.includes(name)) {
  console.error(`Which bench? npm run bench -- <${names.join(' | ')}>`);
  process.exit(2);
}

// One folder for each bench, so that two may run at the same time.
const out = path.join(HOME, 'node_modules', '.cache', 'front-door-bench', name);
compile();
await bundle(out);
// The bench collects garbage before it reads memory.
run(['--expose-gc', '--enable-source-maps', path.join(out, 'test/bench', `${name}.bench.js`), ...rest]);

function compile() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  // The same names as in package.json, for the folder of their own.
  writeFileSync(
    path.join(out, 'package.json'),
    JSON.stringify({ type: 'module', imports: { '#migrations': './migrations/index.js', '#*': './libs/*/index.js' } }),
  );
  run(
    [
      'node_modules/@swc/cli/bin/swc.js',
      'apps',
      'libs',
      'migrations',
      'test/bench',
      'test/support',
      '--out-dir',
      out,
      '--copy-files',
      '--quiet',
    ].concat('--ignore', '**/*.spec.ts,**/*.d.ts'),
  );
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: HOME });
  if (status !== 0) process.exit(status ?? 1);
}
