import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type Fault } from '#domain';

/** Commands and queries: closed (an unknown field is refused by name), no coercion of bodies, every fault at once. */
export function commandPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new DomainError(
        'validation_failed',
        'Some answers need mending.',
        errors.flatMap((error) => faultsOf(error, '')),
      ),
  });
}

function faultsOf(error: ValidationError, base: string): Fault[] {
  const pointer = `${base}/${error.property}`;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ pointer, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}
