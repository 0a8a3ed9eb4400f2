import { Worker } from 'node:worker_threads';
import type { Environment } from './config/environment.ts';

const BEAT_MS = 250;

/**
 * A thread of its own, because the one it watches runs nothing any more. It counts its looks and not the time between two
 * beats: a process that was stopped as a whole, or got no processor, goes on afterwards.
 */
const WATCH = `
const { workerData: { beats, limitMs, lookMs } } = require('node:worker_threads');
let last = -1;
let still = 0;
setInterval(() => {
  const now = Atomics.load(beats, 0);
  still = now === last ? still + 1 : 0;
  last = now;
  if (still * lookMs < limitMs) return;
  const line = { level: 'error', pid: process.pid, timestamp: Date.now(), message: { event: 'process.stalled' } };
  require('node:fs').writeSync(2, JSON.stringify(line) + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, lookMs);
`;

/**
 * Ends this process when it has come to nothing for STALL_LIMIT_MS: a computation that does not end holds up everything,
 * answers no health check and gives nothing back. What it had claimed lapses, and whoever supervises it starts it again.
 */
export function endWhenStalled({ STALL_LIMIT_MS: limitMs }: Environment): void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => Atomics.add(beats, 0, 1), BEAT_MS).unref();
  const workerData = { beats, limitMs, lookMs: 2 * BEAT_MS };
  new Worker(WATCH, { eval: true, workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();
}
