import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';

/** An example referral with what a careful reader would expect of it (domain pack 5.2). */
export interface Vignette {
  readonly id: string;
  readonly nation: string;
  readonly title: string;
  readonly agency: string;
  readonly expected: { readonly pathways: readonly string[]; readonly urgencies: readonly string[] };
  /** The dates inside are right on this day; they are moved with it. */
  readonly datesRelativeTo: string;
  readonly referral: object;
}

const FOLDER = path.join('test', 'rule-cases');
const DATE = /^\d{4}-\d{2}-\d{2}(?=$|T)/;

/** Every vignette in the repository, in order of id, its dates moved so that the children are as old as the story says. */
export function readVignettes(today: string): Vignette[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const vignettes = files.map((file) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Vignette);
  return vignettes
    .map((vignette) => ({ ...vignette, referral: moveDates(vignette.referral, vignette.datesRelativeTo, today) }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

function moveDates(document: object, from: string, to: string): object {
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
  const move = (_key: string, value: unknown): unknown =>
    typeof value === 'string' && DATE.test(value)
      ? value.replace(DATE, (date) => Temporal.PlainDate.from(date).add({ days }).toString())
      : value;
  return JSON.parse(JSON.stringify(document, move)) as object;
}
