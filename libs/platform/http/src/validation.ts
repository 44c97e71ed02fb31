import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type ErrorDetail, Invalid } from '@platform/context';

const RULES: Record<string, string> = { whitelistValidation: 'unknown-field' };

function details(errors: ValidationError[], prefix = ''): ErrorDetail[] {
  return errors.flatMap((error) => {
    const step = /^\d+$/.test(error.property) ? `[${error.property}]` : prefix ? `.${error.property}` : error.property;
    const path = `${prefix}${step}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      path,
      rule: RULES[rule] ?? rule,
      message,
    }));
    return [...own, ...details(error.children ?? [], path)];
  });
}

/** Checks bodies and queries against their request classes; unknown fields are refused. @throws Invalid */
export const validation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const list = details(errors);
      return new Invalid(
        'invalid',
        list.length === 1 ? list[0].message : `${list.length} fields must be corrected.`,
        list,
      );
    },
  });
