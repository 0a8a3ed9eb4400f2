import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CASE_STATES, type CaseState, URGENCIES, type Urgency } from '#domain';
import { PageSize } from '../service/page-size.ts';

const CLAIMED = ['me', 'nobody', 'anybody'] as const;

export class WorklistRequest {
  @PageSize(100, 50)
  readonly limit: number = 50;

  @ApiPropertyOptional({ description: 'The `next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  readonly cursor?: string;

  @ApiPropertyOptional({ description: 'Reference of a case or a referral; finds settled cases too' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly reference?: string;

  @ApiPropertyOptional({ description: 'Queue id' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly queue?: string;

  @ApiPropertyOptional({ enum: [...URGENCIES, 'not_triaged'] })
  @IsOptional()
  @IsIn([...URGENCIES, 'not_triaged'])
  readonly urgency?: Urgency | 'not_triaged';

  @ApiPropertyOptional({ enum: CASE_STATES })
  @IsOptional()
  @IsIn(CASE_STATES)
  readonly state?: CaseState;

  @ApiPropertyOptional({ description: 'Area id' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly area?: string;

  @ApiPropertyOptional({ enum: CLAIMED, description: 'Who holds the case' })
  @IsOptional()
  @IsIn(CLAIMED)
  readonly claimed?: (typeof CLAIMED)[number];

  @ApiPropertyOptional({ description: 'Only cases whose proposal missing answers could still raise' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly needsInformation?: boolean;
}
