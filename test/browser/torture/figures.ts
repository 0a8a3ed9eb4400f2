import { KILLED, type Loss, type Round } from './torture-round.ts';

/** The outcome of a run in lines, to be printed. */
export function figuresOf(rounds: readonly Round[], stored: number): string {
  const losses = rounds.flatMap((round) => round.losses);
  const typed = rounds.reduce((sum, round) => sum + round.typed, 0);
  const sends = rounds.reduce((sum, round) => sum + round.sends, 0);
  const lines = KILLED.map((killed) =>
    lineOf(
      killed,
      losses.filter((loss) => loss.killed === killed),
    ),
  );
  return [
    `Form torture: ${String(rounds.length)} referrals, ${String(losses.length)} kills while typing, ${String(typed)} characters kept.`,
    ...lines,
    `Sent ${String(sends)} times; stored ${String(stored)}, of ${String(rounds.length)}: ${String(stored - rounds.length)} doubled or lost.`,
    '',
  ].join('\n');
}

function lineOf(killed: string, losses: readonly Loss[]): string {
  const characters = losses.map((loss) => loss.characters);
  const seconds = losses.map((loss) => loss.seconds);
  const altered = losses.filter(({ isWhole }) => !isWhole).length;
  const worst = (values: readonly number[]): number => Math.max(0, ...values);
  const mean = characters.reduce((sum, each) => sum + each, 0) / Math.max(1, losses.length);
  return `  ${killed.padEnd(8)} ${String(losses.length).padStart(4)} kills: lost ${mean.toFixed(1)} characters on average, ${String(worst(characters))} at most; typed at most ${worst(seconds).toFixed(1)} s before; ${String(altered)} altered`;
}
