/** `npm run bench -- compare before.json after.json`: two reports of one bench, figure by figure. */
import { readFile } from 'node:fs/promises';
import { CHANGE_HEAD, compareReports, rowOfChange } from './support/suite/compare.ts';
import { benchArguments } from './support/suite/report.ts';
import type { ReportFile } from './support/suite/report-file.ts';
import { table } from './support/table.ts';

const [before, after] = await Promise.all(
  benchArguments()
    .slice(0, 2)
    .map(async (file) => JSON.parse(await readFile(file, 'utf8')) as ReportFile),
);
if (before === undefined || after === undefined) {
  console.error('Which two? npm run bench -- compare before.json after.json');
  process.exitCode = 2;
} else {
  for (const name of new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])) {
    const [then, now] = [before.facts[name] ?? '-', after.facts[name] ?? '-'];
    console.log(then === now ? `${name}: ${now}` : `${name}: ${then} → ${now}`);
  }
  console.log(`\n${table(CHANGE_HEAD, compareReports(before, after).map(rowOfChange))}`);
}
