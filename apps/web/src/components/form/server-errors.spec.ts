import { ApiProblem } from '../../api/problem';
import { fieldPath, splitErrors } from './server-errors';

const problem = (...paths: string[]) =>
  new ApiProblem({
    title: 'Invalid',
    status: 422,
    code: 'invalid',
    errors: paths.map((path) => ({ path, rule: 'x', message: `wrong ${path}` })),
  });

describe('refused fields of the server', () => {
  it('are found by every way of writing a path', () => {
    expect(['name', '/members/0/role', 'members[0].role'].map(fieldPath)).toEqual([
      'name',
      'members.0.role',
      'members.0.role',
    ]);
  });

  it('stand at the field they belong to', () => {
    expect(splitErrors(problem('name', 'members.0.role'), { name: '', members: [{ role: '' }] }).fields).toEqual({
      name: 'wrong name',
      'members.0.role': 'wrong members.0.role',
    });
  });

  it('stand at the whole field when only a part of it was refused', () => {
    expect(splitErrors(problem('address.zip'), { address: 'x' }).fields).toEqual({ address: 'wrong address.zip' });
  });

  it('are told in the summary when the form has no such field', () => {
    expect(splitErrors(problem('tenantId'), { name: '' })).toEqual({ fields: {}, others: ['wrong tenantId'] });
  });
});
