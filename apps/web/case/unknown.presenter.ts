import type { CasePage } from '#decisions';
import { type RuleLine, ruleLine, tellerOf } from './proposal.presenter.ts';
import { levelWords, type Said, type Telling } from './telling.ts';

/** What is not known, and what it could change. */
export interface Unknown {
  readonly questions: readonly Said[];
  /** What the case could still become; `null` when no answer could raise it. */
  readonly couldBecome: { readonly level: string; readonly urgency: string } | null;
  readonly open: readonly RuleLine[];
  readonly changes: readonly Said[];
}

export function presentUnknown({ detail, why }: CasePage, telling: Telling): Unknown {
  if (detail.run === null || why === null) return { questions: [], couldBecome: null, open: [], changes: [] };
  const { couldBecome } = detail.run.proposal;
  const { openQuestions, lines, untranslated = [] } = why.explanation;
  const tell = tellerOf(untranslated);
  return {
    questions: openQuestions.map(({ question }) => tell(question)),
    couldBecome:
      couldBecome === null
        ? null
        : {
            level: levelWords(telling, couldBecome.level),
            urgency: telling.words.codes.urgencies[couldBecome.urgency],
          },
    open: lines.filter(({ result }) => result === 'unknown').map((line) => ruleLine(line, tell)),
    changes: why.counterfactuals.map(({ sentence, untranslated: english = [] }) => ({
      text: sentence,
      // One English label makes the sentence a mixed one: it stays the page's language.
      lang: telling.language === 'cy' && english.includes(sentence) ? 'en' : null,
    })),
  };
}
