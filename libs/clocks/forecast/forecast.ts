import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Clock } from '#domain';
import { workingTimeBetween } from '#deadlines';
import { profileOf } from '#nation-packs';
import { CLOCK, Database } from '#platform';
import type { Pace } from './forecast-breaches.ts';
import { type DayForecast, forecastDays } from './forecast-day.ts';
import { countDecided, findWaitingCases } from './read-queue.query.ts';

/** How far back the pace is taken from. */
const PACE_DAYS = 14;
const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;

export interface FrontDoorForecast {
  readonly asAt: Date;
  readonly pace: Pace & { readonly from: Date };
  readonly waiting: number;
  readonly overdueNow: number;
  readonly today: DayForecast;
  readonly nextWorkingDay: DayForecast;
  /** A breach is more likely than not, today or on the next working day. */
  readonly warns: boolean;
}

/**
 * Forecasts which cases will run out before the team gets to them, from the worklist and the pace of the last two weeks.
 * It counts what the person who asks may see: a restricted record is in no number of theirs. Source: domain pack 4.5, F1.
 */
@Injectable()
export class Forecast {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(actor: Actor): Promise<FrontDoorForecast> {
    const asAt = this.clock.now();
    const now = asAt.getTime();
    const { calendar } = profileOf(actor.authorityId);
    return this.database.inTransaction(actor, async (tx) => {
      const from = new Date(now - PACE_DAYS * MS_PER_DAY);
      const decisions = await countDecided(tx, actor.authorityId, from, asAt);
      const pace = { decisions, workingHours: workingTimeBetween(calendar, from.getTime(), now) / MS_PER_HOUR, from };
      const waiting = await findWaitingCases(tx, actor.authorityId, asAt);
      const [today, nextWorkingDay] = forecastDays(calendar, waiting, pace, now);
      return {
        asAt,
        pace,
        waiting: waiting.length,
        overdueNow: waiting.filter(({ dueAt }) => dueAt !== null && dueAt <= asAt).length,
        today,
        nextWorkingDay,
        warns: today.chanceOfAny >= 0.5 || nextWorkingDay.chanceOfAny >= 0.5,
      };
    });
  }
}
