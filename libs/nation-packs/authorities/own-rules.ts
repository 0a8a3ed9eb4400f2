import type { CatalogueEntry, CodeWords, Rule, RuleSetTest } from '#rules';
import type { IndicatorDefinition } from '../indicator-definition.ts';
import type { NationPack } from '../nation-pack.ts';
import { parseCatalogue } from '../parse-catalogue.ts';
import { parseExclusions } from '../parse-invariants.ts';
import { parsePrompts } from '../parse-prompts.ts';
import { parseRules } from '../parse-rules.ts';
import { parseSetTests } from '../parse-set-tests.ts';
import { readYaml, type YamlNode } from '../yaml-node.ts';
import type { OwnRuleFile, OwnRuleSet } from './authority-pack.ts';

/** What an authority adds to its nation's rule set. It can only add: nothing of the nation's has a place here. */
export interface OwnRules {
  readonly head: Pick<OwnRuleSet, 'id' | 'version' | 'title'>;
  /** Facts that the nation's catalogue does not have. */
  readonly catalogue: readonly CatalogueEntry[];
  readonly rules: readonly Rule[];
  /** Words for codes that the nation's rules do not use. */
  readonly words: readonly CodeWords[];
  /** Pairs of codes, its own or the nation's, that may not be asked for together. */
  readonly exclusions: NationPack['exclusions'];
  /** Examples of the nation's rules and its own together. */
  readonly tests: readonly RuleSetTest[];
}

/**
 * Reads an authority's own rules from the folder of its id; throws `PackDataError` at a fault.
 *
 * @param indicators of the nation, for the short forms of conditions
 */
export function readOwnRules(
  authorityId: string,
  { files, ...head }: OwnRuleSet,
  indicators: readonly IndicatorDefinition[],
): OwnRules {
  const read = <T>(name: OwnRuleFile, parse: (file: YamlNode) => readonly T[]): readonly T[] =>
    files.includes(name) ? parse(readYaml(new URL(`${authorityId}/${name}.yaml`, import.meta.url))) : [];
  return {
    head,
    catalogue: read('catalogue', parseCatalogue),
    rules: read('rules', (file) => parseRules(file, indicators)),
    words: read('prompts', parsePrompts),
    exclusions: read('exclusions', parseExclusions),
    tests: read('tests', parseSetTests),
  };
}
