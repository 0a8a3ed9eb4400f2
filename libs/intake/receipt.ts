import { TIME_ZONE } from '#deadlines';
import type { Flag } from '#domain';

/** What the sender gets once, and only once, the referral is stored. Holds no personal data. */
export interface Receipt {
  readonly reference: string;
  readonly receivedAt: string;
  readonly bodySha256: string;
  readonly cases: readonly { readonly reference: string; readonly childRef: string }[];
  readonly whatHappensNext: string;
  /** By when a social worker decides on next steps, as an instant and in London words. */
  readonly decisionDueBy: string;
  readonly decisionDueByText: string;
  readonly emergencyAdvice: string;
  /** What is missing or looks wrong. Answering helps the child; nothing waits for it. */
  readonly questions: readonly Flag[];
}

const LONDON = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: TIME_ZONE,
});

const MINUTE_MS = 60_000;
let last = { minute: Number.NaN, words: '' };

/** To the minute: whatever is due at the same one is worded once. */
export function inLondonWords(at: Date): string {
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  if (minute !== last.minute) last = { minute, words: `${LONDON.format(at)} (UK time)` };
  return last.words;
}
