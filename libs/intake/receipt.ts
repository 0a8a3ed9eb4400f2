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
  timeZone: 'Europe/London',
});

export function inLondonWords(at: Date): string {
  return `${LONDON.format(at)} (UK time)`;
}
