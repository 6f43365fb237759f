import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { NonceContext } from '~/components/layout/nonce-context';
import { localeOf } from '~/http/locale.server';
import { keepPrivate } from '~/http/private-cache.server';
import { i18nFor } from '~/http/i18n.server';
import { logger } from '~/infrastructure/logger.server';

const RENDER_TIMEOUT_MS = 10_000;

/** Renders a page. People get the first byte as soon as the shell is ready, robots the whole page at once. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = loadContext.nonce;
  const ready = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady';
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18nFor(localeOf(request))}>
        <NonceContext.Provider value={nonce}>
          <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_TIMEOUT_MS} nonce={nonce} />
        </NonceContext.Provider>
      </I18nextProvider>,
      {
        nonce,
        [ready]() {
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          keepPrivate(request, headers);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          responseStatus = 500;
          logger.error({ err: error, requestId: loadContext.requestId }, 'page could not be rendered');
        },
      },
    );
    setTimeout(abort, RENDER_TIMEOUT_MS + 1_000).unref();
  });
}

/** The data of a page, when it changes without a reload. */
export function handleDataRequest(response: Response, { request }: { request: Request }): Response {
  keepPrivate(request, response.headers);
  return response;
}

/** A fault in a loader or action: logged with the id that the user sees on the error page. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || isWrongRequest(error)) return;
  logger.error({ err: error, requestId: context.requestId, method: request.method, path: new URL(request.url).pathname }, 'request failed');
}

/** What the router itself refuses, such as a form sent to a page without one, is no fault of ours. */
function isWrongRequest(error: unknown): boolean {
  return isRouteErrorResponse(error) && error.status < 500;
}
