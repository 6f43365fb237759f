import { useLocation, useNavigate, useNavigationType } from '@remix-run/react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { parseClock } from '~/lib/local-time';
import { clockText } from '~/modules/bookings/clock-text';

/** Long enough for somebody who steps a number up several times. */
const PAUSE_MS = 250;
/** Fields that the address does not carry. */
const NOT_IN_ADDRESS = new Set(['requestKey', 'totalOre']);

/** Marks an address that only repeats what the form already says. */
const FROM_THE_FORM = { fromTheForm: true };

/**
 * Changes when the page is arrived at: by a link, by going back, by a refusal. Fields keyed by it begin anew with what the address
 * says, while an address made by the fields themselves leaves them, and the focus, alone.
 */
export function useArrival(): string {
  const location = useLocation();
  const { key } = location;
  const state = location.state as Partial<typeof FROM_THE_FORM> | null;
  const type: string = useNavigationType();
  const fromTheForm = type === 'REPLACE' && state?.fromTheForm === true;
  const [arrival, setArrival] = useState(key);
  if (!fromTheForm && arrival !== key) setArrival(key);
  return arrival;
}

/**
 * Lets the price follow the choices: a change of the form becomes the page's address, and the server answers with the new price.
 * Without a script the same happens by a button.
 */
export function useLiveDraft() {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<number>();
  const lastStart = useRef<string>();
  const navigate = useNavigate();
  useEffect(() => () => window.clearTimeout(timer.current), []);

  function onChange(event: FormEvent<HTMLFormElement>) {
    const element = form.current;
    if (!element) return;
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    if (field.name === 'fra') keepLength(element, lastStart.current ?? initialValue(field), field.value);
    lastStart.current = fieldValue(element, 'fra');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const params = new URLSearchParams();
      for (const [name, value] of new FormData(element)) {
        if (!NOT_IN_ADDRESS.has(name) && typeof value === 'string' && value !== '' && value !== '0') params.set(name, value);
      }
      navigate(`?${params.toString()}`, { replace: true, preventScrollReset: true, state: FROM_THE_FORM });
    }, PAUSE_MS);
  }

  return { form, onChange };
}

/** Moving the start moves the end as far, so that the booking stays as long. */
function keepLength(form: HTMLFormElement, before: string, after: string): void {
  const end = form.elements.namedItem('til');
  const [from, to, last] = [parseClock(before), parseClock(after), parseClock(fieldValue(form, 'til'))];
  if (!(end instanceof HTMLSelectElement) || from === null || to === null || last === null) return;
  const moved = clockText(last + to - from);
  if ([...end.options].some((option) => option.value === moved)) end.value = moved;
}

function initialValue(field: HTMLInputElement | HTMLSelectElement): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  return [...field.options].find((option) => option.defaultSelected)?.value ?? field.value;
}

function fieldValue(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}
