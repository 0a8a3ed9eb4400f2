import type { FactValue } from '#domain';
import { nationPack } from '#nation-packs';
import { nameOf, type PlainCase } from '../support/plain-case.ts';
import type { Referral } from './entities.ts';

/** Everything absent or lowest: what such a team takes a question for that nobody answered. */
const NOTHING: PlainCase = Object.fromEntries(
  nationPack('england').ruleSet.catalogue.map(({ id, type }): [string, FactValue] => {
    if (type.kind === 'boolean') return [nameOf(id), false];
    return [nameOf(id), type.kind === 'enum' ? (type.values[0] ?? '') : type.min];
  }),
);

interface Answered {
  readonly indicators?: readonly { readonly id: string; readonly answer: string }[];
}

/** A stored referral as the rules engine takes it. */
export function factsOf(body: Referral['body']): PlainCase {
  const { indicators = [] } = body as Answered;
  const present = indicators.filter(({ answer }) => answer === 'present');
  return { ...NOTHING, ...Object.fromEntries(present.map(({ id }) => [nameOf(`indicator.${id}`), true])) };
}
