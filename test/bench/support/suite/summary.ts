import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { readable } from '../table.ts';
import { aimInWords, summaryOf } from './figure.ts';
import { verdictOf } from './markdown.ts';
import type { ReportFile } from './report-file.ts';

/** Reports that stand in the repository. */
export const KEPT_FOLDER = 'docs/bench';

const HEAD = `# Bench reports

Written by \`npm run bench -- <name> --keep\`; [test/bench](../../test/bench/README.md) says how figures are made. Every figure with
an aim stands here, whether it is met or not; ratios are of figures of one round. The reports have all the others;
[the profile](profile.md) says why aims are missed.

| bench | | unit | median | lowest | highest | aim | |
|---|---|---|--:|--:|--:|---|---|`;

/** Writes one table of all kept reports' figures that have an aim. */
export async function writeKeptSummary(): Promise<void> {
  const files = (await readdir(KEPT_FOLDER)).filter((file) => file.endsWith('.json')).sort();
  const reports = await Promise.all(files.map((file) => readFile(path.join(KEPT_FOLDER, file), 'utf8')));
  const rows = reports.flatMap((text) => rowsOf(JSON.parse(text) as ReportFile));
  const markdown = await format([HEAD, ...rows].join('\n'), { parser: 'markdown', printWidth: 120 });
  await writeFile(path.join(KEPT_FOLDER, 'README.md'), markdown);
}

function rowsOf({ bench, figures }: ReportFile): string[] {
  return figures
    .filter(({ aim }) => aim !== null)
    .map((figure) => {
      const { median, lowest, highest } = summaryOf(figure);
      const shown = [median, lowest, highest].map(readable);
      const name = `${figure.group}: ${figure.name}`;
      const aim = aimInWords(figure.aim);
      return `| ${[`[${bench}](${bench}.md)`, name, figure.unit, ...shown, aim, verdictOf(figure)].join(' | ')} |`;
    });
}
