import { Module } from '@nestjs/common';
import { DecisionsModule } from '#decisions';
import { SignInModule } from '#sign-in';
import { AssignController } from './assign.controller.ts';
import { ChangeStreams } from './change-streams.ts';
import { ChangesController } from './changes.controller.ts';
import { ViewsController } from './views.controller.ts';
import { WallController } from './wall.controller.ts';
import { WorklistController } from './worklist.controller.ts';

@Module({
  imports: [DecisionsModule, SignInModule],
  controllers: [WorklistController, ChangesController, AssignController, ViewsController, WallController],
  providers: [ChangeStreams],
})
export class WorklistPagesModule {}
