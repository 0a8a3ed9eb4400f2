/**
 * A process that ends itself when it has come to nothing for a second, and nothing else. `loop`: comes to nothing.
 * `busy`: computes for four seconds, a good part of a second at a time, and has to end by itself.
 */
import { endWhenStalled } from '#platform';

const TURN_MS = 600;
const TURNS = 7;

endWhenStalled({ STALL_LIMIT_MS: 1_000 });

function compute(milliseconds) {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

function computeInTurns(left) {
  compute(TURN_MS);
  // A pause, as between two jobs: timers have their turn.
  if (left > 1) setTimeout(() => computeInTurns(left - 1), 1);
}

if (process.argv[2] === 'loop') compute(Infinity);
else computeInTurns(TURNS);
