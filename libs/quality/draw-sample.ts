import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#domain';
import { Database } from '#platform';
import { drawSample, frameHash } from './draw/draw.ts';
import { QualityDesk } from './quality-desk.ts';
import { LARGEST_SAMPLE } from './sample.ts';
import { findFrame, type Frame, insertItems, insertSample } from './store/sample.query.ts';

export interface DrawRequest extends Frame {
  readonly actor: Actor;
  readonly size: number;
}

/**
 * Draws a random sample of decisions that took effect, among those whose record the manager may see. The seed and the hash
 * of what was drawn from are kept, so that anybody can repeat the draw.
 * @throws DomainError `not_found` when nothing was decided in that time, `validation_failed` for a size out of range.
 */
@Injectable()
export class DrawSample {
  constructor(
    private readonly database: Database,
    private readonly desk: QualityDesk,
  ) {}

  /** Resolves to the sample's id. */
  execute({ actor, size, ...frame }: DrawRequest): Promise<string> {
    if (!Number.isInteger(size) || size < 1 || size > LARGEST_SAMPLE || frame.from > frame.to) {
      throw new DomainError('validation_failed', 'The size or the span of the sample cannot be.');
    }
    return this.database.inTransaction(actor, async (tx) => {
      const candidates = await findFrame(tx, actor.authorityId, frame);
      if (candidates.length === 0) throw new DomainError('not_found', 'Nothing was decided in that time.');
      const seed = randomBytes(16).toString('hex');
      const id = randomUUID();
      const drawn = drawSample(candidates, seed, size);
      const made = {
        id,
        ...frame,
        wanted: size,
        seed,
        frameSize: candidates.length,
        frameSha256: frameHash(candidates),
      };
      const by = { drawnBy: actor.id, drawnByName: actor.name, drawnAt: this.desk.now() };
      await insertSample(tx, actor.authorityId, { ...made, ...by });
      await insertItems(tx, actor.authorityId, id, drawn);
      const { frameSha256, frameSize } = made;
      await this.desk.recordSample(tx, actor, { sampleId: id, seed, frameSize, frameSha256, items: drawn.length });
      return id;
    });
  }
}
