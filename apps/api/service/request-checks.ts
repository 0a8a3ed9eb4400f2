import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#domain';
import { ROUTE_ACCESS } from '../route-access.ts';
import { refuseOtherMultipart } from './bodies.ts';

interface Address {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

/** What is refused before a body is read, whoever sends it. */
export function addRequestChecks(fastify: FastifyInstance): void {
  const addresses = addressesOf(Object.keys(ROUTE_ACCESS));
  fastify.addHook('onRequest', (request, reply, done) => {
    done(refusalOf(request, reply, addresses) ?? undefined);
  });
}

function refusalOf(request: FastifyRequest, reply: FastifyReply, addresses: readonly Address[]): DomainError | null {
  if (request.url.includes('%00')) return new DomainError('text_not_storable', 'The address holds a NUL character.');
  const coding = request.headers['content-encoding'];
  // A small body could unfold to a large one.
  if (coding !== undefined && coding !== 'identity') {
    return new DomainError('unsupported_media_type', 'Send the body as it is, without a Content-Encoding.');
  }
  return (request.is404 ? wrongMethod(request, reply, addresses) : null) ?? refuseOtherMultipart(request);
}

function wrongMethod(request: FastifyRequest, reply: FastifyReply, addresses: readonly Address[]): DomainError | null {
  const path = request.url.split('?')[0] ?? '';
  const methods = addresses.filter(({ pattern }) => pattern.test(path)).flatMap((address) => address.methods);
  if (methods.length === 0) return null;
  void reply.header('Allow', [...new Set(methods)].sort().join(', '));
  return new DomainError('method_not_allowed', `This address does not know ${request.method}.`);
}

function addressesOf(routes: readonly string[]): Address[] {
  return routes.map((route) => {
    const [method = '', path = ''] = route.split(' ');
    const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
    return { pattern, methods: method === 'GET' ? ['GET', 'HEAD'] : [method] };
  });
}
