/**
 * Addresses that are themselves the key: whoever has one may look. An address is derived from the id of its row with the server's
 * secret, so that its owner can be shown it again while nobody who reads the database learns it; only its hash is stored, and it is
 * found by that hash.
 */
import { createHash, createHmac } from 'node:crypto';
import { env } from './env.server';

/** 256 bits in base64url. */
const TOKEN = /^[\w-]{43}$/;

/** The token of a row's address. `purpose` keeps the tokens of different tables apart. */
export function tokenOf(purpose: string, id: string): string {
  return createHmac('sha256', env.SESSION_SECRET).update(`address:${purpose}:${id}`).digest('base64url');
}

/** What is stored and looked up. Nobody can choose a token's hash, so the time that an index takes to find it tells nothing. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Whether it can be a token at all. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
