import { parseArgs } from 'node:util';
import { localDateOf } from '#deadlines';
import { type NamedPack, packNamed, packNames } from './pack-named.ts';
import { isRuleFile, readRuleFile } from './read-rule-file.ts';
import { type MutantTable, tryMutants } from './try-mutants.ts';
import { timed, type Verified } from './verified.ts';
import { mutantsInWords, verifiedInWords } from './verify-report.ts';

/**
 * `rules verify [pack or file …] [--against pack] [--from day] [--mutants N] [--seed N] [--json]`: proves packs or a
 * rule file safe from a day on, today unless given; without names all packs. Exit code 1 when one is not.
 */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      against: { type: 'string' },
      mutants: { type: 'string' },
      from: { type: 'string', default: localDateOf(Date.now()) },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const found: Verified[] = [];
  const tables: MutantTable[] = [];
  for (const name of positionals.length > 0 ? positionals : packNames()) {
    const pack = await packOrFile(name, values.against);
    const verified = timed(pack, values.from);
    found.push(verified);
    if (!values.json) process.stdout.write(verifiedInWords(verified));
    if (values.mutants !== undefined)
      tables.push(tryMutants(pack, values.from, Number(values.seed), Number(values.mutants)));
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ packs: found, mutants: tables }, null, 2)}\n`);
  else if (tables.length > 0) process.stdout.write(mutantsInWords(tables));
  return found.every(({ verification }) => verification.isSafe) ? 0 : 1;
}

/** A file is held to the invariants of a pack: that of its nation unless another is named. */
async function packOrFile(name: string, against: string | undefined): Promise<NamedPack> {
  if (!isRuleFile(name)) return packNamed(name);
  const ruleSet = await readRuleFile(name);
  return { ...packNamed(against ?? ruleSet.nation), name, ruleSet };
}
