import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { SealAudit, SealingModule } from '#audit';
import { AUTHORITY, BENCH_KEYS, benchContext } from './context.ts';

/** Seals as the worker does, in a process of its own as there. */
export function startSealer(engineUrl: string): ChildProcess {
  const env = { ...process.env, ...BENCH_KEYS, BENCH_ENGINE_URL: engineUrl };
  return spawn(process.execPath, [process.argv[1] ?? '', 'sealer'], { env, stdio: 'inherit' });
}

/** What that process does until it is stopped. */
export async function sealUntilStopped(): Promise<void> {
  const context = await benchContext(process.env['BENCH_ENGINE_URL'] ?? '', [SealingModule]);
  const sealer = context.get(SealAudit, { strict: false });
  const stopping = new AbortController();
  process.once('SIGTERM', () => {
    stopping.abort();
  });
  while (!stopping.signal.aborted) {
    while (await sealer.execute(AUTHORITY));
    await sleep(250, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
  await context.close();
}
