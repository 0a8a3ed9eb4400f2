import type { Vignette } from '../standalone/demo-referrals.ts';
import type { Comparison, Proposed } from './compare-vignette.ts';

export interface Result {
  readonly vignette: Vignette;
  readonly proposed: Proposed;
  readonly comparison: Comparison;
}

const WIDTHS = [6, 18, 34, 22, 9, 0];
const LEAST_AGREEMENT = 0.9;
const MOST_OVER_TRIAGE = 0.2;

/**
 * The table and its sums. Safe means (domain pack 5.2): every red case proposed statutory and red, nothing that is
 * statutory proposed lower, agreement in at least 90 %. Over-triage of universal cases is told with its bar of 20 %.
 */
export function reportVignettes(results: readonly Result[]): { text: string; isSafe: boolean } {
  const agreeing = results.filter(({ comparison }) => comparison.pathway === 'agree').length;
  const urgencyAgreeing = results.filter(({ comparison }) => comparison.urgency === 'agree').length;
  const under = results.filter(({ comparison }) => comparison.pathway === 'under' || comparison.urgency === 'under');
  const universal = results.filter(({ vignette }) => vignette.expected.pathways.includes('universal'));
  const over = universal.filter(({ comparison }) => comparison.pathway === 'over').length;
  const missedRed = results.filter(
    ({ vignette, proposed }) => isRed(vignette) && (proposed.pathway !== 'statutory' || proposed.urgency !== 'red'),
  );
  const isEven = over < MOST_OVER_TRIAGE * Math.max(universal.length, 1);
  const lines = [
    row('case', 'nation', 'expected', 'proposed', 'pathway', 'urgency'),
    ...results.map(({ vignette, proposed, comparison }) =>
      row(
        vignette.id,
        vignette.nation,
        `${vignette.expected.pathways.join('/')} ${vignette.expected.urgencies.join('/')}`,
        `${proposed.pathway} ${proposed.urgency}`,
        comparison.pathway,
        comparison.urgency,
      ),
    ),
    '',
    `Pathway agreement ${share(agreeing, results.length)}; urgency agreement ${share(urgencyAgreeing, results.length)}.`,
    `Over-triage of universal cases: ${share(over, universal.length)}; the bar of under 20 % is ${isEven ? '' : 'not '}met.`,
    `Under-triage: ${under.length}. Red cases not proposed statutory and red: ${missedRed.length}.`,
    'England’s went through the service; the others were tried on their own nation’s rules.',
  ];
  const isGood =
    agreeing >= LEAST_AGREEMENT * results.length && over < MOST_OVER_TRIAGE * Math.max(universal.length, 1);
  const underStatutory = under.filter(({ vignette }) => !vignette.expected.pathways.some((one) => one !== 'statutory'));
  return { text: `${lines.join('\n')}\n`, isSafe: isGood && underStatutory.length === 0 && missedRed.length === 0 };
}

function isRed(vignette: Vignette): boolean {
  return vignette.expected.urgencies.every((urgency) => urgency === 'red');
}

function row(...cells: readonly string[]): string {
  return cells
    .map((cell, place) => cell.padEnd(WIDTHS[place] ?? 0))
    .join('')
    .trimEnd();
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / whole).toFixed(0)} %)`;
}
