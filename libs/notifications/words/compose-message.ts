import { TIME_ZONE } from '#deadlines';
import type { Language } from '#domain';
import type { AuthorityPack } from '#nation-packs';
import { ENGLISH } from './english.ts';
import { isRecordLink } from './record-page.ts';
import { WELSH } from './welsh.ts';
import { type FieldName, FIELDS, type Worded, type Wording, type Wordings } from './wording.ts';

/** What a message is filled with. Nothing else can get into one. */
export interface MessageFields {
  /** Of the referral or case; in a digest of several. */
  readonly references: readonly string[];
  /** Address of this installation's first page or of the record's; null leaves the lines out that need it. */
  readonly link: string | null;
  readonly dueAt: Date | null;
  readonly authority: Pick<AuthorityPack, 'frontDoor'>;
}

/** A message that was composed here, from fixed words and the allowed fields. Channels take nothing else. */
export interface ComposedMessage {
  readonly subject: string;
  readonly lines: readonly string[];
}

const WORDS: Readonly<Record<Language, Wordings>> = { en: ENGLISH, cy: WELSH };
const REFERENCE = /^FD-[2-9A-Z]{4}-[2-9A-Z]{4}(-\d{1,2})?$/;
const FIELD = /\{(\w*)\}/g;
const BETWEEN_LANGUAGES = '—';
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy-GB' };

const composed = new WeakSet<ComposedMessage>();

/**
 * Words a message in each of the languages, the first one first.
 * @throws Error for a reference or link that has not the form of one, and for words with a field that is not allowed.
 */
export function composeMessage(
  what: Worded,
  languages: readonly [Language, ...Language[]],
  fields: MessageFields,
): ComposedMessage {
  const parts = languages.map((language) => filledWording(WORDS[language][what], valuesOf(fields, language)));
  const subject = parts.map((part) => part.subject).join(' / ');
  const lines = parts.flatMap((part, index) => (index === 0 ? part.lines : [BETWEEN_LANGUAGES, ...part.lines]));
  const message = Object.freeze({ subject, lines: Object.freeze(lines) });
  composed.add(message);
  return message;
}

/** The subject alone, for the list of notices in the service. */
export function titleOf(what: Worded, language: Language, fields: MessageFields): string {
  return filledWording(WORDS[language][what], valuesOf(fields, language)).subject;
}

/** @throws Error for a message that was made in any other way: whatever it says, it is not sent. */
export function requireComposed(message: ComposedMessage): ComposedMessage {
  if (composed.has(message)) return message;
  throw new Error('This message was not composed from the fixed words and is not sent.');
}

type Values = Readonly<Record<FieldName, string | null>>;

function filledWording({ subject, lines }: Wording, values: Values): Wording {
  const filled = lines.map((line) => fill(line, values)).filter((line) => line !== null);
  return { subject: fill(subject, values) ?? subject.replaceAll(FIELD, ''), lines: filled };
}

/** Null for a line that speaks of something that is not known. */
function fill(text: string, values: Values): string | null {
  const names = [...text.matchAll(FIELD)].map(([, name = '']) => name);
  const strange = names.find((name) => !FIELDS.includes(name as FieldName));
  if (strange !== undefined) throw new Error(`Words of a message name the field {${strange}}, which is not allowed.`);
  if (names.some((name) => values[name as FieldName] === null)) return null;
  return text.replaceAll(FIELD, (_, name: FieldName) => values[name] ?? '');
}

function valuesOf({ references, link, dueAt, authority }: MessageFields, language: Language): Values {
  const strange = references.some((reference) => !REFERENCE.test(reference));
  if (strange) throw new Error('A message names something as its reference that is none.');
  if (link !== null && !isRecordLink(link))
    throw new Error('A message links to a page of a record, and to nothing else.');
  const { name, telephone } = authority.frontDoor;
  return {
    reference: references.length === 0 ? null : references.join(', '),
    link,
    dueAt: dueAt === null ? null : inWords(dueAt, language),
    service: name,
    telephone,
  };
}

function inWords(at: Date, language: Language): string {
  const format = { dateStyle: 'full', timeStyle: 'short', timeZone: TIME_ZONE } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}
