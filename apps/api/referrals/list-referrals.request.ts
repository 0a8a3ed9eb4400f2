import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PageSize } from '../service/page-size.ts';

export class ListReferralsRequest {
  @PageSize(100, 25)
  readonly limit: number = 25;

  @ApiPropertyOptional({ description: 'The `next` of the page before' })
  @IsOptional()
  @Matches(/^[A-Z0-9-]{1,40}$/)
  readonly after?: string;
}
