import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { needed } from '../setting.ts';
import { answerInWords } from './answer-in-words.ts';

const MEDIA_TYPES = { json: 'application/json', yaml: 'application/yaml', csv: 'text/csv' } as const;
const OPTIONS = {
  label: { type: 'string' },
  note: { type: 'string' },
  justification: { type: 'string' },
  reason: { type: 'string' },
  area: { type: 'string', multiple: true },
  from: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

interface Asked {
  readonly id: string;
  readonly label?: string;
  readonly note?: string;
  readonly justification?: string;
  readonly reason?: string;
  readonly area?: string[];
  readonly from?: string;
}

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object | { readonly file: string };
  /** Changes of a version are made on the version as it stands now. */
  readonly of?: string;
}

/** Steps of the life cycle, done by the service for the person whose token is given: the same checks hold as anywhere. */
const STEPS: Readonly<Record<string, (asked: Asked) => Request>> = {
  list: () => ({ method: 'GET', path: '/rule-sets' }),
  show: ({ id }) => ({ method: 'GET', path: `/rule-sets/${id}` }),
  draft: ({ label, note }) => ({ method: 'POST', path: '/rule-sets', body: { label, changeNote: note } }),
  import: ({ id, label, note }) => ({ method: 'POST', path: importPath(id, label, note), body: { file: id } }),
  differences: ({ id }) => ({ method: 'GET', path: `/rule-sets/${id}/differences` }),
  prove: ({ id }) => ({ method: 'POST', path: `/rule-sets/${id}/verifications` }),
  'try-history': ({ id }) => ({ method: 'POST', path: `/rule-sets/${id}/backtests` }),
  job: ({ id }) => ({ method: 'GET', path: `/rule-set-jobs/${id}` }),
  cancel: ({ id }) => ({ method: 'POST', path: `/rule-set-jobs/${id}/cancellation` }),
  resume: ({ id }) => ({ method: 'POST', path: `/rule-set-jobs/${id}/resumption` }),
  share: ({ id }) => ({ method: 'GET', path: `/rule-set-jobs/${id}/shared-report` }),
  lower: ({ id }) => ({ method: 'GET', path: `/rule-set-jobs/${id}/lower` }),
  approve: ({ id, justification }) => ({
    ...{ method: 'POST', path: `/rule-sets/${id}/approval`, of: id },
    body: justification === undefined ? {} : { justification },
  }),
  activate: ({ id, area, from }) => ({
    ...{ method: 'POST', path: `/rule-sets/${id}/activations`, of: id },
    body: { areas: area ?? ['*'], from },
  }),
  'roll-back': ({ id, reason }) => ({
    ...{ method: 'POST', path: `/rule-set-activations/${id}/withdrawal` },
    body: { reason },
  }),
};

export const SERVICE_STEPS = Object.keys(STEPS);

/** One step on a running service (FRONT_DOOR_URL, FRONT_DOOR_TOKEN). Exit code 1 when it is refused. */
export async function serviceCommand(step: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const requestFor = STEPS[step];
  if (requestFor === undefined) throw new Error(`There is no step "${step}".`);
  const { json, ...given } = values;
  const request = requestFor({ id: positionals[0] ?? '', ...given });
  const headers: Record<string, string> = request.of === undefined ? {} : { 'if-match': await etagOf(request.of) };
  const answer = await send(request, headers);
  const body = (await answer.json()) as object;
  process.stdout.write(json ? `${JSON.stringify(body, null, 2)}\n` : `${answerInWords(body)}\n`);
  return answer.ok ? 0 : 1;
}

async function send({ method, path: address, body }: Request, headers: Record<string, string>): Promise<Response> {
  const all = { ...headers, authorization: `Bearer ${needed('FRONT_DOOR_TOKEN')}` };
  const url = `${needed('FRONT_DOOR_URL')}/api/v1${address}`;
  if (body === undefined) return fetch(url, { method, headers: all });
  if ('file' in body) {
    const type = MEDIA_TYPES[formatOf(body.file)];
    return fetch(url, { method, headers: { ...all, 'content-type': type }, body: await readFile(body.file) });
  }
  return fetch(url, { method, headers: { ...all, 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

async function etagOf(id: string): Promise<string> {
  const answer = await send({ method: 'GET', path: `/rule-sets/${id}` }, {});
  return answer.headers.get('etag') ?? '"0"';
}

function importPath(file: string, label: string | undefined, note: string | undefined): string {
  const query = new URLSearchParams({ format: formatOf(file) });
  if (label !== undefined) query.set('label', label);
  if (note !== undefined) query.set('changeNote', note);
  return `/rule-sets/imports?${query.toString()}`;
}

function formatOf(file: string): keyof typeof MEDIA_TYPES {
  const ending = path.extname(file).slice(1).toLowerCase();
  return ending === 'csv' ? 'csv' : ending === 'yaml' || ending === 'yml' ? 'yaml' : 'json';
}
