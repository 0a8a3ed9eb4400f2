import type { Division } from './division.ts';
import type { IsoDate } from './local-day.ts';

/**
 * A working-day question about a day for which no bank holidays are held. It is a fault of configuration that
 * operators must see (refresh the vendored data), never an answer: beyond the data every holiday would count as worked.
 */
export class CalendarRangeError extends Error {
  readonly code = 'calendar_out_of_range';
  override readonly name = 'CalendarRangeError';

  constructor(
    readonly division: Division,
    /** The first day asked for that is not held. */
    readonly day: IsoDate,
    readonly held: { readonly firstDay: IsoDate; readonly lastDay: IsoDate },
  ) {
    super(
      `no bank holidays are held for ${division} on ${day}: the data runs from ${held.firstDay} to ${held.lastDay}`,
    );
  }
}

/** A malformed day, time, instant, limit or calendar option: a fault in settings or in the caller, named in the message. */
export class DeadlineInputError extends Error {
  readonly code = 'deadline_input_invalid';
  override readonly name = 'DeadlineInputError';
}
