import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { localDateOf } from '#deadlines';
import { readVignettes, type Vignette } from '../standalone/demo-referrals.ts';
import { startStandalone } from '../standalone/start-standalone.ts';
import { compareVignette, type Proposed } from './compare-vignette.ts';
import { DemoClient } from './demo-client.ts';
import { dataFolder } from './partner-token.ts';
import { setting } from './setting.ts';
import { tryVignette } from './try-vignette.ts';
import { reportVignettes, type Result } from './vignette-report.ts';

const PATIENCE_MS = 15_000;

/**
 * Sends England's vignettes through the API and waits for the proposals; tries those of the other nations on their own
 * nation's rules, since one service serves authorities of one nation; and prints how they compare. Uses the service at
 * FRONT_DOOR_URL, or starts one of its own on a fresh database. Fails below the bar of
 * domain pack 5.2.
 */
export async function runVignettes(): Promise<number> {
  const url = setting('FRONT_DOOR_URL');
  if (url !== undefined) return compareAll(new DemoClient(url, dataFolder()));
  const folder = await mkdtemp(path.join(tmpdir(), 'front-door-vignettes-'));
  const port = String(20_000 + (process.pid % 20_000));
  const standalone = await startStandalone({ DATA_DIR: folder, PORT: port, NODE_ENV: 'test', SEED: 'agencies' });
  try {
    return await compareAll(new DemoClient(standalone.environment.PUBLIC_URL, folder));
  } finally {
    await standalone.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compareAll(client: DemoClient): Promise<number> {
  const today = localDateOf(Date.now());
  const vignettes = readVignettes(today);
  const results: Result[] = [];
  for (const vignette of vignettes) {
    const isServed = vignette.nation === 'england';
    const proposed = isServed ? await proposalFor(client, vignette) : highest(tryVignette(vignette, today));
    results.push({ vignette, proposed, comparison: compareVignette(vignette, proposed) });
  }
  const { text, isSafe } = reportVignettes(results);
  process.stdout.write(text);
  return isSafe ? 0 : 1;
}

/** A vignette may be about several children; the highest proposal is what the referral gets. */
async function proposalFor(client: DemoClient, vignette: Vignette): Promise<Proposed> {
  const key = `vignette-${vignette.id}-${randomUUID()}`;
  const { reference } = await client.asAgency<{ reference: string }>(
    vignette.agency,
    '/api/v1/referrals',
    vignette.referral,
    key,
  );
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const list = await client.asManager<{ cases: { proposed: Proposed | null }[] }>(
      `/api/v1/cases?reference=${reference}`,
    );
    const proposed = list.cases.map((found) => found.proposed).filter((one): one is Proposed => one !== null);
    if (proposed.length === list.cases.length) return highest(proposed);
    await setTimeout(50);
  }
  throw new Error(`${vignette.id} was not proposed within ${PATIENCE_MS / 1000} s.`);
}

function highest(proposed: readonly Proposed[]): Proposed {
  const order = ['universal', 'early_help', 'statutory'];
  const [first] = [...proposed].sort((a, b) => order.indexOf(b.pathway) - order.indexOf(a.pathway));
  if (first === undefined) throw new Error('A referral has at least one case.');
  return first;
}
