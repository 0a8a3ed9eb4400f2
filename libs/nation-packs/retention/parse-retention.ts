import type { IndicatorDefinition } from '../indicator-definition.ts';
import { EVIDENCE } from '../parse-legal-bases.ts';
import type { YamlNode } from '../yaml-node.ts';
import {
  RETENTION_FLAGS,
  RETENTION_OUTCOMES,
  RETENTION_STARTS,
  type RetentionFlag,
  type RetentionRule,
  type RetentionSchedule,
} from './retention-schedule.ts';

const MONTHS_PER_YEAR = 12;

/** A nation's schedule. Throws `PackDataError` where an outcome has no rule or a record could go too soon. */
export function parseRetention(file: YamlNode, indicators: readonly IndicatorDefinition[]): RetentionSchedule {
  file.only('reReferralWindowMonths', 'monthsAfterWindow', 'rules', 'flags', 'suggestHold', 'assumptions');
  const schedule = {
    reReferralWindowMonths: file.get('reReferralWindowMonths').integer(),
    monthsAfterWindow: file.get('monthsAfterWindow').integer(),
    rules: file.get('rules').list().map(parseRule),
    flags: parseFlags(file.get('flags'), indicators),
    suggestHold: file
      .get('suggestHold')
      .list()
      .map((flag) => flag.oneOf(RETENTION_FLAGS)),
    assumptions: file.get('assumptions').texts(),
  };
  return checked(file, schedule);
}

/** The nation's schedule with the authority's own rules in place of those with the same id, or beside them. */
export function withOwnRules(file: YamlNode, nations: RetentionSchedule): RetentionSchedule {
  const own = file.only('rules', 'assumptions').get('rules').list().map(parseRule);
  const ids = new Set(own.map((rule) => rule.id));
  return checked(file, {
    ...nations,
    rules: [...nations.rules.filter((rule) => !ids.has(rule.id)), ...own],
    assumptions: [...nations.assumptions, ...(file.find('assumptions')?.texts() ?? [])],
  });
}

function parseRule(node: YamlNode): RetentionRule {
  node.only('id', 'outcome', 'flag', 'years', 'from', 'source', 'evidence');
  if (node.has('outcome') === node.has('flag')) node.fail('must have either outcome or flag');
  const years = node.get('years').integer();
  return {
    id: node.get('id').code(),
    appliesTo: node.has('flag')
      ? { flag: node.get('flag').oneOf(RETENTION_FLAGS) }
      : { outcome: node.get('outcome').oneOf(RETENTION_OUTCOMES) },
    years: years > 0 ? years : node.fail('must keep for at least a year'),
    from: node.get('from').oneOf(RETENTION_STARTS),
    source: node.get('source').text(),
    evidence: node.get('evidence').oneOf(EVIDENCE),
  };
}

function parseFlags(node: YamlNode, indicators: readonly IndicatorDefinition[]): RetentionSchedule['flags'] {
  node.only(...RETENTION_FLAGS);
  const known = new Set(indicators.map((indicator) => indicator.id));
  const flags = RETENTION_FLAGS.map((flag) => {
    const ids = node.get(flag).texts();
    const strange = ids.filter((id) => !known.has(id));
    return [flag, strange.length === 0 ? ids : node.fail(`names no indicator: ${strange.join(', ')}`)] as const;
  });
  return Object.fromEntries(flags) as Record<RetentionFlag, readonly string[]>;
}

function checked(file: YamlNode, schedule: RetentionSchedule): RetentionSchedule {
  const { rules, reReferralWindowMonths, monthsAfterWindow } = schedule;
  if (new Set(rules.map((rule) => rule.id)).size < rules.length) file.fail('has two rules with one id');
  for (const outcome of RETENTION_OUTCOMES) {
    const own = rules.filter(({ appliesTo }) => 'outcome' in appliesTo && appliesTo.outcome === outcome);
    if (own.length === 0) file.fail(`has no rule for ${outcome}`);
  }
  const least = reReferralWindowMonths + monthsAfterWindow;
  const short = rules.find((rule) => rule.years * MONTHS_PER_YEAR < least);
  if (short !== undefined)
    file.fail(`keeps ${short.id} for less than the re-referral window and ${monthsAfterWindow} months`);
  requireLongest(file, rules);
  return schedule;
}

/** Inquiry practice (domain pack 8): what bears on sexual abuse is kept as long as anything. */
function requireLongest(file: YamlNode, rules: readonly RetentionRule[]): void {
  const longest = Math.max(...rules.map((rule) => rule.years));
  const isKept = rules.some(
    ({ appliesTo, years }) => 'flag' in appliesTo && appliesTo.flag === 'sexual_abuse' && years === longest,
  );
  if (!isKept) file.fail('must keep records with the flag sexual_abuse as long as the longest rule');
}
