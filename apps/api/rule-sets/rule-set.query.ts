import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { Language } from '#domain';
import { LABEL } from './rule-set.request.ts';
import { PageSize } from '../service/page-size.ts';
import { IsProse } from '../service/is-prose.ts';

const FORMATS = ['json', 'yaml', 'csv', 'dmn'] as const;
const READ_FORMATS = ['json', 'yaml', 'csv'] as const;

class AreaQuery {
  @ApiPropertyOptional({ description: 'Area id; left out where the area is not known' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly area?: string;
}

export class ExportQuery {
  @ApiPropertyOptional({ enum: FORMATS, default: 'json' })
  @IsIn(FORMATS)
  readonly format: (typeof FORMATS)[number] = 'json';
}

export class InForceExportQuery extends AreaQuery {
  @ApiPropertyOptional({ enum: FORMATS, default: 'json' })
  @IsIn(FORMATS)
  readonly format: (typeof FORMATS)[number] = 'json';
}

export class ImportQuery {
  @ApiPropertyOptional({ enum: READ_FORMATS, default: 'json' })
  @IsIn(READ_FORMATS)
  readonly format: (typeof READ_FORMATS)[number] = 'json';

  @ApiPropertyOptional({ description: 'Version label of the new draft; the file’s own version when left out' })
  @IsOptional()
  @Matches(LABEL, { message: 'label must be 1 to 60 letters, digits, full stops, hyphens and underscores' })
  readonly label?: string;

  @ApiPropertyOptional({ description: 'What is to change and why', default: 'Imported.' })
  @IsProse(4_000)
  readonly changeNote: string = 'Imported.';
}

export class CompareQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Version to compare with; the one in force when left out' })
  @IsOptional()
  @IsUUID()
  readonly against?: string;
}

export class LowerQuery {
  @PageSize(500, 100)
  readonly limit: number = 100;

  @ApiPropertyOptional({ format: 'uuid', description: 'The `next` of the page before' })
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}

export class DocumentQuery extends AreaQuery {
  @ApiPropertyOptional({ enum: ['html', 'markdown'], default: 'html' })
  @IsIn(['html', 'markdown'])
  readonly format: 'html' | 'markdown' = 'html';

  @ApiPropertyOptional({ enum: ['en', 'cy'], default: 'en', description: 'English or Welsh' })
  @IsIn(['en', 'cy'])
  readonly language: Language = 'en';
}
