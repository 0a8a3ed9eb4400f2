/**
 * The part of the United Kingdom whose bank holidays apply, as GOV.UK's bank-holidays document names them.
 * Wales shares England's list. Source: domain pack 2.6; Banking and Financial Dealings Act 1971.
 */
export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland';

/** Every division, in the order in which the vendored data keeps them. */
export const DIVISIONS: readonly Division[] = ['england-and-wales', 'scotland', 'northern-ireland'];
