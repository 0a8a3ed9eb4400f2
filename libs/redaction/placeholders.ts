import type { Language } from '#domain';
import type { Placeholder } from './redactor.ts';
import type { RedactionKind } from './third-party.ts';

const PLACEHOLDERS: Readonly<Record<RedactionKind, Readonly<Record<Language, string>>>> = {
  name: { en: 'person', cy: 'person' },
  telephone: { en: 'telephone number', cy: 'rhif ffôn' },
  email: { en: 'e-mail address', cy: 'cyfeiriad e-bost' },
  address: { en: 'address', cy: 'cyfeiriad' },
  date_of_birth: { en: 'date of birth', cy: 'dyddiad geni' },
  number: { en: 'reference number', cy: 'cyfeirnod' },
  place: { en: 'organisation', cy: 'sefydliad' },
  added: { en: 'withheld', cy: 'wedi’i ddal yn ôl' },
};

/** What stands for somebody else in a text of this language: `[person 2]`. */
export function placeholderIn(language: Language): Placeholder {
  return (kind, person) => {
    const word = PLACEHOLDERS[kind][language];
    return kind === 'name' && person !== null ? `[${word} ${String(person)}]` : `[${word}]`;
  };
}

/** Only what the service put there itself: a bracket of the record's own hides nothing. */
export function withoutPlaceholders(text: string): string {
  return text.replaceAll(OWN_PLACEHOLDER, ' | ');
}

const OWN_PLACEHOLDER = new RegExp(
  `\\[(?:${Object.values(PLACEHOLDERS)
    .flatMap((words) => Object.values(words))
    .join('|')})(?: \\d+)?\\]`,
  'gu',
);
