import { Temporal } from 'temporal-polyfill';
import { TIME_ZONE } from '#deadlines';
import type { Digest } from '#messages';

/** When a person with this choice is next told of what is not urgent; `null`: at once. */
export function nextDigest(choice: { readonly digest: Digest; readonly dailyAt: string }, now: Date): Date | null {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(TIME_ZONE);
  switch (choice.digest) {
    case 'at_once':
      return null;
    case 'hourly':
      return dateOf(local.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 }));
    case 'daily': {
      const today = local.withPlainTime(choice.dailyAt);
      const isPast = Temporal.ZonedDateTime.compare(today, local) <= 0;
      return dateOf(isPast ? local.add({ days: 1 }).withPlainTime(choice.dailyAt) : today);
    }
  }
}

function dateOf(at: Temporal.ZonedDateTime): Date {
  return new Date(at.epochMilliseconds);
}
