import { QueryFailedError } from 'typeorm';
import { errorForLog } from './error-for-log';

it('keeps what the error is and where, and none of the values of a statement', () => {
  const detail = 'Key (email)=(ada@example.org) already exists.';
  const driver = Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505', detail });
  const logged = errorForLog(
    new QueryFailedError('insert into account values ($1)', ['ada@example.org', 'hash'], driver),
  );
  expect(logged).toEqual({
    type: 'QueryFailedError',
    code: '23505',
    message: 'duplicate key value violates unique constraint',
    stack: expect.stringContaining('error-for-log.spec'),
  });
});

it('leaves alone what is no error', () => {
  expect(errorForLog('odd')).toBe('odd');
});
