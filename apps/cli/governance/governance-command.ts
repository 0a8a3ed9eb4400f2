import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { localDateOf } from '#deadlines';
import { knownAuthorityIds, profileOf } from '#nation-packs';
import { contentHash } from '#platform';
import type { RuleSet } from '#rules';
import { readRuleFile } from '../rules/read-rule-file.ts';
import { ASVS_DATA, ASVS_PAGE, asvsPage, readAsvs } from './asvs.ts';
import { gatherFacts, templateOf } from './gather-facts.ts';
import { SECURITY_PAGE, withPolicyTable } from './security-page.ts';
import { readThreats, THREATS_DATA, THREATS_PAGE, threatsPage } from './threats.ts';
import { atrs, dpia } from './write-document.ts';

export const GOVERNANCE_USAGE =
  'write an impact assessment or a transparency record from what runs: governance dpia|atrs --authority <id> ' +
  '[--rules <file>] [--to <file>]; or the tables of docs/security: governance pages';

const OPTIONS = {
  authority: { type: 'string' },
  rules: { type: 'string' },
  to: { type: 'string' },
} as const;

/** `governance dpia|atrs|pages`; resolves to the exit code. */
export async function governanceCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [what] = positionals;
  if (what === 'pages') return writePages();
  if (what !== 'dpia' && what !== 'atrs') throw new Error(`Say which: ${GOVERNANCE_USAGE}.`);
  const text = await documentOf(what, values.authority, values.rules);
  if (values.to === undefined) process.stdout.write(text);
  else await writeFile(values.to, text);
  return 0;
}

async function documentOf(what: 'dpia' | 'atrs', authority: string | undefined, file: string | undefined) {
  if (authority === undefined || !knownAuthorityIds().includes(authority)) {
    throw new Error(`Name one of the authorities with --authority: ${knownAuthorityIds().join(', ')}.`);
  }
  const ruleSet: RuleSet = file === undefined ? profileOf(authority).ruleSet : await readRuleFile(file);
  const facts = gatherFacts(authority, { ruleSet, hash: contentHash(ruleSet) }, localDateOf(Date.now()));
  return (what === 'dpia' ? dpia : atrs)(templateOf(what), facts);
}

async function writePages(): Promise<number> {
  await writeFile(ASVS_PAGE, asvsPage(readAsvs(await readFile(ASVS_DATA, 'utf8'))));
  await writeFile(THREATS_PAGE, threatsPage(readThreats(await readFile(THREATS_DATA, 'utf8'))));
  await writeFile(SECURITY_PAGE, withPolicyTable(await readFile(SECURITY_PAGE, 'utf8')));
  process.stdout.write(`Wrote ${ASVS_PAGE}, ${THREATS_PAGE} and the table in ${SECURITY_PAGE}.\n`);
  return 0;
}
