import type { ReferralDocument } from '#domain';

/**
 * Whether one of the phrases stands in the sender's free text. Plain words, whatever their case or spacing; a hit can
 * only raise urgency and ask for a person's look, so a false hit costs a minute and a miss costs nothing.
 */
export function hasPhrase(referral: ReferralDocument, phrases: readonly string[]): boolean {
  const text = normalise(freeTextOf(referral).join(' . '));
  return plainWordsOf(phrases).some((words) => text.includes(words));
}

/** One list serves every referral of an authority: it is put into plain words once. */
function plainWordsOf(phrases: readonly string[]): readonly string[] {
  const known = PLAIN_WORDS.get(phrases);
  if (known !== undefined) return known;
  const words = phrases.map((phrase) => ` ${normalise(phrase).trim()} `);
  PLAIN_WORDS.set(phrases, words);
  return words;
}

const PLAIN_WORDS = new WeakMap<readonly string[], readonly string[]>();

function normalise(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${words} `;
}

function freeTextOf(referral: ReferralDocument): string[] {
  const { worries, whatNeedsToHappen, children, history } = referral;
  return [
    worries.summary,
    worries.injuryDescription,
    worries.childsWords,
    worries.frequency,
    whatNeedsToHappen?.referrer,
    whatNeedsToHappen?.child,
    history?.note,
    ...children.flatMap((child) => [child.voice?.said, child.voice?.observedBehaviour]),
    ...(referral.indicators ?? []).map((report) => report.evidence),
  ].filter((text): text is string => text !== undefined);
}
