import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, from, type Observable, switchMap, throwError } from 'rxjs';
import { asId, type CaseId, DomainError } from '#domain';
import { ExplainAbsence, type Sought } from '#retention';
import { actorOf } from '../auth/bearer.guard.ts';
import { accessOf } from '../route-access.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whoever looks for a record that was disposed of, and could have read it, is told so; for others it never was. */
@Injectable()
export class DisposedInterceptor implements NestInterceptor {
  constructor(private readonly explainAbsence: ExplainAbsence) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        const isAbsent = error instanceof DomainError && error.code === 'not_found';
        const explained = isAbsent
          ? this.explain(context.switchToHttp().getRequest<FastifyRequest>())
          : Promise.resolve();
        return from(explained).pipe(switchMap(() => throwError(() => error)));
      }),
    );
  }

  private async explain(request: FastifyRequest): Promise<void> {
    const route = request.routeOptions.url ?? '';
    const action = accessOf(request.method, route);
    const sought = soughtBy(route, request.params as Readonly<Record<string, string>>);
    if (sought === null || action === null || action === 'public') return;
    await this.explainAbsence.execute(actorOf(request), action, sought);
  }
}

function soughtBy(route: string, { id, reference }: Readonly<Record<string, string>>): Sought | null {
  if (route.startsWith('/api/v1/cases/:id') && id !== undefined && UUID.test(id)) return { caseId: asId<CaseId>(id) };
  return route.startsWith('/api/v1/referrals/:reference') && reference !== undefined ? { reference } : null;
}
