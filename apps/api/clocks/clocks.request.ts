import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { BREACH_REASONS, type BreachReasonCode, MILESTONE_SOURCES, type MilestoneSource } from '#clocks';
import { type Milestone, MILESTONES } from '#domain';

const CODE = /^[a-z][a-z_]{2,40}$/;
const WORDS = /\S/;

export class MilestoneRequest {
  @ApiProperty({ enum: MILESTONES })
  @IsIn(MILESTONES)
  readonly milestone!: Milestone;

  @ApiProperty({ format: 'date-time', description: 'When it happened, with its offset from UTC; not in the future' })
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/T.*(?:Z|[+-]\d\d:\d\d)$/, { message: 'happenedAt must be an instant with its offset from UTC' })
  readonly happenedAt!: string;

  @ApiProperty({ enum: MILESTONE_SOURCES, description: 'From where you know' })
  @IsIn(MILESTONE_SOURCES)
  readonly source!: MilestoneSource;
}

export class PauseClockRequest {
  @ApiProperty({ description: 'A code of `mayBePausedFor` of the clock' })
  @IsString()
  @Matches(CODE, { message: 'reason must be a code' })
  readonly reason!: string;

  @ApiPropertyOptional({ description: 'What there is to say about it' })
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  @Matches(WORDS, { message: 'note must not be blank' })
  readonly note?: string;
}

export class BreachReasonRequest {
  @ApiProperty({ enum: BREACH_REASONS })
  @IsIn(BREACH_REASONS)
  readonly reason!: BreachReasonCode;

  @ApiPropertyOptional({ description: 'What there is to say about it' })
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  @Matches(WORDS, { message: 'note must not be blank' })
  readonly note?: string;
}

export class HandoverRequest {
  @ApiProperty({ description: 'What the emergency duty team did and what is left to do' })
  @IsString()
  @MaxLength(8_000)
  @Matches(WORDS, { message: 'actions must not be blank' })
  readonly actions!: string;
}
