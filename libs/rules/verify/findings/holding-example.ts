import type { Facts } from '#domain';
import { TRUE } from '../../conditions/kleene.ts';
import type { CompiledRule } from '../../evaluate/compiled-rule-set.ts';
import { tableOf } from '../../solver/heights.ts';
import type { Scope } from '../../solver/scopes.ts';
import { exampleFound } from '../example.ts';
import type { Investigation } from '../investigation.ts';
import type { Example } from '../verification.ts';

/** The smallest case near the one last found in which all these rules hold. */
export function holdingExample(of: Investigation, scope: Scope, rules: readonly CompiledRule[]): Example {
  return exampleFound(of, scope, (facts: Facts) => {
    const table = tableOf(of.compiled, facts);
    return rules.every(({ condition }) => condition.truth(table) === TRUE);
  });
}
