import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RuleSet } from '#rules';
import { type FileFault, readRuleSet } from '#rule-sets';

const FORMATS = { '.json': 'json', '.yaml': 'yaml', '.yml': 'yaml', '.csv': 'csv' } as const;

/** A rule file that cannot be used, with every fault. */
export class RuleFileRefused extends Error {
  override readonly name = 'RuleFileRefused';

  constructor(
    readonly file: string,
    readonly faults: readonly FileFault[],
  ) {
    super(
      faults.map((one) => `${file}:${String(one.line)}:${String(one.column)} ${one.path} ${one.message}`).join('\n'),
    );
  }
}

/** @throws RuleFileRefused with every fault; Error for a name that tells no format. */
export async function readRuleFile(file: string): Promise<RuleSet> {
  const format = FORMATS[path.extname(file).toLowerCase() as keyof typeof FORMATS] as
    'json' | 'yaml' | 'csv' | undefined;
  if (format === undefined) throw new Error('The name of a rule file ends in .json, .yaml, .yml or .csv.');
  const { ruleSet, faults } = readRuleSet(await readFile(file, 'utf8'), format);
  if (ruleSet === null) throw new RuleFileRefused(file, faults);
  return ruleSet;
}

export function isRuleFile(name: string): boolean {
  return path.extname(name).toLowerCase() in FORMATS;
}
