import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export class LanguageQuery {
  @ApiPropertyOptional({ enum: ['en', 'cy'], default: 'en', description: 'English or Welsh' })
  @IsIn(['en', 'cy'])
  readonly language: 'en' | 'cy' = 'en';
}
