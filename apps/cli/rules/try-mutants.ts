import { checkRuleSet, diffRuleSets, mutantsOf, type RuleSet, verifyRuleSet } from '#rules';
import type { NamedPack } from './pack-named.ts';

/** What stopped a mutant, the first that did. `missed` differs from the original and passed everything. */
export type Caught = 'load' | 'proof' | 'equivalent' | 'missed';

export interface MutantTable {
  readonly pack: string;
  readonly rows: readonly { readonly kind: string; readonly caught: Readonly<Record<Caught, number>> }[];
  readonly missed: readonly string[];
}

/**
 * Checks the checker: seeded faults are planted in a pack, and what the checks say of each is counted. Load checks are
 * the rules' own tests and the set's; proofs are the invariants and findings. Both know nothing of the original; the
 * difference from the original only tells which mutants do the same as it and cannot be faulted.
 */
export function tryMutants(pack: NamedPack, from: string, seed: number, count: number): MutantTable {
  const rows = new Map<string, Record<Caught, number>>();
  const missed: string[] = [];
  const known = findingsOf(pack, pack.ruleSet, from);
  for (const { kind, sentence, ruleSet } of mutantsOf(pack.ruleSet, seed, count)) {
    const row = rows.get(kind) ?? { load: 0, proof: 0, equivalent: 0, missed: 0 };
    const caught = caughtBy(pack, ruleSet, { known, from });
    row[caught] += 1;
    rows.set(kind, row);
    if (caught === 'missed') missed.push(sentence);
  }
  return { pack: pack.name, rows: [...rows].map(([kind, caught]) => ({ kind, caught })), missed };
}

interface Yardstick {
  /** What the proofs say against the original. */
  readonly known: ReadonlySet<string>;
  readonly from: string;
}

function caughtBy(pack: NamedPack, mutant: RuleSet, { known, from }: Yardstick): Caught {
  if (checkRuleSet(mutant).length > 0) return 'load';
  const { kinds, isComplete } = diffRuleSets(pack.ruleSet, mutant, { maxKinds: 1 });
  if (kinds.length === 0 && isComplete) return 'equivalent';
  const found = findingsOf(pack, mutant, from);
  return [...found].some((finding) => !known.has(finding)) ? 'proof' : 'missed';
}

/** What the proofs say against a set: a finding that the original has as well tells nothing about the mutant. */
function findingsOf({ invariants, exclusions }: NamedPack, ruleSet: RuleSet, from: string): ReadonlySet<string> {
  const { invariants: proofs, findings } = verifyRuleSet(ruleSet, { invariants, exclusions, from });
  return new Set([
    ...proofs.filter((one) => one.proof !== 'proved').map((one) => one.id),
    ...findings.map((one) => `${one.kind} ${one.ruleIds.join(' ')}`),
  ]);
}
