import { useEffect, useRef } from 'react';

export type FormError = {
  /** Where the control is, e.g. `#email`. Without it the message is plain text. */
  href?: string | undefined;
  text: string;
};

/** All that stopped a form, on top of it, with focus when it appears. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      <h2>{title}</h2>
      <ul>
        {errors.map(({ href, text }) => (
          <li key={(href ?? '') + text}>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}
