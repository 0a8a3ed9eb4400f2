import type { Random } from '../bench/support/random.ts';
import type { FaultRig } from './fault-rig.ts';
import type { World } from './world.ts';

export type Backend = 'PostgreSQL' | 'Redis';

/** Who works with the service while things go wrong. */
interface Load {
  /** Systems that send referrals and repeat each until they hold a receipt. */
  readonly senders: number;
  /** What each waits after a receipt, in milliseconds. */
  readonly pauseMs: number;
  /** Social workers who decide what was proposed, one case at a time. */
  readonly deciders: number;
}

/**
 * One way in which things go wrong, and how often. The frame (`run-scenario.ts`) starts the load, calls `run`, stops the
 * load, waits until everything is proposed and has the checker look: a scenario only causes faults, and ends them.
 */
export interface Scenario<Its extends World = World> {
  /** Row of the fault matrix: `F1` to `F24`. */
  readonly fault: `F${number}`;
  /** By which `--only` finds it. */
  readonly name: string;
  /** What is done, in a line of the report. */
  readonly what: string;
  /** Each is a row of its own in a long run; a short one keeps to the first. */
  readonly backends: readonly Backend[];
  /** How many faults a short run (`npm test`) and a long one (`--full`) cause. */
  readonly faults: { readonly short: number; readonly long: number };
  /** Left out, `USUAL_LOAD`. */
  readonly load?: Load;
  /** Databases, proxies and settings of its own. Left out, the scenario shares a rig with its neighbours. */
  readonly world?: (backend: Backend) => Promise<Its>;
  /** Leaves that world as it found it: the next scenario with the same function goes on in it. */
  readonly sharesWorld?: boolean;
  /** Part of `npm test` also without `FAULTS=all`: the faults that are met most often. */
  readonly inEveryRun?: boolean;
  /** Too slow, or too much to ask of the machine, for `npm test`. */
  readonly longOnly?: boolean;
  /** Takes hours: run where `--only` names it, and not among all. */
  readonly onlyByName?: boolean;
  /** Why it cannot run on this machine, in plain words; `null` when it can. */
  readonly missing?: () => string | null;
  /** Whether clocks of processes are moved: then times that they wrote down measure nothing. */
  readonly movesClocks?: boolean;
  /** Causes `stage.faults` faults under load, and leaves everything running when it resolves. */
  run(stage: Stage<Its>): Promise<void>;
}

/** What a scenario has in its hands. */
export interface Stage<Its extends World = World> {
  readonly rig: FaultRig<Its>;
  /** From the seed of the run; with a seed given again the same is drawn. */
  readonly random: Random;
  readonly faults: number;
  readonly isLong: boolean;
  /**
   * Causes one fault and notes when. Only for what is no end of a supervised process: that notes itself, whoever ended
   * it (`rig.faults`).
   */
  readonly cause: (fault: () => unknown) => Promise<void>;
  /** How long the service did not serve because of a fault, in milliseconds. Supervised processes note it themselves. */
  readonly servedAgainAfter: (ms: number) => void;
  /** Something that must not be; ends up in the row, which is then not clean. */
  readonly wrong: (what: string) => void;
  /** A figure or a remark for the row. */
  readonly remark: (what: string) => void;
  /** Waits until so many faults were counted in this scenario; after `withinMs` it says how many there were and goes on. */
  readonly untilFaults: (wanted: number, withinMs: number) => Promise<void>;
}

export const USUAL_LOAD: Load = { senders: 2, pauseMs: 100, deciders: 1 };
/** For faults that may be short: something comes in while they last. */
export const STEADY_LOAD: Load = { senders: 3, pauseMs: 40, deciders: 1 };
