import { Injectable } from '@nestjs/common';
import { authorityIds } from '#nation-packs';
import { ComputeDisposals } from './compute-disposals.ts';
import { DestroyRecords } from './destroy-records.ts';

/** Steps of a round for one authority: others wait as well. */
const STEPS = 10;

/** The part of housekeeping that works out what is due and destroys what was approved. */
@Injectable()
export class KeepRetention {
  constructor(
    private readonly compute: ComputeDisposals,
    private readonly destroy: DestroyRecords,
  ) {}

  async execute(): Promise<void> {
    for (const authorityId of authorityIds()) {
      for (let steps = 0; steps < STEPS; steps += 1) {
        const computed = await this.compute.step(authorityId);
        const destroyed = await this.destroy.step(authorityId);
        if (!computed && !destroyed) break;
      }
    }
  }
}
