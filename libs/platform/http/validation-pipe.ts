import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type Fault } from '#domain';
import { shownField } from './problem.ts';

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
  const field = shownField(error.property);
  const pointer = `${base}/${field}`;
  const messages = Object.values(error.constraints ?? {});
  const own = messages.map((message) => ({ pointer, message: message.replaceAll(error.property, field) }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}
