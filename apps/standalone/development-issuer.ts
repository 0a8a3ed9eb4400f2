import type { RequestListener } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import type Provider from 'oidc-provider';
import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { type Environment, requiredSetting } from '#platform';
import { authorityPack } from '#nation-packs';
import { type ClientKeys, publicPart, WEB_CLIENT } from './client-keys.ts';
import {
  DEMO_AUTHORITY,
  DEMO_GRANT,
  DEMO_ONE_FACTOR,
  DEMO_REFERRERS,
  DEMO_SECRET,
  DEMO_STAFF,
  type DemoPerson,
} from './demo-staff.ts';

/** A working day: long enough for a demonstration, over by the next one. */
const TOKEN_SECONDS = 8 * 60 * 60;
const TOKEN_KINDS = ['AccessToken', 'ClientCredentials', 'IdToken', 'Interaction', 'Session', 'Grant'];

/**
 * The provider's own pages ask for a typeface from elsewhere; here nothing asks anything of third parties. The provider
 * adds the hashes of its own scripts.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/**
 * A real OpenID provider with invented people and agencies, for demonstrations and tests. Anyone can sign in as
 * anyone, so it refuses to exist in production.
 */
export async function developmentIssuer(environment: Environment, clientKeys: ClientKeys): Promise<RequestListener> {
  if (environment.NODE_ENV === 'production') {
    throw new Error('The development issuer lets anyone in and refuses to start in production: set OIDC_ISSUER.');
  }
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' };
  const provider = await quietly(async () => {
    const { default: OpenIdProvider } = await import('oidc-provider');
    return new OpenIdProvider(
      requiredSetting(environment, 'OIDC_ISSUER'),
      configurationOf(environment, clientKeys, key as never),
    );
  });
  registerDemoGrant(provider, environment);
  const callback = provider.callback();
  return (request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    void callback(request, response);
  };
}

/** The provider warns at each start that this is no set-up for production. It is not, and it refuses to be one. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console;
  console.warn = () => undefined;
  console.info = () => undefined;
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
}

function configurationOf(environment: Environment, clientKeys: ClientKeys, key: never): Configuration {
  return {
    clients: [...agencyClients(clientKeys), webClient(environment, clientKeys), ...staffClients(environment)],
    jwks: { keys: [key] },
    cookies: { keys: ['development only'] },
    scopes: ['openid'],
    responseTypes: ['code'],
    ttl: Object.fromEntries(TOKEN_KINDS.map((kind) => [kind, TOKEN_SECONDS])),
    acrValues: ['mfa'],
    pkce: { required: () => true },
    clientBasedCORS: (_ctx, origin) => origin === new URL(environment.PUBLIC_URL).origin,
    features: {
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => environment.OIDC_AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServerOf(environment),
      },
    },
    findAccount: (_ctx, id) => {
      const person = personOf(id);
      return person === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, name: person.name }) };
    },
    loadExistingGrant: (ctx) => grantOf(ctx),
    extraTokenClaims: (_ctx, token) => claimsOf(token as { accountId?: string; clientId?: string }),
  };
}

function resourceServerOf(environment: Environment) {
  return {
    scope: '',
    audience: environment.OIDC_AUDIENCE,
    accessTokenTTL: TOKEN_SECONDS,
    accessTokenFormat: 'jwt' as const,
    jwt: { sign: { alg: 'RS256' as const } },
  };
}

/** The pages and the documentation belong to the service: nobody is asked whether they may know who signs in. */
async function grantOf(ctx: KoaContextWithOIDC) {
  const { client, session, provider, result } = ctx.oidc;
  const accountId = session?.accountId;
  if (client === undefined || accountId === undefined) return undefined;
  const known = result?.consent?.grantId ?? session?.grantIdFor(client.clientId);
  if (known !== undefined) return provider.Grant.find(known);
  if (client.clientId !== WEB_CLIENT) return undefined;
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

function personOf(id: string | undefined): DemoPerson | undefined {
  return [...DEMO_STAFF, ...DEMO_REFERRERS, DEMO_ONE_FACTOR].find((candidate) => candidate.id === id);
}

function claimsOf(token: { accountId?: string; clientId?: string }): Record<string, string | readonly string[]> {
  const person = personOf(token.accountId);
  if (person !== undefined) return personClaims(person);
  const agency = authorityPack(DEMO_AUTHORITY).agencies.find((candidate) => candidate.id === token.clientId);
  if (agency === undefined) return {};
  return { name: agency.name, roles: ['referrer'], authority: DEMO_AUTHORITY, agency: agency.id };
}

function personClaims(person: DemoPerson): Record<string, string | readonly string[]> {
  const { name, roles, teams, registration, homePostcode, agency } = person;
  const factors = person === DEMO_ONE_FACTOR ? { amr: ['pwd'] } : { acr: 'mfa', amr: ['pwd', 'otp', 'mfa'] };
  return {
    name,
    roles,
    teams,
    authority: DEMO_AUTHORITY,
    ...factors,
    ...(registration === undefined ? {} : { registration }),
    ...(homePostcode === undefined ? {} : { home_postcode: homePostcode }),
    ...(agency === undefined ? {} : { agency }),
  };
}

/** A client that proves itself by a signature, each time another (`private_key_jwt`). */
function keyClient(id: string, clientKeys: ClientKeys): ClientMetadata {
  const key = clientKeys[id];
  if (key === undefined) throw new Error(`There is no key for the client ${id}.`);
  return {
    client_id: id,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [publicPart(key)] },
  };
}

