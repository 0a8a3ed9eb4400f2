import { expect } from '@jest/globals';
import type { Browser } from './browser.ts';

/** A screen that hears of changes, until it is closed or the service ends it. */
export function listen(url: string, browser: Browser) {
  const cookie = [...browser.jar]
    .filter(([name]) => name.startsWith(`${new URL(url).host} `))
    .map(([name, value]) => `${name.split(' ')[1] ?? ''}=${value}`)
    .join('; ');
  const stopping = new AbortController();
  const state = {
    heard: '',
    opened: Promise.resolve(),
    ended: Promise.resolve(),
    stop: () => {
      stopping.abort();
    },
  };
  const answer = fetch(`${url}/worklist/changes`, { headers: { cookie }, signal: stopping.signal });
  state.opened = answer.then(({ status }) => {
    expect(status).toBe(200);
  });
  state.ended = answer
    .then(async ({ body }) => {
      const decoder = new TextDecoder();
      for await (const bytes of body as unknown as AsyncIterable<Uint8Array>) state.heard += decoder.decode(bytes);
    })
    .catch(() => undefined);
  return state;
}

/** Of a case: who has it and where it waits. */
export interface Held {
  readonly claimed_by: string | null;
  readonly state: string;
  readonly queue: string;
}

export const HELD = 'SELECT claimed_by, state, queue FROM case_record WHERE id = $1';
export const FIRST = 'SELECT id FROM case_record ORDER BY id LIMIT 1';
export const ORDER = `SELECT id FROM case_record ORDER BY next_due_at > now(), rank, received_at, id`;
export const SPREAD = `UPDATE case_record AS c SET
  queue = (ARRAY['screening', 'information_and_advice', 'early_help_hub'])[1 + n % 3],
  urgency = (ARRAY['red', 'amber', 'green', 'blue', NULL])[1 + n % 5],
  area = CASE WHEN n % 2 = 0 THEN 'harbour' END, needs_information = n % 4 = 0,
  state = 'auto_triaged', version = version + 1,
  received_at = received_at + n * interval '1 microsecond', next_due_at = now() + (n % 7 - 1.5) * interval '1 hour'
  FROM (SELECT id, row_number() OVER (ORDER BY received_at, id)::integer AS n FROM case_record) AS place
  WHERE place.id = c.id`;
export const MISCOUNTED = `SELECT queue, urgency, held, cases FROM worklist_count WHERE cases > 0 EXCEPT
  SELECT queue, coalesce(urgency, 'not_triaged'), claimed_by IS NOT NULL, count(*) FROM case_record
  WHERE open AND NOT restricted GROUP BY 1, 2, 3`;
