import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';

let child: ChildProcess | null = null;

afterEach(() => {
  child?.kill('SIGKILL');
});

/** How a process ended that watches over itself, and what it said last. */
async function endOf(how: 'loop' | 'busy') {
  const process = spawn(globalThis.process.execPath, ['test/support/process-stall.mjs', how], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child = process;
  const [said] = await Promise.all([text(process.stderr), once(process, 'exit')]);
  return { said, code: process.exitCode, signal: process.signalCode };
}

describe('a process that has come to nothing', () => {
  it('says so and ends', async () => {
    const { said, signal } = await endOf('loop');

    expect(signal).toBe('SIGKILL');
    expect(JSON.parse(said)).toMatchObject({ level: 'error', message: { event: 'process.stalled' } });
  }, 20_000);

  it('is not one that only has much to do', async () => {
    expect(await endOf('busy')).toEqual({ said: '', code: 0, signal: null });
  }, 20_000);
});
