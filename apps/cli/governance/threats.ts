import { parse } from 'yaml';
import { markdownTable } from './markdown-table.ts';

export const STRIDE = {
  S: 'spoofing',
  T: 'tampering',
  R: 'repudiation',
  I: 'information disclosure',
  D: 'denial of service',
  E: 'elevation of privilege',
} as const;
type StrideLetter = keyof typeof STRIDE;

interface Threat {
  readonly kind: StrideLetter;
  readonly threat: string;
  readonly control: string;
  readonly shownBy?: readonly string[];
  /** What remains; left out where nothing worth naming does. */
  readonly remains?: string;
}

/** One way that data takes between two parts, and what may go wrong there. */
export interface Flow {
  readonly id: string;
  readonly title: string;
  readonly passes: string;
  readonly threats: readonly Threat[];
}

export const THREATS_DATA = 'docs/security/threats.yaml';
export const THREATS_PAGE = 'docs/security/threat-model.md';

export function readThreats(text: string): readonly Flow[] {
  return (parse(text) as { flows: readonly Flow[] }).flows;
}

/** The threat model as a page: a table for each flow, and what remains in front. */
export function threatsPage(flows: readonly Flow[]): string {
  return [HEAD, ...flows.map(flowSection)].join('\n');
}

const HEAD = `# Threat model

STRIDE by data flow: spoofing, tampering, repudiation, information disclosure, denial of service, elevation of privilege.
For each the control, the tests that fail without it, and what remains. Generated from \`${THREATS_DATA}\` by
\`npm run cli -- governance pages\`; a test checks that every flow has all six and that every test named exists.

Worth protecting, in this order: that no child is lost or seen too late; that nobody learns what they must not about a
child or where a child is; that nobody can alter what was said and decided. Assumed: the machines, the issuer and what
ends TLS are run with care; partner agencies and staff may be careless, curious or under pressure; somebody may hold a
stolen token or laptop; an administrator may be bribed.
`;

function flowSection({ title, passes, threats }: Flow): string {
  const rows = threats.map(({ kind, threat, control, shownBy = [], remains = '' }) => [
    STRIDE[kind],
    threat,
    control,
    shownBy.map((path) => `[${path.split('/').at(-1) ?? path}](../../${path})`).join(', '),
    remains,
  ]);
  const head = ['kind', 'threat', 'control', 'shown by', 'what remains'];
  return `## ${title}\n\n${passes}.\n\n${markdownTable(head, rows)}\n`;
}
