import { useEffect } from 'react';

/** The anchor that a plain click should follow without loading a new document, or none. */
function internalAnchor(event: MouseEvent): HTMLAnchorElement | undefined {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || modified) return undefined;
  const anchor = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  if (!anchor || anchor.target || anchor.hasAttribute('download') || 'reload' in anchor.dataset) return undefined;
  if (anchor.origin !== window.location.origin) return undefined;
  const samePage = anchor.pathname === window.location.pathname && anchor.search === window.location.search;
  return samePage && anchor.hash ? undefined : anchor;
}

/**
 * Lets plain links change the page without a reload: one listener for the whole
 * document, so that a board of a hundred links stays plain markup.
 * Files and other documents opt out with `download` or `data-reload`.
 */
export function useClientLinks(navigate: (to: string) => void) {
  useEffect(() => {
    function follow(event: MouseEvent) {
      const anchor = internalAnchor(event);
      if (!anchor) return;
      event.preventDefault();
      navigate(anchor.pathname + anchor.search + anchor.hash);
    }
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigate]);
}
