import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { pathwayOf, type Level, type ReferralDocument, URGENCIES, type Urgency } from '#domain';
import { authorityPack } from './authorities/authorities.ts';
import { englandPack } from './england/england-pack.ts';

interface RuleCase {
  readonly id: string;
  readonly nation: string;
  readonly agency: string;
  readonly datesRelativeTo: string;
  readonly expected: {
    readonly pathways: readonly string[];
    readonly levels?: readonly Level[];
    readonly urgencies: readonly Urgency[];
  };
  readonly referral: ReferralDocument;
}

const CASES_FOLDER = new URL('../../test/rule-cases/', import.meta.url);

function casesOf(nation: string): readonly RuleCase[] {
  const folder = new URL(`${nation}/`, CASES_FOLDER);
  return readdirSync(folder)
    .filter((name) => /^V\d\d\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as RuleCase);
}

const cases = ['england', 'wales', 'scotland', 'northern-ireland'].flatMap(casesOf);

describe('the development cases', () => {
  it('are the 25 of the domain pack', () => {
    const ids = Array.from({ length: 25 }, (_, index) => `V${String(index + 1).padStart(2, '0')}`);

    expect(cases.map((each) => each.id)).toEqual(ids);
  });

  it.each(cases.map((each) => [each.id, each] as const))('%s speaks of what the packs know', (_id, each) => {
    const indicators = new Set(englandPack().indicators.map((indicator) => indicator.id));
    const agencies = authorityPack('larkshire').agencies.map((agency) => agency.id);

    expect((each.referral.indicators ?? []).filter((report) => !indicators.has(report.id))).toEqual([]);
    expect(agencies).toContain(each.agency);
    expect(each.expected.urgencies.every((urgency) => URGENCIES.includes(urgency))).toBe(true);
    expect((each.expected.levels ?? []).every((level) => each.expected.pathways.includes(pathwayOf(level)))).toBe(true);
    expect(each.datesRelativeTo).toBe('2026-11-21');
  });

  it('name only invented people: drama telephone numbers and example addresses', () => {
    const contacts = cases.map(({ referral }) => referral.referrer);

    expect(contacts.filter(({ phone }) => phone !== undefined && !phone.startsWith('01632 960'))).toEqual([]);
    expect(contacts.filter(({ email }) => email !== undefined && !email.endsWith('example.org'))).toEqual([]);
  });
});
