/**
 * The software bill of materials (CycloneDX), by npm from what is installed: `sbom.cdx.json` is what runs beside
 * children's records, `sbom-tools.cdx.json` also what builds and tests it. Fails when one of them is incomplete or
 * brings a licence that nobody agreed to. Uses no package itself.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { runtimePart, sbomFaults } from './sbom-faults.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { status, stdout } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
if (status !== 0) {
  console.error('npm could not list what is installed.');
  process.exit(1);
}
const whole = JSON.parse(stdout);
const faults = [
  ...keep('sbom.cdx.json', runtimePart(whole, manifest), { withTools: false }),
  ...keep('sbom-tools.cdx.json', whole, { withTools: true }),
];
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);

function keep(file, sbom, options) {
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  return sbomFaults(sbom, manifest, options).map((fault) => `${file}: ${fault}`);
}
