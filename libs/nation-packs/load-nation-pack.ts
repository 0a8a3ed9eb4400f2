import { NATIONS } from '#domain';
import { type Division, DIVISIONS } from '#deadlines';
import type { Rule, RuleSet } from '#rules';
import { indicatorFact, indicatorRule } from './indicator-rules.ts';
import type { IndicatorDefinition } from './indicator-definition.ts';
import type { LevelWords, NationPack } from './nation-pack.ts';
import { parseCatalogue } from './parse-catalogue.ts';
import { parseClocks } from './parse-clocks.ts';
import { parseCodeLists } from './parse-code-lists.ts';
import { parseIndicators } from './parse-indicators.ts';
import { parseLegalBases } from './parse-legal-bases.ts';
import { parseLevels } from './parse-levels.ts';
import { parsePhrases } from './parse-phrases.ts';
import { parsePrompts, requireWords } from './parse-prompts.ts';
import { parseRules } from './parse-rules.ts';
import { parseUrgencyLimits } from './parse-urgency-limits.ts';
import { readYaml, type YamlNode } from './yaml-node.ts';

/** Which letters begin the ids of a nation's rules. */
const PREFIXES = { england: 'ENG', wales: 'WLS', scotland: 'SCT', northern_ireland: 'NIR' } as const;

/**
 * Reads a nation's folder and puts the pack together. Throws `PackDataError` at the first fault: a front door that
 * ran on half a pack would be worse than one that does not start.
 */
export function loadNationPack(folder: URL): NationPack {
  const file = (name: string): YamlNode => readYaml(new URL(`${name}.yaml`, folder));
  const pack = file('pack').only('nation', 'division', 'ruleSet', 'indicatorRules', 'ruleFiles');
  const { levels, pathways } = parseLevels(file('levels'));
  const indicators = parseIndicators(file('indicators'));
  const combining = pack
    .get('ruleFiles')
    .texts()
    .flatMap((name) => parseRules(file(`rules/${name}`), indicators));
  const ruleSet = assemble(pack, file('catalogue'), indicators, combining, levels);
  const prompts = parsePrompts(file('prompts'));
  requireWords(ruleSet.rules, prompts, file('prompts'));
  return {
    nation: ruleSet.nation,
    division: pack.get('division').oneOf<Division>(DIVISIONS),
    ruleSet,
    indicators,
    levels,
    pathways,
    urgencyLimits: parseUrgencyLimits(file('urgency-limits')),
    phrases: parsePhrases(file('phrases')),
    codeLists: parseCodeLists(file('code-lists')),
    legalBases: parseLegalBases(file('legal-bases')),
    clocks: parseClocks(file('clocks')),
    prompts,
  };
}

function assemble(
  pack: YamlNode,
  catalogue: YamlNode,
  indicators: readonly IndicatorDefinition[],
  combining: readonly Rule[],
  levels: readonly LevelWords[],
): RuleSet {
  const nation = pack.get('nation').oneOf(NATIONS);
  const head = pack.get('ruleSet').only('id', 'version', 'title');
  const each = pack.get('indicatorRules').only('version', 'source', 'effectiveFrom');
  const source = each.get('source').text();
  const version = each.get('version').integer();
  const effectiveFrom = each.get('effectiveFrom').date();
  const defaults = { nation, prefix: PREFIXES[nation], version, source, effectiveFrom, levels };
  return {
    schemaVersion: '1',
    id: head.get('id').text(),
    version: head.get('version').text(),
    title: head.get('title').text(),
    nation,
    catalogue: [...parseCatalogue(catalogue), ...indicators.map((indicator) => indicatorFact(indicator, source))],
    rules: [...indicators.map((indicator) => indicatorRule(indicator, defaults)), ...combining],
  };
}
