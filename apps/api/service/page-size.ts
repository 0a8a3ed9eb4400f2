import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** How many records a page may hold: from 1 to `most`, `usual` where nobody says; the field's own value says it too. */
export function PageSize(most: number, usual: number): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ minimum: 1, maximum: most, default: usual }),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(most),
  );
}
