import { Injectable } from '@nestjs/common';
import { AttachmentStore } from '#intake';
import { SignOffChecks } from './sign-off-checks.ts';

/** What stands around a case: the files that came with it, and what must be done before its decision is signed. */
@Injectable()
export class CaseSurroundings {
  constructor(
    readonly attachments: AttachmentStore,
    readonly checks: SignOffChecks,
  ) {}
}
