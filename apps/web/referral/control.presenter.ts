import type { Language } from '#domain';
import { choicesIn, type Control, dayParts, type DraftFields, type FieldValue, typedIn } from '#drafts';
import type { NationPack } from '#nation-packs';
import type { Words } from '../words/words.ts';

/** What a question is called: its words, in whichever way it is known. */
interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly options?: Readonly<Record<string, string>>;
}

interface OptionView {
  readonly value: string;
  readonly text: string;
  readonly checked: boolean;
  readonly opens: readonly ControlView[];
}

/** A question as its template takes it. */
export interface ControlView {
  readonly kind: Control['kind'] | 'list';
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly most: number;
  readonly use: string | null;
  readonly autocomplete: string;
  readonly options: readonly OptionView[];
  /** Whether the answers fit on one line. */
  readonly isInline: boolean;
  readonly parts: readonly {
    readonly name: string;
    readonly value: string;
    readonly label: string;
    readonly isYear: boolean;
  }[];
  readonly fault: string | null;
  /** Texts that were written from elsewhere. */
  readonly others: readonly string[];
}

const LONGEST_INLINE = 18;

/** What a browser may fill in: only what is said about whoever types. */
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  'sender-name': 'name',
  'sender-phone': 'tel',
  'sender-email': 'email',
};

/** Where the words and the answers of a form come from. */
export interface ControlSource {
  readonly words: Words;
  readonly language: Language;
  readonly nation: Pick<NationPack, 'indicators' | 'levels'>;
  readonly fields: DraftFields;
  readonly others: Readonly<Record<string, readonly FieldValue[]>>;
  readonly faults: Readonly<Record<string, string>>;
  /** Names of those whom a question may be about, by number; and the agencies that a caller may be of. */
  readonly lists: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Ends the key of words that differ in this form: `child` or `public`. */
  readonly manner: string | null;
}

export function presentControl(control: Control, source: ControlSource): ControlView {
  const { name } = control;
  const words = fieldWords(control, source);
  const isList = control.kind === 'line' && source.lists[control.key] !== undefined;
  const options = optionsOf(control, source);
  return {
    kind: isList ? 'list' : control.kind,
    ...{ name, label: words.label, hint: words.hint ?? null, value: typedIn(source.fields, name) },
    ...{ use: useOf(control), autocomplete: AUTOCOMPLETE[name] ?? 'off', most: 'most' in control ? control.most : 0 },
    ...{ options, isInline: fitsOneLine(options), parts: partsOf(control, source) },
    fault: faultAt(name, source.faults),
    others: (source.others[name] ?? []).map((other) => shownValue(control, source, other)),
  };
}

function useOf(control: Control): string | null {
  return control.kind === 'line' ? (control.use ?? null) : null;
}

function fitsOneLine(options: readonly OptionView[]): boolean {
  return options.length <= 3 && options.every(({ text, opens }) => text.length <= LONGEST_INLINE && opens.length === 0);
}

function faultAt(name: string, faults: ControlSource['faults']): string | null {
  return faults[name] ?? faults[dayParts(name)[0]] ?? faults[`${name}-time`] ?? null;
}

/** The question's own words; an indicator's are the nation pack's. */
export function fieldWords(
  control: Pick<Control, 'key'>,
  { words, language, nation, manner }: ControlSource,
): FieldWords {
  const indicator = nation.indicators.find(({ id }) => id === control.key);
  if (indicator !== undefined) {
    return { label: language === 'cy' ? (indicator.questionCy ?? indicator.question) : indicator.question };
  }
  const all: Readonly<Record<string, FieldWords>> = words.referralFields;
  const found = (manner === null ? undefined : all[`${control.key}/${manner}`]) ?? all[control.key];
  if (found === undefined) throw new Error(`There are no words for the question ${control.key}.`);
  return found;
}

/** What an option is called. */
export function optionText(control: Control, option: string, source: ControlSource): string {
  const { words, language, nation } = source;
  if (control.key === 'level') {
    const level = nation.levels.find((each) => each.level === option);
    if (level !== undefined) return language === 'cy' ? (level.titleCy ?? level.title) : level.title;
  }
  const answers: Readonly<Record<string, string>> = words.referral.answers;
  const own = fieldWords(control, source).options?.[option] ?? source.lists[control.key]?.[option];
  return own ?? answers[option] ?? option;
}

/** An answer in words. */
export function shownValue(control: Control, source: ControlSource, value: FieldValue): string {
  const texts = typeof value === 'string' ? [value] : value;
  const isChosen = control.kind === 'one' || control.kind === 'many' || source.lists[control.key] !== undefined;
  return texts.map((text) => (isChosen && text !== '' ? optionText(control, text, source) : text)).join(', ');
}

function optionsOf(control: Control, source: ControlSource): readonly OptionView[] {
  const list = source.lists[control.key];
  const chosen = choicesIn(source.fields, control.name);
  if (control.kind === 'one' || control.kind === 'many') {
    return control.options.map((value) => ({
      ...{ value, text: optionText(control, value, source), checked: chosen.includes(value) },
      opens: control.kind === 'one' ? (control.opens[value] ?? []).map((each) => presentControl(each, source)) : [],
    }));
  }
  if (list === undefined) return [];
  return Object.entries(list).map(([value, text]) => ({ value, text, checked: chosen.includes(value), opens: [] }));
}

function partsOf(control: Control, { fields, words }: ControlSource): ControlView['parts'] {
  if (control.kind !== 'day' && control.kind !== 'moment') return [];
  const { day, month, year, time } = words.referral.dates;
  const names = [...dayParts(control.name), ...(control.kind === 'moment' ? [`${control.name}-time`] : [])];
  return names.map((name, at) => ({
    ...{ name, value: typedIn(fields, name), isYear: at === 2 },
    label: [day, month, year, time][at] ?? '',
  }));
}
