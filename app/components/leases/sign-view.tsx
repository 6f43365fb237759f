import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { SigningPage } from '~/modules/leases/signing/signing-page.queries.server';
import { PageHead } from '../layout/page-head';
import { Button, ButtonLink } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { DescriptionList } from '../ui/description-list';
import { ErrorSummary } from '../ui/error-summary';
import { Notice } from '../ui/notice';
import { TextAreaField, TextField } from '../ui/text-input';
import { paperProblem } from './paper-words';

export type SignViewProps = {
  token: string;
  page: SigningPage;
  /** Signed in with the address that was asked to sign. */
  asSigner: boolean;
  /** A code has just been sent. */
  codeSent: boolean;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

/** The page behind a signer's link: read, prove who you are, sign or say no. */
export function SignView(props: SignViewProps) {
  const { t } = useTranslation('papers');
  const { token, page, codeSent, errors } = props;
  const { signer, other, title, state, sha256 } = page;
  const open = state === 'open' && signer.signedAt === null;
  const wrong = Object.entries(errors).map(([name, code]) => ({
    href: name === 'form' ? undefined : `#${name}`,
    text: paperProblem(code, t),
  }));
  return (
    <div className="wrap page page-letter stack">
      <PageHead title={title} lead={t('sign.lead', { organisation: signer.organisationName, party: t(`party.${signer.party}`) })} />
      <ErrorSummary title={t('problem.title')} errors={wrong} />
      {codeSent && wrong.length === 0 && open && <Notice tone="success" title={t('sign.codeSent', { email: signer.email })} announce />}
      <Standing page={page} />
      <div>
        <ButtonLink href={`/signer/${token}/dokument`} icon="document" variant={open ? 'straw' : 'primary'}>
          {t(state === 'signed' ? 'sign.sealed' : 'sign.read')}
        </ButtonLink>
      </div>
      <DescriptionList
        items={[
          { term: t('sign.other'), value: t(other.signedAt ? 'sign.otherSigned' : 'sign.otherWaits', { name: other.name }) },
          { term: t('sign.fingerprint'), value: <code>{sha256}</code> },
        ]}
      />
      {open && <SignForms {...props} />}
    </div>
  );
}

function Standing({ page: { state, signer, other } }: { page: SigningPage }) {
  const { t } = useTranslation('papers');
  switch (state) {
    case 'signed':
      return (
        <Notice tone="success" title={t('sign.allDone')}>
          {t('sign.allDoneText')}
        </Notice>
      );
    case 'declined':
      return (
        <Notice tone="warning" title={t('sign.declined')}>
          {t('sign.declinedText')}
        </Notice>
      );
    case 'withdrawn':
      return (
        <Notice tone="warning" title={t('sign.withdrawn')}>
          {t('sign.withdrawnText')}
        </Notice>
      );
    case 'open':
      return signer.signedAt ? (
        <Notice tone="success" title={t('sign.done')}>
          {t('sign.doneText', { name: other.name })}
        </Notice>
      ) : null;
  }
}

function SignForms({ page, asSigner, codeSent, values, errors }: SignViewProps) {
  const { t } = useTranslation('papers');
  const { signer, consent, locale } = page;
  const error = (name: string) => (errors[name] ? paperProblem(errors[name], t) : undefined);
  const mayType = asSigner || codeSent || page.codeSent;
  return (
    <>
      <p>{t(asSigner ? 'sign.asYou' : 'sign.byCode', { email: signer.email })}</p>
      {!asSigner && (
        <Form method="post">
          <Button name="intent" value="code" variant={mayType ? 'secondary' : 'primary'} icon="mail">
            {t(mayType ? 'sign.sendAgain' : 'sign.sendCode')}
          </Button>
        </Form>
      )}
      {mayType && (
        <Form method="post" className="stack">
          {!asSigner && (
            <TextField
              id="kode"
              name="kode"
              label={t('sign.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              error={error('kode')}
              required
            />
          )}
          <TextField
            id="navn"
            name="navn"
            label={t('sign.name')}
            autoComplete="name"
            defaultValue={values['navn'] ?? ''}
            error={error('navn')}
            required
          />
          <CheckField
            id="samtykke"
            name="samtykke"
            value="ja"
            label={<span lang={locale}>{consent}</span>}
            defaultChecked={values['samtykke'] === 'ja'}
            error={error('samtykke')}
            required
          />
          <div>
            <Button variant="primary" size="xl" name="intent" value="sign">
              {t('sign.submit')}
            </Button>
          </div>
        </Form>
      )}
      <details open={errors['grunn'] !== undefined}>
        <summary>{t('sign.decline')}</summary>
        <Form method="post" className="stack">
          <p>{t('sign.declineText')}</p>
          <TextAreaField
            id="grunn"
            name="grunn"
            rows={3}
            label={t('sign.reason')}
            defaultValue={values['grunn'] ?? ''}
            error={error('grunn')}
            required
          />
          <div>
            <Button name="intent" value="decline">
              {t('sign.declineSubmit')}
            </Button>
          </div>
        </Form>
      </details>
    </>
  );
}
