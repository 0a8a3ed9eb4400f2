import type { Vignette } from '../standalone/demo-referrals.ts';
import type { Comparison, Proposed } from './compare-vignette.ts';

export interface Result {
  readonly vignette: Vignette;
  readonly proposed: Proposed;
  readonly comparison: Comparison;
}

/** The table and its sums. Safe means: nothing under-triaged, and every red case proposed statutory. */
export function reportVignettes(results: readonly Result[], known: number): { text: string; isSafe: boolean } {
  const agreeing = results.filter(({ comparison }) => comparison.pathway === 'agree').length;
  const urgencyAgreeing = results.filter(({ comparison }) => comparison.urgency === 'agree').length;
  const under = results.filter(({ comparison }) => comparison.pathway === 'under' || comparison.urgency === 'under');
  const over = results.filter(({ comparison }) => comparison.pathway === 'over').length;
  const missedRed = results.filter(
    ({ vignette, proposed }) => isRed(vignette) && (proposed.pathway !== 'statutory' || proposed.urgency !== 'red'),
  );
  const lines = [
    row('case', 'expected', 'proposed', 'pathway', 'urgency'),
    ...results.map(({ vignette, proposed, comparison }) =>
      row(
        vignette.id,
        `${vignette.expected.pathways.join('/')} ${vignette.expected.urgencies.join('/')}`,
        `${proposed.pathway} ${proposed.urgency}`,
        comparison.pathway,
        comparison.urgency,
      ),
    ),
    '',
    `Pathway agreement ${share(agreeing, results.length)}, over-triage ${over}; urgency agreement ${share(urgencyAgreeing, results.length)}.`,
    `Under-triage: ${under.length}. Red cases not proposed statutory and red: ${missedRed.length}.`,
    `${known - results.length} vignettes of other nations wait for their nation packs.`,
  ];
  return { text: `${lines.join('\n')}\n`, isSafe: under.length === 0 && missedRed.length === 0 };
}

function isRed(vignette: Vignette): boolean {
  return vignette.expected.urgencies.every((urgency) => urgency === 'red');
}

function row(id: string, expected: string, proposed: string, pathway: string, urgency: string): string {
  return [id.padEnd(6), expected.padEnd(34), proposed.padEnd(22), pathway.padEnd(9), urgency].join('').trimEnd();
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / whole).toFixed(0)} %)`;
}
