import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, ValidateIf } from 'class-validator';
import { IsProse } from '../service/is-prose.ts';

export class SignOffRequest {
  @ApiProperty({ enum: ['signed', 'returned'] })
  @IsIn(['signed', 'returned'])
  readonly outcome!: 'signed' | 'returned';

  @ApiPropertyOptional({ description: 'Needed to return a decision' })
  @ValidateIf((request: SignOffRequest) => request.outcome === 'returned' || request.reason !== undefined)
  @IsProse(4_000)
  readonly reason?: string;

  @ApiPropertyOptional({ description: 'Why it takes effect although replies of other agencies have not been read' })
  @IsOptional()
  @IsProse(4_000)
  readonly unreadReason?: string;
}
