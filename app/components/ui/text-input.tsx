import { forwardRef, type InputHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { parseLocalDate } from '~/lib/local-time';
import { classNames } from './class-names';
import { Field, type FieldProps } from './field';

type TextInputProps = InputHTMLAttributes<HTMLInputElement>;

/** A one-line input. Give it a label through `Field`, or use `TextField`. */
export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput({ className, ...rest }, ref) {
  // A browser shows nothing for what is no date, and complains of it.
  const given =
    rest.type === 'date' && rest.defaultValue !== undefined && !isDate(rest.defaultValue) ? { ...rest, defaultValue: '' } : rest;
  return <input type="text" {...given} ref={ref} className={classNames('input', className)} />;
});

function isDate(value: TextInputProps['defaultValue']): boolean {
  return typeof value === 'string' && parseLocalDate(value) !== null;
}

/** An input of several lines. */
export function TextArea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea {...rest} className={classNames('input', className)} />;
}

/** Label, hint, one-line input and error. */
export function TextField(props: FieldProps & Omit<TextInputProps, keyof FieldProps>) {
  const { id, label, hint, error, hideLabel, className, ...input } = props;
  return <Field {...{ id, label, hint, error, hideLabel, className }}>{(control) => <TextInput {...input} {...control} />}</Field>;
}

type TextAreaFieldProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps>;

/** Label, hint, input of several lines and error. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { id, label, hint, error, hideLabel, className, ...input } = props;
  return <Field {...{ id, label, hint, error, hideLabel, className }}>{(control) => <TextArea {...input} {...control} />}</Field>;
}
