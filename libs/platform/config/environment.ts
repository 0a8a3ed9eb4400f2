import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, IsUUID, Matches, Max, Min } from 'class-validator';
import { EndingSettings } from './ending-settings.ts';

const IsPem = (): PropertyDecorator =>
  Matches(/^-----BEGIN CERTIFICATE-----/, { message: 'must be certificates in PEM' });

/** Every setting of every process. Secrets arrive here and nowhere else; docs/operations.md explains each. */
export class Environment extends EndingSettings {
  @IsIn(['development', 'test', 'production'])
  readonly NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 3000;

  @IsString()
  readonly HOST: string = '127.0.0.1';

  /** Address that other systems reach this service at; the OpenAPI document names it. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  readonly PUBLIC_URL: string = 'http://localhost:3000';

  /** Connection of the API's role, `front_door_api`. The worker does not need it and should not have it. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//)
  readonly DATABASE_URL?: string;

  /** Connection of the engine's role, `front_door_engine`, which cannot write a decision. The API does not need it. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//)
  readonly ENGINE_DATABASE_URL?: string;

  /** PEM of the authority that signed PostgreSQL's certificate; left out, those that Node knows count. */
  @IsOptional()
  @IsPem()
  readonly DATABASE_CA?: string;

  /** `off` admits a connection in clear to a PostgreSQL on another machine in production. */
  @IsIn(['required', 'off'])
  readonly DATABASE_TLS: 'required' | 'off' = 'required';

  /**
   * Key ring of the vault: `{"current":"k1","keys":{"k1":"<base64>"},"blindIndex":"<base64>"}`, every key 32 bytes. API
   * and worker need it; the vault checks it.
   */
  @IsOptional()
  @IsString()
  readonly FIELD_KEYS?: string;

  /** Ed25519 key (PKCS 8, PEM) that signs heads of the audit log. The worker needs it; nobody else should have it. */
  @IsOptional()
  @IsString()
  readonly AUDIT_SIGNING_KEY?: string;

  /** Ed25519 key (PKCS 8, PEM) that signs evidence packs. API and command line need it to export one. */
  @IsOptional()
  @IsString()
  readonly EVIDENCE_SIGNING_KEY?: string;

  /** File outside the database to which the worker appends every signed head. */
  @IsOptional()
  @IsString()
  readonly AUDIT_WITNESS_FILE?: string;

  /** Puts the queue on a Redis, a cluster of them or a group that Sentinel watches; left out, it stands in PostgreSQL. */
  @IsOptional()
  @IsString()
  readonly QUEUE_URL?: string;

  /** Password that Sentinel itself asks for, where it has one. */
  @IsOptional()
  @IsString()
  readonly QUEUE_SENTINEL_PASSWORD?: string;

  /** PEM of the authority that signed Redis's certificate; left out, those that Node knows count. */
  @IsOptional()
  @IsPem()
  readonly QUEUE_CA?: string;

  /** Issuer of the bearer tokens. The API needs it; the worker speaks to nobody. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  readonly OIDC_ISSUER?: string;

  @IsString()
  readonly OIDC_AUDIENCE: string = 'urn:front-door:api';

  /** Values of `acr` that prove a second factor, by commas; the pages ask the issuer for them. */
  @IsString()
  readonly OIDC_MFA_ACR: string = 'mfa,phr,phrh,urn:mace:incommon:iap:silver';

  /** Values of `amr` (RFC 8176) any of which proves a second factor, by commas. */
  @IsString()
  readonly OIDC_MFA_AMR: string = 'mfa,mca,otp,hwk,swk,sc,pop,fpt,face,iris,retina,vbm';

  /** What the issuer calls the pages. `web` only. */
  @IsString()
  readonly OIDC_WEB_CLIENT_ID: string = 'front-door-web';

  /** Private key, PEM or JWK, with which the pages prove to the issuer who they are. `web` only. */
  @IsOptional()
  @IsString()
  readonly OIDC_WEB_CLIENT_KEY?: string;

  /** A session in which nothing happens ends after this. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(60)
  readonly SESSION_IDLE_MINUTES: number = 30;

  /** A session ends after this, whatever happens in it. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(24)
  readonly SESSION_ABSOLUTE_HOURS: number = 12;

  /** A draft of a referral that nobody saves or sends is removed after so many days. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(90)
  readonly DRAFT_DAYS: number = 28;

  /** Addresses or networks, by commas, of proxies whose X-Forwarded-For is believed; left out, nobody's is. */
  @IsOptional()
  @Matches(/^[0-9a-f.:/]+(,[0-9a-f.:/]+)*$/i)
  readonly TRUSTED_PROXIES?: string;

