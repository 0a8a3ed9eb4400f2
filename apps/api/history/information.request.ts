import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { INFORMATION_SOURCES, type InformationSource } from '#history';
import { IsDay } from '../service/is-day.ts';

export class AddInformationRequest {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      'Fact ids of the catalogue with what is known now: "indicator.B16": true, "missing.episodesIn90Days": 3',
  })
  @IsOptional()
  @IsObject()
  readonly facts?: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({ description: 'What was learned, in words' })
  @IsOptional()
  @IsString()
  @MaxLength(8_000)
  @Matches(/\S/, { message: 'note must not be blank' })
  readonly note?: string;

  @ApiProperty({ enum: INFORMATION_SOURCES, description: 'From whom' })
  @IsIn(INFORMATION_SOURCES)
  readonly source!: InformationSource;

  @ApiProperty({ format: 'date', description: 'The day on which it was learned' })
  @IsDay()
  readonly learnedOn!: string;
}

export class WithdrawInformationRequest {
  @ApiProperty({ description: 'Why it does not hold' })
  @IsString()
  @MaxLength(4_000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  readonly reason!: string;
}
