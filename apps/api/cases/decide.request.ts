import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { type Level, LEVELS, URGENCIES, type Urgency } from '#domain';
import { IsProse } from '../service/is-prose.ts';

const OUTCOMES = [...LEVELS, 'no_further_action'] as const;

export class DecideRequest {
  @ApiProperty({ enum: ['confirm', 'differ'], description: 'Confirm what the rules propose, or decide otherwise' })
  @IsIn(['confirm', 'differ'])
  readonly kind!: 'confirm' | 'differ';

  @ApiProperty({ description: 'Your reasoning, for the record' })
  @IsProse(10_000)
  readonly rationale!: string;

  @ApiPropertyOptional({ description: 'Legal basis, for example CA1989 s47' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly legalBasis?: string;

  @ApiPropertyOptional({ enum: OUTCOMES, description: 'Needed to differ' })
  @ValidateIf(isDifferent)
  @IsIn(OUTCOMES)
  readonly outcome?: Level | 'no_further_action';

  @ApiPropertyOptional({ enum: URGENCIES, description: 'Needed to differ' })
  @ValidateIf(isDifferent)
  @IsIn(URGENCIES)
  readonly urgency?: Urgency;

  @ApiPropertyOptional({ description: 'Why you differ from the proposal; needed to differ' })
  @ValidateIf(isDifferent)
  @IsProse(4_000)
  readonly overrideReason?: string;

  @ApiPropertyOptional({ description: 'Why it takes effect although replies of other agencies have not been read' })
  @IsOptional()
  @IsProse(4_000)
  readonly unreadReason?: string;
}

/** Also checked when sent beside "confirm", where it would otherwise be ignored in silence. */
function isDifferent(request: DecideRequest, value?: unknown): boolean {
  return request.kind === 'differ' || value !== undefined;
}
