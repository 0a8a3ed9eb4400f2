import { type Agreement, differs, type RatedOutcome, type SampleItem, type SampleView } from '#quality';
import type { Cell } from '../pages/csv.ts';
import type { Names } from '../oversight/names.ts';
import { NO_NUMBER, type TableCell, type TableView } from '../oversight/table.ts';
import type { Words } from '../words/words.ts';

type State = keyof Words['quality']['sample']['states'];

const COLOURS: Readonly<Record<State, string>> = {
  free: 'grey',
  taken: 'blue',
  same: 'green',
  differs: 'orange',
  closed: 'turquoise',
};

/** What a kappa means, in steps of 0.2 (Landis and Koch, 1977). */
const STEPS = [
  [0, 'none'],
  [0.2, 'slight'],
  [0.4, 'fair'],
  [0.6, 'moderate'],
  [0.8, 'substantial'],
] as const;
const FEW_PAIRS = 30;

export function ratedIn(words: Words, outcome: RatedOutcome): string {
  return outcome === 'no_further_action' ? words.codes.pathways.no_further_action : words.codes.levels[outcome];
}

export function stateOf({ raterId, rated, closing }: SampleItem): State {
  if (rated === null) return raterId === null ? 'free' : 'taken';
  if (!differs(rated)) return 'same';
  return closing === null ? 'differs' : 'closed';
}

/** What kappa means in plain words; for none, why there is none. */
export function meaningOf({ kappa }: Agreement, words: Words): string {
  const { means } = words.quality.sample;
  if (kappa === null) return means.unknown;
  return means[STEPS.find(([below]) => kappa <= below)?.[1] ?? 'complete'];
}

export interface AgreementView {
  readonly table: TableView;
  readonly texts: readonly string[];
}

/** `null` before anything is rated. */
export function presentAgreement({ agreement }: SampleView, words: Words): AgreementView | null {
  const text = words.quality.sample;
  const { outcome, outcomeWeighted, urgency } = agreement;
  if (outcome === null || outcomeWeighted === null || urgency === null) return null;
  const rows = [
    rowOf(text.scales.outcome, outcome, words),
    rowOf(text.scales.outcomeWeighted, outcomeWeighted, words),
    rowOf(text.scales.urgency, urgency, words),
  ];
  const { scale, pairs, agreed, kappa, interval } = text.columns;
  const head = [{ text: scale }, ...[pairs, agreed, kappa, interval].map((each) => ({ text: each, numeric: true }))];
  return {
    table: { caption: text.agreement, head, rows },
    texts: [
      meaningOf(outcomeWeighted, words),
      text.kappaIs,
      text.target,
      ...(outcome.pairs < FEW_PAIRS ? [text.few(outcome.pairs)] : []),
    ],
  };
}

function rowOf(name: string, { pairs, agreed, kappa, interval }: Agreement, words: Words): TableCell[] {
  const numbers = [
    String(pairs),
    `${String(Math.round(agreed * 100))} %`,
    kappa === null ? words.quality.sample.noKappa : kappa.toFixed(2),
    interval === null ? NO_NUMBER : `${interval.low.toFixed(2)} – ${interval.high.toFixed(2)}`,
  ];
  return [{ text: name }, ...numbers.map((text) => ({ text, numeric: true }))];
}

export function presentItems({ items, sample }: SampleView, names: Names, words: Words): TableView {
  const text = words.quality.sample;
  const head = [text.number, text.reference, text.group, text.state, text.decided, text.rated, text.rater];
  const rows = items.map((item): TableCell[] => [
    { text: String(item.position) },
    linkOf(item, words),
    { text: stratumIn(sample.strata, item.stratum, names, words) },
    { text: text.states[stateOf(item)], tag: COLOURS[stateOf(item)] },
    ...said(item, words).map((each) => ({ text: each ?? text.hidden })),
    { text: item.raterName ?? NO_NUMBER },
  ]);
  return { caption: text.items, head: head.map((each) => ({ text: each })), rows };
}

function linkOf({ id, reference, rated }: SampleItem, words: Words): TableCell {
  const { see } = words.quality.sample;
  return rated === null ? { text: reference } : { text: reference, href: `/quality/items/${id}`, hidden: see };
}

/** What was decided and what the second person says; `null` until it is rated. */
function said({ rated }: SampleItem, words: Words): [string | null, string | null] {
  if (rated === null) return [null, null];
  const one = ({ outcome, urgency }: { outcome: RatedOutcome; urgency: 'blue' | 'green' | 'amber' | 'red' }): string =>
    `${ratedIn(words, outcome)}, ${words.codes.urgencies[urgency]}`;
  return [one(rated.decision), one(rated.rating)];
}

function stratumIn(strata: SampleView['sample']['strata'], code: string | null, names: Names, words: Words): string {
  if (code === null || code === '') return NO_NUMBER;
  const texts: Readonly<Record<typeof strata, (code: string) => string>> = {
    agency: (id) => names.agency(id),
    area: (id) => names.area(id),
    team: (id) => names.team(id),
    pathway: (id) => (words.codes.pathways as Readonly<Record<string, string>>)[id] ?? id,
    difference: (id) => (words.audit.differences as Readonly<Record<string, string>>)[id] ?? id,
    none: () => NO_NUMBER,
  };
  return texts[strata](code);
}

export function itemColumns(words: Words): string[] {
  const text = words.quality.sample;
  return [
    ...[text.number, text.reference, text.group, text.state, text.decided, text.decider],
    ...[text.rated, text.rater, text.knewEnough, text.reason, text.conclusion, text.note],
  ];
}

/** The same for a file; reasons and notes come along, so it is for those who may read the record. */
export function itemLines({ items, sample }: SampleView, names: Names, words: Words): Cell[][] {
  const text = words.quality.sample;
  return items.map((item): Cell[] => {
    const [decided, rated] = said(item, words);
    const group = stratumIn(sample.strata, item.stratum, names, words);
    return [
      ...[item.position, item.reference, group, text.states[stateOf(item)], decided],
      ...[item.rated?.decision.decidedByName ?? null, rated, ...ratingCells(item, words)],
      ...closingCells(item, words),
    ];
  });
}

function ratingCells({ rated, raterName }: SampleItem, words: Words): Cell[] {
  if (rated === null) return [null, null, null];
  const { yes, no } = words.quality.sample;
  return [raterName, rated.rating.knewEnough ? yes : no, rated.rating.reason];
}

function closingCells({ closing }: SampleItem, words: Words): Cell[] {
  return closing === null ? [null, null] : [words.quality.conclusions[closing.conclusion], closing.note];
}
