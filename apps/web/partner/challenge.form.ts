import { CHALLENGE_GROUNDS, type ChallengeGrounds, STAGES } from '#challenges';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';
import { proseFault, proseOf } from './prose.ts';

/** A challenge as the agency's form gives it. */
export interface OpeningOfChallenge {
  /** `null` where the referral has one child alone. */
  readonly caseReference: string | null;
  readonly grounds: ChallengeGrounds;
  readonly text: string;
  readonly immediateRisk: boolean;
  /** `null` for the first. */
  readonly toStage: number | null;
}

type Pace = Pick<OpeningOfChallenge, 'immediateRisk' | 'toStage'>;

/** `references`: of the cases that can be challenged. */
export function readOpening(
  fields: FormFields,
  references: readonly string[],
  words: Words,
): { readonly value: OpeningOfChallenge } | { readonly faults: Faults } {
  const caseReference = references.find((each) => each === textOf(fields, 'child')) ?? null;
  const grounds = CHALLENGE_GROUNDS.find((each) => each === textOf(fields, 'grounds'));
  const text = proseOf(textOf(fields, 'text'));
  const pace = paceOf(fields);
  const faults = {
    ...choiceFaults({ needsChild: caseReference === null && references.length > 1, grounds }, words),
    ...textFaults(text, pace, words),
  };
  if (grounds === undefined || Object.keys(faults).length > 0) return { faults };
  return { value: { caseReference: caseReference ?? references[0] ?? null, grounds, text, ...pace } };
}

function choiceFaults(
  { needsChild, grounds }: { readonly needsChild: boolean; readonly grounds: ChallengeGrounds | undefined },
  { partner }: Words,
): Faults {
  const { faults: told } = partner.challenging;
  return { ...(needsChild ? { child: told.child } : {}), ...(grounds === undefined ? { grounds: told.grounds } : {}) };
}

/** What is wrong with the words of a step, and with the stage that it names. */
export function textFaults(text: string, { immediateRisk, toStage }: Pace, { partner }: Words): Faults {
  const { faults: told } = partner.challenging;
  const wrong = proseFault(text, told);
  return {
    ...(wrong === null ? {} : { text: wrong }),
    ...(toStage !== null && !immediateRisk ? { stage: told.stage } : {}),
  };
}

/** Whether there is an immediate risk, and the stage further up that it is taken to. */
export function paceOf(fields: FormFields): Pace {
  const stage = Number(textOf(fields, 'stage'));
  const isFurther = Number.isInteger(stage) && stage > 1 && stage <= STAGES.length;
  return { immediateRisk: textOf(fields, 'risk') === 'yes', toStage: isFurther ? stage : null };
}
