import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldError } from './field';

type CheckFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

/** One box to tick, with its label beside it. */
export function CheckField({ id, label, hint, error, ...input }: CheckFieldProps) {
  const [hintId, errorId] = [hint ? `${id}-hint` : undefined, error ? `${id}-error` : undefined];
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  return (
    <div className="check-field">
      <input {...input} type="checkbox" id={id} aria-describedby={describedBy} aria-invalid={error ? true : undefined} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p className="field-hint" id={hintId}>
            {hint}
          </p>
        )}
        {error && <FieldError id={errorId}>{error}</FieldError>}
      </div>
    </div>
  );
}
