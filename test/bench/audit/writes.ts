import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { type AuditTrail } from '#audit';
import type { Actor } from '#domain';
import { IntakeModule, RegisterAgencies, SubmitReferral } from '#intake';
import { Outbox } from '#outbox';
import { CLOCK, Database, sql } from '#platform';
import { ArrivalRepository } from '../../../libs/intake/store/arrival.repository.ts';
import { median } from '../support/median.ts';
import { readable, table } from '../support/table.ts';
import type { BenchDatabase } from './bench-database.ts';
import { AUTHORITY, benchContext, fourKilobytes } from './context.ts';
import { startSealer } from './sealer-process.ts';

const WRITERS = [1, 16, 64] as const;
const AIM = 0.85;

interface Plan {
  readonly rounds: number;
  readonly seconds: number;
}

interface Round {
  readonly withAudit: number;
  readonly without: number;
  readonly lagMs: number;
}

const actor = {
  id: 'bench',
  kind: 'partner_system',
  name: 'Bench',
  roles: ['referrer'],
  authorityId: AUTHORITY,
  agencyId: 'larkbridge-primary',
  teams: [],
  homePostcode: null,
  registration: null,
} as unknown as Actor;

/** Referrals stored per second, the whole transaction of the service, with audit and sealing and without either. */
export async function measureWrites(database: BenchDatabase, plan: Plan): Promise<void> {
  const context = await benchContext(database.apiUrl, [IntakeModule]);
  await context.get(RegisterAgencies, { strict: false }).execute(AUTHORITY);
  const sealer = startSealer(database.engineUrl);
  const audited = context.get(SubmitReferral, { strict: false });
  const silent = unaudited(context);
  const rows: string[][] = [];
  for (const writers of WRITERS) {
    await run(audited, writers, 0.5);
    // As autovacuum does within a minute: plans made for empty tables must not stand.
    await database.query('ANALYZE');
    const rounds: Round[] = [];
    for (let round = 0; round < plan.rounds; round += 1) {
      const lag = watchLag(context.get(Database, { strict: false }));
      const withAudit = await run(audited, writers, plan.seconds);
      const lagMs = await lag.stop();
      // Asking costs too: both are asked.
      const sameLoad = watchLag(context.get(Database, { strict: false }));
      const without = await run(silent, writers, plan.seconds);
      await sameLoad.stop();
      rounds.push({ withAudit, without, lagMs });
    }
    rows.push(rowOf(writers, rounds));
  }
  sealer.kill('SIGTERM');
  await once(sealer, 'exit');
  await context.close();
  console.log(`Referrals of 4 KB stored per second, ${plan.rounds} interleaved rounds of ${plan.seconds} s, medians`);
  console.log(`${table(['writers', 'with', 'without', 'ratio', 'lowest', 'highest', 'lag ms, worst'], rows)}\n`);
}

function rowOf(writers: number, rounds: readonly Round[]): string[] {
  const ratios = rounds.map((round) => round.withAudit / round.without);
  const ratio = median(ratios);
  const verdict = writers === 64 ? ` (aim ${AIM}: ${ratio >= AIM ? 'met' : 'NOT met'})` : '';
  return [
    String(writers),
    readable(median(rounds.map((round) => round.withAudit))),
    readable(median(rounds.map((round) => round.without))),
    `${ratio.toFixed(3)}${verdict}`,
    Math.min(...ratios).toFixed(3),
    Math.max(...ratios).toFixed(3),
    readable(Math.max(...rounds.map((round) => round.lagMs))),
  ];
}

/** The same use case with a trail that writes nothing. */
function unaudited(context: INestApplicationContext): SubmitReferral {
  const silentTrail = { append: () => Promise.resolve() } as unknown as AuditTrail;
  return new SubmitReferral(
    context.get(Database, { strict: false }),
    context.get(ArrivalRepository, { strict: false }),
    silentTrail,
    context.get(Outbox, { strict: false }),
    context.get(CLOCK, { strict: false }),
  );
}

/** Transactions per second while so many writers each send one after the other. */
async function run(submit: SubmitReferral, writers: number, seconds: number): Promise<number> {
  const started = performance.now();
  const until = started + seconds * 1_000;
  let count = 0;
  const writer = async (): Promise<void> => {
    while (performance.now() < until) {
      await submit.execute({ actor, ...fourKilobytes(), idempotencyKey: null });
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return (count * 1_000) / (performance.now() - started);
}

/** Longest that any event was seen to wait for its seal; `stop` waits until none does. */
function watchLag(database: Database): { stop(): Promise<number> } {
  let worst = 0;
  const stopping = new AbortController();
  const watching = (async () => {
    for (;;) {
      const waiting = await oldestWaiting(database);
      worst = Math.max(worst, waiting ?? 0);
      if (stopping.signal.aborted && waiting === null) return;
      await sleep(100);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
      return worst;
    },
  };
}

async function oldestWaiting(database: Database): Promise<number | null> {
  const [row] = await database.inTransaction({ authorityId: AUTHORITY }, (tx) =>
    sql<{ ms: number | null }>(tx, OLDEST, [AUTHORITY]),
  );
  return row?.ms ?? null;
}

const OLDEST = `SELECT (extract(epoch FROM clock_timestamp() - min(occurred_at)) * 1000)::float8 AS ms FROM audit_event e
  WHERE authority_id = $1 AND xid >= coalesce((SELECT cursor_xid FROM audit_tree_head WHERE authority_id = $1
      ORDER BY tree_size DESC LIMIT 1), '0')
    AND (SELECT true FROM audit_leaf l WHERE l.event_id = e.id) IS NULL`;
