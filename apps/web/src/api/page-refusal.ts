import { ApiProblem } from './problem';

/** For `throwOnError` of the query that a whole page rests on: no access and not found are said by the page's route. */
export const pageRefusal = (error: Error): boolean =>
  error instanceof ApiProblem && (error.status === 403 || error.status === 404);
