import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const LOOK_MS = 10_000;

/** While shares are being paid and somebody looks, the page is read anew now and then. */
export function useLiveShares(isLive: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isLive) return undefined;
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [isLive, revalidate]);
}
