import { atLeastCounted, atLeastTwo } from './counting-kernels.ts';
import type { Block } from './span.ts';
import type { Step } from './step.ts';
import { uniteEight, uniteFour, uniteTwo } from './union-kernels.ts';

/** Runs one step for the block. */
export function runStep(block: Block, step: Step): void {
  switch (step.kind) {
    case 'uniteTwo':
      uniteTwo(block, step.at, step.from[0], step.from[1]);
      return;
    case 'uniteFour':
      uniteFour(block, step.at, step.from);
      return;
    case 'uniteEight':
      uniteEight(block, step.at, step.from);
      return;
    case 'count':
      if (step.need === 2) atLeastTwo(block, step.at, step.from);
      else atLeastCounted(block, step.at, step.from, step.need);
      return;
    default:
      step satisfies never;
  }
}
