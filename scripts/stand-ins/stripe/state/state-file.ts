import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { emptyStore, type Store } from './store';

const SAVE_DELAY_MS = 200;
const FORMAT = 1;

/** Keeps the store in a JSON file, so that a restart of the hub still knows its sessions and payments. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly path: string | undefined,
    private readonly snapshot: () => Store,
  ) {}

  static load(path: string | undefined): Store {
    if (path === undefined || !existsSync(path)) return emptyStore();
    const saved = JSON.parse(readFileSync(path, 'utf8')) as { format: number; store: Store };
    if (saved.format !== FORMAT) throw new Error(`${path} was written by another version of the stand-in; delete it.`);
    return { ...emptyStore(), ...saved.store };
  }

  saveSoon(): void {
    if (this.path === undefined || this.timer !== undefined) return;
    this.timer = setTimeout(() => this.saveNow(), SAVE_DELAY_MS);
    this.timer.unref();
  }

  /** Written beside and renamed, so that a crash leaves either the old file or the new one. */
  saveNow(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.path === undefined) return;
    mkdirSync(dirname(this.path), { recursive: true });
    const temporary = `${this.path}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify({ format: FORMAT, store: this.snapshot() }));
    renameSync(temporary, this.path);
  }
}
