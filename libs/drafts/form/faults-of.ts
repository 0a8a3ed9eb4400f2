import { choicesIn, type DraftFields, textIn } from '../content/fields.ts';
import { type Control, dayParts } from './control.ts';
import type { FormPage } from './page.ts';
import { isWrongDay, typedAmount, typedDay, typedTime } from './typed-values.ts';

type FaultCode = 'needed' | 'too_long' | 'no_day' | 'no_time' | 'no_number' | 'not_alone';

/** What is wrong with a field. Nothing is lost by it: what was typed is kept as it is. */
export interface FieldFault {
  /** The field to go to. */
  readonly name: string;
  readonly code: FaultCode;
  /** By which words are found: the field's, or the page's for what one of several fields has to hold. */
  readonly key: string;
  /** By how many characters it is too long, or the highest number there may be; 0 for other faults. */
  readonly amount: number;
}

/** Everything on a page that stands in the way of sending. */
export function faultsOf(page: FormPage, fields: DraftFields): FieldFault[] {
  const { oneOf = [] } = page;
  const isMissing = oneOf.length > 0 && oneOf.every((name) => textIn(fields, name) === '');
  const missing: FieldFault[] = isMissing ? [{ name: oneOf[0] ?? '', code: 'needed', key: page.key, amount: 0 }] : [];
  return [...missing, ...page.controls.flatMap((control) => faultsIn(control, fields))];
}

/** A fault without its words' key. */
type Found = Omit<FieldFault, 'key'>;

function faultsIn(control: Control, fields: DraftFields): FieldFault[] {
  if (control.kind === 'one') {
    return (control.opens[textIn(fields, control.name)] ?? []).flatMap((opened) => faultsIn(opened, fields));
  }
  const found = faultIn(control, fields);
  return found === null ? [] : [{ ...found, key: control.key }];
}

function faultIn(control: Exclude<Control, { kind: 'one' }>, fields: DraftFields): Found | null {
  const { name } = control;
  switch (control.kind) {
    case 'line':
    case 'prose':
      return lengthFault(name, lengthOf(textIn(fields, name)) - control.most);
    case 'many':
      return isMixed(choicesIn(fields, name), control.alone) ? faultAt(name, 'not_alone') : null;
    case 'day':
      return isWrongDay(fields, name) ? faultAt(dayParts(name)[0], 'no_day') : null;
    case 'amount': {
      const isWrong = typedAmount(textIn(fields, name), control.most) === 'wrong';
      return isWrong ? faultAt(name, 'no_number', control.most) : null;
    }
    case 'moment':
      return momentFault(fields, name);
  }
}

function momentFault(fields: DraftFields, name: string): Found | null {
  const [day, time] = [typedDay(fields, name), textIn(fields, `${name}-time`)];
  if (isWrongDay(fields, name) || (day === null && time !== '')) return faultAt(dayParts(name)[0], 'no_day');
  return day !== null && typedTime(time) === null ? faultAt(`${name}-time`, 'no_time') : null;
}

function lengthFault(name: string, over: number): Found | null {
  return over > 0 ? faultAt(name, 'too_long', over) : null;
}

function isMixed(ticked: readonly string[], alone: string | undefined): boolean {
  return alone !== undefined && ticked.includes(alone) && ticked.length > 1;
}

function faultAt(name: string, code: FaultCode, amount = 0): Found {
  return { name, code, amount };
}

/** As the schema counts: characters, not halves of them. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
