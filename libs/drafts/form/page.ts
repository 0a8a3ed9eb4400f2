import type { Control } from './control.ts';

/** Groups that may have several members, each with pages of its own. */
export type Group = 'children' | 'adults';

/** One thing of the form: a page. */
export interface FormPage {
  /** In the address: `worries`, `child-2-home`. */
  readonly id: string;
  /** By which its words are found: `child-home`. */
  readonly key: string;
  /** The child or adult it is about, counted from 1 as people see them; `null` for a page about none. */
  readonly number: number | null;
  /** Set for the page that lists a group and asks for more. */
  readonly group: Group | null;
  readonly controls: readonly Control[];
  /** One of these must be filled in, or the referral cannot be sent: names of fields. */
  readonly oneOf?: readonly string[];
}
