const BASE = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** Content security policy of a page: own scripts only, styles by nonce. */
export function pagePolicy(nonce: string): string {
  return `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'none'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; ${BASE}`;
}

/** Content security policy of everything that is not a page. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
