/**
 * `npm run simulate [-- arguments]`: compiles libraries and the simulation to a folder of their own and runs histories. What
 * is simulated is therefore the source as it stands. The arguments stand in test/simulation/main.ts.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HOME = path.join(import.meta.dirname, '..');
const OUT = path.join(HOME, 'node_modules', '.cache', 'front-door-simulation', String(process.pid));
const IMPORTS = { '#migrations': './migrations/index.js', '#*': './libs/*/index.js' };

mkdirSync(OUT, { recursive: true });
process.on('exit', () => rmSync(OUT, { recursive: true, force: true }));
writeFileSync(path.join(OUT, 'package.json'), JSON.stringify({ type: 'module', imports: IMPORTS }));
run(
  ['node_modules/@swc/cli/bin/swc.js', 'libs', 'test/simulation', 'test/support']
    .concat('--out-dir', OUT, '--copy-files', '--quiet')
    .concat('--ignore', '**/*.spec.ts,**/*.d.ts'),
);
run(['--enable-source-maps', path.join(OUT, 'test/simulation/main.js'), ...process.argv.slice(2)]);

function run(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: HOME });
  if (status !== 0) process.exit(status ?? 1);
}
