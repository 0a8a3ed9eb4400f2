import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional } from 'class-validator';
import { INFORMATION_SOURCES, type InformationSource } from '#history';
import { IsDay } from '../service/is-day.ts';
import { IsProse } from '../service/is-prose.ts';

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
  @IsProse(8_000)
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
  @IsProse(4_000)
  readonly reason!: string;
}
