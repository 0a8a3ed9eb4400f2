import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationPack } from '#nation-packs';
import type { Rule, RuleSet } from '#rules';
import { FULL_RULE_SET } from '../../rules/schema/testing/full-rule-set.ts';
import { aRule, aRuleSet, anEntry, CATALOGUE, firesOn } from '../../rules/testing/builders.ts';
import { thresholdDocument } from './threshold-document.ts';
import type { ThresholdDocumentInput } from './threshold-document-input.ts';

const PACK = nationPack('england');

function given(ruleSet: RuleSet, more: Partial<ThresholdDocumentInput> = {}): ThresholdDocumentInput {
  return {
    ruleSet,
    authorityName: 'Demoshire',
    hash: 'ab12'.repeat(16),
    areas: [],
    inForceFrom: '2026-11-22',
    levels: PACK.levels,
    pathways: PACK.pathways,
    urgencies: Object.values(PACK.urgencyLimits.byUrgency),
    ...more,
  };
}

function withTexts(text: string): RuleSet {
  const rule: Rule = aRule(
    'R1',
    { fact: 'words', is: true },
    {
      ...firesOn({ words: true }),
      title: text,
      because: text,
      legalBasis: { england: text },
      areas: [text],
      then: { minLevel: 'early_help', actions: ['act'] },
    },
  );
  const entry = anEntry('words', { kind: 'boolean' }, { label: text, question: text });
  const words = [{ code: 'act', kind: 'action' as const, title: text }];
  return { ...aRuleSet([rule], [...CATALOGUE, entry]), title: text, version: text, words };
}

const tagsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/<([a-z!/][^\s>]*)/gi)].map(([, tag = '']) => tag.replace('/', '')));
const TAGS = [
  '!doctype',
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'a',
  'main',
  'h1',
  'h2',
  'h3',
  'h4',
  'p',
  'ul',
  'li',
  'strong',
  'span',
];

