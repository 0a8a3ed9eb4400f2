import type { CrashPoint, CrashPoints } from '#platform';

/** What a dead process would have done next. */
class Dead extends Error {
  override readonly name = 'Dead';
}

/**
 * A process that may die at its crash points and yet be asked what it left behind: from then on nothing that it does is
 * committed, and nobody hears its answers.
 */
export class MortalProcess {
  private passesLeft = Infinity;

  constructor(points: CrashPoints) {
    points.pass = (_point: CrashPoint): void => {
      this.passesLeft -= 1;
      if (this.passesLeft <= 0) throw new Dead('This process was killed.');
    };
  }

  killAfter(passes: number): void {
    this.passesLeft = Math.min(this.passesLeft, passes);
  }

  /** The supervisor has started it again. */
  revive(): void {
    if (this.passesLeft <= 0) this.passesLeft = Infinity;
  }

  calm(): void {
    this.passesLeft = Infinity;
  }
}
