import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import PostalMime from 'postal-mime';
import { Config } from '@platform/config';
import { isUuid } from '@platform/context';
import { mailFolder } from '../delivery/folder-transport';

/** A mail that was written into the folder. */
export interface StoredMail {
  id: string;
  subject: string;
  to: string[];
  /** ISO instant. */
  date: string;
  text: string;
  html: string;
  links: string[];
}

const REMEMBERED = 1000;
const LINK = /https?:\/\/[^\s<>"]+/g;

/** Reads the mails of DATA_DIR/mail back, for the demo's mailbox. */
@Injectable()
export class Mailbox {
  private readonly known = new Map<string, StoredMail>();

  constructor(private readonly config: Config) {}

  /** Ids of all mails, newest first: the names of the files are in the order of time. */
  async ids(): Promise<string[]> {
    const names = await readdir(mailFolder(this.config)).catch(() => []);
    return names
      .filter((name) => name.endsWith('.eml'))
      .map((name) => name.slice(0, -'.eml'.length))
      .sort()
      .reverse();
  }

  /** The mail with this id, or null. */
  async read(id: string): Promise<StoredMail | null> {
    const known = this.known.get(id);
    if (known || !isUuid(id)) return known ?? null;
    const source = await readFile(join(mailFolder(this.config), `${id}.eml`)).catch(() => null);
    if (!source) return null;
    const mail = await this.parse(id, source);
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(id, mail);
    return mail;
  }

  private async parse(id: string, source: Buffer): Promise<StoredMail> {
    const parsed = await PostalMime.parse(source);
    const text = (parsed.text ?? '').trim();
    return {
      id,
      subject: parsed.subject ?? '',
      to: (parsed.to ?? []).map((to) => to.address ?? ''),
      date: new Date(parsed.date ?? 0).toISOString(),
      text,
      html: parsed.html ?? '',
      links: [...new Set(text.match(LINK) ?? [])],
    };
  }
}
