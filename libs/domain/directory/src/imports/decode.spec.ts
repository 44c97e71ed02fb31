import { decodeText, detectEncoding, type TextEncoding } from './decode';
import { UnreadableImport } from './import-problem';

const read = async (bytes: Buffer): Promise<{ encoding: TextEncoding; text: string }> => {
  const encoding = await detectEncoding(bytes);
  return { encoding, text: [...decodeText(bytes, encoding)].join('') };
};

describe('the encoding of an import file', () => {
  it.each<[string, Buffer, TextEncoding]>([
    ['UTF-8', Buffer.from('Peñón – †'), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffPeñón – †'), 'utf-8-bom'],
    ['UTF-16, little end first', Buffer.from('\ufeffPeñón – †', 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', Buffer.from('\ufeffPeñón – †', 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from([0x50, 0x65, 0xf1, 0xf3, 0x6e, 0x20, 0x96, 0x20, 0x86]), 'windows-1252'],
  ])('is recognized: %s', async (_what, bytes, encoding) => {
    expect(await read(bytes)).toEqual({ encoding, text: 'Peñón – †' });
  });

  it('does not matter where the pieces are cut', async () => {
    const text = 'ñ†\r\nx'.repeat(40_000);
    expect((await read(Buffer.from(text))).text).toBe(text.replaceAll('\r\n', '\n'));
    expect((await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).text).toBe(text.replaceAll('\r\n', '\n'));
  });

  it('turns every kind of line break into one, also at the very end', async () => {
    expect((await read(Buffer.from('a\r\nb\rc\nd\r'))).text).toBe('a\nb\nc\nd\n');
  });

  it('refuses bytes that are no text', async () => {
    await expect(detectEncoding(Buffer.from([1, 0, 2, 0, 3]))).rejects.toThrow(UnreadableImport);
  });
});
