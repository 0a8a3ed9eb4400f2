import { parse } from 'yaml';

/** Why a requirement asks nothing of this code: there is no such thing here, or somebody else has to do it. */
type NotOurs = 'absent' | 'provider' | 'installation';

/** One requirement of OWASP ASVS 5.0.0 and how the service stands to it; `asks` is in our own words. */
export interface AsvsRow {
  readonly id: string;
  readonly level: number;
  readonly asks: string;
  readonly status: 'met' | 'not_applicable' | 'not_met';
  readonly because?: NotOurs;
  /** Files and pages where it is met. */
  readonly where?: readonly string[];
  /** Tests that fail when it is not met. */
  readonly shownBy?: readonly string[];
  readonly note?: string;
}

export const ASVS_DATA = 'docs/security/asvs.yaml';
export const ASVS_PAGE = 'docs/security/asvs.md';

const REASONS: Readonly<Record<NotOurs, string>> = {
  absent: 'not here',
  provider: 'identity provider',
  installation: 'installation',
};

const CHAPTERS = [
  'Encoding and sanitising',
  'Validation and business logic',
  'Pages in the browser',
  'API and web service',
  'Files',
  'Signing in',
  'Sessions',
  'Authorisation',
  'Self-contained tokens',
  'OAuth and OpenID Connect',
  'Cryptography',
  'Secure communication',
  'Configuration',
  'Data protection',
  'Secure coding and architecture',
  'Security logs and errors',
  'WebRTC',
];

export function readAsvs(text: string): readonly AsvsRow[] {
  return (parse(text) as { requirements: readonly AsvsRow[] }).requirements;
}

/** The table as a page, with its sums and what is not met in front. */
export function asvsPage(rows: readonly AsvsRow[]): string {
  const chapters = CHAPTERS.map((title, at) => chapter(`V${String(at + 1)}`, title, rows));
  return [HEAD, counts(rows), '', ...open(rows), '', ...duties(rows), '', ...chapters].join('\n');
}

const HEAD = `# OWASP ASVS 5.0.0, levels 1 and 2

How the service stands to each requirement of the
[Application Security Verification Standard 5.0.0](https://github.com/OWASP/ASVS/tree/v5.0.0_release/5.0/en) (OWASP,
CC BY-SA 4.0). The second column is our own short reminder; what counts is the standard's text. Generated from
\`${ASVS_DATA}\` by \`npm run cli -- governance pages\`; a test checks that every requirement is there once and that every
file it names exists.

_Met_ names where, and the tests that fail without it. _Not applicable_ says why: _not here_ (there is no such thing),
_identity provider_ (the provider that signs people in has to do it) or _installation_ (who runs the service has to).
`;

function counts(rows: readonly AsvsRow[]): string {
  const line = (level: number): string => {
    const at = rows.filter((row) => row.level === level);
    const of = (status: AsvsRow['status']): string => String(at.filter((row) => row.status === status).length);
    return `| ${String(level)} | ${of('met')} | ${of('not_applicable')} | ${of('not_met')} | ${String(at.length)} |`;
  };
  return ['| level | met | not applicable | not met | all |', '| --- | --- | --- | --- | --- |', line(1), line(2)].join(
    '\n',
  );
}

function open(rows: readonly AsvsRow[]): string[] {
  const notMet = rows.filter((row) => row.status === 'not_met');
  const items = notMet.map((row) =>
    `- **${row.id}** (level ${String(row.level)}): ${row.asks}. ${row.note ?? ''}`.trim(),
  );
  return ['## Not met', '', ...(items.length === 0 ? ['Nothing.'] : items)];
}

function duties(rows: readonly AsvsRow[]): string[] {
  const ofInstallation = rows.filter((row) => row.because === 'installation');
  const items = ofInstallation.map((row) => `- **${row.id}**: ${row.asks}. ${row.note ?? ''}`.trim());
  return ['## What the installation has to bring', '', ...items];
}

function chapter(number: string, title: string, rows: readonly AsvsRow[]): string {
  const own = rows.filter((row) => row.id.startsWith(`${number}.`));
  const head = [
    '| id | level | asks for | status | where | shown by | note |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  return [`## ${number} ${title}`, '', ...head, ...own.map(tableRow), ''].join('\n');
}

function tableRow(row: AsvsRow): string {
  const cells = [
    row.id,
    String(row.level),
    row.asks,
    statusOf(row),
    links(row.where),
    links(row.shownBy),
    row.note ?? '',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function statusOf(row: AsvsRow): string {
  if (row.status === 'met') return 'met';
  if (row.status === 'not_met') return '**not met**';
  return `n/a: ${row.because === undefined ? '' : REASONS[row.because]}`;
}

/** Links from docs/security to files of the repository, shown by their own name. */
function links(paths: readonly string[] = []): string {
  return paths.map((path) => `[${path.split('/').at(-1) ?? path}](../../${path})`).join(', ');
}
