import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TellMore } from '#decisions';
import { DomainError, type ErrorCode } from '#domain';
import { AddAttachment, FollowReferral } from '#intake';
import { Elsewhere } from '../door/elsewhere.ts';
import { wordsOf } from '../door/language.ts';
import { fileOf } from '../door/uploads.ts';
import { fieldsOf, personAt, textOf } from '../door/visit.ts';
import { type Faults, Pages } from '../pages/pages.ts';
import { proseFault, proseOf } from './prose.ts';

type FaultName = 'refused' | 'tooLarge' | 'tooMany';
const REFUSALS: Partial<Record<ErrorCode, FaultName>> = {
  attachment_refused: 'refused',
  body_too_large: 'tooLarge',
  too_many_attachments: 'tooMany',
};

/** What the sender adds to a referral after it was sent: words, and files. */
@Controller('referrals/:reference')
export class TellMoreController {
  constructor(
    private readonly tellMore: TellMore,
    private readonly addAttachment: AddAttachment,
    private readonly followReferral: FollowReferral,
    private readonly pages: Pages,
  ) {}

  @Get('more')
  show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
  ): Promise<void> {
    return this.send(request, reply, reference, {});
  }

  @Post('more')
  @HttpCode(200)
  async tell(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
  ): Promise<void> {
    const text = proseOf(textOf(fieldsOf(request), 'text'));
    const fault = proseFault(text, wordsOf(request).partner.more.faults);
    if (fault !== null) return this.send(request, reply, reference, { text: fault });
    await this.tellMore.execute({ actor: personAt(request), reference, text });
    throw new Elsewhere(`/referrals/${reference}`, 'moreSent');
  }

  @Post('files')
  @HttpCode(200)
  async add(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
  ): Promise<void> {
    const words = wordsOf(request).partner.more.faults;
    const file = fileOf(request);
    if (file === null) return this.send(request, reply, reference, { file: words.noFile });
    if (file === 'too_large') return this.send(request, reply, reference, { file: words.tooLarge });
    if (file === 'name_not_usable') return this.send(request, reply, reference, { file: words.badName });
    const added = await this.addAttachment
      .execute(personAt(request), reference, () => Promise.resolve(file))
      .catch(refusalOf);
    if (typeof added === 'string') return this.send(request, reply, reference, { file: words[added] });
    throw new Elsewhere(`/referrals/${reference}`, added.replayed ? 'fileKnown' : 'fileSent');
  }

  private async send(request: FastifyRequest, reply: FastifyReply, reference: string, faults: Faults): Promise<void> {
    const { cases } = await this.followReferral.execute(personAt(request), reference);
    const isFaulty = Object.keys(faults).length > 0;
    const canTell = cases.some(({ status }) => status !== 'decided');
    const typed = isFaulty ? { typed: fieldsOf(request), faults } : {};
    this.pages.send(request, isFaulty ? reply.status(422) : reply, 'partner/tell-more.njk', {
      ...{ reference, canTell },
      ...typed,
    });
  }
}

function refusalOf(error: unknown): FaultName {
  const refusal = error instanceof DomainError ? REFUSALS[error.code] : undefined;
  if (refusal === undefined) throw error;
  return refusal;
}
