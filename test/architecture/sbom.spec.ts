import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Component, type Manifest, runtimePart, type Sbom, sbomFaults } from '../../scripts/sbom-faults.mjs';

const manifest: Manifest = { dependencies: { pg: '8.0.0' }, devDependencies: { jest: '30.0.0' } };
const HASH = [{ alg: 'SHA-512', content: 'ab' }];

function component(name: string, version: string, licence = 'MIT'): Component {
  const licenses = [licence.includes(' ') ? { expression: licence } : { license: { id: licence } }];
  return { 'bom-ref': `${name}@${version}`, name, version, hashes: HASH, licenses };
}

const whole: Sbom = {
  bomFormat: 'CycloneDX',
  metadata: { component: { 'bom-ref': 'front-door@1' } },
  components: [component('pg', '8.0.0'), component('pg-types', '2.0.0'), component('jest', '30.0.0')],
  dependencies: [
    { ref: 'front-door@1', dependsOn: ['pg@8.0.0', 'jest@30.0.0'] },
    { ref: 'pg@8.0.0', dependsOn: ['pg-types@2.0.0'] },
    { ref: 'jest@30.0.0', dependsOn: ['pg-types@2.0.0'] },
  ],
};

describe('the bill of materials', () => {
  it('of what runs holds what the dependencies bring, also where a tool uses it too, and no tool', () => {
    const part = runtimePart(whole, manifest);

    expect(part.components.map(({ name }) => name)).toEqual(['pg', 'pg-types']);
    expect(part.dependencies.map(({ ref }) => ref)).toEqual(['front-door@1', 'pg@8.0.0']);
    expect(sbomFaults(part, manifest, { withTools: false })).toEqual([]);
  });

  it('of everything holds the tools', () => {
    expect(sbomFaults(whole, manifest, { withTools: true })).toEqual([]);
    expect(sbomFaults(runtimePart(whole, manifest), manifest, { withTools: true })).toHaveLength(1);
  });

  it('is incomplete without a dependency, or with another version of it', () => {
    const other = { ...whole, components: [component('pg', '7.9.9')] };

    expect(sbomFaults(other, manifest, { withTools: false })).toEqual([
      'pg@8.0.0 stands in package.json and is not listed.',
    ]);
    expect(sbomFaults({ components: [], dependencies: [] }, manifest, { withTools: false })).toHaveLength(1);
  });

  it.each([
    ['AGPL-3.0', false],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['Apache-2.0 AND MIT', true],
  ])('judges the licence %s', (licence, isFine) => {
    const sbom = { ...whole, components: [component('pg', '8.0.0', licence)] };

    expect(sbomFaults(sbom, manifest, { withTools: false })).toHaveLength(isFine ? 0 : 1);
  });

  it('excuses a tool’s licence by name, and the same licence beside children’s records never', () => {
    const sbom = { ...whole, components: [...whole.components, component('editions', '1.0.0', 'Artistic-2.0')] };

    expect(sbomFaults(sbom, manifest, { withTools: true })).toEqual([]);
    expect(sbomFaults(sbom, manifest, { withTools: false })).toHaveLength(1);
  });

  it('misses a package without a hash of what is installed, or without a licence', () => {
    const bare = { 'bom-ref': 'pg@8.0.0', name: 'pg', version: '8.0.0' };

    expect(sbomFaults({ ...whole, components: [bare] }, manifest, { withTools: false })).toHaveLength(2);
  });

  it('is written in every full run of the checks', () => {
    expect(readFileSync('scripts/test.mjs', 'utf8')).toContain("'sbom', [process.execPath, 'scripts/sbom.mjs']");
  });
});
