import { DomainError } from '@platform/context';

interface Known {
  name?: string;
  code?: string | number;
  responseCode?: number;
  driverError?: { code?: string; constraint?: string };
  stack?: string;
}

/**
 * One line about an error that is safe to keep and show: its kind, its codes and the place in the program, and never the
 * message of a foreign error, which may quote an address, a name or an answer.
 */
export function describeError(error: unknown): string {
  if (error instanceof DomainError) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return 'unknown error';
  const known = error as Known;
  const codes = [known.code, known.responseCode, known.driverError?.code, known.driverError?.constraint];
  const distinct = [...new Set(codes.filter((code) => code !== undefined && code !== ''))];
  return [error.name, ...distinct, place(known.stack)].filter(Boolean).join(' ');
}

/** The topmost line of the stack that is ours. */
function place(stack: string | undefined): string {
  const line = stack?.split('\n').find((text) => /^\s+at .*\b(libs|apps|test)\//.test(text));
  const match = line && /((?:libs|apps|test)\/[^):]+:\d+)/.exec(line);
  return match ? `at ${match[1]}` : '';
}
