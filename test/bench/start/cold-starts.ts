import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/process-port.ts';
import type { IntakeRig } from '../intake/rig.ts';
import { BenchProcess } from '../support/service/bench-process.ts';
import { serviceSettings } from '../support/service/bench-service.ts';
import type { Contenders, Sample } from '../support/suite/in-turns.ts';

export const READY = 'start to ready';
export const IDLE = 'resident memory idle';

const SETTLE_MS = 2_000;

/** Starts one process of each kind beside those of the rig, waits until it is ready, and ends it again. */
export async function coldStarts(rig: IntakeRig): Promise<Contenders> {
  const { service, naive } = rig;
  const [port, webPort] = [await freePort(), await freePort()];
  const told = { issuer: service.issuer.url, port, url: `http://127.0.0.1:${String(port)}` };
  const settings = serviceSettings({ database: service.database }, told);
  const web = {
    ...settings.api,
    PORT: String(webPort),
    PUBLIC_URL: `http://127.0.0.1:${String(webPort)}`,
    OIDC_WEB_CLIENT_KEY: JSON.stringify(service.issuer.clientKeys['front-door-web']),
  };
  const health = (on: number) => (started: BenchProcess) =>
    started.answers(`http://127.0.0.1:${String(on)}/health/ready`);
  const naiveSettings = { ...naive.settings, PORT: String(await freePort()) };
  return {
    api: () => started('apps/api/main.js', settings.api, health(port)),
    web: () => started('apps/web/main.js', web, health(webPort)),
    worker: () => started('apps/worker/main.js', settings.worker, (one) => one.said('worker.started')),
    'naive api': () => started('test/bench/naive/api.process.js', naiveSettings, (one) => one.said('naive.listening')),
    'naive worker': () =>
      started('test/bench/naive/worker.process.js', naiveSettings, (one) => one.said('naive.started')),
  };
}

async function started(
  program: string,
  settings: Readonly<Record<string, string>>,
  isReady: (one: BenchProcess) => Promise<void>,
): Promise<Sample> {
  const startedAt = performance.now();
  const one = new BenchProcess(program, settings);
  await isReady(one);
  const tookMs = performance.now() - startedAt;
  await sleep(SETTLE_MS);
  const memory = one.residentMegabytes();
  await one.stop();
  return { [READY]: tookMs, [IDLE]: memory };
}
