/** Licences that a package may have, here and in what it brings: permissive, or no obligation on what runs beside it. */
export const ALLOWED_LICENCES = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
];

/** Packages with another licence, each with the reason why it may stay. Only those marked so may run in the service. */
export const LICENCE_EXCEPTIONS = {
  '@axe-core/playwright': { licence: 'MPL-2.0', because: 'tests pages for accessibility; unchanged, not passed on' },
  '@azu/style-format': { licence: 'WTFPL', because: 'formats the secret scan’s report; asks for nothing' },
  'axe-core': { licence: 'MPL-2.0', because: 'tests pages for accessibility; unchanged, not passed on' },
  binaryextensions: { licence: 'Artistic-2.0', because: 'lists for the secret scan; unchanged, not passed on' },
  'caniuse-lite': { licence: 'CC-BY-4.0', because: 'data for the test compiler; not passed on' },
  'dejavu-fonts-ttf': {
    ...{ licence: 'none', inService: true },
    because: 'names its licence in a file: Bitstream Vera, free to embed and pass on; the fonts of exported papers',
  },
  editions: { licence: 'Artistic-2.0', because: 'part of the secret scan; unchanged, not passed on' },
  istextorbinary: { licence: 'Artistic-2.0', because: 'part of the secret scan; unchanged, not passed on' },
  'png-js': {
    ...{ licence: 'none', inService: true },
    because: 'names its licence in a file: MIT; a part of what makes exported papers',
  },
  'spdx-exceptions': { licence: 'CC-BY-3.0', because: 'data for the secret scan; not passed on' },
  textextensions: { licence: 'Artistic-2.0', because: 'lists for the secret scan; unchanged, not passed on' },
  'version-range': { licence: 'Artistic-2.0', because: 'part of the secret scan; unchanged, not passed on' },
};

/**
 * The part of a whole bill of materials that runs in the service: what `dependencies` of the manifest bring, step by
 * step. npm's own `--omit dev` will not do: it leaves out what a tool happens to use as well, `pg-protocol` for one.
 */
export function runtimePart(sbom, manifest) {
  const edges = new Map(sbom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn ?? []]));
  const runs = new Set(Object.entries(manifest.dependencies).map(([name, version]) => `${name}@${version}`));
  for (const ref of runs) for (const next of edges.get(ref) ?? []) runs.add(next);
  const root = sbom.metadata?.component?.['bom-ref'];
  return {
    ...sbom,
    components: sbom.components.filter((component) => runs.has(component['bom-ref'])),
    dependencies: sbom.dependencies
      .filter(({ ref }) => ref === root || runs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((next) => runs.has(next)) })),
  };
}

/** What is wrong with a CycloneDX document as the inventory of `manifest` (a package.json), in sentences. */
export function sbomFaults(sbom, manifest, { withTools }) {
  const components = Array.isArray(sbom.components) ? sbom.components : [];
  if (sbom.bomFormat !== 'CycloneDX' || components.length === 0)
    return ['It is no CycloneDX document with components.'];
  return [
    ...missing(components, { ...manifest.dependencies, ...(withTools ? manifest.devDependencies : {}) }),
    ...components.flatMap((component) => unhashed(component)),
    ...components.flatMap((component) => wrongLicence(component, withTools)),
  ];
}

function missing(components, wanted) {
  const held = new Set(components.map(({ name, version }) => `${name}@${version}`));
  return Object.entries(wanted)
    .map(([name, version]) => `${name}@${version}`)
    .filter((each) => !held.has(each))
    .map((each) => `${each} stands in package.json and is not listed.`);
}

function unhashed({ name, version, hashes = [] }) {
  return hashes.some(({ alg }) => alg === 'SHA-512') ? [] : [`${name}@${version} has no SHA-512 of what is installed.`];
}

function wrongLicence({ name, version, licenses = [] }, withTools) {
  const said = licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? 'none');
  if (said.length > 0 && said.every(isAllowed)) return [];
  const exception = LICENCE_EXCEPTIONS[name];
  const isExcepted = exception !== undefined && (withTools || exception.inService === true);
  if (isExcepted && said.length <= 1 && (said[0] ?? 'none') === exception.licence) return [];
  return [`${name}@${version} has the licence ${said.join(', ') || 'none'}, which is not on the list.`];
}

/** `(MIT OR X)` needs one of them, `MIT AND X` all. */
function isAllowed(expression) {
  const bare = expression.replace(/[()]/g, '');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((licence) => ALLOWED_LICENCES.includes(licence.trim()));
}
