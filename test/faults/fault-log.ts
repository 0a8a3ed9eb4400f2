import type { SupervisedProcess } from './supervised-process.ts';

/** When things went wrong, and how long something did not serve because of it. */
export class FaultLog {
  /** Milliseconds since 1970 of each fault. */
  readonly at: number[] = [];
  /** Milliseconds from the end of a process, or of what it needs, until it served again. */
  readonly away: number[] = [];

  note(): void {
    this.at.push(Date.now());
  }

  /** Its ends are faults from now on. */
  watch(process: SupervisedProcess): void {
    process.onEnd = () => {
      this.note();
    };
    process.onReturn = (ms) => {
      this.away.push(ms);
    };
  }
}
