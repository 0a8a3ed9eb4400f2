import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const TICKS_A_SECOND = 100;

/** Processor seconds: of the whole machine, and of this process with all it started. */
interface CpuSeconds {
  readonly all: number;
  readonly own: number;
}

/**
 * Watches what else the machine does. The answer is the share of its processors, from 0 to 1, that went to processes which
 * are not ours; `null` where there is no `/proc` to ask.
 */
export function watchForeignCpu(): () => number | null {
  const startedAt = performance.now();
  const before = cpuSeconds();
  return () => {
    const after = cpuSeconds();
    if (before === null || after === null) return null;
    const foreign = after.all - before.all - (after.own - before.own);
    const available = ((performance.now() - startedAt) / 1_000) * cpus().length;
    return Math.min(1, Math.max(0, foreign / available));
  };
}

function cpuSeconds(): CpuSeconds | null {
  try {
    const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = (
      readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
    )
      .split(/\s+/)
      .slice(1)
      .map(Number);
    const all = (user + nice + system + irq + softIrq) / TICKS_A_SECOND;
    return { all, own: ownTicks() / TICKS_A_SECOND };
  } catch {
    return null;
  }
}

/** Processor seconds that a process has used so far; `NaN` where there is no `/proc` to ask. */
export function processorSeconds(id: number): number {
  return (ticksOf(String(id))?.ticks ?? Number.NaN) / TICKS_A_SECOND;
}

interface ProcessTicks {
  readonly parent: number;
  readonly ticks: number;
}

/** With the children that ended and were waited for: their ticks stand in their parent's account. */
function ownTicks(): number {
  const processes = new Map<number, ProcessTicks>();
  for (const name of readdirSync('/proc')) {
    const read = /^\d+$/.test(name) ? ticksOf(name) : null;
    if (read !== null) processes.set(Number(name), read);
  }
  let sum = 0;
  for (const [id, { ticks }] of processes) if (descends(id, processes)) sum += ticks;
  return sum;
}

function descends(id: number, processes: ReadonlyMap<number, ProcessTicks>): boolean {
  for (let at = id; at > 1;) {
    if (at === process.pid) return true;
    at = processes.get(at)?.parent ?? 0;
  }
  return false;
}

function ticksOf(id: string): ProcessTicks | null {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name stands in brackets and may hold anything; after it: state, parent, and from the twelfth the four times.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    return null;
  }
}
