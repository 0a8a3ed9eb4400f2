import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { DomainError, type Fault, type ReferralDocument } from '#domain';
import { shownField } from '#platform';
import { referralSchema } from './referral.schema.ts';

const MOST_FAULTS = 100;
const DATE_MESSAGE = 'Must be a date that exists, as YYYY-MM-DD.';

let compiled: ValidateFunction<ReferralDocument> | undefined;

/** Compiled for the first referral: a worker that takes in none starts without it. */
function validator(): ValidateFunction<ReferralDocument> {
  return (compiled ??= compile());
}

function compile(): ValidateFunction<ReferralDocument> {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, verbose: true });
  ajv.addKeyword('x-fault');
  (addFormats as unknown as (target: Ajv2020, formats: string[]) => void)(ajv, ['date', 'date-time']);
  return ajv.compile<ReferralDocument>(referralSchema);
}

/**
 * The document as a referral.
 * @throws DomainError `validation_failed` naming every fault at once by JSON pointer, without repeating any value.
 */
export function checkReferral(document: unknown): ReferralDocument {
  const validate = validator();
  if (validate(document)) return document;
  const faults = (validate.errors ?? []).filter((error) => !isInnerBranch(error)).map(faultOf);
  throw new DomainError('validation_failed', 'The referral was not stored: some answers need mending.', unique(faults));
}

/** Branches of "one of these must hold" are told once, by the sentence of the schema that holds them. */
function isInnerBranch(error: ErrorObject): boolean {
  return error.schemaPath.includes('/anyOf/');
}

function faultOf(error: ErrorObject): Fault {
  const schema = error.parentSchema as { 'x-fault'?: string } | undefined;
  switch (error.keyword) {
    case 'anyOf':
      return { pointer: error.instancePath, message: schema?.['x-fault'] ?? 'Does not fit any of the forms allowed.' };
    case 'additionalProperties':
      return below(error, 'additionalProperty', 'There is no such field.');
    case 'required':
      return below(error, 'missingProperty', 'This is needed.');
    default:
      return { pointer: error.instancePath, message: messageOf(error) };
  }
}

function messageOf(error: ErrorObject): string {
  switch (error.keyword) {
    case 'pattern':
      return patternMessage(error);
    case 'enum':
      return `Must be one of: ${valuesOf(error)}.`;
    case 'const':
      return 'Must be "1", the version of this schema.';
    case 'format':
      return formatMessage(error);
    default:
      return `This ${error.message ?? 'is not valid'}.`;
  }
}

function below(error: ErrorObject, parameter: string, message: string): Fault {
  const field = String((error.params as Record<string, unknown>)[parameter]);
  return { pointer: `${error.instancePath}/${shownField(field)}`, message };
}

function patternMessage(error: ErrorObject): string {
  if ((error.parentSchema as { format?: string } | undefined)?.format === 'date') return DATE_MESSAGE;
  const pattern = (error.params as { pattern?: string }).pattern;
  return pattern === '\\S' ? 'Must not be blank.' : `Must have the form ${pattern ?? 'given in the schema'}.`;
}

function formatMessage(error: ErrorObject): string {
  return (error.params as { format?: string }).format === 'date'
    ? DATE_MESSAGE
    : 'Must be a date and time with zone, as 2026-11-21T15:30:00Z.';
}

function valuesOf(error: ErrorObject): string {
  return ((error.params as { allowedValues?: unknown[] }).allowedValues ?? []).join(', ');
}

function unique(faults: readonly Fault[]): Fault[] {
  const seen = new Map(faults.map((fault) => [`${fault.pointer} ${fault.message}`, fault]));
  return [...seen.values()].slice(0, MOST_FAULTS);
}
