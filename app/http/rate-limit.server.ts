/** What a limit needs to know of a request, and what the refused one is told. */
import type { AppLoadContext } from '@remix-run/node';

/** The address to count by. IPv6 is counted by the network of a household (/64), which one machine can use all of. */
export function networkAddressOf({ clientAddress }: Pick<AppLoadContext, 'clientAddress'>): string {
  const address = clientAddress.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const groups = tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Headers of a 429 answer. */
export function retryAfter(waitSeconds: number): { 'Retry-After': string } {
  return { 'Retry-After': String(waitSeconds) };
}

/** A wait in whole minutes, as people are told. */
export function minutesToWait(waitSeconds: number): number {
  return Math.ceil(waitSeconds / 60);
}
