import type { AppLoadContext } from '@remix-run/node';

/** Where a request came from, as evidence names it. */
export function originOf(
  request: Request,
  { clientAddress }: Pick<AppLoadContext, 'clientAddress'>,
): { address: string; userAgent: string } {
  return { address: clientAddress, userAgent: request.headers.get('user-agent') ?? '' };
}
