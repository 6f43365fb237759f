import type { ReactNode } from 'react';
import { FieldError } from './field';

export type RadioCardOption = {
  value: string;
  title: ReactNode;
  text?: ReactNode;
  /** A price or a word at the right edge. */
  end?: ReactNode;
  disabled?: boolean | undefined;
};

export type RadioCardsProps = {
  name: string;
  options: readonly RadioCardOption[];
  /** The question. Hidden when a heading names the group through `labelledBy`. */
  legend?: ReactNode;
  labelledBy?: string | undefined;
  defaultValue?: string | undefined;
  error?: ReactNode;
  onValueChange?: ((value: string) => void) | undefined;
};

/** One choice of few, each with a title and a line of explanation. */
export function RadioCards(props: RadioCardsProps) {
  const { name, options, legend, labelledBy, defaultValue, error, onValueChange } = props;
  const errorId = error ? `${name}-error` : undefined;
  return (
    <fieldset className="radio-cards" aria-labelledby={labelledBy} aria-describedby={errorId}>
      {legend && <legend className="field-label">{legend}</legend>}
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {options.map((option) => (
        <label className="radio-card" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            disabled={option.disabled}
            onChange={onValueChange && (() => onValueChange(option.value))}
          />
          <span>
            <b>{option.title}</b>
            {option.text && <span className="radio-card-text">{option.text}</span>}
          </span>
          {option.end && <span className="radio-card-end num">{option.end}</span>}
        </label>
      ))}
    </fieldset>
  );
}
