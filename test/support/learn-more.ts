import type { Desk } from './api-case-desk.ts';
import { call } from './http.ts';

/** All that the log vouches for besides: what was learned, and withdrawn, and the chronology. */
export async function learnMore({ service: { url }, token }: Desk, id: string): Promise<void> {
  const post = async (path: string, body: object, headers = {}): Promise<{ id: string }> => {
    const answer = await call<{ id: string }>(url, `/api/v1/cases/${id}/${path}`, { token, body, headers });
    if (answer.status >= 300) throw new Error(`${path}: ${String(answer.status)} ${answer.text}`);
    return answer.body;
  };
  const learned = { source: 'visit', learnedOn: '2026-01-05' };
  await post('information', { ...learned, note: 'The aunt has moved in.' });
  const { id: wrong } = await post('information', { ...learned, note: 'Of another family.' });
  await post(`information/${wrong}/withdrawal`, { reason: 'Another family.' });
  const event = { date: '2025-03', approximate: false, kind: 'home_move', text: 'Moved to her mother’s.' };
  const { id: first } = await post('chronology', event);
  await post('chronology', { ...event, date: '2025-04', corrects: first, correctionReason: 'A month later.' });
  await post('chronology/analysis', { note: 'Two moves in a year.' }, { 'if-match': '"0"' });
}
