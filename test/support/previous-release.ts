import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const BUILDS = 'node_modules/.cache/front-door-previous';
const MOST_BYTES = 256 * 1024 * 1024;

/** What runs in production when this one is deployed. */
interface PreviousRelease {
  readonly commit: string;
  /** Number of its newest migration. */
  readonly newestMigration: string;
}

export function previousRelease(home = process.cwd()): PreviousRelease {
  const [commit = '', newestMigration = ''] = readFileSync(path.join(home, 'docs/previous-release.txt'), 'utf8')
    .trim()
    .split(' ');
  return { commit, newestMigration };
}

/** Why the previous release cannot be built here, in plain words; `null` when it can. */
export function previousReleaseMissing(home = process.cwd()): string | null {
  const { commit } = previousRelease(home);
  const found = spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: home, stdio: 'ignore' });
  return found.status === 0 ? null : `the history here does not hold the previous release, ${commit}`;
}

/**
 * Builds the previous release out of the history, once, beside the packages that are installed. Gives the folder with its
 * `apps`, as `dist` is for the release at hand.
 */
export function buildPreviousRelease(home = process.cwd()): string {
  const { commit } = previousRelease(home);
  const folder = path.join(home, BUILDS, commit);
  if (!existsSync(folder)) build(home, commit, folder);
  return path.join(folder, 'dist');
}

/** In a folder of its own first, so that two who build at once end with one whole build. */
function build(home: string, commit: string, folder: string): void {
  const making = `${folder}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  const parts = ['package.json', '.swcrc', 'apps', 'libs', 'migrations', 'docs'];
  const archive = execFileSync('git', ['archive', commit, ...parts], { cwd: home, maxBuffer: MOST_BYTES });
  execFileSync('tar', ['-x', '-C', making], { input: archive });
  const swc = path.join(home, 'node_modules/@swc/cli/bin/swc.js');
  const sources = ['apps', 'libs', 'migrations', '--out-dir', 'dist', '--copy-files', '--quiet'];
  const ignored = ['--ignore', '**/*.spec.ts,**/*.d.ts'];
  symlinkSync(path.join(home, 'node_modules'), path.join(making, 'node_modules'));
  execFileSync(process.execPath, [swc, ...sources, ...ignored], { cwd: making, stdio: 'ignore' });
  try {
    renameSync(making, folder);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
}
