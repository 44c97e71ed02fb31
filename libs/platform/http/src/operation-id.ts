/** Unique, stable name of a route: `assessments.lock` for `AssessmentsController.lock`. */
export function operationId(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name[0].toLowerCase()}${name.slice(1)}.${method}`;
}
