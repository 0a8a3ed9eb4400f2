import type { Assignee, TickedCase } from '#decisions';
import { asId } from '#domain';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Words } from '../words/words.ts';

/** A ticked row, with what its case is called. */
export interface TickedRow extends TickedCase {
  readonly reference: string;
}

/** What is to become of the ticked cases; `to` null: whoever asks takes them. */
interface AssignCommand {
  readonly ticked: readonly TickedRow[];
  readonly to: Assignee | null;
}

export type AssignForm =
  | { readonly command: AssignCommand; readonly fault: null }
  | { readonly command: null; readonly fault: { readonly field: string; readonly text: string } };

const TICK = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})\.(FD-[2-9A-Z]{4}-[2-9A-Z]{4}-\d{1,2})$/;

export function readAssignment(fields: FormFields, words: Words): AssignForm {
  const texts = words.worklist.bulk;
  const ticked = tickedIn(fields['case']);
  if (ticked.length === 0) return faulty('case', texts.none);
  switch (textOf(fields, 'to')) {
    case 'person': {
      const personId = textOf(fields, 'person');
      return personId === '' ? faulty('person', texts.noPerson) : to(ticked, { kind: 'person', personId });
    }
    case 'team': {
      const queue = textOf(fields, 'queue');
      return queue === '' ? faulty('queue', texts.noTeam) : to(ticked, { kind: 'team', queue });
    }
    default:
      return to(ticked, null);
  }
}

/** The one whose button was pressed; null when it names none. */
export function readTaken(fields: FormFields): TickedRow | null {
  return tickedIn(fields['take'])[0] ?? null;
}

/** The part of the list that a form was sent from, as its address says it. */
export function cameFrom(fields: FormFields): string {
  const query = textOf(fields, 'back');
  return /^[\w.=&%+~-]{0,900}$/.test(query) ? query : '';
}

function tickedIn(value: unknown): TickedRow[] {
  return [value].flat().flatMap((each) => {
    const [, id, version, reference] = TICK.exec(typeof each === 'string' ? each : '') ?? [];
    if (id === undefined || version === undefined || reference === undefined) return [];
    return [{ caseId: asId(id), version: Number(version), reference }];
  });
}

function to(ticked: readonly TickedRow[], assignee: Assignee | null): AssignForm {
  return { command: { ticked, to: assignee }, fault: null };
}

function faulty(field: string, text: string): AssignForm {
  return { command: null, fault: { field, text } };
}
