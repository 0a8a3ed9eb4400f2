import { MATCH_MODEL } from './match-model.data.ts';

type Fields = typeof MATCH_MODEL.fields;
export type MatchField = keyof Fields;

/** How far one field agrees. */
export type Agreement = {
  readonly [Field in MatchField]: { readonly field: Field; readonly level: keyof Fields[Field] & string };
}[MatchField];

export type MatchBand = 'match' | 'possible' | 'none';

/** One line of the reasons for a score: codes and weights, no values. */
export interface MatchEvidence {
  readonly field: MatchField;
  readonly level: string;
  /** In bits, against strangers: above 0 it speaks for one person, below against. */
  readonly weight: number;
  /** The same against relatives, of whom family name and address say nothing. */
  readonly besideRelatives: number;
}

export const MODEL_VERSION: string = MATCH_MODEL.version;

/** What a level of agreement weighs, in bits. */
export function weightsOf({ field, level }: Agreement): { readonly weight: number; readonly besideRelatives: number } {
  const found = WEIGHTS.get(`${field} ${level}`);
  if (found === undefined) throw new RangeError(`The model has no level ${level} of ${field}.`);
  return found;
}

/** The probability that two mentions are of one person, from 0 to 1 (Bayes' rule over the three kinds of pairs). */
export function probability(weight: number, besideRelatives: number): number {
  const { same, relatives, strangers } = MATCH_MODEL.prior;
  return 1 / (1 + (strangers / same) * 2 ** -weight + (relatives / same) * 2 ** -besideRelatives);
}

export function bandOf(score: number): MatchBand {
  if (score >= MATCH_MODEL.bands.match) return 'match';
  return score >= MATCH_MODEL.bands.possible ? 'possible' : 'none';
}

const WEIGHTS = new Map(
  Object.entries(MATCH_MODEL.fields).flatMap(([field, levels]) =>
    Object.entries(levels as Readonly<Record<string, readonly [number, number, number]>>).map(
      ([level, [same, relatives, strangers]]) =>
        [
          `${field} ${level}`,
          { weight: Math.log2(same / strangers), besideRelatives: Math.log2(same / relatives) },
        ] as const,
    ),
  ),
);
