import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { DISPOSAL_ITEM_STATES, ITEM_ORDERS } from '#retention';
import { PageSize } from '../service/page-size.ts';
import { IsProse } from '../service/is-prose.ts';

export class HoldRequest {
  @ApiProperty({ description: 'Why the record must be kept; stored sealed' })
  @IsProse(4_000)
  readonly reason!: string;
}

export class LiftingRequest {
  @ApiProperty({ description: 'Why the schedule may count again; stored sealed' })
  @IsProse(4_000)
  readonly reason!: string;
}

export class KeepingRequest {
  @ApiProperty({ description: 'Why the record is kept for now' })
  @IsProse(4_000)
  readonly reason!: string;
}

export class DisposalsQuery {
  @PageSize(100, 20)
  readonly limit: number = 20;

  @ApiPropertyOptional({ format: 'uuid', description: 'The `next` of the page before' })
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}

export class RecordsExportQuery {
  @ApiPropertyOptional({ enum: DISPOSAL_ITEM_STATES, description: 'All of them when left out' })
  @IsOptional()
  @IsIn(DISPOSAL_ITEM_STATES)
  readonly state?: (typeof DISPOSAL_ITEM_STATES)[number];

  @ApiPropertyOptional({ enum: ITEM_ORDERS, default: 'dueOn' })
  @IsIn(ITEM_ORDERS)
  readonly sort: (typeof ITEM_ORDERS)[number] = 'dueOn';

  @ApiPropertyOptional({ enum: ['ascending', 'descending'], default: 'ascending' })
  @IsIn(['ascending', 'descending'])
  readonly order: 'ascending' | 'descending' = 'ascending';
}

export class RecordsQuery extends RecordsExportQuery {
  @PageSize(500, 100)
  readonly limit: number = 100;

  @ApiPropertyOptional({ format: 'uuid', description: 'The `next` of the page before, in the same order' })
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}
