import type { Answer } from '#domain';
import { choicesIn, type DraftFields, textIn } from '../content/fields.ts';
import { typedAmount, typedDay } from './typed-values.ts';

/** Reads what was typed as what a referral takes: `undefined` for whatever was left open. */
export class Given {
  constructor(private readonly fields: DraftFields) {}

  text(name: string): string | undefined {
    const text = textIn(this.fields, name);
    return text === '' ? undefined : text;
  }

  is(name: string, value: string): boolean {
    return textIn(this.fields, name) === value;
  }

  has(name: string, choice: string): boolean {
    return choicesIn(this.fields, name).includes(choice);
  }

  answer(name: string): Answer | undefined {
    return this.oneOf<Answer>(name);
  }

  /** Of a control's options; what a page does not offer is never kept. */
  oneOf<Value extends string>(name: string): Value | undefined {
    return this.text(name) as Value | undefined;
  }

  /** As `oneOf`, where the referral has no word for "I do not know": it is left open. */
  known<Value extends string>(name: string): Value | undefined {
    return this.is(name, 'not_known') ? undefined : this.oneOf<Value>(name);
  }

  choices<Value extends string>(name: string): readonly Value[] | undefined {
    const choices = choicesIn(this.fields, name) as readonly Value[];
    return choices.length === 0 ? undefined : choices;
  }

  day(name: string): string | undefined {
    return typedDay(this.fields, name) ?? undefined;
  }

  amount(name: string, most: number): number | undefined {
    const amount = typedAmount(textIn(this.fields, name), most);
    return typeof amount === 'number' ? amount : undefined;
  }
}

/** What is given of these; `undefined` when nothing is, so that no empty object stands in a referral. */
export function given<Whole extends object>(parts: { [Key in keyof Whole]: Whole[Key] | undefined }): Whole {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return (entries.length === 0 ? undefined : Object.fromEntries(entries)) as Whole;
}
