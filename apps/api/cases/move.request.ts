import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { type Move, MOVES } from '#decisions';

export class MoveRequest {
  @ApiProperty({ enum: MOVES, description: 'The step to take; availableActions of the case tells which are open' })
  @IsIn(MOVES)
  readonly move!: Move;

  @ApiProperty({ description: 'Why' })
  @IsString()
  @MaxLength(4_000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  readonly reason!: string;
}
