import { safeName } from './safe-name';

describe('the name of an uploaded file', () => {
  it.each([
    ['Plan 2026.pdf', 'Plan 2026.pdf'],
    ['Año nuevo.PDF', 'Año nuevo.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\ana\\plan.pdf', 'plan.pdf'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.pdf'],
    ['<img src=x>.pdf', 'img src=x.pdf'],
    ['   ..hidden..  ', 'hidden.pdf'],
    ['', 'file.pdf'],
    ['.pdf', 'file.pdf'],
    ['con.pdf', '_con.pdf'],
    ['archive.tar.gz', 'archive.tar.pdf'],
  ])('%j becomes %j', (given, expected) => {
    expect(safeName(given, ['pdf'])).toBe(expected);
  });

  it('keeps any of the endings that fit, and is never too long', () => {
    expect(safeName('a.jpeg', ['jpg', 'jpeg'])).toBe('a.jpeg');
    expect(safeName('a.png', ['jpg', 'jpeg'])).toBe('a.jpg');
    expect(safeName('😀'.repeat(500), ['txt'])).toBe(`${'😀'.repeat(150)}.txt`);
  });
});
