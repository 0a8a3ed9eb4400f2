import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

export class SignOffRequest {
  @ApiProperty({ enum: ['signed', 'returned'] })
  @IsIn(['signed', 'returned'])
  readonly outcome!: 'signed' | 'returned';

  @ApiPropertyOptional({ description: 'Needed to return a decision' })
  @ValidateIf((request: SignOffRequest) => request.outcome === 'returned' || request.reason !== undefined)
  @IsString()
  @MaxLength(4_000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  readonly reason?: string;

  @ApiPropertyOptional({ description: 'Why it takes effect although replies of other agencies have not been read' })
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  @Matches(/\S/, { message: 'unreadReason must not be blank' })
  readonly unreadReason?: string;
}
