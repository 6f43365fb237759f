import { useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';

const TICK_MS = 20_000;
/** A little after the moment, so that the server is past it too. */
const GRACE_MS = 400;
/** Longer waits overflow the browser's timers. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
/** After so long in the background a page is read anew. */
const STALE_MS = 60_000;

/** The server's present, carried on while the page stays open. It begins as the page was rendered. */
export function usePresent(loadedAt: Date): Date {
  const [elapsed, setElapsed] = useState({ since: loadedAt.getTime(), ms: 0 });
  useEffect(() => {
    const began = Date.now();
    const timer = window.setInterval(() => setElapsed({ since: loadedAt.getTime(), ms: Date.now() - began }), TICK_MS);
    return () => window.clearInterval(timer);
  }, [loadedAt]);
  return elapsed.since === loadedAt.getTime() ? new Date(loadedAt.getTime() + elapsed.ms) : loadedAt;
}

/**
 * Reads the page anew at the first of these moments to come, and when it is looked at again after a while:
 * a door code appears, and a lost hold goes, without anybody reloading.
 */
export function useFreshAt(moments: readonly Date[], loadedAt: Date): void {
  const { revalidate } = useRevalidator();
  const times = moments.map((moment) => moment.getTime()).filter((time) => time > loadedAt.getTime());
  const wait = times.length > 0 ? Math.min(...times) - loadedAt.getTime() + GRACE_MS : null;

  useEffect(() => {
    if (wait === null || wait > LONGEST_WAIT_MS) return undefined;
    const timer = window.setTimeout(revalidate, wait);
    return () => window.clearTimeout(timer);
  }, [wait, loadedAt, revalidate]);

  useEffect(() => {
    const began = Date.now();
    const lookAgain = () => {
      if (document.visibilityState === 'visible' && Date.now() - began > STALE_MS) revalidate();
    };
    document.addEventListener('visibilitychange', lookAgain);
    window.addEventListener('pageshow', lookAgain);
    return () => {
      document.removeEventListener('visibilitychange', lookAgain);
      window.removeEventListener('pageshow', lookAgain);
    };
  }, [loadedAt, revalidate]);
}
