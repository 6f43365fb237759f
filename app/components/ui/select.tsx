import { forwardRef, type SelectHTMLAttributes } from 'react';
import { classNames } from './class-names';
import { Field, type FieldProps } from './field';

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };
export type SelectOptionGroup = { label: string; options: readonly SelectOption[] };

export type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  options: readonly (SelectOption | SelectOptionGroup)[];
};

function Option({ value, label, disabled }: SelectOption) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  );
}

/** A native select. Options may be grouped. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select({ options, className, ...rest }, ref) {
  return (
    <select {...rest} ref={ref} className={classNames('input', className)}>
      {options.map((option) =>
        'options' in option ? (
          <optgroup key={option.label} label={option.label}>
            {option.options.map((inner) => (
              <Option key={inner.value} {...inner} />
            ))}
          </optgroup>
        ) : (
          <Option key={option.value} {...option} />
        ),
      )}
    </select>
  );
});

/** Label, hint, select and error. */
export function SelectField(props: FieldProps & Omit<SelectProps, keyof FieldProps>) {
  const { id, label, hint, error, hideLabel, className, ...select } = props;
  return <Field {...{ id, label, hint, error, hideLabel, className }}>{(control) => <Select {...select} {...control} />}</Field>;
}
