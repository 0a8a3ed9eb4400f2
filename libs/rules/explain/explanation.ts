import type { Truth } from '../evaluation.ts';

/** Who reads an explanation (rules.md, semantics 8). */
export type Voice = 'practitioner' | 'manager' | 'referrer';

export interface ExplanationFact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** One rule and the facts that decided it. */
export interface ExplanationLine {
  readonly ruleId: string;
  /** For managers. */
  readonly ruleVersion?: number;
  readonly title: string;
  readonly because: string;
  /** The legal basis in the rule set's nation, as the rule set cites it. */
  readonly legalBasis?: string;
  readonly result: Truth;
  readonly facts: readonly ExplanationFact[];
}

export interface ExplanationQuestion {
  readonly factId: string;
  readonly question: string;
}

/** An evaluation in words for one kind of reader. */
export interface Explanation {
  readonly voice: Voice;
  /** Whole sentences. */
  readonly summary: readonly string[];
  /** Rules that hold, then rules that are open; the highest first. */
  readonly lines: readonly ExplanationLine[];
  /** Questions whose answers would settle level and urgency. */
  readonly openQuestions: readonly ExplanationQuestion[];
  /** Rules one condition short of holding; none for referrers. */
  readonly nearMisses: readonly ExplanationLine[];
  /**
   * In Welsh only: the texts that stand here in English because the rule set has no Welsh for them, word for word and
   * each once, so that a page can mark their language. Where there are any, the summary's last sentence says so. Legal
   * bases are not among them: they are citations and stay as the rule set gives them.
   */
  readonly untranslated?: readonly string[];
}
