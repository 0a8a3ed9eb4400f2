import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { knownAuthorityIds, profileOf } from '#nation-packs';
import { contentHash } from '#platform';
import type { RuleSet } from '#rules';
import { dataItemsOf } from './data-items.ts';
import { fillTemplate } from './fill-template.ts';
import { gatherFacts, shippedRisks, templateOf } from './gather-facts.ts';
import type { GovernanceFacts } from './governance-facts.ts';
import { atrs, dpia } from './write-document.ts';

const DAY = '2026-06-01';

function factsOf(authorityId = 'larkshire', ruleSet: RuleSet = profileOf(authorityId).ruleSet): GovernanceFacts {
  return gatherFacts(authorityId, { ruleSet, hash: contentHash(ruleSet) }, DAY);
}

function written(facts: GovernanceFacts): readonly string[] {
  return [dpia(templateOf('dpia'), facts), atrs(templateOf('atrs'), facts)];
}

describe('the impact assessment and the transparency record', () => {
  it.each(knownAuthorityIds())('of %s leave no place empty and say of every gap what belongs there', (id) => {
    for (const text of written(factsOf(id))) {
      const gaps = [...text.matchAll(/TO COMPLETE(.{0,14})/g)].map((match) => match[1] ?? '');

      expect(text).toContain(profileOf(id).authority.name);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object|\bNaN\b/);
      expect(gaps.length).toBeGreaterThan(10);
      expect(gaps.filter((after) => !/^\*\*(?::\s\S|, with what)/.test(after))).toEqual([]);
    }
  });

  it('name every fact with its sensitivity, every field of a referral and every rule', () => {
    const facts = factsOf();
    const [assessment = '', record = ''] = written(facts);
    const { catalogue, rules } = facts.ruleSet;

    expect(catalogue.filter(({ id }) => !assessment.includes(`| \`${id}\` |`))).toEqual([]);
    expect(dataItemsOf(facts.referralSchema).filter(({ place }) => !assessment.includes(`| \`${place}\` |`))).toEqual(
      [],
    );
    for (const text of [assessment, record]) {
      expect(rules.filter(({ id, title, owner }) => ![id, title, owner].every((part) => text.includes(part)))).toEqual(
        [],
      );
      expect(text).toContain(facts.hash);
    }
  });

  it('change with the rule set', () => {
    const shipped = profileOf('larkshire').ruleSet;
    const fewer = { ...shipped, version: 'next-1', rules: shipped.rules.slice(1) };
    const before = written(factsOf('larkshire', shipped));
    const after = written(factsOf('larkshire', fewer));

    for (const [at, text] of after.entries()) {
      expect(text).toContain('next-1');
      expect(text).toContain(contentHash(fewer));
      expect(text).not.toContain(shipped.rules[0]?.id);
      expect(before[at]).toContain(shipped.rules[0]?.id);
    }
  });

  it('change with the sharing agreements and the retention schedule', () => {
    const facts = factsOf();
    const [agency] = facts.authority.agencies;
    const later = written({ ...facts, day: '2099-01-01' }).join('\n');
    const kept = { ...facts.retention, rules: facts.retention.rules.map((rule) => ({ ...rule, years: 123 })) };

    expect(agency?.sharingAgreement).toBeDefined();
    expect(written(facts)[0]).toContain(`until ${agency?.sharingAgreement?.until ?? ''}`);
    expect(later).toContain(`nothing: the agreement ended on ${agency?.sharingAgreement?.until ?? ''}`);
    expect(written({ ...facts, retention: kept })[0]).toContain('123 years');
  });

  it('say who decides as the access policy has it, and never that a machine does', () => {
    for (const text of written(factsOf())) {
      expect(text).toContain('Those who may decide: social worker, manager,');
      expect(text).toContain('those who may sign: manager, never the decider');
    }
  });

  it('name tests for every risk, which exist', () => {
    expect(shippedRisks().filter(({ tests }) => tests.length === 0)).toEqual([]);
    expect(shippedRisks().flatMap(({ tests }) => tests.filter((test) => !existsSync(test)))).toEqual([]);
  });
});

describe('a template', () => {
  it('is filled in every place', () => {
    expect(fillTemplate('{{a}} and {{b}}, {{a}}', { a: '1', b: '2' })).toBe('1 and 2, 1');
  });

  it('is refused with a place that nothing fills, and with a value that has no place', () => {
    expect(() => fillTemplate('{{a}} {{b}}', { a: '1' })).toThrow('b');
    expect(() => fillTemplate('{{a}}', { a: '1', c: '2' })).toThrow('c');
  });
});

describe('the fields of a schema', () => {
  it('are found in objects, lists and choices, with what they mean and whether they are needed', () => {
    const schema = {
      properties: {
        children: {
          items: { properties: { name: { description: 'Name' } }, required: ['name'] },
        },
        tags: { description: 'Tags', items: { type: 'string' } },
        sender: { anyOf: [{ properties: { phone: { description: 'Telephone' } } }] },
      },
    };

    expect(dataItemsOf(schema)).toEqual([
      { place: 'children[].name', meaning: 'Name', isNeeded: true },
      { place: 'tags[]', meaning: 'Tags', isNeeded: false },
      { place: 'sender.phone', meaning: 'Telephone', isNeeded: false },
    ]);
  });
});
