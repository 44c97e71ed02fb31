import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsISO8601, Length, ValidateIf } from 'class-validator';

/** Takes blanks around a text away before it is checked. */
export const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** The field may be left out, but not null. */
export const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** The field may be left out; null or an empty text clears it. */
export const Clearable = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value)),
    ValidateIf((_, value) => value !== undefined && value !== null),
  );

/** A calendar day, `2026-11-21`. */
export const IsDay = (): PropertyDecorator =>
  applyDecorators(
    IsISO8601({ strict: true, strictSeparator: true }, { message: '$property must be a day such as 2026-11-21.' }),
    Length(10, 10, { message: '$property must be a day such as 2026-11-21.' }),
  );
