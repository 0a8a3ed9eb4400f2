import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, MaxLength } from 'class-validator';

/** Words of a person: not blank, and at most so many characters. */
export function IsProse(longest: number): PropertyDecorator {
  // Checked from the last to the first, as they would be if they stood above the property.
  return applyDecorators(Matches(/\S/, { message: '$property must not be blank' }), MaxLength(longest), IsString());
}
