import { useTranslation } from 'react-i18next';
import { BANK_FAULTS, UPLOAD_CODES, type UploadAnswer } from './bank-words';
import { Button } from '../ui/button';
import { Field } from '../ui/field';

/** A file from the bank is sent in. What is wrong with it stands at the field; browsers keep no files, so it is chosen again. */
export function BankUpload({ refused }: { refused: UploadAnswer | null }) {
  const { t } = useTranslation('books');
  return (
    <form method="post" encType="multipart/form-data" className="stack desk-gap" data-reload>
      <Field id="fil" label={t('bank.file')} hint={t('bank.fileHint')} error={refused && <UploadRefused {...refused} />}>
        {(control) => <input {...control} className="input input-file" type="file" name="fil" accept=".xml,.txt,.ocr,.dat" />}
      </Field>
      <div>
        <Button variant="primary" icon="upload">
          {t('bank.read')}
        </Button>
      </div>
    </form>
  );
}

function UploadRefused({ code, fault, at, account }: UploadAnswer) {
  const { t } = useTranslation('books');
  if (code === 'malformed_file') {
    const known = BANK_FAULTS.find((candidate) => candidate === fault) ?? 'not_a_bank_file';
    return <>{t(`bank.fault.${known}`, { at })}</>;
  }
  const known = UPLOAD_CODES.find((candidate) => candidate === code);
  return <>{known ? t(`bank.refused.${known}`, { account }) : t('refused.invalid')}</>;
}
