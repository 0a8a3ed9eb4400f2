import { randomInt } from 'node:crypto';
import type { ReferralDocument } from '#domain';
import { aRedReferral, aReferral } from '../../support/referral-builder.ts';

const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'fin',
  'gar',
  'hol',
  'jen',
  'kip',
  'lun',
  'mor',
  'nes',
  'pol',
  'quin',
  'ras',
  'tov',
];
/** Every so many-th referral speaks of an event in a few seconds, so that clocks come due during a run. */
const EVENT_EVERY = 12;
const RED_EVERY = 5;
const MOST_CHILDREN = 3;

/** The n-th referral of a sender: a family that nobody has heard of, of one, two or three children. All invented. */
export function strangers(number: number, count = childrenOf(number)): ReferralDocument {
  const familyName = invented(4);
  const address = { lines: [`${String(randomInt(1, 400))} ${invented(2)} Road`], postcode: postcode() };
  const children = Array.from({ length: count }, (_, index) => ({
    ref: `c${String(index)}`,
    givenName: invented(3),
    familyName,
    dateOfBirth: dateOfBirth(),
    address,
  }));
  const household = { people: [{ name: `${invented(3)} ${familyName}`, relationship: 'mother' as const }] };
  const changes: Partial<ReferralDocument> = { senderReference: String(number), children, household };
  const make = number % RED_EVERY === 0 ? aRedReferral : aReferral;
  if (number % EVENT_EVERY !== 0) return make(changes);
  const at = new Date(Date.now() + randomInt(3_000, 10_000)).toISOString();
  return make({ ...changes, safety: { ...aReferral().safety, timeCriticalEvent: { at } } });
}

export function childrenOf(number: number, most = MOST_CHILDREN): number {
  return (number % most) + 1;
}

function invented(syllables: number): string {
  const word = Array.from({ length: syllables }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function dateOfBirth(): string {
  return new Date(Date.UTC(2010, randomInt(120), randomInt(1, 28))).toISOString().slice(0, 10);
}

function postcode(): string {
  const letter = (): string => 'ABDEFGHJLN'.charAt(randomInt(10));
  return `LK${String(randomInt(1, 9))} ${String(randomInt(1, 9))}${letter()}${letter()}`;
}
