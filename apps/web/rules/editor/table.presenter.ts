import { type Language, type Level, LEVELS } from '#domain';
import { type Item, type RuleInWords, RuleReader } from '#rule-sets';
import type { RuleSet } from '#rules';
import type { Words } from '../../words/words.ts';
import { type Choice, choice } from './choices.ts';

/** What is looked for in the table of rules. */
export interface RuleSearch {
  readonly text: string;
  readonly level: Level | 'none' | '';
  readonly redLines: boolean;
}

interface RuleRow {
  readonly id: string;
  readonly title: string;
  /** The first of its conditions. */
  readonly when: readonly string[];
  readonly more: number;
  readonly level: string;
  readonly urgency: string;
  readonly isRedLine: boolean;
  readonly examples: number;
}

export interface RuleTable {
  readonly rows: readonly RuleRow[];
  readonly found: string;
  readonly levels: readonly Choice[];
  readonly search: RuleSearch;
}

const MOST_TEXT = 100;

export function searchIn(query: Readonly<Record<string, unknown>>): RuleSearch {
  const text = typeof query['text'] === 'string' ? query['text'].trim().slice(0, MOST_TEXT) : '';
  const level = [...LEVELS, 'none' as const].find((one) => one === query['level']) ?? '';
  return { text, level, redLines: query['red'] === 'yes' };
}

/** The rules that fit, the highest first. */
export function presentTable(
  { rules, ...ruleSet }: RuleSet,
  search: RuleSearch,
  { language, words }: { language: Language; words: Words },
): RuleTable {
  const reader = new RuleReader({ ...ruleSet, rules }, language);
  const { editor } = words.rules;
  const read = rules.map((rule) => ({ rule: reader.read(rule), examples: rule.tests.length }));
  const found = read.filter(({ rule }) => fits(rule, search)).sort((a, b) => heightOf(b.rule) - heightOf(a.rule));
  return {
    rows: found.map(({ rule, examples }) => rowOf(rule, examples, words)),
    found: editor.found(found.length, rules.length),
    levels: [
      choice('', editor.anyLevel, search.level),
      ...[...LEVELS].reverse().map((level) => choice(level, words.codes.levels[level], search.level)),
      choice('none', editor.noLevel, search.level),
    ],
    search,
  };
}

function fits(rule: RuleInWords, { text, level, redLines }: RuleSearch): boolean {
  if (redLines && !rule.isRedLine) return false;
  if (level !== '' && (rule.level ?? 'none') !== level) return false;
  const words = [rule.title, rule.because, ...textsOf(rule.when)].join(' ').toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function textsOf({ text, items = [] }: Item): string[] {
  return [text, ...items.flatMap(textsOf)];
}

function heightOf({ level, isRedLine }: RuleInWords): number {
  return (isRedLine ? 1 : 0) + 2 * (level === null ? -1 : LEVELS.indexOf(level));
}

const MOST_CONDITIONS = 3;

function rowOf(
  { id, title, when, level, urgency, isRedLine }: RuleInWords,
  examples: number,
  { codes }: Words,
): RuleRow {
  const leaves = leavesOf(when);
  return {
    ...{ id, title, isRedLine, examples },
    ...{ when: leaves.slice(0, MOST_CONDITIONS), more: Math.max(leaves.length - MOST_CONDITIONS, 0) },
    level: level === null ? '–' : codes.levels[level],
    urgency: urgency === null ? '–' : codes.urgencies[urgency],
  };
}

/** Conditions on facts, without the groups they stand in. */
function leavesOf({ text, items }: Item): string[] {
  return items === undefined ? [text] : items.flatMap(leavesOf);
}
