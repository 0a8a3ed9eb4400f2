import type { Language } from '#domain';
import { differs, type SampleItem } from '#quality';
import { momentIn } from '../pages/moments.ts';
import type { Words } from '../words/words.ts';
import { ratedIn } from './sample.presenter.ts';

interface Row {
  readonly key: string;
  readonly value: string;
}

export interface DifferenceView {
  readonly id: string;
  readonly caseId: string;
  readonly title: string;
  readonly sampleHref: string;
  readonly isSame: boolean;
  readonly decision: readonly Row[];
  readonly rating: readonly Row[];
  /** What came of talking it over; empty while that is open. */
  readonly closing: readonly Row[];
}

export function presentDifference(
  item: SampleItem & { readonly sampleId: string },
  language: Language,
  words: Words,
): DifferenceView {
  const { rated } = item;
  return {
    id: item.id,
    caseId: item.caseId,
    title: words.quality.difference.title(item.reference),
    sampleHref: `/quality/samples/${item.sampleId}`,
    isSame: rated !== null && !differs(rated),
    decision: rated === null ? [] : decisionRows(rated.decision, language, words),
    rating: rated === null ? [] : ratingRows(rated.rating, item.raterName ?? '', language, words),
    closing: closingRows(item.closing, language, words),
  };
}

type Rated = NonNullable<SampleItem['rated']>;

function decisionRows(decision: Rated['decision'], language: Language, words: Words): Row[] {
  const text = words.quality.difference;
  return [
    { key: text.level, value: ratedIn(words, decision.outcome) },
    { key: text.urgency, value: words.codes.urgencies[decision.urgency] },
    { key: text.by, value: decision.decidedByName },
    { key: text.at, value: momentIn(language, decision.decidedAt) },
  ];
}

function ratingRows(rating: Rated['rating'], raterName: string, language: Language, words: Words): Row[] {
  const text = words.quality.difference;
  const { yes, no } = words.quality.sample;
  return [
    { key: text.level, value: ratedIn(words, rating.outcome) },
    { key: text.urgency, value: words.codes.urgencies[rating.urgency] },
    { key: text.by, value: raterName },
    { key: text.at, value: momentIn(language, rating.ratedAt) },
    { key: text.knewEnough, value: rating.knewEnough ? yes : no },
    { key: text.reason, value: rating.reason },
  ];
}

function closingRows(closing: SampleItem['closing'], language: Language, words: Words): Row[] {
  if (closing === null) return [];
  const text = words.quality.difference;
  return [
    { key: text.conclusion, value: words.quality.conclusions[closing.conclusion] },
    { key: text.note, value: closing.note },
    { key: text.by, value: closing.closedByName },
    { key: text.at, value: momentIn(language, closing.closedAt) },
  ];
}
