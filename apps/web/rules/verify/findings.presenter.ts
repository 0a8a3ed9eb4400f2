import type { Language, Level, Urgency } from '#domain';
import { type Item, RuleReader } from '#rule-sets';
import type { Example, InvariantFinding, RuleFinding, RuleSet, SafetyInvariant, Verification } from '#rules';
import type { Words } from '../../words/words.ts';
import { type CaseView, placingIn, presentCase } from '../try/case.presenter.ts';

/** What a promise about safety says: a sentence of its own, or where something is so and what is then due at least. */
interface PromiseView {
  readonly sentence: string | null;
  readonly when: Item | null;
  readonly atLeast: string | null;
}

interface ShownExample {
  readonly case: CaseView;
  readonly comesTo: string;
  readonly could: string | null;
}

interface BrokenPromise extends PromiseView {
  readonly example: ShownExample | null;
  /** The finding's own sentence; only in English. */
  readonly found: string | null;
}

interface RuleRemark {
  readonly kind: string;
  readonly rules: readonly string[];
  readonly example: ShownExample | null;
}

export interface Findings {
  readonly isSafe: boolean;
  readonly broken: readonly BrokenPromise[];
  readonly undecided: readonly PromiseView[];
  readonly kept: readonly PromiseView[];
  readonly remarks: readonly RuleRemark[];
}

export interface FindingsGiven {
  readonly ruleSet: RuleSet;
  readonly invariants: readonly SafetyInvariant[];
  readonly language: Language;
  readonly words: Words;
}

/** A verification in words; each promise that is broken with the case that shows it. */
export function presentFindings(found: Verification, given: FindingsGiven): Findings {
  const reader = new RuleReader(given.ruleSet, given.language);
  const promise = (finding: InvariantFinding): PromiseView => promiseOf(finding, given, reader);
  const by = (proof: InvariantFinding['proof']) => found.invariants.filter((one) => one.proof === proof);
  return {
    isSafe: found.isSafe,
    broken: by('refuted').map((finding) => ({
      ...promise(finding),
      example: finding.example === null ? null : exampleOf(finding.example, given),
      found: given.language === 'en' ? finding.sentence : null,
    })),
    undecided: by('undecided').map(promise),
    kept: by('proved').map(promise),
    remarks: found.findings.map((finding) => remarkOf(finding, given, reader)),
  };
}

function promiseOf({ id, title }: InvariantFinding, given: FindingsGiven, reader: RuleReader): PromiseView {
  const builtIn: Readonly<Record<string, string>> = given.words.rules.proof.verify.builtIn;
  const sentence = Object.hasOwn(builtIn, id) ? builtIn[id] : undefined;
  if (sentence !== undefined) return { sentence, when: null, atLeast: null };
  const invariant = given.invariants.find((one) => one.id === id);
  if (invariant === undefined) return { sentence: title.replaceAll('_', ' '), when: null, atLeast: null };
  return { sentence: null, when: reader.condition(invariant.when), atLeast: least(invariant.atLeast, given.words) };
}

function least({ level, urgency }: { level?: Level; urgency?: Urgency }, { codes, rules }: Words): string {
  if (level !== undefined && urgency !== undefined) {
    return rules.proof.placing(codes.levels[level], codes.urgencies[urgency]);
  }
  return level === undefined ? codes.urgencies[urgency ?? 'blue'] : codes.levels[level];
}

function exampleOf(example: Example, { ruleSet, language, words }: FindingsGiven): ShownExample {
  const [comesTo, could] = [placingIn(words, example.definite), placingIn(words, example.possible)];
  return { case: presentCase(example, ruleSet, language), comesTo, could: could === comesTo ? null : could };
}

function remarkOf({ kind, ruleIds, example }: RuleFinding, given: FindingsGiven, reader: RuleReader): RuleRemark {
  const rules = given.ruleSet.rules.filter(({ id }) => ruleIds.includes(id)).map((rule) => reader.read(rule).title);
  return {
    kind: given.words.rules.proof.verify.kinds[kind],
    rules,
    example: example === null ? null : exampleOf(example, given),
  };
}
