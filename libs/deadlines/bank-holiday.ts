import type { Division } from './division.ts';
import type { IsoDate } from './local-day.ts';

/** One bank holiday: the local day on which it is kept (the substitute day where there is one) and its official name. */
export interface BankHoliday {
  readonly date: IsoDate;
  readonly title: string;
}

/** All bank holidays held, by division, in date order. */
export type BankHolidays = Readonly<Record<Division, readonly BankHoliday[]>>;
