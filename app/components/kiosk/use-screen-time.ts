import { useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { screenTime } from '~/modules/bookings/doors/door-screen';

const TICK_MS = 1_000;
const REFRESH_MS = 30_000;
/** A screen that hangs on the wall for months gets a new page now and then: new texts, new code. */
const NEW_PAGE_MS = 6 * 60 * 60_000;

/**
 * The time on the wall, from the server's answer on; and new answers twice a minute. Without a network the reads wait (see
 * `patient-fetch`), the time goes on, and what was known is shown.
 */
export function useScreenTime(loadedAt: Date): Date {
  const { revalidate, state } = useRevalidator();
  const stamp = loadedAt.getTime();
  const answered = useRef({ stamp, at: 0, begun: 0 });
  const [time, setTime] = useState(loadedAt);

  useEffect(() => {
    const at = performance.now();
    answered.current = { stamp, at, begun: answered.current.begun || at };
    if (at - answered.current.begun > NEW_PAGE_MS) window.location.reload();
  }, [stamp]);

  useEffect(() => {
    const timer = window.setInterval(() => {
      const { stamp: from, at } = answered.current;
      setTime(screenTime(new Date(from), performance.now() - at));
    }, TICK_MS);
    return () => window.clearInterval(timer);
  }, []);

  useEffect(() => {
    const timer = window.setInterval(() => {
      if (state === 'idle') void revalidate();
    }, REFRESH_MS);
    return () => window.clearInterval(timer);
  }, [revalidate, state]);

  return time;
}
