import { Conflict } from '@platform/context';
import { describeError } from './describe-error';

describe('what is kept of an error', () => {
  it('keeps the code and the sentence of our own refusals', () => {
    expect(describeError(new Conflict('assessments.not-open', 'This round is not open.'))).toBe(
      'assessments.not-open: This round is not open.',
    );
  });

  it('keeps kind, codes and place of other errors, but not their message', () => {
    const error = Object.assign(new TypeError('550 no mailbox ana@example.org'), {
      code: 'EENVELOPE',
      responseCode: 550,
    });
    expect(describeError(error)).toMatch(/^TypeError EENVELOPE 550 at libs\/platform\/jobs\/.*\.spec\.ts:\d+$/);
  });

  it('has something to say about what is no error at all', () => {
    expect(describeError('ana@example.org')).toBe('unknown error');
  });
});
