import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayEver } from '#access-policy';
import { DomainError } from '#domain';
import { type LegalHoldId, LiftLegalHold, PlaceLegalHold, ReadLegalHolds } from '#retention';
import { type Query as Asked, textIn, REFERENCE } from '../query.ts';
import { Elsewhere } from '../../door/elsewhere.ts';
import { wordsOf } from '../../door/language.ts';
import { fieldsOf, personAt } from '../../door/visit.ts';
import { type Faults, Pages } from '../../pages/pages.ts';
import { readNote } from '../access/note.form.ts';
import { idAt } from '../ids.ts';

/** Referrals that are kept whatever the schedule says. */
@Controller('legal-holds')
export class LegalHoldsController {
  constructor(
    private readonly readHolds: ReadLegalHolds,
    private readonly placeHold: PlaceLegalHold,
    private readonly liftHold: LiftLegalHold,
    private readonly pages: Pages,
  ) {}

  @Get()
  async search(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Asked): Promise<void> {
    const typed = { reference: textIn(query, 'reference') };
    const reference = typed.reference.toUpperCase();
    if (reference === '') {
      this.pages.send(request, reply, 'oversight/legal-holds.njk', { typed });
      return;
    }
    if (REFERENCE.test(reference) && (await this.isThere(request, reference))) {
      throw new Elsewhere(`/legal-holds/${reference}`);
    }
    const faults = { reference: wordsOf(request).retention.holds.badReference };
    this.pages.send(request, reply.status(422), 'oversight/legal-holds.njk', { typed, faults });
  }

  @Get(':reference')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
  ): Promise<void> {
    await this.send(request, reply, reference, {});
  }

  @Post(':reference')
  @HttpCode(200)
  async place(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
  ): Promise<void> {
    const actor = personAt(request);
    const faults = await this.tried(request, 'place', (reason) => this.placeHold.execute(actor, reference, reason));
    if (faults === null) throw new Elsewhere(`/legal-holds/${reference}`, 'holdPlaced');
    await this.send(request, reply.status(422), reference, { typed: fieldsOf(request), faults });
  }

  @Post(':reference/:hold/lifting')
  @HttpCode(200)
  async lift(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('reference') reference: string,
    @Param('hold') hold: string,
  ): Promise<void> {
    const about = { actor: personAt(request), reference, holdId: idAt(hold) as LegalHoldId };
    const faults = await this.tried(request, hold, (reason) => this.liftHold.execute({ ...about, reason }));
    if (faults === null) throw new Elsewhere(`/legal-holds/${reference}`, 'holdLifted');
    await this.send(request, reply.status(422), reference, { typed: fieldsOf(request), faults });
  }

  /** `null` once it is done; else what is wrong, at the field of the note. */
  private async tried(
    request: FastifyRequest,
    field: string,
    work: (reason: string) => Promise<object>,
  ): Promise<Faults | null> {
    const text = wordsOf(request).retention.holds;
    const read = readNote(fieldsOf(request), field, text);
    if ('faults' in read) return read.faults;
    try {
      await work(read.value);
      return null;
    } catch (error: unknown) {
      if (!(error instanceof DomainError) || error.code !== 'action_not_available') throw error;
      return { [`note-${field}`]: text.gone };
    }
  }

  private async isThere(request: FastifyRequest, reference: string): Promise<boolean> {
    try {
      await this.readHolds.execute(personAt(request), reference);
      return true;
    } catch (error: unknown) {
      if (error instanceof DomainError && error.code === 'not_found') return false;
      throw error;
    }
  }

  private async send(request: FastifyRequest, reply: FastifyReply, reference: string, data: object): Promise<void> {
    const actor = personAt(request);
    const standing = await this.readHolds.execute(actor, reference);
    const mayManage = mayEver(actor, 'legal_hold.manage');
    this.pages.send(request, reply, 'oversight/legal-hold.njk', { standing, mayManage, ...data });
  }
}
