import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { type CheckedAddress, checkTarget, type Resolver } from './public-hosts.ts';
import { readWebhookUrl } from './webhook-url.ts';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How this service reaches out. */
export interface Outlet {
  readonly resolve: Resolver;
  readonly allowLoopback: boolean;
  /** PEM of a further authority whose certificates count; `null` where those that Node knows are enough. */
  readonly ca: string | null;
  /** For everything together, from the question for the name to the last byte that is read. */
  readonly limitMs: number;
}

type SendFault = 'address_refused' | 'name_not_found' | 'unreachable' | 'certificate_refused' | 'timeout' | 'stopped';
export type SendResult = { readonly status: number } | { readonly fault: SendFault };

/** What a partner answers is of no interest beyond its status. */
const MOST_BODY_BYTES = 1024;

/**
 * Sends a body to an address that somebody outside chose, and never to a machine inside. The name is resolved once, every
 * address checked, and the connection made to one of those; a redirect is an answer like any other. Uses no proxy, since a
 * proxy would resolve the name again. Never throws.
 */
export async function guardedPost(post: Post, outlet: Outlet, stopping: AbortSignal): Promise<SendResult> {
  const read = readWebhookUrl(post.url, outlet.allowLoopback);
  if ('fault' in read) return { fault: 'address_refused' };
  const startedAt = performance.now();
  const checked = await checkTarget(read.target, outlet.resolve, outlet.limitMs);
  if ('refused' in checked) return { fault: checked.refused };
  const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(outlet.limitMs - (performance.now() - startedAt))));
  const signal = AbortSignal.any([deadline, stopping]);
  try {
    const answer = await answerTo(post, read.target.url, { addresses: checked.addresses, ca: outlet.ca, signal });
    return { status: answer };
  } catch (error: unknown) {
    if (deadline.aborted) return { fault: 'timeout' };
    return { fault: stopping.aborted ? 'stopped' : faultOf(error) };
  }
}

interface Connection {
  readonly addresses: readonly CheckedAddress[];
  readonly ca: string | null;
  readonly signal: AbortSignal;
}

function answerTo(post: Post, url: URL, { addresses, ca, signal }: Connection): Promise<number> {
  const options = {
    method: 'POST',
    headers: { ...post.headers, 'content-length': String(Buffer.byteLength(post.body)) },
    agent: false,
    lookup: pinnedTo(addresses),
    signal,
  } as const;
  const tls = { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca === null ? {} : trusting(ca)) } as const;
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? https.request(url, { ...options, ...tls }) : http.request(url, options);
    request.on('error', reject);
    request.once('response', (response) => {
      // What goes wrong from here on changes nothing about the answer.
      request.off('error', reject).on('error', () => undefined);
      void skimmed(response).then(() => {
        resolve(response.statusCode ?? 0);
      });
    });
    request.end(post.body);
  });
}

function trusting(ca: string): { ca: string[] } {
  return { ca: [...rootCertificates, ca] };
}

/** Reads a little, so that a well-behaved receiver is not cut off, and lets go. The status counts whatever comes after it. */
async function skimmed(response: http.IncomingMessage): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BODY_BYTES) break;
    }
  } catch {
    // The partner, or the deadline, cut the answer short.
  }
}

/** Stands in for the name system: whatever is asked, the checked addresses are the answer. */
function pinnedTo(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_name, options, answer) => {
    const [first] = addresses;
    if (options.all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family);
  };
}

function faultOf(error: unknown): SendFault {
  const { code = '', name } = error as { code?: string; name?: string };
  if (name === 'AbortError') return 'stopped';
  return /CERT|SIGNATURE|ERR_TLS|ISSUER|VERIFY/.test(code) ? 'certificate_refused' : 'unreachable';
}