  /** Over how many seconds requests are counted. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly RATE_WINDOW_SECONDS: number = 60;

  /** Requests of one address in a window. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly RATE_PER_ADDRESS: number = 1_200;

  /** Requests of one person or partner system in a window. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly RATE_PER_PERSON: number = 600;

  /** Referrals of one agency in a window. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly RATE_SUBMISSIONS: number = 120;

  /** Referrals of one agency beyond that, in ten windows together. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  readonly RATE_SUBMISSIONS_BURST: number = 600;

  /** Files of one agency in a window. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly RATE_UPLOADS: number = 60;

  /** Failed sign-ins from one address in a window. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly RATE_FAILED_SIGN_INS: number = 30;

  /** Public forms begun, taken up again or sent from one address in a window. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly RATE_PUBLIC_FORMS: number = 20;

  /** `host:port` or the path of a socket where clamd listens; left out, attachments stay in quarantine. `worker` only. */
  @IsOptional()
  @Matches(/^(\/.+|[^/\s]+:\d{1,5})$/)
  readonly CLAMD_ADDRESS?: string;

  /** PEM of a further authority whose certificates partners' endpoints may have; left out, those that Node knows count. */
  @IsOptional()
  @IsPem()
  readonly WEBHOOK_CA?: string;

  /** `on` lets webhooks go to this machine itself, also without TLS: for development and tests, refused in production. */
  @IsIn(['on', 'off'])
  readonly WEBHOOKS_ALLOW_LOOPBACK: 'on' | 'off' = 'off';

  /** `smtp://user:password@host:587` or `smtps://…`: the mail server that e-mail goes through. `worker` only. */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s/]+\/?$/)
  readonly SMTP_URL?: string;

  /** Address that e-mail through SMTP comes from. */
  @IsOptional()
  @Matches(/^[^\s@<>"]+@[^\s@<>"]+$/, { message: 'must be an e-mail address' })
  readonly SMTP_FROM?: string;

  /** PEM of a further authority whose certificate the mail server may have; left out, those that Node knows count. */
  @IsOptional()
  @IsPem()
  readonly SMTP_CA?: string;

  /** `off` speaks in clear to a mail server; in production refused. */
  @IsIn(['required', 'off'])
  readonly SMTP_TLS: 'required' | 'off' = 'required';

  /** API key of GOV.UK Notify: its templates below take `subject` and `body`. `worker` only. */
  @IsOptional()
  @Matches(/^\S{73,200}$/)
  readonly NOTIFY_API_KEY?: string;

  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  readonly NOTIFY_URL: string = 'https://api.notifications.service.gov.uk';

  /** Template by which e-mail goes through Notify; left out, it does not. */
  @IsOptional()
  @IsUUID()
  readonly NOTIFY_EMAIL_TEMPLATE?: string;

  /** Template by which text messages go through Notify; left out, there are none. */
  @IsOptional()
  @IsUUID()
  readonly NOTIFY_SMS_TEMPLATE?: string;

  /** Bearer token with which Notify calls back; left out, delivery is only asked for. `api` only. */
  @IsOptional()
  @Matches(/^\S{20,200}$/)
  readonly NOTIFY_CALLBACK_TOKEN?: string;

  /** Folder into which messages are put instead of being sent, for development; refused in production. */
  @IsOptional()
  @IsString()
  readonly DEVELOPMENT_INBOX?: string;

  @Type(() => Number)
  @IsInt()
  @Min(2)
  readonly DATABASE_POOL: number = 10;

  /** How long a worker may have claimed work without being at it before another takes it over, in milliseconds. */
  @Type(() => Number)
  @IsInt()
  @Min(500)
  readonly CLAIM_LEASE_MS: number = 2_000;

  /** A case that its holder has neither looked at nor changed for so long goes back to the queue, in minutes. `worker` only. */
  @Type(() => Number)
  @IsInt()
  @Min(5)
  @Max(43_200)
  readonly CLAIM_IDLE_MINUTES: number = 240;

  /** How long further news of a case are waited for before the rules look at it again, in milliseconds. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3_600_000)
  readonly RETRIAGE_DEBOUNCE_MS: number = 2_000;

  /** How often the sweep looks for work whose wake-up was lost, in milliseconds. */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  readonly SWEEP_INTERVAL_MS: number = 500;
}
