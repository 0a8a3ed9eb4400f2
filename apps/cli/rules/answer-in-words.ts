import type { BacktestReport } from '#rule-sets';
import type { RuleSetDiff, Verification } from '#rules';
import { reportLines } from '../backtest-text.ts';
import { diffInWords } from './diff-report.ts';
import { findingsInWords } from './verify-report.ts';

/** An answer of the service for a person to read: its plain fields, and what a job found or a comparison says in words. */
export function answerInWords(body: object): string {
  if ('diff' in body) return diffInWords(body.diff as RuleSetDiff);
  const { result, ...rest } = body as { result?: object | null };
  return [...plainLines(rest), ...resultLines(result ?? null)].join('\n');
}

function resultLines(result: object | null): readonly string[] {
  if (result === null) return [];
  if ('invariants' in result) return findingsInWords(result as Verification);
  return ['', ...reportLines(result as BacktestReport)];
}

function plainLines(body: object): string[] {
  return Object.entries(body)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${key}: ${inBrief(value)}`);
}

function inBrief(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((one) => `\n  - ${inLine(one)}`).join('');
  return typeof value === 'object' && value !== null ? inLine(value) : String(value);
}

function inLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const plain = Object.entries(value).filter(([, inner]) => typeof inner !== 'object');
  return plain.map(([key, inner]) => `${key} ${String(inner)}`).join(', ');
}
