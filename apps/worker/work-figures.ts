import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { sealBacklog } from '#audit';
import { escalationBacklog } from '#clocks';
import { calendarRange, DIVISIONS } from '#deadlines';
import { type Clock, type Lane, LANES } from '#domain';
import { intakeBacklog } from '#intake';
import { steadyFaultLog } from '#jobs';
import { authorityIds } from '#nation-packs';
import { deliveryBacklog } from '#notifications';
import { outboxBacklog } from '#outbox';
import { type Backlog, CLOCK, Database, EventLog, type GaugeName, type Reading } from '#platform';
import { jobBacklog } from '#rule-sets';

/** Scrapes that come sooner share what was read. */
const FRESH_MS = 2_000;
/** A scrape waits no longer for the database: it is told what was known last, and how old it is. */
const PATIENCE_MS = 1_000;
const DAY_MS = 86_400_000;

/** Kinds of work of which there are two gauges: how much waits, and since when. */
type Aged = KindOf<GaugeName, 'waiting'> & KindOf<GaugeName, 'oldest_seconds'>;
type KindOf<Name, Unit extends string> = Name extends `front_door_${infer Kind}_${Unit}` ? Kind : never;

/**
 * What waits in the database, for those who watch over the service. Read while somebody asks, at most every two seconds,
 * on one connection, by statements that read a few ends of indexes.
 */
@Injectable()
export class WorkFigures {
  private known: readonly Reading[] = [];
  private isKnown = false;
  /** Of what is known, or of this process while nothing is. */
  private since = performance.now();
  private reading: Promise<void> | null = null;
  private readonly onFault: (error: unknown) => void;

  constructor(
    private readonly database: Database,
    log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.onFault = steadyFaultLog(log, 'figures.not_read');
  }

  /** Never throws, and never waits for long: a database that is away is told by the figures' age. */
  async read(): Promise<readonly Reading[]> {
    if (!this.isKnown || performance.now() - this.since > FRESH_MS) {
      this.reading ??= this.refresh();
      const late = new AbortController();
      const patience = sleep(PATIENCE_MS, undefined, { signal: late.signal });
      await Promise.race([this.reading, patience]);
      late.abort();
    }
    const age = (performance.now() - this.since) / 1000;
    return [...this.known, ...this.ofCalendar(), { name: 'front_door_figures_age_seconds', value: age }];
  }

  private async refresh(): Promise<void> {
    const begun = performance.now();
    try {
      const readings = await this.ofEngine();
      for (const authorityId of authorityIds()) readings.push(...(await this.ofAuthority(authorityId)));
      this.known = readings;
      this.isKnown = true;
      this.since = begun;
    } catch (error: unknown) {
      this.onFault(error);
    } finally {
      this.reading = null;
    }
  }

  private ofCalendar(): Reading[] {
    const lastDays = DIVISIONS.map((division) => Date.parse(calendarRange(division).lastDay));
    const value = Math.floor((Math.min(...lastDays) - this.clock.now().getTime()) / DAY_MS);
    return [{ name: 'front_door_bank_holiday_days', value }];
  }

  private ofEngine(): Promise<Reading[]> {
    return this.database.acrossAuthorities(async (tx) => {
      const readings = aged('rule_set_jobs', await jobBacklog(tx), {});
      for (const lane of LANES) readings.push(...ofLane(lane, await outboxBacklog(tx, lane)));
      return readings;
    });
  }

  private ofAuthority(authority: string): Promise<Reading[]> {
    return this.database.inTransaction({ authorityId: authority }, async (tx) => {
      const { unproposed, failed, overdue, quarantined } = await intakeBacklog(tx, authority);
      const { webhooks, messages } = await deliveryBacklog(tx, authority);
      const labels = { authority };
      return [
        ...aged('unproposed', unproposed, labels),
        { name: 'front_door_triage_failed_waiting', labels, value: failed.waiting },
        { name: 'front_door_overdue_waiting', labels, value: overdue.waiting },
        ...aged('escalations', await escalationBacklog(tx, authority), labels),
        ...aged('unsealed', await sealBacklog(tx, authority), labels),
        ...aged('webhooks', webhooks, labels),
        ...aged('messages', messages, labels),
        ...aged('attachments', quarantined, labels),
      ];
    });
  }
}

function ofLane(lane: Lane, backlog: Backlog & { readonly untakenSeconds: number }): Reading[] {
  const labels = { lane };
  return [
    ...aged('outbox', backlog, labels),
    { name: 'front_door_relay_lag_seconds', labels, value: backlog.untakenSeconds },
  ];
}

function aged(kind: Aged, { waiting, oldestSeconds }: Backlog, labels: Readonly<Record<string, string>>): Reading[] {
  return [
    { name: `front_door_${kind}_waiting`, labels, value: waiting },
    { name: `front_door_${kind}_oldest_seconds`, labels, value: oldestSeconds },
  ];
}
