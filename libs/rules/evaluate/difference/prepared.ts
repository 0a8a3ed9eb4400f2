import { slotWhenMissing } from '../../conditions/fact-table.ts';
import type { CompiledRuleSet } from '../compiled-rule-set.ts';
import { buildNetwork } from './build-network.ts';
import type { Network } from './network.ts';
import { type OutcomeCodes, outcomeCodes } from './outcome-codes.ts';
import { type Reading, readingOf } from './read-differences.ts';
import { type ScopeOf, scopesOf } from './scopes.ts';

/** What evaluation keeps for a compiled rule set. It follows from the set alone and leaves no mark on results. */
export interface Prepared {
  readonly reading: Reading;
  readonly network: Network;
  readonly outcomes: OutcomeCodes;
  readonly scopeOf: ScopeOf;
}

const PREPARED = new WeakMap<CompiledRuleSet, Prepared>();

function prepare(compiled: CompiledRuleSet): Prepared {
  const { outcomes, codesOf } = outcomeCodes(compiled);
  const baseTable = compiled.facts.map(slotWhenMissing);
  const network = buildNetwork(compiled, baseTable, codesOf);
  return { reading: readingOf(compiled.facts, baseTable), network, outcomes, scopeOf: scopesOf(compiled, network) };
}

/** Made at the first case and kept for as long as the set is. */
export function preparedFor(compiled: CompiledRuleSet): Prepared {
  const known = PREPARED.get(compiled);
  if (known !== undefined) return known;
  const made = prepare(compiled);
  PREPARED.set(compiled, made);
  return made;
}
