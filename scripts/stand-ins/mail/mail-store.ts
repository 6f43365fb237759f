/**
 * Mails as `.eml` files, one a mail. Their names sort by time, so a folder listing is the inbox.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ID = /^\d{13}-[0-9a-f]{8}$/;
const SUFFIX = '.eml';

export class MailStore {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  async add(raw: Buffer, now: Date): Promise<string> {
    const id = `${String(now.getTime()).padStart(13, '0')}-${randomBytes(4).toString('hex')}`;
    const path = join(this.folder, id + SUFFIX);
    await writeFile(`${path}.new`, raw);
    await rename(`${path}.new`, path);
    return id;
  }

  /** Newest first. */
  async list(): Promise<string[]> {
    const names = await readdir(this.folder);
    return names
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => name.slice(0, -SUFFIX.length))
      .sort()
      .reverse();
  }

  async read(id: string): Promise<Buffer | undefined> {
    if (!ID.test(id)) return undefined;
    return readFile(join(this.folder, id + SUFFIX)).catch(() => undefined);
  }
}
