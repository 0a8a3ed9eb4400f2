import type { FormFields } from '#sign-in';
import type { Faults } from '../pages/pages.ts';
import type { Filling } from '../records/inputs.presenter.ts';
import type { Words } from '../words/words.ts';

/** What somebody typed on the page of a case, and what is wrong with it. */
export interface Typed {
  readonly typed: FormFields;
  readonly faults: Faults;
}

export const NOTHING_TYPED: Typed = { typed: {}, faults: {} };

export function fillingOf({ typed, faults }: Typed, words: Words): Filling {
  return { typed, faults, words };
}
