import type { Term } from './nation-pack.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

/** The ideas for which the nations have words of their own (domain pack 2.1, word list). */
export const TERM_IDS = [
  ...([
    'referral',
    'child_in_need',
    'child_protection_plan',
    'strategy_discussion',
    'child_protection_conference',
  ] as const),
  ...(['lead_practitioner', 'education_plan', 'designated_officer', 'designated_safeguarding_lead'] as const),
  ...(['early_help_plan', 'out_of_hours_team', 'front_door'] as const),
];
export type TermId = (typeof TERM_IDS)[number];

/** One word for each idea: a file that leaves one out would show a screen with a gap in it. */
export function parseTerms(file: YamlNode): Readonly<Record<TermId, Term>> {
  const terms = file
    .only('terms')
    .get('terms')
    .only(...TERM_IDS);
  return Object.fromEntries(TERM_IDS.map((id) => [id, parseTerm(terms.get(id))])) as Record<TermId, Term>;
}

function parseTerm(node: YamlNode): Term {
  if (typeof node.value === 'string') return { title: node.text() };
  node.only('title', 'titleCy');
  return withoutUndefined({ title: node.get('title').text(), titleCy: node.find('titleCy')?.text() });
}
