import { parseArgs } from 'node:util';
import { localDateOf } from '#deadlines';
import { diffRuleSets, type RuleSet } from '#rules';
import { writeRuleSet } from '#rule-sets';
import { diffInWords } from './diff-report.ts';
import { packNamed } from './pack-named.ts';
import { isRuleFile, readRuleFile, RuleFileRefused } from './read-rule-file.ts';

const FORMATS = ['json', 'yaml', 'csv', 'dmn'] as const;

function ruleSetAt(name: string): Promise<RuleSet> {
  return isRuleFile(name) ? readRuleFile(name) : Promise.resolve(packNamed(name).ruleSet);
}

function print(json: boolean, value: object, words: string): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${words}\n`);
}

/** `rules check <file> [--json]`: every fault of a rule file at once. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    ...{ args: [...args], allowPositionals: true },
    options: { json: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('Name the rule file.');
  try {
    const ruleSet = await readRuleFile(file);
    print(
      values.json,
      { faults: [] },
      `${file}: ${ruleSet.id} ${ruleSet.version} loads, ${String(ruleSet.rules.length)} rules.`,
    );
    return 0;
  } catch (error: unknown) {
    if (!(error instanceof RuleFileRefused)) throw error;
    print(values.json, { faults: error.faults }, `${error.message}\n${String(error.faults.length)} faults.`);
    return 1;
  }
}

/** `rules diff <before> <after> [--json]`: packs or files; which kinds of referral would go elsewhere. */
export async function diffCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    ...{ args: [...args], allowPositionals: true },
    options: { json: { type: 'boolean', default: false } },
  });
  const [before, after] = positionals;
  if (before === undefined || after === undefined) throw new Error('Name two packs or rule files.');
  const diff = diffRuleSets(await ruleSetAt(before), await ruleSetAt(after), { from: localDateOf(Date.now()) });
  print(values.json, diff, diffInWords(diff));
  return 0;
}

/** `rules export <pack or file> [--format json|yaml|csv|dmn]`: to standard output. */
export async function exportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    ...{ args: [...args], allowPositionals: true },
    options: { format: { type: 'string', default: 'json' } },
  });
  const format = FORMATS.find((one) => one === values.format);
  const [name] = positionals;
  if (name === undefined || format === undefined) throw new Error(`Name a pack, and one of ${FORMATS.join(', ')}.`);
  process.stdout.write(await writeRuleSet(await ruleSetAt(name), format));
  return 0;
}
