import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type Move, MOVES } from '#decisions';
import { IsProse } from '../service/is-prose.ts';

export class MoveRequest {
  @ApiProperty({ enum: MOVES, description: 'The step to take; availableActions of the case tells which are open' })
  @IsIn(MOVES)
  readonly move!: Move;

  @ApiProperty({ description: 'Why' })
  @IsProse(4_000)
  readonly reason!: string;
}
