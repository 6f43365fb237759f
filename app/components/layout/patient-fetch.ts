/** What happens to the reads of page data while the network is away. Browser only. */

/** Told on `window` when the server cannot be reached, and when it can again. */
export const CONTACT_LOST = 'hub:contact-lost';
export const CONTACT_BACK = 'hub:contact-back';

const AGAIN_AFTER_MS = 3_000;

/** Whichever read notices that the network is back says so, not only the one that noticed its going. */
let lost = false;

/**
 * A failed read of page data would put an error page in place of what somebody has typed. So reads wait and try again until
 * the network is back, or something else is wanted; writes are never repeated.
 */
export function waitForContact(): void {
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => (isPageRead(input, init) ? sendUntilAnswered(send, input, init) : send(input, init));
}

async function sendUntilAnswered(send: typeof fetch, input: RequestInfo | URL, init: RequestInit | undefined): Promise<Response> {
  for (;;) {
    try {
      const response = await send(input, init);
      if (lost) window.dispatchEvent(new Event(CONTACT_BACK));
      lost = false;
      return response;
    } catch (error) {
      // Not wanted any more, rather than not reachable.
      if (init?.signal?.aborted) throw error;
      lost = true;
      window.dispatchEvent(new Event(CONTACT_LOST));
      await untilOnlineOrLater();
    }
  }
}

function untilOnlineOrLater(): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(go, AGAIN_AFTER_MS);
    window.addEventListener('online', go, { once: true });
    function go() {
      window.clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    }
  });
}

function isPageRead(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  if (input instanceof Request || (init?.method ?? 'GET').toUpperCase() !== 'GET') return false;
  const { origin, pathname } = new URL(input, window.location.href);
  return origin === window.location.origin && (pathname.endsWith('.data') || pathname === '/__manifest');
}
