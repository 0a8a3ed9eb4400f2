import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const LARGEST = Number.MAX_SAFE_INTEGER;

export class InclusionQuery {
  @ApiPropertyOptional({ minimum: 1, description: 'Size of the tree to prove it in; the latest when left out' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  readonly treeSize?: number;
}

export class ConsistencyQuery {
  @ApiProperty({ minimum: 1, description: 'Size of the older tree' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  readonly from!: number;

  @ApiPropertyOptional({ minimum: 1, description: 'Size of the newer tree; the latest when left out' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  readonly to?: number;
}

export class EvidenceQuery {
  @ApiPropertyOptional({ example: '2026-11', description: 'Month, in UTC; everything when left out' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: 'month must be a year and a month such as 2026-11' })
  readonly month?: string;

  @ApiPropertyOptional({ minimum: 1, description: 'Size of an earlier head that the pack shall be proven to continue' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  readonly since?: number;
}
