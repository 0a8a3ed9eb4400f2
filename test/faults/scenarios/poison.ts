import { randomUUID } from 'node:crypto';
import { strangers } from '../load/strangers.ts';
import { pause } from '../pause.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { untilServing } from '../supervised-process.ts';

const LOOKS = 1_800;
/** Little memory is soon used up, and a process that stands still is soon ended; every time, whatever chance others left. */
const SOON = {
  STALL_LIMIT_MS: '2000',
  CLAIM_LEASE_MS: '1000',
  NODE_OPTIONS: '--max-old-space-size=200',
  CRASH_CHANCE: '1',
};
const HARMLESS = {
  CRASH_POINTS: '',
  CRASH_WAY: 'kill',
  STALL_LIMIT_MS: '10000',
  CLAIM_LEASE_MS: '2000',
  NODE_OPTIONS: '',
};
/** One worker never comes back from it, the other one takes all memory. */
const WAYS = ['loop', 'allocate'] as const;

const POISONS = [unreadable, deadly];

/** What keeps throwing, never ends or takes all memory comes to a person, with its reason; what is sound goes on beside it. */
export const poison: Scenario = {
  fault: 'F17',
  name: 'poison',
  what: 'referrals that throw, never end or take all memory, among sound ones',
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 2, long: 40 },
  run: async (stage) => {
    for (let done = 0; done < stage.faults; done += 1) await POISONS[done % POISONS.length]?.(stage);
    stage.remark('each was in a person’s hands with its reason after five tries');
  },
};

/** A document that cannot be opened throws at every try. The key comes back later: the log vouches for it. */
async function unreadable(stage: Stage): Promise<void> {
  const { world, workers } = stage.rig;
  const [reference = ''] = await referralUntouched(stage);
  const keys = await world.database.query<{ key: object }>('admin', TAKE_KEY, [reference]);
  await stage.cause(() => {
    for (const worker of workers) worker.signal('SIGCONT');
    return Promise.resolve();
  });
  await untilHandedOver(stage, reference);
  for (const { key } of keys) await world.database.query('admin', PUT_KEY_BACK, [JSON.stringify(key)]);
}

/** Whoever evaluates this case does not come back from it, again and again. */
async function deadly(stage: Stage): Promise<void> {
  const { workers } = stage.rig;
  const [reference = '', id = ''] = await referralUntouched(stage);
  for (const [index, worker] of workers.entries()) {
    const way = WAYS[index % WAYS.length] ?? 'loop';
    worker.rearm({ ...SOON, CRASH_POINTS: `triage.evaluated@${id}`, CRASH_WAY: way });
    worker.signal('SIGKILL');
  }
  await untilHandedOver(stage, reference);
  for (const worker of workers) {
    worker.rearm(HARMLESS);
    worker.signal('SIGKILL');
  }
  await untilServing(...workers);
}

/** About one child, and nobody has proposed for it, because all workers stand still: its reference and the id of its case. */
async function referralUntouched({ rig: { client, world, workers } }: Stage): Promise<string[]> {
  for (const worker of workers) worker.signal('SIGSTOP');
  const referral = strangers(client.acknowledged.length);
  const children = referral.children.slice(0, 1);
  const { reference } = await client.insist(randomUUID(), JSON.stringify({ ...referral, children }));
  const cases = await world.database.query<{ id: string }>('admin', CASES, [reference]);
  return [reference, ...cases.map(({ id }) => id)];
}

async function untilHandedOver({ rig: { world }, wrong }: Stage, reference: string): Promise<void> {
  const isOpen = async (): Promise<boolean> => (await world.database.query('admin', OPEN, [reference])).length > 0;
  for (let looks = 0; looks < LOOKS && (await isOpen()); looks += 1) await pause(100);
  if (await isOpen()) wrong(`${reference}: no person was given it`);
  const [row] = await world.database.query<{ told: number }>('admin', TOLD, [reference]);
  if ((row?.told ?? 0) === 0) wrong(`${reference}: given up on without an entry in the log`);
}

const OF = '(SELECT id FROM referral WHERE reference = $1)';
const CASES = `SELECT id FROM case_record WHERE referral_id = ${OF}`;
const TAKE_KEY = `DELETE FROM record_key k WHERE referral_id = ${OF} RETURNING to_jsonb(k) AS key`;
const PUT_KEY_BACK = 'INSERT INTO record_key SELECT * FROM jsonb_populate_record(NULL::record_key, $1::jsonb)';
const OPEN = `SELECT 1 FROM case_record WHERE referral_id = ${OF} AND current_run_id IS NULL AND triage_failure IS NULL`;
const TOLD = `SELECT count(*)::int AS told FROM audit_event WHERE action = 'case.triage_failed' AND referral_id = ${OF}`;
