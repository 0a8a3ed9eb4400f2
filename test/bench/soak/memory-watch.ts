import type { BenchProcess } from '../support/service/bench-process.ts';

interface Reading {
  readonly minute: number;
  readonly megabytes: number;
}

/** Reads the resident memory of a process every few seconds until it is stopped. */
export class MemoryWatch {
  private readonly readings: Reading[] = [];
  private readonly startedAt = performance.now();
  private readonly timer: NodeJS.Timeout;

  constructor(watched: BenchProcess, everyMs = 5_000) {
    this.timer = setInterval(() => {
      const minute = (performance.now() - this.startedAt) / 60_000;
      this.readings.push({ minute, megabytes: watched.residentMegabytes() });
    }, everyMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** MB a minute from so many minutes on. */
  slopeFrom(minute: number): number {
    return slopeOf(this.readings.filter((reading) => reading.minute >= minute));
  }

  /** The most at once, in MB. */
  get most(): number {
    return Math.max(...this.readings.map(({ megabytes }) => megabytes));
  }
}

/** Of the straight line that lies closest (least squares); `NaN` of fewer than two readings. */
export function slopeOf(readings: readonly Reading[]): number {
  const count = readings.length;
  const [x, y] = [
    readings.reduce((sum, { minute }) => sum + minute, 0) / count,
    readings.reduce((sum, { megabytes }) => sum + megabytes, 0) / count,
  ];
  const above = readings.reduce((sum, { minute, megabytes }) => sum + (minute - x) * (megabytes - y), 0);
  const below = readings.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
  return above / below;
}
