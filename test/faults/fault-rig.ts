import type { Environment } from '#platform';
import { connectOnce, loadEnvironment } from '#platform';
import { RegisterAgencies } from '#intake';
import { DEMO_AUTHORITY } from '../../apps/standalone/demo-staff.ts';
import { freePort } from '../support/process-port.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { HIGH_LIMITS } from '../support/test-limits.ts';
import { startIssuer, type TestIssuer } from '../support/test-issuer.ts';
import type { Receipts } from './check/findings.ts';
import { FaultLog } from './fault-log.ts';
import { Deciders } from './load/deciders.ts';
import { Partner } from './load/partner.ts';
import { RetryingClient } from './load/retrying-client.ts';
import { pause } from './pause.ts';
import { SupervisedProcess } from './supervised-process.ts';
import { Watch } from './watch.ts';
import type { World } from './world.ts';

/** The service as it is deployed, an API and two workers in processes of their own, and people and systems that use it. */
export interface FaultRig<Its extends World = World> {
  readonly world: Its;
  /** Folder of the built service that the processes run. */
  readonly build: string;
  readonly api: SupervisedProcess;
  readonly workers: readonly SupervisedProcess[];
  readonly client: RetryingClient;
  readonly deciders: Deciders;
  readonly faults: FaultLog;
  /** How many cases wait for their proposal, as seen a moment ago. */
  readonly watch: Watch;
  readonly url: string;
  /** Bearer tokens, by the demonstration's names. */
  staffToken(id: string): Promise<string>;
  agencyToken(id: string): Promise<string>;
  /** What senders and social workers hold in hands. */
  receipts(): Receipts;
  /** A further API beside the first, at an address of its own; ready when this resolves. */
  furtherApi(): Promise<{ readonly process: SupervisedProcess; readonly url: string }>;
  /** Waits until everything stored is proposed or in a person's hands; resolves to the milliseconds that took. */
  settled(withinMs: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * How long a test waits for the last proposal after the last fault. The aim is 10 s; each scenario prints what it took,
 * because a busy machine must make a figure worse and not a test fail.
 */
export const PATIENCE_MS = 120_000;
/** Nobody waits so long on a machine that does something else beside. */
const STARTS_WITHIN_MS = 180_000;
/** More cases than this in the queue, and senders wait. */
const MOST_WAITING = 200;
const WORKERS = 2;
const AGENCY = 'larkbridge-primary';
const DECIDERS = ['social-worker', 'social-worker-2', 'manager'];

/** Starts everything around `world`, which is closed with the rig. */
export async function startFaultRig<Its extends World>(world: Its, build = 'dist'): Promise<FaultRig<Its>> {
  const issuer = await startIssuer();
  const place: Place = { world, build, issuer, started: [] };
  const api = await startApi(place);
  await registerAgencies(loadEnvironment(api.settings), world);
  const workers = Array.from({ length: WORKERS }, () => started(place, 'worker', settingsOf(place)));
  const faults = new FaultLog();
  for (const process of [api.process, ...workers]) faults.watch(process);
  const outside = await outsideOf(place, api);
  const { client, deciders, watch } = outside;
  const close = (): Promise<void> => closeAll(place, outside);
  await orClose(ready(api).then(outside.begin), close);
  return {
    ...{ world, build, api: api.process, workers, client, deciders, faults, watch, url: api.url },
    staffToken: (id) => issuer.staffToken(id),
    agencyToken: (id) => issuer.agencyToken(id),
    receipts: outside.receipts,
    furtherApi: async () => ready(await startApi(place)),
    settled: (withinMs) => untilSettled(watch, place.started, withinMs),
    close,
  };
}

/** Everybody who uses the service, and who watches. */
interface Outside {
  readonly client: RetryingClient;
  readonly deciders: Deciders;
  readonly partner: Partner;
  readonly watch: Watch;
  readonly receipts: () => Receipts;
  /** What has to be said to a service before it is used. */
  readonly begin: () => Promise<void>;
}

async function outsideOf({ issuer, world }: Place, { url }: ServedApi): Promise<Outside> {
  const school = await issuer.agencyToken(AGENCY);
  const watch = new Watch(world.database.adminUrl);
  const client = new RetryingClient(url, school);
  client.mayNotSend = () => watch.waiting > MOST_WAITING;
  const deciders = new Deciders(url, await tokensOf(issuer, DECIDERS));
  const partner = await Partner.start();
  return {
    ...{ client, deciders, partner, watch },
    receipts: () => ({
      referrals: [...client.acknowledged],
      decisions: [...deciders.decided],
      told: () => partner.told(),
    }),
    begin: () => partner.register(url, school),
  };
}

async function closeAll({ started: processes, issuer, world }: Place, outside: Outside): Promise<void> {
  const { client, deciders, partner, watch } = outside;
  await Promise.all([client.stop(), deciders.stop()]);
  await Promise.all(processes.map((one) => one.stop()));
  await watch.close();
  partner.close();
  issuer.close();
  await world.close();
}

/** What does not come up leaves nothing behind. */
async function orClose(coming: Promise<unknown>, close: () => Promise<void>): Promise<void> {
  try {
    await coming;
  } catch (error: unknown) {
    await close();
    throw error;
  }
}

interface Place {
  readonly world: World;
  readonly build: string;
  readonly issuer: TestIssuer;
  /** Every process, so that none is left behind. */
  readonly started: SupervisedProcess[];
}

interface ServedApi {
  readonly process: SupervisedProcess;
  readonly url: string;
  readonly settings: Record<string, string>;
}

function settingsOf({ world }: Place): Record<string, string> {
  return { NODE_ENV: 'test', ...TEST_KEYS, ...HIGH_LIMITS, WEBHOOKS_ALLOW_LOOPBACK: 'on', ...world.settings };
}

async function startApi(place: Place): Promise<ServedApi> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const own = { PORT: String(port), PUBLIC_URL: url, OIDC_ISSUER: place.issuer.url };
  const settings = { ...settingsOf(place), ...own };
  return { process: started(place, 'api', settings), url, settings };
}

function started(place: Place, app: 'api' | 'worker', settings: Record<string, string>): SupervisedProcess {
  const process = new SupervisedProcess(`${place.build}/apps/${app}/main.js`, settings);
  place.started.push(process);
  return process;
}

async function registerAgencies(environment: Environment, { database }: World): Promise<void> {
  const connection = await connectOnce(environment, database.apiUrl);
  await new RegisterAgencies(connection).execute(DEMO_AUTHORITY);
  await connection.onApplicationShutdown();
}

async function tokensOf(issuer: TestIssuer, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const tokens = people.map(async (who): Promise<[string, string]> => [who, await issuer.staffToken(who)]);
  return new Map(await Promise.all(tokens));
}

async function ready(api: ServedApi): Promise<ServedApi> {
  const until = performance.now() + STARTS_WITHIN_MS;
  while (performance.now() < until) {
    const answer = await fetch(`${api.url}/health/ready`).catch(() => null);
    if (answer?.ok === true) return api;
    await pause(50);
  }
  throw new Error(`The API did not become ready:\n${api.process.lastWords()}`);
}

async function untilSettled(watch: Watch, processes: readonly SupervisedProcess[], withinMs: number): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const waiting = await watch.countNow();
    const tookMs = performance.now() - startedAt;
    if (waiting === 0) return tookMs;
    if (tookMs > withinMs) {
      const words = processes.map((one) => one.lastWords().slice(-600)).join('\n');
      throw new Error(`${waiting ?? 'Unknown'} cases were not proposed within ${String(withinMs)} ms.\n${words}`);
    }
    await pause(50);
  }
}
