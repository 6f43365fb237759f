import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldError } from './field';

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

/** A yes-or-no with a large target. */
export function Checkbox({ id, label, hint, error, ...input }: CheckboxProps) {
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div>
      <label className="checkbox" htmlFor={id}>
        <input {...input} type="checkbox" id={id} aria-invalid={error ? true : undefined} aria-describedby={errorId} />
        <span>
          {label}
          {hint && <span className="checkbox-hint">{hint}</span>}
        </span>
      </label>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  );
}
