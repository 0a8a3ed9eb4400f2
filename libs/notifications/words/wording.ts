import { MESSAGE_TEMPLATES } from '#messages';

/** Every text there is: the templates, what members of the public get instead, and the digest of several. */
export const WORDED = [...MESSAGE_TEMPLATES, 'acknowledgement_to_public', 'outcome_to_public', 'digest'] as const;
export type Worded = (typeof WORDED)[number];

/** All that a message may say beyond its fixed words. A line whose field is not known is left out. */
export const FIELDS = ['reference', 'link', 'dueAt', 'service', 'telephone'] as const;
export type FieldName = (typeof FIELDS)[number];

/** Fixed words with fields such as `{reference}` in them. */
export interface Wording {
  readonly subject: string;
  readonly lines: readonly string[];
}

export type Wordings = Readonly<Record<Worded, Wording>>;
