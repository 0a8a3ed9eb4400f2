import { type CasePage, type Move, MOVES, type OfferedAction } from '#decisions';
import type { FormFields } from '#sign-in';
import type { Faults } from '../pages/pages.ts';
import { type Field, optionsOf } from '../records/field.ts';
import { type Input, inputsOf } from '../records/inputs.presenter.ts';
import { readAnswers } from '../records/read-answers.ts';
import { fillingOf, type Typed } from './filling.ts';
import type { Telling } from './telling.ts';

const LONGEST_REASON = 4_000;

/** What somebody can do with the case besides deciding; nothing that would be refused. */
export interface Steps {
  readonly canClaim: boolean;
  readonly canRelease: boolean;
  /** Fields of the form that moves the case on; none when no move is open. */
  readonly moveInputs: readonly Input[];
  readonly isNothing: boolean;
}

export function presentSteps({ detail: { availableActions: open } }: CasePage, typed: Typed, telling: Telling): Steps {
  const moves = movesAmong(open);
  return {
    canClaim: open.includes('claim'),
    canRelease: open.includes('release'),
    moveInputs: moves.length === 0 ? [] : inputsOf(moveFields(moves, telling), fillingOf(typed, telling.words)),
    isNothing: open.length === 0,
  };
}

export type ReadMove =
  { readonly step: { readonly move: Move; readonly reason: string } } | { readonly faults: Faults };

/** Every move may be asked for: what is not open any more is refused by the case itself, in its own words. */
export function readMove(typed: FormFields, telling: Telling): ReadMove {
  const { answers, faults } = readAnswers(moveFields(MOVES, telling), typed, telling);
  if (Object.keys(faults).length > 0) return { faults };
  return { step: { move: answers.oneOf('move', MOVES), reason: answers.text('moveReason') } };
}

function movesAmong(open: readonly OfferedAction[]): Move[] {
  return MOVES.filter((move) => open.includes(move));
}

function moveFields(moves: readonly Move[], { words }: Telling): Field[] {
  const { steps } = words.casePage.act;
  return [
    {
      ...{ kind: 'choice', name: 'move', label: steps.moveLegend, missing: steps.missingMove },
      options: optionsOf(moves, words.codes.caseActions),
    },
    {
      ...{ kind: 'prose', name: 'moveReason', label: steps.moveReason, hint: steps.moveHint },
      ...{ missing: steps.missingReason, longest: LONGEST_REASON },
    },
  ];
}
