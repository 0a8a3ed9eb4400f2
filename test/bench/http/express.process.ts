/** The same DTO classes and pipe as the naive pipeline, behind Express; no sign-in, nothing stored. */
import 'reflect-metadata';
import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ReferralDto } from '../naive/referral.dto.ts';

@Controller('referrals')
class ReferralsController {
  @Post()
  submit(@Body() { schemaVersion }: ReferralDto): { schemaVersion: string; receivedAt: Date } {
    return { schemaVersion, receivedAt: new Date() };
  }
}

@Module({ controllers: [ReferralsController] })
class ApiModule {}

const app = await NestFactory.create<NestExpressApplication>(ApiModule, { logger: ['error'] });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
app.enableShutdownHooks();
await app.listen(Number(process.env['PORT']), '127.0.0.1');
console.log('express.listening');
