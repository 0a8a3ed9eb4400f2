import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';

/** Every setting of every process. Secrets arrive here and nowhere else; docs/operations.md explains each. */
export class Environment {
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

  /** `redis://…` or `rediss://…` puts the queue on Redis; left out, it stands in PostgreSQL. */
  @IsOptional()
  @Matches(/^rediss?:\/\//)
  readonly QUEUE_URL?: string;

  /** Issuer of the bearer tokens. The API needs it; the worker speaks to nobody. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  readonly OIDC_ISSUER?: string;

  @IsString()
  readonly OIDC_AUDIENCE: string = 'urn:front-door:api';

  @Type(() => Number)
  @IsInt()
  @Min(2)
  readonly DATABASE_POOL: number = 10;

  /** How long a worker may hold a claim before another takes it over, in milliseconds. */
  @Type(() => Number)
  @IsInt()
  @Min(500)
  readonly CLAIM_LEASE_MS: number = 4_000;

  /** How often the sweep looks for work whose wake-up was lost, in milliseconds. */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  readonly SWEEP_INTERVAL_MS: number = 1_000;

  /** Names of the crash points that kill this process, for the kill tests only; refused in production. */
  @IsOptional()
  @IsString()
  readonly CRASH_POINTS?: string;

  /** Chance from 0 to 1 that an armed crash point strikes. */
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly CRASH_CHANCE: number = 1;
}
