import { connect, type Socket } from 'node:net';

/** What the scanner says of some bytes. Whatever is neither is no answer at all, and an error. */
export type ScanAnswer = { readonly state: 'clean' } | { readonly state: 'infected'; readonly signature: string };

const PATIENCE_MS = 30_000;
const CHUNK_BYTES = 256 * 1024;
const MOST_ANSWER_BYTES = 4_096;

/**
 * Speaks clamd's protocol: commands that begin with `z` and answers that end with NUL, one a connection. An answer that
 * does not come whole and in time is none.
 */
export class ClamdClient {
  /** `host:port`, or the path of a socket. */
  constructor(private readonly address: string) {}

  /** @throws Error when the scanner is away, too slow, or could not scan. */
  async scan(bytes: Buffer, signal: AbortSignal): Promise<ScanAnswer> {
    const answer = await this.ask([Buffer.from('zINSTREAM\0'), ...chunksOf(bytes), Buffer.alloc(4)], signal);
    if (answer === 'stream: OK') return { state: 'clean' };
    const signature = /^stream: ([\x21-\x7e]{1,200}) FOUND$/.exec(answer)?.[1];
    if (signature === undefined) throw new Error('The scanner could not scan.');
    return { state: 'infected', signature };
  }

  /** The scanner with the age of its signatures, for example "ClamAV 1.4.2/27500/Sat Nov 21 09:24:44 2026". */
  async version(signal: AbortSignal): Promise<string> {
    return (await this.ask([Buffer.from('zVERSION\0')], signal)).replaceAll(/[^\x20-\x7e]/g, '').slice(0, 100);
  }

  private async ask(parts: readonly Buffer[], signal: AbortSignal): Promise<string> {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    const socket = this.open();
    const stop = (): void => {
      socket.destroy(new Error('The scanner did not answer in time.'));
    };
    inTime.addEventListener('abort', stop, { once: true });
    try {
      inTime.throwIfAborted();
      for (const part of parts) socket.write(part);
      return await answerOf(socket);
    } finally {
      inTime.removeEventListener('abort', stop);
      socket.destroy();
    }
  }

  private open(): Socket {
    if (this.address.startsWith('/')) return connect({ path: this.address });
    const colon = this.address.lastIndexOf(':');
    const host = this.address.slice(0, colon).replaceAll(/[[\]]/g, '');
    return connect({ host, port: Number(this.address.slice(colon + 1)) });
  }
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const end = received.indexOf(0);
      if (end >= 0) resolve(received.toString('latin1', 0, end).trim());
      else if (received.length > MOST_ANSWER_BYTES) reject(new Error('The scanner does not speak as clamd does.'));
    });
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new Error('The scanner hung up.'));
    });
  });
}

/** Each piece with its length in front, as INSTREAM wants them. */
function chunksOf(bytes: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    chunks.push(length, chunk);
  }
  return chunks;
}
