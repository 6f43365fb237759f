import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AttachmentList } from '~/components/demo/attachment-list';
import { MailFrame } from '~/components/demo/mail-frame';
import { PageHead } from '~/components/layout/page-head';
import { ButtonLink } from '~/components/ui/button';
import { CopyButton } from '~/components/ui/copy-button';
import { DescriptionList } from '~/components/ui/description-list';
import { SectionHeader } from '~/components/ui/section-header';
import { notFound, requireDemo } from '~/http/guards.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { readPendingSignIn } from '~/http/sign-in-cookie.server';
import { readCaughtMail } from '~/infrastructure/mail-inbox.server';
import { formatMoment } from '~/lib/format-time';
import { findCode } from '~/modules/identity/find-code';

export const handle = { i18n: ['common', 'demo'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.mail.subject ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  requireDemo();
  const mail = await readCaughtMail(params['id'] ?? '');
  if (!mail) throw notFound();
  const { id, from, to, subject, html, text, attachments } = mail;
  return {
    mail: { id, from, to: to.join(', '), subject, html, text, sent: formatMoment(new Date(mail.date), localeOf(request), { year: true }) },
    code: findCode(text),
    signingIn: (await readPendingSignIn(request)) !== null,
    attachments: attachments.map(({ filename, content }, index) => ({
      name: filename,
      bytes: Buffer.byteLength(content, 'base64'),
      href: `/demo/innboks/${encodeURIComponent(id)}/vedlegg/${index}`,
    })),
  };
}

export default function MailPage() {
  const { t } = useTranslation('demo');
  const { mail, code, signingIn, attachments } = useLoaderData<typeof loader>();
  return (
    <div className="wrap page stack">
      <PageHead title={mail.subject || t('inbox.noSubject')} size="medium" back={{ href: '/demo/innboks', label: t('mail.back') }} />
      {code && (
        <div className="mail-code">
          <span>{t('mail.code')}</span>
          <output className="num">{code}</output>
          <CopyButton text={code} labels={{ copy: t('mail.copy'), copied: t('mail.copied') }} />
          {signingIn && (
            <ButtonLink href="/logg-inn/kode" variant="primary">
              {t('mail.backToCode')}
            </ButtonLink>
          )}
        </div>
      )}
      <div className="mail-head">
        <DescriptionList
          items={[
            { term: t('mail.from'), value: mail.from },
            { term: t('mail.to'), value: mail.to },
            { term: t('mail.date'), value: mail.sent },
          ]}
        />
      </div>
      <AttachmentList attachments={attachments} />
      {mail.html && (
        <section className="stack" aria-labelledby="mail-html">
          <SectionHeader id="mail-html" title={t('mail.html')} />
          <MailFrame title={t('mail.frame')} html={mail.html} />
        </section>
      )}
      <section className="stack" aria-labelledby="mail-text">
        <SectionHeader id="mail-text" title={t('mail.text')} />
        <pre className="mail-text">{mail.text}</pre>
      </section>
    </div>
  );
}
