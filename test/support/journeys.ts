import type { CrawlLanguage } from './page-crawl.ts';
import type { VisitorKind } from './chromium.ts';

/** Each value of each dimension once: language, width, with and without script. */
export const KINDS: readonly (Required<Omit<VisitorKind, 'person'>> & { readonly language: CrawlLanguage })[] = [
  { language: 'en', width: 375, script: true },
  { language: 'cy', width: 1280, script: false },
];

/** What a task costs whoever does it. */
export interface Cost {
  readonly task: string;
  readonly clicks: number;
  readonly pages: number;
}

/** As a table, for people to read. */
export function costTable(costs: readonly Cost[]): string {
  const lines = costs.map(({ task, clicks, pages }) => `| ${task.padEnd(44)} | ${padded(clicks)} | ${padded(pages)} |`);
  return ['', `| ${'task'.padEnd(44)} | clicks | pages  |`, `| ${'-'.repeat(44)} | ------ | ------ |`, ...lines].join(
    '\n',
  );
}

function padded(count: number): string {
  return String(count).padStart(6);
}
