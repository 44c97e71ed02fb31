import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideType } from './decide-type';

const folder = mkdtempSync(join(tmpdir(), 'braidway-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function decide(content: string | Buffer, name: string, declared = 'application/octet-stream') {
  const path = join(folder, 'content');
  writeFileSync(path, content);
  return decideType(path, name, declared);
}

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

describe('the type of an uploaded file', () => {
  it.each([
    ['name,city\nAna,Ann Arbor\n', 'people.csv', '', 'text/csv', 'people.csv'],
    ['name,city\n', 'people.txt', 'text/csv', 'text/csv', 'people.csv'],
    ['\ufeffname;city', 'people.csv', 'text/plain', 'text/csv', 'people.csv'],
    ['Notes of a < b and c > d', 'notes.md', '', 'text/plain', 'notes.md'],
    [Buffer.from('a\u00f1o', 'latin1'), 'notes.log', '', 'text/plain', 'notes.log'],
    ['{"a": 1}', 'data.json', 'text/html', 'application/json', 'data.json'],
    ['BEGIN:VCALENDAR\r\n', 'x', '', 'text/calendar', 'x.ics'],
    ['%PDF-1.4\n', 'page.html', 'text/html', 'application/pdf', 'page.pdf'],
    [svg('<path d="M0 0" fill="#fff"/><use href="#a"/>'), 'logo.svg', '', 'image/svg+xml', 'logo.svg'],
    [CFB, 'old.xls', '', 'application/vnd.ms-excel', 'old.xls'],
  ])('of %j called %s (%s) is %4$s', async (content, name, declared, type, kept) => {
    expect(await decide(content, name, declared)).toEqual({ type, name: kept });
  });

  it.each([
    ['an event handler', svg('', 'onload = "alert(1)"')],
    ['a link out', svg('<a href="https://evil.example">x</a>')],
    ['a coded link', svg('<a xlink:href="&#106;avascript:alert(1)">x</a>')],
    ['foreign content', svg('<foreignObject><p>x</p></foreignObject>')],
    ['a script behind much else', svg(`${' '.repeat(100_000)}<script>1</script>`)],
    ['too much of everything', svg('<path/>'.repeat(60_000))],
  ])('is refused for a drawing with %s', async (_what, content) => {
    await expect(decide(content, 'logo.svg')).rejects.toMatchObject({ code: 'files.type-refused', status: 415 });
  });

  it.each([
    ['an XML file', '<?xml version="1.0"?><a/>', 'a.xml'],
    ['a web page behind white space', `${'\n'.repeat(5000)}<html>`, 'a.txt'],
    ['an installer', CFB, 'setup.doc.msi'],
    ['an unknown container', CFB, 'what'],
    ['a program by its ending', 'echo hello', 'run.bat'],
    ['a program by its content', Buffer.from('7f454c460201010000000000000000000200', 'hex'), 'a.pdf'],
    ['a PHP page', '<?php phpinfo();', 'a.txt'],
  ])('is refused for %s', async (_what, content, name) => {
    await expect(decide(content, name)).rejects.toMatchObject({ code: 'files.type-refused' });
  });

  it('is found quickly for text that is made to be slow', async () => {
    const start = performance.now();
    await decide(`<svg ${'href= '.repeat(40_000)}`, 'a.svg').catch(() => undefined);
    await decide(`<!doctype ${'<!doctype '.repeat(100_000)}`, 'a.txt').catch(() => undefined);
    await decide(' '.repeat(2_000_000), 'a.txt');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
