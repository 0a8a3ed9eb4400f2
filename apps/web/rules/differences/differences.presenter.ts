import type { Language } from '#domain';
import type { DiffKind, RuleSet, RuleSetDiff } from '#rules';
import { type Item, type RuleInWords, RuleReader } from '#rule-sets';
import type { Words } from '../../words/words.ts';
import { type CaseView, placingIn, presentCase } from '../try/case.presenter.ts';

/** A kind of referral that goes elsewhere. */
interface KindView {
  readonly direction: string;
  readonly colour: string;
  readonly pattern: CaseView;
  readonly example: CaseView;
  readonly rows: readonly { readonly key: string; readonly before: string; readonly after: string }[];
  readonly rules: readonly string[];
}

/** One part of a rule in both versions. */
interface ChangedPart {
  readonly key: string;
  readonly before: readonly Item[];
  readonly after: readonly Item[];
}

export interface DifferencesView {
  readonly kinds: readonly KindView[];
  readonly isComplete: boolean;
  readonly added: readonly RuleInWords[];
  readonly removed: readonly RuleInWords[];
  readonly changed: readonly { readonly title: string; readonly parts: readonly ChangedPart[] }[];
}

export interface DifferencesGiven {
  readonly before: RuleSet;
  readonly after: RuleSet;
  readonly language: Language;
  readonly words: Words;
}

const COLOURS = { lower: 'red', mixed: 'orange', higher: 'green', information: 'grey' } as const;

/** What another version changes: which kinds of referral go elsewhere, and which rules make them. */
export function presentDifferences(diff: RuleSetDiff, given: DifferencesGiven): DifferencesView {
  const { before, after, language } = given;
  const [was, is] = [readAll(before, language), readAll(after, language)];
  const named = (ids: readonly string[], rules: ReadonlyMap<string, RuleInWords>): RuleInWords[] =>
    ids.flatMap((id) => rules.get(id) ?? []);
  return {
    kinds: diff.kinds.map((kind) => kindOf(kind, given, (id) => (was.get(id) ?? is.get(id))?.title ?? id)),
    isComplete: diff.isComplete,
    added: named(diff.added, is),
    removed: named(diff.removed, was),
    changed: named(diff.changed, is).map((rule) => ({
      title: rule.title,
      parts: changedParts(was.get(rule.id) ?? rule, rule, given.words),
    })),
  };
}

function readAll(ruleSet: RuleSet, language: Language): ReadonlyMap<string, RuleInWords> {
  const reader = new RuleReader(ruleSet, language);
  return new Map(ruleSet.rules.map((rule) => [rule.id, reader.read(rule)]));
}

function kindOf(
  kind: DiffKind,
  { before, after, language, words }: DifferencesGiven,
  titleOf: (id: string) => string,
): KindView {
  const { differences } = words.rules.proof;
  const { example, direction } = kind;
  const both = { ...after, catalogue: [...after.catalogue, ...before.catalogue] };
  const could = {
    key: differences.couldAfter,
    before: placingIn(words, example.before.possible),
    after: placingIn(words, example.after.possible),
  };
  const goes = {
    key: words.rules.proof.try.placing,
    before: placingIn(words, example.before.definite),
    after: placingIn(words, example.after.definite),
  };
  return {
    ...{ direction: differences.directions[direction], colour: COLOURS[direction] },
    pattern: presentCase({ facts: kind.pattern, area: null }, both, language),
    example: presentCase(example.after, both, language),
    rows: could.before === could.after ? [goes] : [goes, { ...could, key: words.rules.proof.verify.could }],
    rules: kind.ruleIds.map(titleOf),
  };
}

/** The parts that read otherwise; none where only what people do not read in the document changed. */
function changedParts(was: RuleInWords, is: RuleInWords, words: Words): ChangedPart[] {
  const [before, after] = [partsOf(was, words), partsOf(is, words)];
  return before.flatMap(({ key, items }, place) => {
    const now = after[place]?.items ?? [];
    return JSON.stringify(items) === JSON.stringify(now) ? [] : [{ key, before: items, after: now }];
  });
}

function partsOf(rule: RuleInWords, { rules, codes }: Words): { key: string; items: readonly Item[] }[] {
  const { read } = rules;
  const texts = (...given: readonly (string | null)[]): Item[] =>
    given.flatMap((text) => (text === null ? [] : [{ text }]));
  return [
    { key: rules.editor.name, items: texts(rule.title) },
    { key: read.why, items: texts(rule.because) },
    { key: read.law, items: texts(rule.law) },
    { key: read.when, items: [rule.when] },
    { key: read.redLine, items: texts(rule.isRedLine ? rules.yes : rules.no) },
    { key: read.level, items: texts(rule.level === null ? null : codes.levels[rule.level]) },
    { key: read.urgency, items: texts(rule.urgency === null ? null : codes.urgencies[rule.urgency]) },
    { key: read.then, items: rule.prompts },
    { key: read.from, items: texts(rule.from, rule.until) },
    { key: read.only, items: texts(...rule.areas) },
  ];
}
