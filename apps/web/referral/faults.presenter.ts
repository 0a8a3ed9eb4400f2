import type { FieldFault, FormPage } from '#drafts';
import type { Words } from '../words/words.ts';
import type { ControlSource } from './control.presenter.ts';

/** What is wrong, by field, in words. */
export function presentFaults(faults: readonly FieldFault[], words: Words): Record<string, string> {
  return Object.fromEntries(faults.map((fault) => [fault.name, textOfFault(fault, words)]));
}

function textOfFault({ code, key, amount }: FieldFault, { referral }: Words): string {
  const needed: Readonly<Record<string, string>> = referral.needed;
  switch (code) {
    case 'needed':
      return needed[key] ?? referral.faults.needed;
    case 'too_long':
      return referral.faults.tooLong(amount);
    case 'no_day':
      return referral.faults.noDay;
    case 'no_time':
      return referral.faults.noTime;
    case 'no_number':
      return referral.faults.noNumber(amount);
    case 'not_alone':
      return referral.faults.notAlone;
  }
}

/** The title of a page: with the name of whom it is about, as far as that is known. */
export function titleOf(
  page: FormPage,
  { words, manner, lists }: Pick<ControlSource, 'words' | 'manner' | 'lists'>,
): string {
  const { title } = pageWords(page.key, words, manner);
  const member = /^(?:child|adult)-(\d+)/.exec(page.id)?.[1] ?? '';
  const group = page.key.startsWith('adult') ? 'adults' : 'sign-children';
  const name = lists[group]?.[member];
  return page.number === null ? title : `${title}: ${name ?? words.referral.numbered(page.number)}`;
}

/** Title and lead of a page. */
export function pageWords(key: string, words: Words, manner: string | null): { title: string; lead?: string } {
  const pages: Readonly<Record<string, { title: string; lead?: string }>> = words.referral.pages;
  const found = (manner === null ? undefined : pages[`${key}/${manner}`]) ?? pages[key];
  if (found === undefined) throw new Error(`There are no words for the page ${key}.`);
  return found;
}
