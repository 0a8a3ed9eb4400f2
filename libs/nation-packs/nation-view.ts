import { type Nation, NATIONS } from '#domain';
import { KIND_OF_LIST } from '#rules';
import { INDICATOR_DOMAINS } from './indicator-definition.ts';
import type { WelshTexts } from './welsh-texts.ts';
import { fieldsOf, inLayers } from './words-in-layers.ts';
import { YamlNode } from './yaml-node.ts';

/** What turns a file that all nations share into one nation's own. */
export interface NationView {
  readonly nation: Nation;
  /** Begins the ids of the nation's rules, for example `ENG`. */
  readonly prefix: string;
  /** First day of rules that name none of their own. */
  readonly effectiveFrom: string;
  readonly welsh: WelshTexts;
  /** `overrides.yaml` of the nation: its own fields of indicators and words of rules, by id without prefix. */
  readonly overrides: YamlNode;
}

/** The indicator library as this nation has it, with one text for the law where a row names some. */
export function indicatorsOf(view: NationView, file: YamlNode): YamlNode {
  const own = fieldsOf(view.overrides.get('indicators').value);
  const known = new Set<string>();
  const domains = INDICATOR_DOMAINS.map((domain) => {
    const section = file.get(domain);
    const indicators = section
      .get('indicators')
      .list()
      .map((node) => {
        const id = node.get('id').text();
        known.add(id);
        return withOneLaw(view, inLayers(node, view.welsh.indicators[id], own[id])).value;
      });
    return [domain, { ...fieldsOf(section.value), indicators }] as const;
  });
  requireKnown(view.overrides.get('indicators'), known);
  return new YamlNode({ ...fieldsOf(file.value), ...Object.fromEntries(domains) }, file.where);
}

/**
 * The rules of a file that hold in this nation, in the full form: with the nation's prefix, law and first day.
 * `nations` are those that the file is for; a rule that holds in some of them only names them itself.
 */
export function rulesOf(view: NationView, file: YamlNode, nations: readonly Nation[]): YamlNode {
  const own = fieldsOf(view.overrides.get('rules').value);
  const rules = file.only('rules').get('rules').list();
  const held = rules.filter((node) => nationsOf(node, nations).includes(view.nation));
  const written = held.map((node) => {
    const id = node.get('id').text();
    const { nations: _nations, ...fields } = fieldsOf(inLayers(node, view.welsh.rules[id], own[id]).value);
    const legalBasis = { [view.nation]: fieldsOf(fields['legalBasis'])[view.nation] };
    return { effectiveFrom: view.effectiveFrom, ...fields, id: `${view.prefix}-${id}`, legalBasis };
  });
  return new YamlNode({ rules: written }, file.where);
}

/** A rule must name a law in every nation it holds in: else it would be found out in one of them only. */
function nationsOf(node: YamlNode, nations: readonly Nation[]): readonly Nation[] {
  const named =
    node
      .find('nations')
      ?.list()
      .map((item) => item.oneOf(NATIONS)) ?? nations;
  node.get('legalBasis').only(...named);
  named.forEach((nation) => node.get('legalBasis').get(nation).text());
  return named;
}

function withOneLaw(view: NationView, node: YamlNode): YamlNode {
  const { legalBasis, ...fields } = fieldsOf(node.value);
  if (legalBasis === undefined) return node;
  const law = typeof legalBasis === 'string' ? legalBasis : node.get('legalBasis').get(view.nation).text();
  return new YamlNode({ ...fields, legalBasis: law }, node.where);
}

/** Refuses an override of nothing: a misspelt id would leave the nation with the common rule. */
export function requireKnown(overrides: YamlNode, known: ReadonlySet<string>): void {
  const unknown = overrides.entries().filter(([id]) => !known.has(id));
  if (unknown.length > 0) overrides.fail(`there is no ${unknown.map(([id]) => id).join(', ')} to override`);
}

/** The facts that rules may ask about, with their Welsh; `own` are those that only this nation has. */
export function catalogueOf(view: NationView, common: YamlNode, own: YamlNode): YamlNode {
  const entries = [...common.only('facts').get('facts').list(), ...own.only('facts').get('facts').list()];
  const facts = entries.map((node) => inLayers(node, view.welsh.facts[node.get('id').text()]).value);
  return new YamlNode({ facts }, common.where);
}

/** The words of all codes, the nation's own before the common ones. */
export function promptsOf(view: NationView, common: YamlNode, own: YamlNode): YamlNode {
  const sections = Object.entries(KIND_OF_LIST).map(([section, kind]) => {
    const welsh = fieldsOf(view.welsh.prompts[kind]);
    const ours = fieldsOf(own.find(section)?.value);
    const words = Object.entries({ ...fieldsOf(common.find(section)?.value), ...ours }).map(([code, text]) => {
      const isCommon = !Object.hasOwn(ours, code) || !Object.hasOwn(fieldsOf(common.find(section)?.value), code);
      const titled = typeof text === 'string' ? { title: text } : text;
      const node = new YamlNode(titled, `${own.where} > ${section} > ${code}`);
      return [code, isCommon ? inLayers(node, { title: welsh[code] }).value : titled] as const;
    });
    return [section, Object.fromEntries(words)] as const;
  });
  return new YamlNode(Object.fromEntries(sections), common.where);
}
