import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Language } from '#domain';
import { ACCESS_PURPOSES, type AccessPurpose } from '#access-policy';
import { CHRONOLOGY_CATEGORIES, EVENT_KINDS, EXPORT_FORMATS } from '#chronology';
import { IsDay } from '../service/is-day.ts';
import { PageSize } from '../service/page-size.ts';
import { IsProse } from '../service/is-prose.ts';

const MOST_CHILDREN = 20;
const ORDERS = ['newest_first', 'oldest_first'] as const;
type Category = (typeof CHRONOLOGY_CATEGORIES)[number];

export class ChronologyRequest {
  @ApiPropertyOptional({ format: 'date', description: 'What may have happened on this day or later' })
  @IsOptional()
  @IsDay()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'What may have happened on this day or earlier' })
  @IsOptional()
  @IsDay()
  readonly to?: string;

  @ApiPropertyOptional({
    description: `Separated by commas, of ${CHRONOLOGY_CATEGORIES.join(', ')}; all when left out`,
    type: String,
    example: 'contact,decision',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayUnique()
  @IsIn(CHRONOLOGY_CATEGORIES, { each: true })
  readonly categories?: Category[];

  @ApiPropertyOptional({ description: 'Also brothers and sisters, as far as you may see their cases', default: true })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly siblings: boolean = true;

  @ApiPropertyOptional({ enum: ORDERS, default: 'newest_first' })
  @IsIn(ORDERS)
  readonly order: (typeof ORDERS)[number] = 'newest_first';

  @ApiPropertyOptional({ enum: ['en', 'cy'], default: 'en', description: 'English or Welsh' })
  @IsIn(['en', 'cy'])
  readonly language: Language = 'en';

  @PageSize(200, 50)
  readonly limit: number = 50;

  @ApiPropertyOptional({ description: 'The `next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  readonly cursor?: string;
}

export class ChronologyEventRequest {
  @ApiProperty({ description: 'When it happened: 2026-03-04, 2026-03 or 2026; never in the future' })
  @IsString()
  @Matches(/^\d{4}(-\d{2}){0,2}$/, { message: '$property must be a day, a month or a year' })
  readonly date!: string;

  @ApiPropertyOptional({ default: false, description: 'About that day' })
  @IsBoolean()
  readonly approximate: boolean = false;

  @ApiProperty({ enum: EVENT_KINDS })
  @IsIn(EVENT_KINDS)
  readonly kind!: (typeof EVENT_KINDS)[number];

  @ApiProperty({ description: 'What happened' })
  @IsProse(4_000)
  readonly text!: string;

  @ApiPropertyOptional({ description: 'Agency of the directory that told it' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly agencyId?: string;

  @ApiPropertyOptional({ description: 'Who told it, if not you' })
  @IsOptional()
  @IsProse(200)
  readonly person?: string;

  @ApiPropertyOptional({ description: 'In which role they told it' })
  @IsOptional()
  @IsProse(200)
  readonly role?: string;

  @ApiPropertyOptional({
    type: [String],
    description: 'Cases of the same referral that it is about; this one alone when left out',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHILDREN)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly children?: string[];

  @ApiPropertyOptional({ description: 'Id of the significant event that this one corrects: `event:<uuid>`' })
  @IsOptional()
  @Matches(/^event:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  readonly corrects?: string;

  @ApiPropertyOptional({ description: 'Why the earlier one was wrong; needed with `corrects`' })
  @ValidateIf(({ corrects, correctionReason }: ChronologyEventRequest) => (corrects ?? correctionReason) !== undefined)
  @IsProse(4_000)
  readonly correctionReason?: string;
}

export class AnalysisRequest {
  @ApiProperty({ description: 'What you make of the chronology' })
  @IsProse(20_000)
  readonly note!: string;
}

export class RedactionRequest {
  @ApiPropertyOptional({ default: false, description: 'Agencies and those who act for them too' })
  @IsBoolean()
  readonly agencies: boolean = false;

  @ApiPropertyOptional({ type: [String], description: 'Words to take out besides those that the record knows' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  @Matches(/[\p{L}\p{N}]/u, { each: true, message: 'words must hold letters or digits' })
  readonly words: string[] = [];
}

export class ChronologyExportRequest {
  @ApiProperty({ enum: EXPORT_FORMATS })
  @IsIn(EXPORT_FORMATS)
  readonly format!: (typeof EXPORT_FORMATS)[number];

  @ApiPropertyOptional({ enum: ['en', 'cy'], default: 'en', description: 'English or Welsh' })
  @IsIn(['en', 'cy'])
  readonly language: Language = 'en';

  @ApiProperty({ enum: ACCESS_PURPOSES, description: 'What it is for; kept with the access event' })
  @IsIn(ACCESS_PURPOSES)
  readonly purpose!: AccessPurpose;

  @ApiPropertyOptional({
    type: RedactionRequest,
    description: 'Takes other people out; left out, everybody stays in it',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => RedactionRequest)
  readonly redact?: RedactionRequest;

  @ApiPropertyOptional({ enum: CHRONOLOGY_CATEGORIES, isArray: true, description: 'All when left out' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(CHRONOLOGY_CATEGORIES, { each: true })
  readonly categories?: Category[];

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  readonly to?: string;

  @ApiPropertyOptional({ description: 'Also brothers and sisters, as far as you may see their cases', default: true })
  @IsBoolean()
  readonly siblings: boolean = true;
}
