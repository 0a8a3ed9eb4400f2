import type {
  AccessEventPage,
  Alert,
  AlertPage,
  BreakGlassPage,
  GlassBroken,
  OpenedRecord,
  Restriction,
} from '#case-access';
import type {
  AccessEventsResponse,
  AlertResponse,
  AlertsResponse,
  BreakGlassListResponse,
  GlassBrokenResponse,
  RestrictionResponse,
} from './case-access.response.ts';

export function presentAccessEvents({ events, next }: AccessEventPage): AccessEventsResponse {
  return {
    events: events.map(({ sequence: _, personId, personName, roles, ...event }) => ({
      ...event,
      person: { id: personId, name: personName, roles: roles === null ? [] : roles.split(',') },
    })),
    next,
  };
}

export function presentRestriction({ reference, imposed, people }: Restriction): RestrictionResponse {
  return {
    reference,
    reasonCode: imposed?.reasonCode ?? null,
    reason: imposed?.reason ?? null,
    restrictedBy: imposed === null ? null : { id: imposed.restrictedBy, name: imposed.restrictedByName },
    restrictedAt: imposed?.restrictedAt.toISOString() ?? null,
    people: people.map(({ id, name }) => ({ id, name })),
  };
}

export function presentGlassBroken(broken: GlassBroken): GlassBrokenResponse {
  return {
    id: broken.id,
    caseIds: [...broken.caseIds],
    openUntil: broken.openUntil.toISOString(),
    reviewDueAt: broken.reviewDueAt.toISOString(),
  };
}

export function presentBreakGlassList({ items, next }: BreakGlassPage): BreakGlassListResponse {
  return { openings: items.map(presentOpening), next };
}

function presentOpening(found: OpenedRecord): BreakGlassListResponse['openings'][number] {
  return {
    id: found.id,
    state: found.state,
    reference: found.reference,
    openedBy: { id: found.openedBy, name: found.openedByName },
    reason: found.reason,
    openedAt: found.openedAt.toISOString(),
    openUntil: found.expiresAt.toISOString(),
    reviewDueAt: found.reviewDueAt.toISOString(),
    review: reviewOf(found),
  };
}

function reviewOf(found: OpenedRecord): BreakGlassListResponse['openings'][number]['review'] {
  const { reviewedBy, reviewedByName, reviewedAt, outcome, note } = found;
  if (reviewedBy === null || reviewedAt === null || outcome === null) return null;
  const by = { id: reviewedBy, name: reviewedByName ?? reviewedBy };
  return { by, at: reviewedAt.toISOString(), outcome, note: note ?? '' };
}

export function presentAlerts({ alerts, next }: AlertPage): AlertsResponse {
  return { alerts: alerts.map(presentAlert), next };
}

export function presentAlert(alert: Alert): AlertResponse {
  const { acknowledgedBy, acknowledgedByName, acknowledgedAt } = alert;
  const isOpen = acknowledgedBy === null || acknowledgedAt === null;
  return {
    id: alert.id,
    kind: alert.kind,
    person: { id: alert.personId, name: alert.personName },
    cases: alert.cases.map(({ id, reference }) => ({ id, reference })),
    breakGlassId: alert.breakGlassId,
    raisedAt: alert.raisedAt.toISOString(),
    acknowledged: isOpen
      ? null
      : {
          by: { id: acknowledgedBy, name: acknowledgedByName ?? acknowledgedBy },
          at: acknowledgedAt.toISOString(),
          note: alert.note ?? '',
        },
  };
}
