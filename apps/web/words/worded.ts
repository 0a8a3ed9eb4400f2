/** What a page says about something that went wrong, and what the person can do next. */
export interface Trouble {
  readonly title: string;
  readonly text: readonly string[];
}

/**
 * The same words in another language: every text there is, none more. Texts with something inserted are functions.
 * `W` is the type of the English words.
 */
export type Worded<W> = W extends string
  ? string
  : W extends (...given: infer Given) => string
    ? (...given: Given) => string
    : W extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof W]: Worded<W[Key]> };