function agencyClients(clientKeys: ClientKeys): ClientMetadata[] {
  return authorityPack(DEMO_AUTHORITY).agencies.map((agency) => ({
    ...keyClient(agency.id, clientKeys),
    client_name: agency.name,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  }));
}

function webClient({ PUBLIC_URL }: Environment, clientKeys: ClientKeys): ClientMetadata {
  return {
    ...keyClient(WEB_CLIENT, clientKeys),
    client_name: 'Front Door',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: [`${PUBLIC_URL}/sign-in/callback`],
    post_logout_redirect_uris: [`${PUBLIC_URL}/signed-out`],
    backchannel_logout_uri: `${PUBLIC_URL}/sign-in/issuer-logout`,
    backchannel_logout_session_required: true,
  };
}

function staffClients(environment: Environment): ClientMetadata[] {
  return [
    {
      client_id: 'front-door-docs',
      token_endpoint_auth_method: 'none',
      application_type: 'native',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [`${environment.PUBLIC_URL}/api/docs/oauth2-redirect.html`],
    },
    {
      client_id: 'front-door-demo',
      client_secret: DEMO_SECRET,
      grant_types: [DEMO_GRANT],
      response_types: [],
      redirect_uris: [],
    },
  ];
}

function registerDemoGrant(provider: Provider, environment: Environment): void {
  const grant = async (ctx: KoaContextWithOIDC): Promise<void> => {
    const { client, params } = ctx.oidc;
    const person = personOf(params?.['username'] as string | undefined);
    if (client === undefined || person === undefined) {
      ctx.status = 400;
      ctx.body = { error: 'invalid_grant', error_description: 'There is no demo person of this name.' };
      return;
    }
    const token = new provider.AccessToken({
      accountId: person.id,
      client,
      gty: DEMO_GRANT,
      scope: '',
      grantId: person.id,
      claims: {},
      expiresWithSession: false,
      sessionUid: '',
      sid: '',
    });
    token.resourceServer = new provider.ResourceServer(environment.OIDC_AUDIENCE, resourceServerOf(environment));
    const access_token = await token.save();
    ctx.body = { access_token, expires_in: token.expiration, token_type: 'Bearer' };
  };
  provider.registerGrantType(DEMO_GRANT, grant, ['username']);
}
