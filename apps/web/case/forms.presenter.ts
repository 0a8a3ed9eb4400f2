import { mayDo } from '#access-policy';
import type { CasePage } from '#decisions';
import { textOf } from '../door/visit.ts';
import { type DecidePanel, presentDecide } from './decide.presenter.ts';
import type { Typed } from './filling.ts';
import type { Input } from '../records/inputs.presenter.ts';
import { askSenderInputs } from './ask-sender.form.ts';
import { type InformationForm, presentInformation } from './information.form.ts';
import { presentSteps, type Steps } from './steps.presenter.ts';
import { type Row, rowsOf, type Telling } from './telling.ts';

/** What somebody can do on the page of a case. */
export interface CaseForms {
  readonly decide: DecidePanel;
  readonly steps: Steps;
  /** `null` for who may not add anything. */
  readonly information: InformationForm | null;
  /** Asks the sender; none where they cannot be asked. */
  readonly askSender: readonly Input[];
  /** Somebody was adding something when the page came back. */
  readonly isAdding: boolean;
  /** What was typed into a form that is not open to them any more: shown, so that it is not lost. */
  readonly kept: readonly Row[];
}

/** How fields of the form that adds information begin. */
const ADDED = ['note', 'source', 'learnedOn', 'fact.'];

export function presentForms(page: CasePage, typed: Typed, telling: Telling): CaseForms {
  const mayAdd = mayDo(telling.actor, 'information.add', page.detail.found) === 'allowed';
  const forms = {
    decide: presentDecide(page, typed, telling),
    steps: presentSteps(page, typed, telling),
    askSender: askSenderInputs(page, typed, telling),
    information: mayAdd ? presentInformation(page, typed, telling) : null,
  };
  const names = Object.keys({ ...typed.typed, ...typed.faults });
  return {
    ...forms,
    isAdding: names.some((name) => ADDED.some((beginning) => name.startsWith(beginning))),
    kept: keptOf(typed, forms, telling),
  };
}

function keptOf({ typed }: Typed, forms: Omit<CaseForms, 'isAdding' | 'kept'>, { words }: Telling): Row[] {
  const { decide, sign, steps, add, askSender } = words.casePage.act;
  const { kind } = forms.decide;
  const lost = (name: string, isShown: boolean) => (isShown ? null : textOf(typed, name));
  return rowsOf([
    [decide.differs, lost('differs', kind === 'decide' && forms.decide.accept !== null)],
    [decide.reason, lost('reason', kind === 'decide')],
    [sign.returnReason, lost('returnReason', kind === 'sign')],
    [steps.moveReason, lost('moveReason', forms.steps.moveInputs.length > 0)],
    [askSender.label, lost('senderQuestion', forms.askSender.length > 0)],
    [add.note, lost('note', forms.information !== null)],
  ]);
}
