import type { LegalBasis } from './nation-pack.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

export const EVIDENCE = ['found', 'unverified'] as const;
const CONSENT = ['yes', 'no', 'not_applicable'] as const;
const FIELDS = [
  ...['id', 'title', 'test', 'consentNeeded', 'consentNote', 'evidence', 'inForce', 'effectiveFrom', 'effectiveTo'],
];

export function parseLegalBases(file: YamlNode): readonly LegalBasis[] {
  return file.only('legalBases').get('legalBases').list().map(parseLegalBasis);
}

function parseLegalBasis(node: YamlNode): LegalBasis {
  node.only(...FIELDS);
  const inForce = node.get('inForce').boolean();
  if (inForce && !node.has('effectiveFrom')) node.fail('is in force, so it must have effectiveFrom');
  return withoutUndefined({
    id: node.get('id').code(),
    title: node.get('title').text(),
    test: node.get('test').text(),
    consentNeeded: node.get('consentNeeded').oneOf(CONSENT),
    consentNote: node.find('consentNote')?.text(),
    evidence: node.get('evidence').oneOf(EVIDENCE),
    inForce,
    effectiveFrom: node.find('effectiveFrom')?.date(),
    effectiveTo: node.find('effectiveTo')?.date(),
  });
}
