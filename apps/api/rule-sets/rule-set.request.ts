import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsDay } from '../service/is-day.ts';
import { IsProse } from '../service/is-prose.ts';

export const LABEL = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
const LABEL_FAULT = { message: 'label must be 1 to 60 letters, digits, full stops, hyphens and underscores' };

export class DraftRequestBody {
  @ApiProperty({
    description: 'The version as people will write it, new in your authority',
    example: 'wt2023-2-autumn',
  })
  @Matches(LABEL, LABEL_FAULT)
  readonly label!: string;

  @ApiPropertyOptional({ description: 'Title; the copied one’s when left out' })
  @IsOptional()
  @IsProse(200)
  readonly title?: string;

  @ApiProperty({ description: 'What is to change and why' })
  @IsProse(4_000)
  readonly changeNote!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Version to copy; without it the one in force is copied' })
  @IsOptional()
  @IsUUID()
  readonly copyOf?: string;

  @ApiPropertyOptional({ description: 'Area whose rule set in force is copied' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly area?: string;
}

export class DescribeRequestBody {
  @ApiPropertyOptional({ description: 'Another version label' })
  @IsOptional()
  @Matches(LABEL, LABEL_FAULT)
  readonly label?: string;

  @ApiPropertyOptional({ description: 'Another title' })
  @IsOptional()
  @IsProse(200)
  readonly title?: string;

  @ApiPropertyOptional({ description: 'What is to change and why' })
  @IsOptional()
  @IsProse(4_000)
  readonly changeNote?: string;
}

export class ReasonRequestBody {
  @ApiProperty({ description: 'Why' })
  @IsProse(4_000)
  readonly reason!: string;
}

export class ApprovalRequestBody {
  @ApiPropertyOptional({
    description: 'Equality and human-rights justification; needed when the backtest is uneven, at least 50 characters',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  readonly justification?: string;
}

export class ActivationRequestBody {
  @ApiProperty({ type: [String], description: 'Area ids, or "*" alone for the whole authority' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly areas!: string[];

  @ApiProperty({ format: 'date', description: 'First day, today at the earliest' })
  @IsDay()
  readonly from!: string;
}
