import type { Random } from '../../support/random.ts';
import { CALLED, ERROR_RATES, HEARD, KEYS } from './errors.data.ts';
import type { Person } from './person.ts';

/** A slip of whoever types: a neighbouring key, a letter left out, doubled, or two swapped. */
export function mistyped(from: Random, text: string): string {
  if (text.length < 3) return text;
  const place = from.below(text.length);
  const letter = text[place] ?? '';
  const before = text.slice(0, place);
  const after = text.slice(place + 1);
  switch (from.below(4)) {
    case 0:
      return `${before}${neighbour(from, letter)}${after}`;
    case 1:
      return `${before}${after}`;
    case 2:
      return `${before}${letter}${letter}${after}`;
    default:
      return `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`;
  }
}

/** As somebody writes it who only heard it, or read a poor copy. */
function misheard(from: Random, text: string): string {
  const small = text.toLowerCase();
  const fitting = HEARD.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]).filter(
    ([one]) => one !== '' && small.includes(one),
  );
  if (fitting.length === 0) return text;
  const [one, other] = from.oneOf(fitting);
  const place = small.lastIndexOf(one);
  return capital(`${small.slice(0, place)}${other}${small.slice(place + one.length)}`);
}

export function givenAsSaid(from: Random, person: Person): string {
  const rates = ERROR_RATES.given;
  let given = person.given;
  if (person.middle !== null && from.chance(rates.middleInstead)) given = person.middle;
  else if (from.chance(rates.nickname)) given = from.oneOf(CALLED.get(given) ?? [given]);
  if (from.chance(rates.typing)) given = mistyped(from, given);
  if (from.chance(rates.hearing)) given = misheard(from, given);
  if (from.chance(rates.initial)) given = given.slice(0, 1);
  if (person.middle !== null && from.chance(rates.middleAdded)) given = `${given} ${person.middle}`;
  return accentsLost(from, given);
}

export function familyAsSaid(from: Random, family: string, otherParents: string): string {
  const rates = ERROR_RATES.family;
  let said = family;
  if (said.includes('-') && from.chance(rates.halfOfDouble)) said = from.oneOf(said.split('-'));
  else if (from.chance(rates.hyphenLost)) said = said.replace('-', ' ');
  if (from.chance(rates.otherParents)) said = otherParents;
  if (from.chance(rates.typing)) said = mistyped(from, said);
  if (from.chance(rates.hearing)) said = misheard(from, said);
  return accentsLost(from, said);
}

/** `null` when it is not known. */
export function birthAsSaid(from: Random, date: string): string | null {
  const rates = ERROR_RATES.birth;
  const [year = '', month = '', day = ''] = date.split('-');
  if (from.chance(rates.missing)) return null;
  if (from.chance(rates.firstOfJanuary)) return `${year}-01-01`;
  const wrong: readonly (readonly [number, string])[] = [
    [Number(day) <= 12 ? rates.swapped : 0, `${year}-${day}-${month}`],
    [rates.yearOff, `${Number(year) + (from.chance(0.5) ? 1 : -1)}-${month}-${day}`],
    [rates.monthOff, `${year}-${two(1 + (Number(month) % 12))}-${two(Math.min(Number(day), 28))}`],
    [rates.oneDigit, `${year}-${month}-${two(1 + from.below(28))}`],
  ];
  return wrong.find(([rate]) => from.chance(rate))?.[1] ?? date;
}

export function oneDigitWrong(from: Random, digits: string): string {
  const place = 1 + from.below(digits.length - 1);
  return `${digits.slice(0, place)}${from.below(10)}${digits.slice(place + 1)}`;
}

function accentsLost(from: Random, text: string): string {
  if (!from.chance(ERROR_RATES.accentsLost)) return text;
  return text
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}

function neighbour(from: Random, letter: string): string {
  const row = KEYS.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return letter;
  const place = row.indexOf(letter.toLowerCase());
  return row[place + (from.chance(0.5) ? 1 : -1)] ?? letter;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
