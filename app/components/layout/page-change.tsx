import { useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

/**
 * After a change of page without a reload: focus goes to where the new page begins, and its title is read out,
 * as a browser does by itself when it loads a document. Stands beside the page, so that it waits for the page's texts.
 */
export function PageChange() {
  const { pathname, search, hash } = useLocation();
  const shown = useRef({ pathname, search });
  const [title, setTitle] = useState('');

  useEffect(() => {
    const before = shown.current;
    if (before.pathname === pathname && before.search === search) return;
    shown.current = { pathname, search };
    const samePage = before.pathname === pathname;
    if (samePage && hash === '' && focusIsInView()) return;
    beginningOf(hash)?.focus({ preventScroll: true });
    if (!samePage) setTitle(document.title);
  }, [pathname, search, hash]);

  return (
    <p className="visually-hidden" role="status">
      {title}
    </p>
  );
}

/** What the address points at, else the heading of the page, else its content; made fit to take focus. */
function beginningOf(hash: string): HTMLElement | null {
  const main = document.getElementById('main');
  const target = document.getElementById(decodeURIComponent(hash.slice(1))) ?? main?.querySelector('h1') ?? main;
  if (target && !target.matches('a[href], button, input, select, textarea')) target.tabIndex = -1;
  return target;
}

/** A change of filter or choice, which points at no place, leaves the reader where they are, as long as that is still there to be seen. */
function focusIsInView(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return true;
  const { top, bottom } = focused.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
