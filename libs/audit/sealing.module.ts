import { Module } from '@nestjs/common';
import { HeadKey } from './sealing/head-key.ts';
import { SealAudit } from './sealing/seal-audit.ts';
import { Witness } from './sealing/witness.ts';

/** For the one process that has the key of the heads. */
@Module({ providers: [HeadKey, Witness, SealAudit], exports: [SealAudit] })
export class SealingModule {}
