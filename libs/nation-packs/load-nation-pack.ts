import { type Nation, NATIONS } from '#domain';
import { type Division, DIVISIONS } from '#deadlines';
import type { Rule, RuleSet } from '#rules';
import { caseClocksOf } from './case-clocks/case-clocks-of.ts';
import { indicatorFact, indicatorRule } from './indicator-rules.ts';
import type { NationPack } from './nation-pack.ts';
import { catalogueOf, indicatorsOf, type NationView, promptsOf } from './nation-view.ts';
import { combiningRules } from './nation-rules.ts';
import { parseCatalogue } from './parse-catalogue.ts';
import { parseClocks } from './parse-clocks.ts';
import { parseCodeLists } from './parse-code-lists.ts';
import { parseFloors } from './parse-floors.ts';
import { parseFrame } from './parse-frame.ts';
import { parseIndicators } from './parse-indicators.ts';
import { parseExclusions, parseInvariants } from './parse-invariants.ts';
import { parseLegalBases } from './parse-legal-bases.ts';
import { parseLevels } from './parse-levels.ts';
import { parsePhrases } from './parse-phrases.ts';
import { parsePrompts, promptsInUse, requireWords } from './parse-prompts.ts';
import { parseSetTests } from './parse-set-tests.ts';
import { parseTerms } from './parse-terms.ts';
import { parseUrgencyLimits } from './parse-urgency-limits.ts';
import { levelsInWelsh, urgenciesInWelsh } from './welsh-levels.ts';
import { welshTexts } from './welsh-texts.ts';
import { readYaml, type YamlNode } from './yaml-node.ts';

/** Which letters begin the ids of a nation's rules. */
const PREFIXES = { england: 'ENG', wales: 'WLS', scotland: 'SCT', northern_ireland: 'NIR' } as const;
const COMMON = new URL('./common/', import.meta.url);

type ReadFile = (name: string) => YamlNode;

const read = new Map<string, YamlNode>();

/** A common file, parsed once for all nations. */
function common(name: string): YamlNode {
  const known = read.get(name) ?? readYaml(new URL(`${name}.yaml`, COMMON));
  read.set(name, known);
  return known;
}

/**
 * Reads what the nations share and a nation's own folder, and puts the pack together. Throws `PackDataError` with the
 * faults of the first file that has any: a front door that ran on half a pack would be worse than one that does not
 * start.
 */
export function loadNationPack(folder: URL): NationPack {
  const file: ReadFile = (name) => readYaml(new URL(`${name}.yaml`, folder));
  const pack = file('pack').only('nation', 'division', 'ruleSet', 'indicatorRules', 'ruleFiles');
  const nation = pack.get('nation').oneOf(NATIONS);
  const effectiveFrom = pack.get('indicatorRules').get('effectiveFrom').date();
  const overrides = file('overrides').only('indicators', 'rules');
  const view: NationView = { nation, prefix: PREFIXES[nation], effectiveFrom, welsh: welshTexts(), overrides };

  const indicators = parseIndicators(indicatorsOf(view, common('indicators')));
  const { levels, pathways } = parseLevels(levelsInWelsh(view, file('levels')));
  const combining = combiningRules(view, { common, own: file, ownFiles: pack.get('ruleFiles').texts(), indicators });
  const promptFile = promptsOf(view, common('prompts'), file('prompts'));
  const allPrompts = parsePrompts(promptFile);
  const parts = { view, pack, indicators, levels, combining };
  const ruleSet = assemble(parts, catalogueOf(view, common('catalogue'), file('catalogue')));
  requireWords(ruleSet.rules, allPrompts, promptFile);
  const prompts = promptsInUse(ruleSet.rules, allPrompts);
  const inUse = new Set(prompts.map((prompt) => prompt.code));
  const urgencyLimits = parseUrgencyLimits(urgenciesInWelsh(view, file('urgency-limits')));
  const clocks = parseClocks(file('clocks'));
  return {
    nation,
    division: pack.get('division').oneOf<Division>(DIVISIONS),
    ruleSet: { ...ruleSet, tests: parseSetTests(file('rule-set-tests')), words: prompts },
    indicators,
    levels,
    pathways,
    urgencyLimits,
    phrases: parsePhrases(common('phrases')),
    codeLists: parseCodeLists(file('code-lists')),
    legalBases: parseLegalBases(file('legal-bases')),
    clocks,
    caseClocks: caseClocksOf(common('case-clocks'), file('case-clocks'), { clocks, urgencyLimits }),
    prompts,
    terms: parseTerms(file('terms')),
    frame: parseFrame(file('frame'), indicators),
    invariants: invariantsOf(nation, indicators, file('invariants').only('floors', 'invariants')),
    exclusions: parseExclusions(common('exclusions')).filter((pair) => pair.every((code) => inUse.has(code))),
  };
}

function invariantsOf(nation: Nation, indicators: NationPack['indicators'], own: YamlNode): NationPack['invariants'] {
  return [
    ...parseFloors(common('floors'), own.get('floors'), indicators),
    ...parseInvariants(common('invariants').only('invariants'), nation, indicators),
    ...parseInvariants(own, nation, indicators),
  ];
}

interface Parts {
  readonly view: NationView;
  readonly pack: YamlNode;
  readonly indicators: NationPack['indicators'];
  readonly levels: NationPack['levels'];
  readonly combining: readonly Rule[];
}

function assemble({ view, pack, indicators, levels, combining }: Parts, catalogue: YamlNode): RuleSet {
  const head = pack.get('ruleSet').only('id', 'version', 'title');
  const each = pack.get('indicatorRules').only('version', 'source', 'effectiveFrom');
  const source = each.get('source').text();
  const { nation, prefix, effectiveFrom } = view;
  const version = each.get('version').integer();
  const defaults = { nation, prefix, version, source, effectiveFrom, levels };
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
