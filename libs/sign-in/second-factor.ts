import type { JWTPayload } from 'jose';
import { type Actor, DomainError, SINGLE_FACTOR_ROLES } from '#domain';

/** Which values of the claims `acr` and `amr` prove a second factor. */
export interface AcceptedFactors {
  readonly acr: readonly string[];
  readonly amr: readonly string[];
}

/** As the settings `OIDC_MFA_ACR` and `OIDC_MFA_AMR` list them. */
export function acceptedFactors(settings: {
  readonly OIDC_MFA_ACR: string;
  readonly OIDC_MFA_AMR: string;
}): AcceptedFactors {
  return { acr: listed(settings.OIDC_MFA_ACR), amr: listed(settings.OIDC_MFA_AMR) };
}

/**
 * Whoever can read children's records has signed in with a second factor. Partner systems are exempt: the key that they
 * sign with is what they have, and they read nothing but their own referrals. So are people who can only refer.
 * @throws DomainError `second_factor_needed`.
 */
export function requireSecondFactor(actor: Actor, claims: JWTPayload, accepted: AcceptedFactors): void {
  if (actor.kind !== 'person' || actor.roles.every((role) => SINGLE_FACTOR_ROLES.includes(role))) return;
  const { acr, amr } = claims;
  if (typeof acr === 'string' && accepted.acr.includes(acr)) return;
  if (Array.isArray(amr) && amr.some((method) => accepted.amr.includes(method as string))) return;
  throw new DomainError('second_factor_needed', 'Your role reads children’s records: one factor is not enough for it.');
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
