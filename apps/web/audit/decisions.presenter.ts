import { type Language, LEVELS, PATHWAYS, URGENCIES } from '#domain';
import { DIFFERENCES, type FoundDecision, type SearchChoices, SIGN_OFF_STATES } from '#reporting';
import type { RuleSet } from '#rules';
import type { Cell } from '../pages/csv.ts';
import type { Choice, Names } from '../oversight/names.ts';
import type { Words } from '../words/words.ts';
import { type FilterName } from './decisions.form.ts';
import { type Query, textIn, veiled } from '../oversight/query.ts';
import { outcomeIn, proposalIn } from './outcome-words.ts';

/** A drop-down of the search. */
export interface Filter {
  readonly name: FilterName;
  readonly label: string;
  readonly items: readonly (Choice & { readonly selected: boolean })[];
}

export interface DecisionLine {
  readonly href: string;
  readonly auditHref: string;
  readonly reference: string;
  readonly at: Date;
  readonly outcome: string;
  readonly urgency: string;
  readonly proposed: string;
  readonly differs: { readonly text: string; readonly colour: string };
  readonly decider: string;
  readonly signOff: string;
  readonly agency: string;
  readonly area: string;
  readonly team: string;
  readonly version: string;
}

const NONE = '–';
const COLOURS = { as_proposed: 'grey', higher: 'orange', lower: 'purple', no_proposal: 'yellow' } as const;

export function presentLines(decisions: readonly FoundDecision[], names: Names, words: Words): DecisionLine[] {
  return decisions.map((found) => ({
    href: `/cases/${found.caseId}`,
    auditHref: `/cases/${found.caseId}/audit`,
    reference: found.reference,
    at: found.decidedAt,
    outcome: outcomeIn(words, found.level),
    urgency: words.codes.urgencies[found.urgency],
    proposed: proposalIn(words, found.proposedLevel, found.proposedUrgency) ?? NONE,
    differs: { text: words.audit.differences[found.differs], colour: COLOURS[found.differs] },
    decider: found.decidedByName,
    signOff: words.audit.signOffs[found.signOff],
    agency: names.agency(found.agencyId),
    area: found.area === null ? NONE : names.area(found.area),
    team: names.team(found.team),
    version: found.ruleSetVersion ?? NONE,
  }));
}

/** The same as lines of a file, with moments that a spreadsheet can sort by. */
export function decisionLines(decisions: readonly FoundDecision[], names: Names, words: Words): Cell[][] {
  return presentLines(decisions, names, words).map((line, at) => [
    ...[line.at.toISOString(), line.reference, line.outcome, line.urgency, line.proposed, line.differs.text],
    ...[line.decider, line.signOff, line.agency, line.area, line.team, line.version],
    decisions[at]?.rules.join(' ') ?? '',
  ]);
}

export function columnsOf(words: Words): string[] {
  const { columns, urgency } = words.audit.search;
  return [
    ...[columns.when, columns.reference, columns.outcome, urgency, columns.proposed, columns.differs],
    ...[columns.decider, columns.signOff, columns.agency, columns.area, columns.team, columns.version, columns.rules],
  ];
}

export interface Offered {
  readonly choices: SearchChoices;
  readonly names: Names;
  readonly ruleSet: RuleSet;
}

export function presentFilters(query: Query, offered: Offered, language: Language, words: Words): Filter[] {
  const { search } = words.audit;
  const order = [
    { value: '', text: search.newest },
    { value: 'oldest', text: search.oldest },
  ];
  const all = { value: '', text: search.all };
  const filter = (name: FilterName, label: string, items: readonly Choice[]): Filter => ({
    name,
    label,
    items: items.map((each) => ({ ...each, selected: textIn(query, name) === each.value })),
  });
  return [
    ...choicesOf(offered, language, words).map(([name, items]) => filter(name, search[name], [all, ...items])),
    filter('order', search.order, order),
  ];
}

type ChoiceName = Exclude<FilterName, 'from' | 'to' | 'reference' | 'order'>;

function choicesOf({ choices, names, ruleSet }: Offered, language: Language, words: Words) {
  const codes = <Code extends string>(list: readonly Code[], texts: Readonly<Record<Code, string>>): Choice[] =>
    list.map((value) => ({ value, text: texts[value] }));
  const other = { value: 'other', text: words.audit.search.differsOther };
  const all: readonly (readonly [ChoiceName, readonly Choice[]])[] = [
    ['pathway', codes([...PATHWAYS, 'no_further_action' as const], words.codes.pathways)],
    ['level', codes(LEVELS, words.codes.levels)],
    ['urgency', codes(URGENCIES, words.codes.urgencies)],
    ['differs', [other, ...codes(DIFFERENCES, words.audit.differences)]],
    ['signOff', codes(SIGN_OFF_STATES, words.audit.signOffs)],
    ['decider', choices.deciders.map(({ id, name }) => ({ value: veiled(id), text: name }))],
    ['agency', names.agencies],
    ['team', names.teams],
    ['area', names.areas],
    ['version', choices.versions.map(({ hash, version }) => ({ value: hash, text: version }))],
    ['rule', rulesOf(ruleSet, language)],
  ];
  return all;
}

/** By title, as people know them. */
function rulesOf({ rules }: RuleSet, language: Language): Choice[] {
  const titled = rules.map(({ id, title, titleCy }) => ({
    value: id,
    text: language === 'cy' ? (titleCy ?? title) : title,
  }));
  return titled.sort((a, b) => a.text.localeCompare(b.text));
}
