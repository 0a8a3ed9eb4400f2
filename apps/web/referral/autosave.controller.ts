import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, wordsOf } from '../door/language.ts';
import { fieldsOf, textOf } from '../door/visit.ts';
import { timeIn } from '../pages/moments.ts';
import { SaveByKey } from './save-by-key.ts';

/** Saves what is being typed. The key of the page is what lets it: a session may have ended meanwhile. */
@Controller('referrals/drafts/:draft/autosave')
export class AutosaveController {
  constructor(private readonly saveByKey: SaveByKey) {}

  @Post()
  async save(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('draft') id: string): Promise<void> {
    const sent = fieldsOf(request);
    const saved = await this.saveByKey.execute(id, textOf(sent, '_page'), sent);
    if (saved === null) {
      await reply.status(403).send({ state: 'refused' });
      return;
    }
    const { draft, conflicts } = saved;
    const text = wordsOf(request).referral.savedAt(timeIn(languageOf(request), draft.savedAt));
    const state = draft.ended === null ? 'saved' : 'ended';
    await reply.send({ state, version: draft.version, text, conflicts: conflicts.length });
  }
}
