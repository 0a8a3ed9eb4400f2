import type { FactValue } from '#domain';

/** From whom it was learned. */
export const INFORMATION_SOURCES = [
  'child',
  'family',
  'referrer',
  'partner_agency',
  'public',
  'own_records',
  'visit',
] as const;
export type InformationSource = (typeof INFORMATION_SOURCES)[number];

/** Something learned about a case after it came in. */
export interface NewInformation {
  /** Fact ids of the catalogue and what is known of them now. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** In the words of whoever records it; sealed. */
  readonly note: string | null;
  readonly source: InformationSource;
  /** Local day on which it was learned, ISO. */
  readonly learnedOn: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly recordedByName: string;
}

export interface Withdrawal {
  readonly withdrawnAt: Date;
  readonly withdrawnBy: string;
  readonly withdrawnByName: string;
  readonly withdrawnReason: string;
}

export interface Information extends NewInformation {
  readonly id: string;
  readonly caseId: string;
  /** `null` while it stands. */
  readonly withdrawal: Withdrawal | null;
}
