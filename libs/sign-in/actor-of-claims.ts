import type { JWTPayload } from 'jose';
import { type Actor, asId, DomainError, type Role, ROLES } from '#domain';

/**
 * Who a verified token speaks for. Claims: `roles`, `authority`, `agency`, `registration`, `name`. A partner system
 * (its own subject, by client credentials) can only ever refer: people decide.
 * @throws DomainError `not_signed_in` for a token that names no authority.
 */
export function actorOfClaims(claims: JWTPayload): Actor {
  const { sub, client_id: clientId } = claims;
  const authority = textOf(claims['authority']);
  if (sub === undefined || authority === null) {
    throw new DomainError('not_signed_in', 'The token names no person or no authority.');
  }
  const kind = clientId === sub ? 'partner_system' : 'person';
  const roles = rolesOf(claims['roles']).filter((role) => kind === 'person' || role === 'referrer');
  const agency = textOf(claims['agency']);
  return {
    id: sub,
    kind,
    name: textOf(claims['name']) ?? sub,
    roles,
    authorityId: asId(authority),
    // An agency sees what it sent though it be restricted: that is for those who refer, and for nobody else.
    agencyId: agency !== null && roles.includes('referrer') ? asId(agency) : null,
    teams: textsOf(claims['teams']),
    homePostcode: textOf(claims['home_postcode']),
    registration: textOf(claims['registration']),
  };
}

function rolesOf(claim: unknown): Role[] {
  return Array.isArray(claim) ? ROLES.filter((role) => claim.includes(role)) : [];
}

function textsOf(claim: unknown): string[] {
  return Array.isArray(claim) ? claim.filter((text) => typeof text === 'string') : [];
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null;
}
