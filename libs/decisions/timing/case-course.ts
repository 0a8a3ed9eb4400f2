import { Injectable } from '@nestjs/common';
import { Handovers, Milestones } from '#clocks';

/** What people recorded of the course of a case. */
@Injectable()
export class CaseCourse {
  constructor(
    readonly milestones: Milestones,
    readonly handovers: Handovers,
  ) {}
}
