/** What somebody said of two mentions. */
export type Saying = 'same' | 'different';

/** A verdict as it is stored; reasons opened. Only its undoing may be added. */
export interface Verdict {
  readonly id: string;
  readonly mentionId: string;
  readonly otherId: string;
  readonly verdict: Saying;
  readonly reason: string;
  readonly givenBy: string;
  readonly givenByName: string;
  readonly givenAt: Date;
  readonly undone: { readonly by: string; readonly byName: string; readonly at: Date; readonly reason: string } | null;
}

/** Who says so, when and why. */
export interface Said {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
  readonly reason: string;
}
