import { useTranslation } from 'react-i18next';
import { TextAreaField, TextField } from '../ui/text-input';
import type { FormError } from '../ui/error-summary';
import { settingError } from './setting-errors';

export type SettingFormProps = {
  /** What stands in the fields. */
  values: Readonly<Record<string, string>>;
  /** Code of what is wrong, by field. */
  errors: Readonly<Record<string, string>>;
};

/** Fields of a settings form by name, with their label, what stands in them and what is wrong with them. */
export function useSettingFields({ values, errors }: SettingFormProps) {
  const { t } = useTranslation('settings');
  const of = (name: string, label: string, id = name) => ({
    ...{ id, name, label, error: settingError(errors[name], t), defaultValue: values[name] ?? '' },
  });
  return {
    of,
    /** Every field that is wrong, by name and label; `within` as in `LanguagePair`. */
    summary: (labels: Readonly<Record<string, string>>, within = ''): FormError[] =>
      Object.entries(labels).flatMap(([name, label]) => {
        const text = settingError(errors[name], t);
        return text === undefined ? [] : [{ href: `#${within}${name}`, text: `${label}: ${text}` }];
      }),
  };
}

type Pair = {
  /** Beginning of both fields' names. */
  name: string;
  label: string;
  hint?: string;
  /** Rows of a larger field; without them, one line. */
  rows?: number;
  /** Sets the fields apart from those of another form on the page. */
  within?: string;
};

/** The same in both languages, side by side where there is room. */
export function LanguagePair({ name, label, hint, rows, within = '', fields }: Pair & { fields: ReturnType<typeof useSettingFields> }) {
  const { t } = useTranslation('settings');
  return (
    <div className="form-grid setting-pair">
      {(['Nb', 'En'] as const).map((language) => {
        const { defaultValue, ...field } = fields.of(name + language, t(`in${language}`, { label }), within + name + language);
        return rows === undefined ? (
          <TextField key={language} {...field} hint={hint} defaultValue={defaultValue} autoComplete="off" />
        ) : (
          <TextAreaField key={language} {...field} hint={hint} defaultValue={defaultValue} rows={rows} />
        );
      })}
    </div>
  );
}

/** The labels of a pair, for the summary of what is wrong. */
export function usePairLabels() {
  const { t } = useTranslation('settings');
  return (name: string, label: string): Record<string, string> => ({
    [`${name}Nb`]: t('inNb', { label }),
    [`${name}En`]: t('inEn', { label }),
  });
}
