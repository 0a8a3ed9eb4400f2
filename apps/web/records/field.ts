/** One answer to choose. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

interface Asked {
  /** Also the id on the page, so that the summary of faults leads there. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What to say when it is left out; without it the field may be left out. */
  readonly missing?: string;
  /** What to say when it is left out although another field has this answer. */
  readonly missingWhen?: { readonly name: string; readonly is: string; readonly text: string };
}

/**
 * One question of a form below a case. `line` and `prose` take up to `longest` characters; `choice` shows every answer,
 * `list` a drop-down; `choices` takes several; `tick` is a single box; `day` a calendar day; `vagueDay` a day, a month or
 * a year; `moment` a day with the local time.
 */
export type Field =
  | (Asked & { readonly kind: 'line' | 'prose'; readonly longest: number })
  | (Asked & { readonly kind: 'choice' | 'choices'; readonly options: readonly Option[] })
  /** `empty`: what it says where nothing is chosen. */
  | (Asked & { readonly kind: 'list'; readonly options: readonly Option[]; readonly empty?: string })
  | (Asked & { readonly kind: 'tick' })
  | (Asked & { readonly kind: 'day' | 'vagueDay' | 'moment'; readonly past?: boolean });

/** Answers in the order of the codes, worded. */
export function optionsOf<Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): readonly Option[] {
  return codes.map((value) => ({ value, text: words[value] }));
}

/** Where a fault of this field leads to: of a date, to its first box. */
export function anchorOf({ kind, name }: Field): string {
  return kind === 'day' || kind === 'vagueDay' || kind === 'moment' ? `${name}-day` : name;
}
