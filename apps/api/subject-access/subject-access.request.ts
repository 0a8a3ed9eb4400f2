import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Language } from '#domain';
import { EXEMPTIONS, FOR_WHOM, SECTION_IDS } from '#retention';
import { IsDay } from '../service/is-day.ts';

export class WithheldSection {
  @ApiProperty({ enum: SECTION_IDS })
  @IsIn(SECTION_IDS)
  readonly section!: (typeof SECTION_IDS)[number];

  @ApiProperty({ enum: EXEMPTIONS })
  @IsIn(EXEMPTIONS)
  readonly exemption!: (typeof EXEMPTIONS)[number];
}

export class SubjectAccessRequestBody {
  @ApiProperty({ enum: FOR_WHOM, description: 'Who asked; the answer is about the child whoever did' })
  @IsIn(FOR_WHOM)
  readonly forWhom!: (typeof FOR_WHOM)[number];

  @ApiPropertyOptional({ enum: ['en', 'cy'], default: 'en', description: 'English or Welsh' })
  @IsIn(['en', 'cy'])
  readonly language: Language = 'en';

  @ApiPropertyOptional({ type: [String], description: 'Words to take out besides those that the record knows' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  @Matches(/[\p{L}\p{N}]/u, { each: true, message: 'redact must hold letters or digits' })
  readonly redact: string[] = [];

  @ApiPropertyOptional({ type: [WithheldSection], description: 'Sections that an exemption lets you withhold' })
  @IsArray()
  @ArrayMaxSize(SECTION_IDS.length)
  @ArrayUnique(({ section }: WithheldSection) => section)
  @ValidateNested({ each: true })
  @Type(() => WithheldSection)
  readonly withhold: WithheldSection[] = [];

  @ApiPropertyOptional({ default: false, description: 'Harm could come of it if the family learnt who told us' })
  @IsBoolean()
  readonly hideReferrer: boolean = false;

  @ApiPropertyOptional({ format: 'date', description: 'Day of the request; today when left out' })
  @IsOptional()
  @IsDay()
  readonly requestedOn?: string;

  @ApiPropertyOptional({ format: 'date', description: 'From when the clock stood still, waiting for an answer' })
  @IsOptional()
  @IsDay()
  readonly stoppedOn?: string;

  @ApiPropertyOptional({ format: 'date', description: 'From when it ran again' })
  @IsOptional()
  @IsDay()
  readonly restartedOn?: string;

  @ApiPropertyOptional({ description: 'Hash of the preview you read; left out, you get a preview' })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  readonly previewSha256?: string;
}
