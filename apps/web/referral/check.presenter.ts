import { type Control, type FieldFault, type FormPage, textIn } from '#drafts';
import { dayIn } from '../pages/moments.ts';
import { type ControlSource, fieldWords, shownValue } from './control.presenter.ts';
import { titleOf } from './faults.presenter.ts';

interface AnswerRow {
  /** The first field of the question: where a change goes to. */
  readonly name: string;
  readonly label: string;
  /** `null` when it was not answered. */
  readonly value: string | null;
  readonly isFaulty: boolean;
}

interface AnswerSection {
  readonly page: string;
  readonly title: string;
  /** What was answered, and what is wrong. */
  readonly rows: readonly AnswerRow[];
  /** How many questions of the page stand open. */
  readonly open: number;
}

/** All answers by page, and how many questions stand open: none of them stops the referral. */
export function presentCheck(
  pages: readonly FormPage[],
  source: ControlSource,
  wrong: readonly FieldFault[],
): { readonly sections: readonly AnswerSection[]; readonly open: number; readonly isComplete: boolean } {
  const sections = pages
    .filter(({ group }) => group === null)
    .map((page): AnswerSection => {
      const rows = page.controls.flatMap((control) => rowsOf(control, source, wrong));
      return {
        page: page.id,
        title: titleOf(page, source),
        rows: rows.filter(({ value, isFaulty }) => value !== null || isFaulty),
        open: rows.filter(({ value, isFaulty }) => value === null && !isFaulty).length,
      };
    });
  const open = sections.reduce((sum, section) => sum + section.open, 0);
  return { sections, open, isComplete: wrong.length === 0 };
}

function rowsOf(control: Control, source: ControlSource, wrong: readonly FieldFault[]): AnswerRow[] {
  const name = control.kind === 'day' || control.kind === 'moment' ? `${control.name}-day` : control.name;
  const value = valueOf(control, source);
  const { label } = fieldWords(control, source);
  const isFaulty = wrong.some((fault) => fault.name === name || fault.name === control.name);
  const opened = control.kind === 'one' ? (control.opens[textIn(source.fields, control.name)] ?? []) : [];
  return [{ name, label, value, isFaulty }, ...opened.flatMap((each) => rowsOf(each, source, wrong))];
}

function valueOf(control: Control, source: ControlSource): string | null {
  const { fields, language } = source;
  if (control.kind === 'day' || control.kind === 'moment') {
    const parts = ['day', 'month', 'year'].map((part) => textIn(fields, `${control.name}-${part}`));
    const [day = '', month = '', year = ''] = parts;
    if (parts.every((part) => part === '')) return null;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const shown = Number.isNaN(Date.parse(iso)) ? parts.join(' ') : dayIn(language, iso);
    return [shown, textIn(fields, `${control.name}-time`)].filter((part) => part !== '').join(', ');
  }
  const shown = shownValue(control, source, fields[control.name] ?? '').trim();
  return shown === '' ? null : shown;
}
