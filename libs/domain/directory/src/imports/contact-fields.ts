/** A phone number in one form, `269-555-0100` or `269-555-0100 ext. 12`; null when it is no number of ten digits. */
export function normalizePhone(raw: string): string | null {
  if (/E\+/i.test(raw)) return null; // a spreadsheet rounded it
  const [main, named = ''] = raw.replace(/\.0$/, '').split(/\s*(?:ext\.?|extension|x)\s*/i);
  const digits = main.replace(/\D/g, '').replace(/^1(?=\d{10})/, '');
  const extension = digits.slice(10) + named.replace(/\D/g, '');
  if (!/^[2-9]\d{9}$/.test(digits.slice(0, 10)) || extension.length > 8) return null;
  const number = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 10)}`;
  return /[1-9]/.test(extension) ? `${number} ext. ${extension}` : number;
}

/** A postal code as `49007` or `49007-1234`, a lost leading zero restored; null when it is none. A part of only zeros says nothing. */
export function normalizeZip(raw: string, plusFour = ''): string | null {
  const [first, rest = plusFour] = raw
    .replace(/\.0$/, '')
    .trim()
    .split(/[-\s]+/);
  const joined = /^\d{8,9}$/.test(first) ? first.padStart(9, '0') : null;
  const five = joined ? joined.slice(0, 5) : first.padStart(5, '0');
  if (!/^\d{5}$/.test(five) || first.length < 3 || five === '00000') return null;
  const four = (joined ? joined.slice(5) : rest).trim();
  if (!/^\d{1,4}$/.test(four)) return five;
  return Number(four) === 0 ? five : `${five}-${four.padStart(4, '0')}`;
}

/** A web address with its scheme, `https` unless it names one; null when it is none. */
export function normalizeWebsite(raw: string): string | null {
  const text = /^[a-z][a-z0-9+.-]*:/i.test(raw) ? raw : `https://${raw.replace(/^\/+/, '')}`;
  if (!URL.canParse(text) || /\s/.test(raw) || raw.length > 500) return null;
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol) || !/^[^.]+(\.[^.]+)+$/.test(url.hostname) || url.username)
    return null;
  return url.pathname === '/' && !url.search && !url.hash ? url.origin : url.href;
}

/** A county as five digits, a lost leading zero restored; null when it is none. */
export function normalizeCounty(raw: string): string | null {
  const digits = raw.replace(/\.0$/, '');
  return /^\d{4,5}$/.test(digits) ? digits.padStart(5, '0') : null;
}
