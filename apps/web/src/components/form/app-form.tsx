import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorSummary } from './error-summary';
import type { AppForm as FormState } from './use-app-form';

interface AppFormProps<T extends Record<string, unknown>> {
  of: FormState<T>;
  children: ReactNode;
  className?: string;
  label?: string;
}

/** A form in one column: what went wrong on top, then the fields. */
export function AppForm<T extends Record<string, unknown>>({ of, children, className, label }: AppFormProps<T>) {
  return (
    <form noValidate onSubmit={of.onSubmit} aria-label={label} aria-busy={of.busy}>
      <ErrorSummary of={of} />
      {className ? <div className={className}>{children}</div> : <Stack gap="md">{children}</Stack>}
    </form>
  );
}
