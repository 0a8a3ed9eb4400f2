import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The EICAR test string, put together so that no scanner takes this file for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** How it behaves: as clamd does, silent for ever, gone in the middle, at a loss, or answering something else. */
type Mood = 'scans' | 'hangs' | 'dies' | 'errs' | 'babbles' | 'cuts_short';

export interface ClamdServer {
  readonly address: string;
  /** How many streams it was sent whole. */
  scanned: number;
  mood: Mood;
  /** Ends every connection that is open. */
  hangUp(): void;
  close(): Promise<void>;
}

const INSTREAM = 'zINSTREAM\0';
const VERSION = 'zVERSION\0';

/** Speaks clamd's protocol over TCP, or at a socket, and finds EICAR and nothing else. */
export async function startClamd(socketPath?: string): Promise<ClamdServer> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      answer(socket, received, self);
    });
  });
  await new Promise<void>((resolve) => {
    if (socketPath === undefined) server.listen(0, '127.0.0.1', resolve);
    else server.listen(socketPath, resolve);
  });
  const self: ClamdServer = {
    address: socketPath ?? `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    scanned: 0,
    mood: 'scans',
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        self.hangUp();
        server.close(() => {
          resolve();
        });
      }),
  };
  return self;
}

function answer(socket: Socket, received: Buffer, self: ClamdServer): void {
  if (received.toString('latin1') === VERSION) socket.end('ClamAV 1.4.2/27500/Sat Nov 21 09:24:44 2026\0');
  if (!received.toString('latin1', 0, INSTREAM.length).startsWith(INSTREAM)) return;
  if (self.mood === 'hangs') return;
  if (self.mood === 'dies') {
    socket.destroy();
    return;
  }
  const content = contentOf(received.subarray(INSTREAM.length));
  if (content === null) return;
  self.scanned += 1;
  socket.end(wordsOf(content, self.mood));
}

function wordsOf(content: Buffer, mood: Mood): string {
  if (mood === 'errs') return "INSTREAM: Can't allocate memory ERROR\0";
  if (mood === 'babbles') return 'stream: OK, or so I think\0';
  if (mood === 'cuts_short') return 'stream: OK';
  return content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
}

/** What the pieces hold; `null` until the empty one that ends them is there. */
function contentOf(stream: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  let at = 0;
  while (at + 4 <= stream.length) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
