import { Module } from '@nestjs/common';
import { FamilyModule } from '#family';
import { RecordsModule } from '../records/records.module.ts';
import { FamilyController } from './family.controller.ts';
import { MemberController } from './member.controller.ts';
import { PeopleController } from './people.controller.ts';

/** Who is in the family, and who may be whom. */
@Module({ imports: [RecordsModule, FamilyModule], controllers: [FamilyController, MemberController, PeopleController] })
export class FamilyPagesModule {}
