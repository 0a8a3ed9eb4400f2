import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Facts, Language } from '#domain';
import { compileRuleSet } from '../evaluate/compile-rule-set.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { RuleSet } from '../rule-set.ts';
import { arbitraryFacts, arbitraryRuleSet } from '../testing/arbitrary-rule-set.ts';
import { aRule, aRuleSet, anEntry, BOOLEAN, facts, firesOn, holds, SEVERITY } from '../testing/builders.ts';
import { explain } from './explain.ts';
import type { Explanation, Voice } from './explanation.ts';

const RULE_SET = aRuleSet(
  [
    aRule('HELP', holds('asksForHelp'), {
      ...firesOn({ asksForHelp: true }),
      titleCy: "Mae'r teulu'n gofyn am help",
      becauseCy: 'Gall help cynnar atal niwed.',
      then: { minLevel: 'early_help', minUrgency: 'green' },
    }),
    aRule('INJURY', holds('injury'), {
      ...firesOn({ injury: true }),
      title: 'Injury',
      titleCy: 'Anaf',
      then: { minLevel: 'statutory_protection', minUrgency: 'red', redLine: true },
    }),
    aRule(
      'SEVERE',
      { all: [holds('injury'), { fact: 'severity', is: 'severe' }] },
      {
        ...firesOn({ injury: true, severity: 'severe' }),
        title: 'Severe',
        titleCy: 'Difrifol',
        becauseCy: 'Perygl.',
        then: { minLevel: 'statutory_protection', minUrgency: 'red' },
      },
    ),
  ],
  [
    anEntry('asksForHelp', BOOLEAN, { labelCy: 'Yn gofyn am help', missing: { absent: false } }),
    anEntry('injury', BOOLEAN, { labelCy: 'Anaf', question: 'Is there an injury?', questionCy: 'A oes anaf?' }),
    anEntry('severity', SEVERITY, { label: 'Severity', missing: { absent: 'none' } }),
  ],
);

function explained(given: Facts, voice: Voice, language: Language = 'cy', ruleSet: RuleSet = RULE_SET): Explanation {
  const evaluation = evaluate(compileRuleSet(ruleSet), given, { onDate: '2026-06-01', area: null });
  return explain(evaluation, ruleSet, given, voice, language);
}

describe('an explanation in Welsh', () => {
  it('says what the rules propose, why, and what it could still become', () => {
    expect(explained(facts({ asksForHelp: true, severity: 'severe' }), 'practitioner').summary.slice(0, 3)).toEqual([
      'Mae\'r rheolau\'n cynnig y lefel "help cynnar" a\'r brys "gwyrdd", oherwydd y rheol "Mae\'r teulu\'n gofyn am help".',
      'Mae\'n bosibl o hyd y bydd hyn yn codi i\'r lefel "amddiffyn statudol" a\'r brys "coch", os bydd atebion nad ydynt yn hysbys eto yn dangos bod un neu ragor o\'r rheolau "Anaf" a "Difrifol" yn berthnasol.',
      "Person sy'n penderfynu ar lefel yr angen a'r brys.",
    ]);
  });

  it("uses the rule set's Welsh words and puts values and reasons into Welsh", () => {
    const { lines, openQuestions } = explained(facts({ asksForHelp: true }), 'practitioner');

    expect(lines[0]).toMatchObject({
      title: "Mae'r teulu'n gofyn am help",
      because: 'Gall help cynnar atal niwed.',
      legalBasis: 'Children Act 1989 s.17',
      facts: [{ id: 'asksForHelp', label: 'Yn gofyn am help', value: 'ie' }],
    });
    expect(lines[1]?.facts).toEqual([{ id: 'injury', label: 'Anaf', value: "nid yw'n hysbys: ni chafodd ei nodi" }]);
    expect(openQuestions).toEqual([{ factId: 'injury', question: 'A oes anaf?' }]);
  });

  it('says so, last, and lists the texts, where the rule set has no Welsh', () => {
    const { summary, untranslated, lines } = explained(facts({ injury: true, severity: 'severe' }), 'manager');

    expect(summary.at(-1)).toBe(
      "Mae rhai o'r geiriau hyn yn ymddangos yn Saesneg gan nad oes geiriau Cymraeg wedi'u rhoi ar eu cyfer.",
    );
    expect(untranslated).toEqual(['Because of INJURY.', 'Severity', 'severe']);
    expect(lines.map(({ because }) => because)).toEqual(['Because of INJURY.', 'Perygl.']);
  });

  it('does not say so where every text is in Welsh', () => {
    const { summary, untranslated } = explained(facts({ injury: false, asksForHelp: true }), 'practitioner');

    expect(untranslated).toEqual([]);
    expect(summary).toHaveLength(2);
  });

  it('tells a referrer as little as in English', () => {
    const { summary, lines, nearMisses } = explained(facts({ injury: false }), 'referrer');

    expect(summary[0]).toBe(
      'Nid yw\'r hyn a ddywedoch wrthym ynddo\'i hun yn arwain y rheolau i gynnig mwy na\'r lefel "cyffredinol" a\'r brys "glas".',
    );
    expect([lines, nearMisses]).toEqual([[], []]);
  });

  it('holds the same rules, facts and questions as in English, in every voice', () => {
    const ids = ({ lines, nearMisses, openQuestions }: Explanation): unknown =>
      [lines, nearMisses]
        .flat()
        .map((line) => [line.ruleId, line.result, line.facts.map(({ id }) => id)])
        .concat([openQuestions.map(({ factId }) => factId)]);
    const anyVoice = fc.constantFrom<Voice>('practitioner', 'manager', 'referrer');
    fc.assert(
      fc.property(arbitraryRuleSet({ withKnown: true }), arbitraryFacts(), anyVoice, (ruleSet, given, voice) => {
        const welsh = explained(given, voice, 'cy', ruleSet);
        const english = explained(given, voice, 'en', ruleSet);
        const note = (welsh.untranslated ?? []).length > 0 ? 1 : 0;

        expect(ids(welsh)).toEqual(ids(english));
        expect(welsh.summary).toHaveLength(english.summary.length + note);
        expect('untranslated' in english).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
