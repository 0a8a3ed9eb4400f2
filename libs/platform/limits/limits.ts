import type { OnApplicationShutdown } from '@nestjs/common';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Environment } from '../config/environment.ts';
import { requiredSetting } from '../config/required-setting.ts';
import { databaseAddress } from '../database/database-address.ts';
import type { EventLog } from '../logging/event-log.ts';
import { LIMIT_NAMES, type LimitName, type LimitPlan, limitPlans } from './limit-plan.ts';
import { LimitStore } from './limit-store.ts';
import { Prepaid } from './prepaid.ts';

/** What is left of a limit. */
export interface LimitStanding {
  readonly name: LimitName;
  readonly exceeded: boolean;
  readonly points: number;
  /** Length of the window in seconds. */
  readonly window: number;
  readonly remaining: number;
  /** Seconds until the window ends, rounded up and at least 1. */
  readonly resetsIn: number;
}

/**
 * Counts requests against the limits, together with every other process. Never fails: when counts cannot be kept in
 * PostgreSQL this process counts by itself.
 */
export class Limits implements OnApplicationShutdown {
  private readonly store: LimitStore;
  private readonly plans: Readonly<Record<LimitName, LimitPlan>>;
  private readonly counters: ReadonlyMap<LimitName, Prepaid>;

  /** `nameOf` turns a person's id or an address into what may be stored: something that does not lead back. */
  constructor(
    environment: Environment,
    log: EventLog,
    private readonly nameOf: (subject: string) => string,
  ) {
    const store = new LimitStore(databaseAddress(requiredSetting(environment, 'DATABASE_URL'), environment), log);
    const plans = limitPlans(environment);
    this.store = store;
    this.plans = plans;
    this.counters = new Map(
      LIMIT_NAMES.map((name) => [name, new Prepaid(store.counter(name, plans[name]), plans[name].points)]),
    );
  }

  async take(name: LimitName, subject: string): Promise<LimitStanding> {
    const counter = this.counters.get(name);
    if (counter === undefined) throw new Error('Every limit has a counter.');
    try {
      return this.standing(name, await counter.take(this.nameOf(subject)), false);
    } catch (refusal: unknown) {
      if (refusal instanceof RateLimiterRes) return this.standing(name, refusal, true);
      throw refusal;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }

  private standing(name: LimitName, answer: RateLimiterRes, exceeded: boolean): LimitStanding {
    const { points, window } = this.plans[name];
    const resetsIn = Math.max(1, Math.ceil(answer.msBeforeNext / 1_000));
    return { name, exceeded, points, window, remaining: exceeded ? 0 : answer.remainingPoints, resetsIn };
  }
}
