/**
 * `npm run bench -- figures [cases] [rounds]`: what it costs to read every figure for Prometheus once, with a thousand cases
 * beside a million, and on the million once more with everything undone: events not sealed, cases and messages waiting.
 */
import pg from 'pg';
import { connectOnce, type Database, type Environment, EventLog, requiredSetting } from '#platform';
import { WorkFigures } from '../../apps/worker/work-figures.ts';
import { secondsSoFar } from './support/machine.ts';
import type { Aim } from './support/suite/figure.ts';
import { inTurns, type Sample, say } from './support/suite/in-turns.ts';
import { BenchReport, benchArguments } from './support/suite/report.ts';
import { readable } from './support/table.ts';
import { fillCases } from './worklist/fill.ts';
import { type Site, startSites } from './worklist/sites.ts';

const [cases = 1_000_000, rounds = 20] = benchArguments().map(Number);
const FEW = 1_000;
const report = new BenchReport(
  'figures',
  'What one reading of every figure for Prometheus costs, as the engine, one connection.',
);

const sites = await startSites();
try {
  const small = await sites.start();
  await fillCases(small, { open: FEW, cases: FEW });
  const large = await sites.start();
  await fillCases(large, { open: Math.min(50_000, cases), cases });
  await settle(small);
  await settle(large);
  say(`Filled after ${secondsSoFar()}`);
  await compare(`${readable(cases)} cases, nothing waits`, small, large, { atMost: 1.5 });
  await undo(large);
  await compare(`${readable(cases)} cases, everything waits`, small, large, null);
  await report.write();
} finally {
  await sites.stop();
}

async function compare(group: string, small: Site, large: Site, aim: Aim | null): Promise<void> {
  const [few, many] = await Promise.all([small, large].map(({ web }) => connect(web.environment)));
  if (few === undefined || many === undefined) throw new Error('Two sites make two connections.');
  const contenders = { [`${readable(FEW)} cases`]: () => timed(few), [group]: () => timed(many) };
  await inTurns('to warm up', contenders, 3);
  const turns = await inTurns('all figures', contenders, rounds);
  await Promise.all([few, many].map((database) => database.onApplicationShutdown()));
  report.watched(turns);
  for (const name of Object.keys(contenders)) report.add(turns.figure(name, 'all figures', 'ms'));
  report.add(turns.ratio(group, `${readable(FEW)} cases`, 'all figures', aim));
}

function connect(environment: Environment): Promise<Database> {
  return connectOnce(environment, requiredSetting(environment, 'ENGINE_DATABASE_URL'));
}

/** A new reader has nothing to share; asked again until it has all, since one scrape waits for a second only. */
async function timed(database: Database): Promise<Sample> {
  const figures = new WorkFigures(database, new EventLog(), { now: () => new Date() });
  const began = performance.now();
  for (;;) {
    const readings = await figures.read();
    if (readings.some(({ name }) => name === 'front_door_outbox_waiting')) break;
  }
  return { 'all figures': performance.now() - began };
}

/** Copies of audit events stand in no log: a leaf for each, and nothing is due. */
function settle(site: Site): Promise<void> {
  return asAdmin(
    site,
    `INSERT INTO audit_leaf (authority_id, position, event_id)
       SELECT authority_id, 1000000 + row_number() OVER (), id FROM audit_event e
       WHERE NOT EXISTS (SELECT 1 FROM audit_leaf l WHERE l.event_id = e.id);
     UPDATE audit_tree_head SET cursor_xid = pg_current_xact_id();
     UPDATE case_clock SET next_escalation_at = NULL;
     UPDATE case_record SET next_due_at = now() + interval '1 day' WHERE open;
     VACUUM ANALYZE`,
  );
}

/** As after hours without a worker. */
function undo(site: Site): Promise<void> {
  return asAdmin(
    site,
    `TRUNCATE audit_leaf;
     UPDATE audit_tree_head SET cursor_xid = '0';
     UPDATE case_record SET urgency = NULL, next_due_at = now() - interval '1 day' WHERE open;
     UPDATE case_clock SET next_escalation_at = now() - interval '1 day';
     INSERT INTO outbox_message (id, authority_id, topic, lane, case_id, input_version, correlation_id)
       SELECT gen_random_uuid(), authority_id, 'triage.requested', 'standard', id, 1000, gen_random_uuid() FROM case_record;
     VACUUM ANALYZE`,
  );
}

/** One statement at a time: VACUUM stands in no transaction. */
async function asAdmin({ web }: Site, text: string): Promise<void> {
  const admin = new pg.Client({ connectionString: web.database.adminUrl });
  await admin.connect();
  await admin.query('SET session_replication_role = replica');
  for (const statement of text.split(';')) await admin.query(statement);
  await admin.end();
}
