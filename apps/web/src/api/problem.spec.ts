import { AttemptKeys, randomId } from './idempotency';
import { toProblem } from './problem';

describe('a refusal of the API', () => {
  it('keeps code, request id and refused fields of the problem details', () => {
    const body = {
      title: 'Invalid',
      status: 422,
      code: 'invalid',
      detail: 'Name is needed.',
      requestId: 'req-1',
      errors: [{ path: 'name', rule: 'required', message: 'Write a name.' }],
    };
    const problem = toProblem(new Response('', { status: 422 }), body);
    expect(problem).toMatchObject({ status: 422, code: 'invalid', message: 'Name is needed.', requestId: 'req-1' });
    expect(problem.errors[0]?.message).toBe('Write a name.');
  });

  it('is still readable when a proxy answered with something else', () => {
    const response = new Response('', { status: 502, statusText: 'Bad Gateway', headers: { 'x-request-id': 'r-2' } });
    expect(toProblem(response, '<html>')).toMatchObject({
      status: 502,
      code: 'http-502',
      requestId: 'r-2',
      errors: [],
    });
  });

  it('knows how long to wait', () => {
    const response = new Response('', { status: 429, headers: { 'retry-after': '30' } });
    expect(toProblem(response, {}).retryAfter).toBe(30);
  });
});

describe('the key of an attempt to write', () => {
  it('stays the same for the same input until the server has answered', () => {
    const keys = new AttemptKeys();
    const first = keys.keyFor({ name: 'A' });
    expect(keys.keyFor({ name: 'A' })).toBe(first);
    keys.settled();
    expect(keys.keyFor({ name: 'A' })).not.toBe(first);
  });

  it('changes with the input', () => {
    const keys = new AttemptKeys();
    expect(keys.keyFor({ name: 'A' })).not.toBe(keys.keyFor({ name: 'B' }));
  });

  it('is a UUID', () => {
    expect(randomId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
