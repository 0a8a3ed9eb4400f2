/** Something that decides cases and is timed. */
export interface Contender {
  readonly name: string;
  /** Decides so many cases and gives a number that depends on all of them, so that none can be left out. */
  run(count: number): number | Promise<number>;
  /** Cases it decides at once, where that is more than one. */
  readonly atOnce?: number;
  /** In how many of the checked cases it decided otherwise than ours: with any the comparison is void. */
  readonly different: number;
  readonly checked: number;
}
