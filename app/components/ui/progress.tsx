import { useId } from 'react';

export type ProgressProps = {
  label: string;
  value: number;
  max: number;
  /** The same in words, e.g. "18 of 40". */
  valueLabel: string;
};

/** How far a long piece of work has come. */
export function Progress({ label, value, max, valueLabel }: ProgressProps) {
  const id = useId();
  return (
    <div className="progress">
      <p className="progress-words">
        <label htmlFor={id}>{label}</label>
        <span className="num">{valueLabel}</span>
      </p>
      <progress id={id} value={value} max={max}>
        {valueLabel}
      </progress>
    </div>
  );
}
