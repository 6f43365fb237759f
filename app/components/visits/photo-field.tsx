import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field';

/** A picture from the phone's camera or its album. A form that comes back has lost it: browsers keep no files. */
export function PhotoField({ error, isBack }: { error: string | undefined; isBack: boolean }) {
  const { t } = useTranslation('doors');
  const code = error === 'photo_too_large' || error === 'photo_wrong_type' ? error : undefined;
  return (
    <Field id="bilde" label={t('photo.label')} hint={t(isBack ? 'photo.hintBack' : 'photo.hint')} error={code && t(`photo.${code}`)}>
      {(control) => <input {...control} className="input input-file" type="file" name="bilde" accept="image/jpeg,image/png,image/webp" />}
    </Field>
  );
}
