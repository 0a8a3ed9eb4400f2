/**
 * Makes a fresh clone ready with nothing but Node and npm: installs when packages are missing or older than the lock
 * file, then builds. Uses no package itself before they are there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';

const NEEDED = [20, 19];
const STAMP = 'node_modules/.front-door-lock';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`Front Door needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== lock) {
  console.log('Installing packages …');
  // Not `npm ci`: it refuses a lock file that lacks other platforms' optional binaries. Versions come from the lock all the same.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(STAMP, lock);
}
run(process.execPath, ['node_modules/@swc/cli/bin/swc.js', ...swcArguments()]);
await bundle('dist');

function swcArguments() {
  return ['apps', 'libs', 'migrations', '--out-dir', 'dist', '--delete-dir-on-start', '--copy-files', '--quiet'].concat(
    '--ignore',
    '**/*.spec.ts,**/*.d.ts',
  );
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
