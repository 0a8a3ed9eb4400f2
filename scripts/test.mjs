/**
 * One verb for every check: format, lint, types, secrets, what is installed, then all Jest projects, those that may be in parallel first. `--check` leaves out what needs a database.
 * Ends with the line `N passed, N failed`, where each check that is no test counts as one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const isCheck = process.argv.includes('--check');
const bin = (name, file) => [process.execPath, `node_modules/${name}/${file}`];

const totals = { passed: 0, failed: 0 };
// The linter takes as long as all the others together.
await Promise.all([
  checks(['lint', [...bin('eslint', 'bin/eslint.js'), '--max-warnings=0', '.']]),
  checks(
    ['format', [...bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
    ['types', [...bin('typescript', 'bin/tsc'), '--noEmit']],
    ['types in the browser', [...bin('typescript', 'bin/tsc'), '--noEmit', '-p', 'apps/web/browser']],
    ['unused', [...bin('knip', 'bin/knip.js')]],
    ['secrets', [...bin('secretlint', 'bin/secretlint.js'), '--secretlintignore', '.gitignore', '**/*']],
    ['sbom', [process.execPath, 'scripts/sbom.mjs']],
  ),
]);
runJest(['unit', 'architecture'], ['--maxWorkers=100%']);
if (!isCheck) {
  runJest(['integration', 'browser', 'journeys'], ['--maxWorkers=100%']);
  // Alone: they kill processes under load, and what they print about recovery is read by people. What a failed one leaves
  // open must not keep the run from ending; where there are several workers, Jest ends them by itself.
  runJest(['faults'], ['--runInBand', '--forceExit']);
}

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

async function checks(...wanted) {
  for (const [name, command] of wanted) await check(name, command);
}

async function check(name, [command, ...args]) {
  const startedAt = performance.now();
  const [status] = await once(spawn(command, args, { stdio: 'inherit' }), 'exit');
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  totals[status === 0 ? 'passed' : 'failed'] += 1;
}

function runJest(projects, how) {
  const folder = mkdtempSync(path.join(tmpdir(), 'front-door-results-'));
  const report = path.join(folder, 'jest.json');
  const flags = ['--experimental-vm-modules', '--no-warnings'];
  const args = ['--json', `--outputFile=${report}`, ...how, '--selectProjects', ...projects];
  const { status } = spawnSync(process.execPath, [...flags, 'node_modules/jest/bin/jest.js', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += numPassedTests;
    totals.failed += numFailedTests + numRuntimeErrorTestSuites;
    if (status !== 0 && numFailedTests + numRuntimeErrorTestSuites === 0) totals.failed += 1;
  } catch {
    totals.failed += 1;
  }
  rmSync(folder, { recursive: true, force: true });
}
