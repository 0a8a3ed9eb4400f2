import { readable } from '../table.ts';
import { aimInWords, type Figure, isMet, summaryOf } from './figure.ts';
import type { ReportFile } from './report-file.ts';

const HEAD = '| | unit | median | lowest | highest | rounds | aim | |\n|---|---|--:|--:|--:|--:|---|---|';

/** A report for people: facts, a table for each group, notes. */
export function markdownOf({ bench, about, facts, figures, notes }: ReportFile): string {
  const groups = [...new Set(figures.map(({ group }) => group))];
  const tables = groups.map((group) => {
    const rows = figures.filter((figure) => figure.group === group).map(row);
    return `## ${group}\n\n${HEAD}\n${rows.join('\n')}\n`;
  });
  return [
    `# Bench \`${bench}\`\n`,
    `${about}\n`,
    `${Object.entries(facts)
      .map(([name, value]) => `- ${name}: ${value}`)
      .join('\n')}\n`,
    ...tables,
    notes.length === 0 ? '' : `## Notes\n\n${notes.map((note) => `- ${note}`).join('\n')}\n`,
  ].join('\n');
}

function row(figure: Figure): string {
  const { median, lowest, highest } = summaryOf(figure);
  const shown = [median, lowest, highest].map((value) => digits(figure, value));
  const rounds = String(figure.rounds.length);
  return `| ${[figure.name, figure.unit, ...shown, rounds, aimInWords(figure.aim), verdictOf(figure)].join(' | ')} |`;
}

function digits({ unit }: Figure, value: number): string {
  return unit === 'ratio' && Number.isFinite(value) ? value.toFixed(Math.abs(value) < 0.1 ? 3 : 2) : readable(value);
}

/** Empty where there is no aim. */
export function verdictOf(figure: Figure): string {
  const met = isMet(figure);
  if (met === null) return '';
  return met ? 'met' : '**not met**';
}
