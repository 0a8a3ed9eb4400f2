import { cpus, totalmem } from 'node:os';

/** What the figures were measured on, in one line. */
export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.versions.node}, ${cpus().length} CPUs (${first?.model.trim() ?? 'not named'}), ${memory} GB`;
}

/** Seconds since the process started, for the last line. */
export function secondsSoFar(): string {
  return `${process.uptime().toFixed(0)} s in all`;
}

/** Memory that objects and buffers hold now, in MB, garbage that is not yet collected included. */
export function heldMegabytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** The same after the garbage is collected, where Node lets us. */
export function usedMegabytes(): number {
  globalThis.gc?.();
  return heldMegabytes();
}
