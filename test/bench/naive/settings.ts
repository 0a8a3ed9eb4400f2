/** Of both processes. */
export interface NaiveSettings {
  readonly port: number;
  readonly databaseUrl: string;
  readonly redisPort: number;
  readonly issuer: string;
  readonly audience: string;
}

export const QUEUE = 'triage';

export function naiveSettings(): NaiveSettings {
  return {
    port: Number(process.env['PORT']),
    databaseUrl: process.env['DATABASE_URL'] ?? '',
    redisPort: Number(process.env['REDIS_PORT']),
    issuer: process.env['OIDC_ISSUER'] ?? '',
    audience: process.env['OIDC_AUDIENCE'] ?? '',
  };
}
