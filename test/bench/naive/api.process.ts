/** The naive pipeline's API process: NestJS on Express. */
import 'reflect-metadata';
import { InjectQueue } from '@nestjs/bullmq';
import {
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Injectable,
  Module,
  Post,
  Req,
  UnauthorizedException,
  UseGuards,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Queue } from 'bullmq';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { DataSource } from 'typeorm';
import { AuditEvent, Referral } from './entities.ts';
import { INFRASTRUCTURE } from './infrastructure.ts';
import { ReferralDto } from './referral.dto.ts';
import { naiveSettings, QUEUE } from './settings.ts';

const { issuer, audience, port } = naiveSettings();
const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));

interface SignedIn {
  readonly headers: Readonly<Record<string, string | undefined>>;
  user?: JWTPayload;
}

@Injectable()
class JwtGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedIn>();
    const token = request.headers['authorization']?.replace('Bearer ', '') ?? '';
    try {
      request.user = (await jwtVerify(token, keys, { issuer, audience })).payload;
      return true;
    } catch {
      throw new UnauthorizedException();
    }
  }
}

@Injectable()
class ReferralsService {
  constructor(
    private readonly dataSource: DataSource,
    @InjectQueue(QUEUE) private readonly queue: Queue,
  ) {}

  async submit(body: ReferralDto, agencyId: string): Promise<{ id: string; receivedAt: Date }> {
    const receivedAt = new Date();
    const referral = await this.dataSource.transaction(async (manager) => {
      const stored = await manager.getRepository(Referral).save({ agencyId, receivedAt, state: 'received', body });
      const event = { referralId: stored.id, action: 'referral.received', actor: agencyId, occurredAt: receivedAt };
      await manager.getRepository(AuditEvent).save(event);
      return stored;
    });
    await this.queue.add('triage', { referralId: referral.id });
    return { id: referral.id, receivedAt };
  }
}

@Controller('referrals')
@UseGuards(JwtGuard)
class ReferralsController {
  constructor(private readonly referrals: ReferralsService) {}

  @Post()
  submit(@Body() body: ReferralDto, @Req() request: SignedIn): Promise<{ id: string; receivedAt: Date }> {
    return this.referrals.submit(body, String(request.user?.['agency']));
  }
}

@Module({ imports: INFRASTRUCTURE, controllers: [ReferralsController], providers: [ReferralsService, JwtGuard] })
class ApiModule {}

const app = await NestFactory.create<NestExpressApplication>(ApiModule, { logger: ['error'] });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
app.enableShutdownHooks();
await app.listen(port, '127.0.0.1');
console.log('naive.listening');
