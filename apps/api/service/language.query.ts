import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Language } from '#domain';

export class LanguageQuery {
  @ApiPropertyOptional({ enum: ['en', 'cy'], default: 'en', description: 'English or Welsh' })
  @IsIn(['en', 'cy'])
  readonly language: Language = 'en';
}
