import { LEVELS, URGENCIES } from '#domain';
import type { RuleInWords } from '#rule-sets';
import type { Words } from '../../words/words.ts';

/** Ways to arrange the rules for reading. */
export const ARRANGEMENTS = ['level', 'red_line', 'urgency', 'prompt'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Rules under one heading, with the name of the part for the page's address. */
export interface RuleGroup {
  readonly part: string;
  readonly title: string;
  readonly rules: readonly RuleInWords[];
}

export const ALL_PARTS = 'all';

export function arrangementAsked(given: unknown): Arrangement {
  return ARRANGEMENTS.find((one) => one === given) ?? 'level';
}

/** Highest first; in each group red lines first, then the most urgent. Groups without rules are left out. */
export function arranged(rules: readonly RuleInWords[], by: Arrangement, words: Words): RuleGroup[] {
  const sorted = [...rules].sort((a, b) => heightOf(b) - heightOf(a) || (a.title < b.title ? -1 : 1));
  return groupsOf(sorted, by, words)
    .filter((group) => group.rules.length > 0)
    .map(({ title, rules: members }, place) => ({ part: String(place + 1), title, rules: members }));
}

/** What the page shows: one part, the first unless another is asked for; or all, to print. */
export function shownOf(groups: readonly RuleGroup[], part: unknown): readonly RuleGroup[] {
  if (part === ALL_PARTS) return groups;
  const found = groups.find((group) => group.part === part) ?? groups[0];
  return found === undefined ? [] : [found];
}

function heightOf({ isRedLine, urgency }: RuleInWords): number {
  return (isRedLine ? URGENCIES.length : 0) + URGENCIES.indexOf(urgency ?? URGENCIES[0]);
}

function groupsOf(rules: readonly RuleInWords[], by: Arrangement, words: Words): Omit<RuleGroup, 'part'>[] {
  const { read } = words.rules;
  const group = (title: string, test: (rule: RuleInWords) => boolean) => ({ title, rules: rules.filter(test) });
  switch (by) {
    case 'level':
      return [
        ...[...LEVELS].reverse().map((level) => group(words.codes.levels[level], (rule) => rule.level === level)),
        group(read.noLevel, (rule) => rule.level === null),
      ];
    case 'red_line':
      return [group(read.redLines, (rule) => rule.isRedLine), group(read.others, (rule) => !rule.isRedLine)];
    case 'urgency':
      return [
        ...[...URGENCIES].reverse().map((one) => group(words.codes.urgencies[one], (rule) => rule.urgency === one)),
        group(read.noUrgency, (rule) => rule.urgency === null),
      ];
    case 'prompt':
      return [...byPrompt(rules), group(read.noPrompt, (rule) => rule.prompts.length === 0)];
    default:
      return by satisfies never;
  }
}

/** Each prompt with the rules that give it, in the order of the alphabet. */
function byPrompt(rules: readonly RuleInWords[]): Omit<RuleGroup, 'part'>[] {
  const found = new Map<string, RuleInWords[]>();
  for (const rule of rules) {
    const prompts = new Set(
      rule.prompts.flatMap(({ text, items = [] }) => items.map((item) => `${text} ${item.text}`)),
    );
    for (const prompt of prompts) found.set(prompt, [...(found.get(prompt) ?? []), rule]);
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b)).map(([title, members]) => ({ title, rules: members }));
}
