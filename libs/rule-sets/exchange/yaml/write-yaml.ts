import { Document, visit } from 'yaml';
import type { RuleSet } from '#rules';
import { inKeyOrder } from '../key-order.ts';

/** The rule set as YAML; comparisons on one line each, so that a condition reads as a list of them. */
export function writeYaml(ruleSet: RuleSet): string {
  const document = new Document(inKeyOrder(ruleSet), { aliasDuplicateObjects: false, version: '1.2', schema: 'core' });
  visit(document, {
    Map: (_key, map) => {
      if (map.has('fact') || map.has('known')) map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}