/** The text of a page as a reader sees it. */
function seen(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

describe('the threshold document', () => {
  it.each(['en', 'cy'] as const)(
    'in %s has every rule of the England pack, its reason and its law, under one title',
    (language) => {
      const html = thresholdDocument(given(PACK.ruleSet), 'html', language);
      const text = seen(html);
      const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim();
      const missing = PACK.ruleSet.rules.filter(
        (rule) =>
          !text.includes(squeezed((language === 'cy' ? rule.titleCy : undefined) ?? rule.title)) ||
          !text.includes(squeezed((language === 'cy' ? rule.becauseCy : undefined) ?? rule.because)) ||
          !text.includes(squeezed(rule.legalBasis.england ?? '?')),
      );

      expect(missing.map(({ id }) => id)).toEqual([]);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toContain(`<html lang="${language}">`);
      expect([...tagsOf(html)].filter((tag) => !TAGS.includes(tag))).toEqual([]);
    },
  );

  it('links its contents to headings that are there, each once', () => {
    const html = thresholdDocument(given(PACK.ruleSet), 'html', 'en');
    const ids = [...html.matchAll(/<h[234] id="([^"]*)"/g)].map(([, id]) => id);
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, link = '']) => decodeURIComponent(link));

    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((link) => link !== 'document' && !ids.includes(link))).toEqual([]);
    expect(links).toContain('level-4-child-protection-1');
  });

  it('lists levels from the highest, and red lines first', () => {
    const markdown = thresholdDocument(given(PACK.ruleSet), 'markdown', 'en');
    const levels = [...markdown.matchAll(/^### (.*)$/gm)].map(([, title]) => title);
    const [first] = [...markdown.matchAll(/^#### (.*)$/gm)].map(([, title]) => title);

    expect(levels.slice(0, 5)).toEqual([...PACK.levels].reverse().map(({ title }) => title));
    expect(first).toMatch(/^Red line: /);
  });

  it('says a condition in the words of its facts', () => {
    const markdown = thresholdDocument(given(FULL_RULE_SET), 'markdown', 'en');

    expect(markdown).toContain(
      [
        '- When:',
        '  - All of:',
        '    - Label of a',
        '    - At least one of:',
        '      - Label of age: 4 or less',
        '      - Label of age: 9 or 11',
        '      - it is known: Label of b',
        '    - At least 2 of:',
        '      - Label of injured',
        '      - not so: not so: Label of c',
        '      - Label of d',
        '    - Label of severity: some or severe',
        '    - not so: Label of speech: \\- none, says "mam", or dad or 42',
      ].join('\n'),
    );
  });

  it('says since when and where the rules are in force', () => {
    const english = thresholdDocument(given(FULL_RULE_SET, { areas: ['Oswestry', 'North'] }), 'markdown', 'en');
    const welsh = thresholdDocument(given(FULL_RULE_SET, { inForceFrom: null }), 'markdown', 'cy');

    expect(english).toContain('- In force from: 22 November 2026\n- Areas: Oswestry, North\n');
    expect(english).toContain('- In force until: 31 December 2031\n');
    expect(welsh).toContain('- Mewn grym o: nid yw mewn grym eto\n- Ardaloedd: pob un o ardaloedd yr awdurdod\n');
  });

  it('in Welsh uses the Welsh texts there are, and says and marks which are only in English', () => {
    const html = thresholdDocument(given(FULL_RULE_SET), 'html', 'cy');
    const markdown = thresholdDocument(given(FULL_RULE_SET), 'markdown', 'cy');

    expect(html).toContain(`Llinell goch: 'Tŷ' â phlant ifanc</h4>`);
    expect(html).toContain('<li><span lang="en">Label of a</span> (Saesneg yn unig)</li>');
    expect(markdown).toContain('- Label of a (Saesneg yn unig)');
    expect(html + markdown).not.toMatch(/[\uE000\uE001]/);
    expect(thresholdDocument(given(FULL_RULE_SET), 'html', 'en')).not.toContain('lang="en">Label');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[click](https://example.org) ![i](https://example.org/i.png)',
    'a | b | c\n|---|---|---|',
    '# Heading\n\n- item\n\n    code',
    '1. one',
    '---',
    '`code` **bold** _it_ ~~gone~~ <https://example.org>',
    '&lt;b&gt; \\<b\\>',
    '\uE001<b>\uE000',
    '"><b x="',
    'https://example.org/',
  ])('shows %j as it was written, with no meaning of its own', (text) => {
    const plain = seen(thresholdDocument(given(withTexts('plain')), 'html', 'en'));
    for (const language of ['en', 'cy'] as const) {
      const html = thresholdDocument(given(withTexts(text), { authorityName: text, areas: [text] }), 'html', language);
      expect([...tagsOf(html)].filter((tag) => !TAGS.includes(tag))).toEqual([]);
      expect(html).not.toMatch(/<(?:code|em)>|<[^>]*(?:src=|onerror=|href="[^#])/);
      expect(html.match(/<h1/g)).toHaveLength(1);
    }
    const shown = seen(thresholdDocument(given(withTexts(text)), 'html', 'en'));
    const expected = text
      .replace(/[\uE000\uE001]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    expect(shown.split(expected).length).toBeGreaterThanOrEqual(plain.split('plain').length);
  });

  it('keeps its shape whatever the texts', () => {
    const shape = (html: string): readonly string[] =>
      [...html.matchAll(/<\/?(?:h\d|ul|li|p|main)\b/g)].map(([tag]) => tag);
    const plain = shape(thresholdDocument(given(withTexts('plain')), 'html', 'cy'));
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...'# - + = * _ ` ~ < > [ ] ( ) | ! & \\ 1. : " \n'.split(' ')),
        fc.string({ maxLength: 3 }),
      ),
    );
    fc.assert(
      fc.property(
        pieces.map((all) => `${all.join('')}x`),
        (text) => {
          expect(shape(thresholdDocument(given(withTexts(text)), 'html', 'cy'))).toEqual(plain);
        },
      ),
      { numRuns: 200 },
    );
  });
});
