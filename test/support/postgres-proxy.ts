import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What becomes of a COMMIT: it never reaches the server; it does, and the connection ends behind it; it is carried out and
 * the answer never reaches the client.
 */
export const COMMIT_FATES = ['never sent', 'cut behind', 'answer lost'] as const;
export type CommitFate = (typeof COMMIT_FATES)[number];

/** The simple query `COMMIT`, as it stands on the wire. */
const COMMIT = Buffer.from('Q\u0000\u0000\u0000\u000bCOMMIT\u0000', 'latin1');

/** Stands between the service and a PostgreSQL of 127.0.0.1 and spoils what passes. */
export class PostgresProxy {
  /** Milliseconds that everything takes longer on its way to the server. */
  delayMs = 0;
  /** Asked at every COMMIT; `null` lets it pass. */
  fateOf: () => CommitFate | null = () => null;
  /** How many COMMITs met their fate. */
  spoilt = 0;
  private isSilent = false;
  private readonly open = new Set<Socket>();
  private readonly server: Server;

  private constructor(private target: number) {
    this.server = createServer((incoming) => {
      this.join(incoming);
    });
  }

  static async to(port: number): Promise<PostgresProxy> {
    const proxy = new PostgresProxy(port);
    await new Promise<void>((resolve) => {
      proxy.server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** New connections go there from now on. */
  retarget(port: number): void {
    this.target = port;
  }

  /** Nothing passes either way any more, as when a cable is out: connections stay, and new ones are taken and never answered. */
  silence(): void {
    this.isSilent = true;
    for (const socket of this.open) socket.pause();
  }

  speak(): void {
    this.isSilent = false;
    for (const socket of this.open) socket.resume();
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private join(incoming: Socket): void {
    const outgoing = connect(this.target, '127.0.0.1');
    const way = { incoming, outgoing, sent: Promise.resolve() };
    incoming.on('data', (chunk) => {
      way.sent = way.sent.then(() => this.pass(chunk, incoming, outgoing));
    });
    outgoing.on('data', (chunk) => incoming.write(chunk));
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      this.open.add(socket);
      if (this.isSilent) socket.pause();
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.open.delete(socket);
        other.destroy();
      });
    }
  }

  private async pass(chunk: Buffer, incoming: Socket, outgoing: Socket): Promise<void> {
    if (this.delayMs > 0) await sleep(this.delayMs);
    const fate = chunk.includes(COMMIT) ? this.fateOf() : null;
    if (fate === null) {
      outgoing.write(chunk);
      return;
    }
    this.spoilt += 1;
    outgoing.removeAllListeners('data');
    if (fate === 'never sent') incoming.resetAndDestroy();
    else if (fate === 'cut behind') outgoing.end(chunk, () => incoming.resetAndDestroy());
    else {
      outgoing.once('data', () => incoming.resetAndDestroy());
      outgoing.write(chunk);
    }
  }
}
