import type { Problem } from '#platform';
import type { AttachmentListResponse, AttachmentResponse } from '../../apps/api/attachments/attachment.response.ts';
import type { TestFile } from './attachment-files.ts';
import { type Answer, call } from './http.ts';

type Sent = Answer<AttachmentResponse & Partial<Problem>>;

/** Sends a file in a form, as a browser would; further fields go with it. */
export async function send(
  url: string,
  token: string,
  reference: string,
  file: TestFile | null,
  fields: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file !== null) form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
  const response = await fetch(`${url}/api/v1/referrals/${reference}/attachments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as Sent['body'] };
}

export function list(url: string, token: string, reference: string): Promise<Answer<AttachmentListResponse>> {
  return call<AttachmentListResponse>(url, `/api/v1/referrals/${reference}/attachments`, { token });
}
