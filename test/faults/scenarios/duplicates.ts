import { randomUUID } from 'node:crypto';
import type { Answered } from '../load/retrying-client.ts';
import { childrenOf, strangers } from '../load/strangers.ts';
import type { FaultRig } from '../fault-rig.ts';
import type { Scenario, Stage } from '../scenario.ts';

const AT_ONCE = 50;

/** Nothing fails here but the sender, who presses the button fifty times at once. */
export const duplicates: Scenario = {
  fault: 'F15',
  name: 'duplicates',
  inEveryRun: true,
  what: `${String(AT_ONCE)} equal submissions at once; the same key with another body; the same child under another key`,
  backends: ['PostgreSQL', 'Redis'],
  faults: { short: 3, long: 200 },
  run: async ({ rig, faults, cause, wrong }) => {
    for (let done = 0; done < faults; done += 1) await cause(() => sendOften(rig, done, wrong));
  },
};

async function sendOften(rig: FaultRig, number: number, wrong: Stage['wrong']): Promise<void> {
  const { client, world } = rig;
  const key = randomUUID();
  const document = strangers(number);
  const body = JSON.stringify(document);
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => client.insist(key, body)));
  for (const what of notOne(answers)) wrong(what);
  const [row] = await world.database.query<{ referrals: number; cases: number }>('admin', STORED, [key]);
  if (row?.referrals !== 1 || row.cases !== childrenOf(number)) wrong(`${key}: stored as ${JSON.stringify(row)}`);

  const other = await client.insist(key, JSON.stringify({ ...document, strengths: 'Another text.' }));
  if (other.status !== 409) wrong(`the key of another body: ${String(other.status)}`);

  const again = await client.insist(randomUUID(), body);
  if (again.status !== 201 || again.reference === answers[0]?.reference)
    wrong(`the same child: ${String(again.status)}`);
}

/** Each has the same receipt, and none was told that something is wrong. */
function notOne(answers: readonly Answered[]): string[] {
  const references = new Set(answers.map(({ reference }) => reference));
  const refused = answers.filter(({ status }) => status >= 300).map(({ status }) => status);
  return [
    ...(references.size === 1 ? [] : [`${String(references.size)} receipts for one key`]),
    ...(refused.length === 0 ? [] : [`answers to one key: ${refused.join(' ')}`]),
  ];
}

const STORED = `SELECT count(DISTINCT r.id)::int AS referrals, count(c.id)::int AS cases
  FROM referral r LEFT JOIN case_record c ON c.referral_id = r.id WHERE r.idempotency_key = $1`;
