/** The answer to a yes-or-no question. `not_known` was asked; `not_asked` was not. */
export type Answer = 'yes' | 'no' | 'not_known' | 'not_asked';
