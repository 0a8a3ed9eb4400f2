import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import {
  ASKING_WAYS,
  type AskingWay,
  CHALLENGE_GROUNDS,
  CHALLENGE_KINDS,
  CHALLENGE_OUTCOMES,
  CHALLENGE_STATES,
  type ChallengeGrounds,
  type ChallengeKind,
  type ChallengeOutcome,
  type ChallengeState,
  FAMILY_ASKERS,
  type FamilyAsker,
  REVIEW_GROUNDS,
  REVIEW_OUTCOMES,
  type ReviewGrounds,
  type ReviewOutcome,
  STAGES,
} from '#challenges';
import { PageSize } from '../service/page-size.ts';
import { IsProse } from '../service/is-prose.ts';

export class ChallengeTextRequest {
  @ApiProperty({ description: 'In words; both sides read it' })
  @IsProse(10_000)
  readonly text!: string;
}

export class EscalationRequest extends ChallengeTextRequest {
  @ApiPropertyOptional({ description: 'Whether a child is at immediate risk', default: false })
  @IsOptional()
  @IsBoolean()
  readonly immediateRisk?: boolean;

  @ApiPropertyOptional({ description: 'A stage further up, at immediate risk', minimum: 1, maximum: STAGES.length })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(STAGES.length)
  readonly toStage?: number;
}

export class OpenChallengeRequest extends EscalationRequest {
  @ApiPropertyOptional({ description: 'Which case, where the referral has more than one' })
  @IsOptional()
  @IsString()
  @Matches(/^[A-Z0-9-]{1,40}$/, { message: '$property must be a reference' })
  readonly caseReference?: string;

  @ApiProperty({ enum: CHALLENGE_GROUNDS })
  @IsIn(CHALLENGE_GROUNDS)
  readonly grounds!: ChallengeGrounds;
}

export class ChallengeDecisionRequest extends ChallengeTextRequest {
  @ApiProperty({ enum: CHALLENGE_OUTCOMES })
  @IsIn(CHALLENGE_OUTCOMES)
  readonly outcome!: ChallengeOutcome;

  @ApiPropertyOptional({
    description: 'Whether the case is to be decided anew where the challenge is upheld in part; upheld, it always is',
    default: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly reopen?: boolean;
}

export class FamilyReviewRequest extends ChallengeTextRequest {
  @ApiProperty({ enum: FAMILY_ASKERS, description: 'Who asks, never by name' })
  @IsIn(FAMILY_ASKERS)
  readonly askedBy!: FamilyAsker;

  @ApiProperty({ enum: ASKING_WAYS })
  @IsIn(ASKING_WAYS)
  readonly askedHow!: AskingWay;

  @ApiProperty({ enum: REVIEW_GROUNDS })
  @IsIn(REVIEW_GROUNDS)
  readonly grounds!: ReviewGrounds;

  @ApiPropertyOptional({ description: 'Whether they complain about how their data were used', default: false })
  @IsOptional()
  @IsBoolean()
  readonly complaint?: boolean;
}

export class ReviewDecisionRequest extends ChallengeTextRequest {
  @ApiProperty({ enum: REVIEW_OUTCOMES })
  @IsIn(REVIEW_OUTCOMES)
  readonly outcome!: ReviewOutcome;
}

export class ChallengesRequest {
  @PageSize(100, 50)
  readonly limit: number = 50;

  @ApiPropertyOptional({ enum: CHALLENGE_KINDS })
  @IsOptional()
  @IsIn(CHALLENGE_KINDS)
  readonly kind?: ChallengeKind;

  @ApiPropertyOptional({ enum: CHALLENGE_STATES })
  @IsOptional()
  @IsIn(CHALLENGE_STATES)
  readonly state?: ChallengeState;

  @ApiPropertyOptional({ minimum: 1, maximum: STAGES.length })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(STAGES.length)
  readonly stage?: number;

  @ApiPropertyOptional({ description: 'Only those whose clock has run out', default: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly overdue?: boolean;

  @ApiPropertyOptional({ description: 'The `next` of the page before', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}
