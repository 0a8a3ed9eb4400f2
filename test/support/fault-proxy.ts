import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** How a server can be away: nobody listens, connections are reset, or they are taken and never answered. */
export type Outage = 'refuse' | 'reset' | 'silence';

export interface FaultProxy {
  readonly port: number;
  /** Connections that were tried so far. */
  attempts(): number;
  cut(outage: Outage): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** A TCP proxy on loopback that takes the server behind it away and brings it back. */
export async function startFaultProxy(target: { host: string; port: number }): Promise<FaultProxy> {
  const open = new Set<Socket>();
  let outage: Outage | null = null;
  let attempts = 0;
  const server = createServer((incoming) => {
    attempts += 1;
    if (outage === 'reset') incoming.resetAndDestroy();
    else join(incoming, target, open, outage === 'silence');
  });
  const port = await listen(server, 0);
  return {
    port,
    attempts: () => attempts,
    cut: async (how) => {
      outage = how;
      for (const socket of open) {
        if (how === 'silence') socket.pause();
        else socket.resetAndDestroy();
      }
      if (how === 'refuse') await stopListening(server);
    },
    restore: async () => {
      if (outage === 'refuse') await listen(server, port);
      outage = null;
      for (const socket of open) socket.resume();
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await stopListening(server);
    },
  };
}

function join(incoming: Socket, target: { host: string; port: number }, open: Set<Socket>, isSilent: boolean): void {
  const outgoing = connect(target.port, target.host);
  for (const [socket, other] of [
    [incoming, outgoing],
    [outgoing, incoming],
  ] as const) {
    open.add(socket);
    socket.on('data', (chunk) => other.write(chunk));
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      open.delete(socket);
      other.destroy();
    });
    if (isSilent) socket.pause();
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
