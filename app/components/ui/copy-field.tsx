import { CopyButton } from './copy-button';
import { Field } from './field';

export type CopyFieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  value: string;
  labels: { copy: string; copied: string };
};

/** An address to take along, such as a calendar feed, with its copy button. */
export function CopyField({ id, label, hint, value, labels }: CopyFieldProps) {
  return (
    <Field id={id} label={label} hint={hint}>
      {(control) => (
        <div className="copy-field">
          <input {...control} className="input" readOnly value={value} />
          <CopyButton text={value} labels={labels} />
        </div>
      )}
    </Field>
  );
}
