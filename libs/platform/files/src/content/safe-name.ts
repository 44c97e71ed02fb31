const LENGTH = 150;
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f-\u009f<>:"|?*\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff0-\uffff]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const ENDING = /\.([a-z0-9]{1,8})$/i;

/** The ending of a file's name without the dot, in small letters; empty when it has none. */
export function endingOf(name: string): string {
  return ENDING.exec(name)?.[1].toLowerCase() ?? '';
}

/**
 * A name that is safe to show and to write to any disk: no folders, no control or direction characters, no reserved
 * name, not too long. Its ending becomes `endings[0]` unless it is one of `endings` already.
 */
export function safeName(name: string, endings: readonly string[]): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1)!.replace(UNSAFE, '').replace(/\s+/g, ' ');
  const ending = endings.includes(endingOf(base)) ? endingOf(base) : endings[0];
  const stem = base.replace(ENDING, '').replace(/^[. ]+|[. ]+$/g, '');
  const cut = [...stem].slice(0, LENGTH).join('').trim();
  const kept = cut === '' ? 'file' : RESERVED.test(cut) ? `_${cut}` : cut;
  return `${kept}.${ending}`;
}
