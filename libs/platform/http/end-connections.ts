import type { FastifyInstance } from 'fastify';

/** After so long whatever is still under way is cut off; its sender repeats it. */
const PATIENCE_MS = 10_000;

/**
 * Has a service that is asked to stop end its connections with the answers it still gives. Only those at rest are closed by
 * Node; any other would stay open for the 72 s of Fastify's keep-alive, and be killed with the process before.
 */
export function endConnectionsAtClose(fastify: FastifyInstance): void {
  let isClosing = false;
  fastify.addHook('preClose', (done) => {
    isClosing = true;
    setTimeout(() => {
      fastify.server.closeAllConnections();
    }, PATIENCE_MS).unref();
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done();
  });
}
