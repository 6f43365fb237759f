import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InboxFilter } from '~/components/demo/inbox-filter';
import { MailRow } from '~/components/demo/mail-row';
import { PageHead } from '~/components/layout/page-head';
import { ButtonLink } from '~/components/ui/button';
import { EmptyState } from '~/components/ui/empty-state';
import { Notice } from '~/components/ui/notice';
import { Pagination } from '~/components/ui/pagination';
import { SectionHeader } from '~/components/ui/section-header';
import { requireDemo } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { now } from '~/infrastructure/clock.server';
import { listCaughtMails } from '~/infrastructure/mail-inbox.server';
import { formatMoment, formatRelative } from '~/lib/format-time';
import { DEMO_ACCOUNTS } from '~/modules/identity/demo-accounts';

export const handle = { i18n: ['common', 'demo'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

const PAGE_SIZE = 20;
const LONGEST_ADDRESS = 254;

export async function loader({ request }: LoaderFunctionArgs) {
  requireDemo();
  const locale = localeOf(request);
  const { searchParams } = new URL(request.url);
  const to = (searchParams.get('til') ?? '').trim().slice(0, LONGEST_ADDRESS);
  const page = pageNumber(searchParams.get('side'));
  const caught = await listCaughtMails({ page, size: PAGE_SIZE, to });
  const moment = now();
  return {
    title: i18nFor(locale).getFixedT(null, 'demo')('inbox.title'),
    to,
    page,
    suggestions: DEMO_ACCOUNTS.map(({ email }) => email),
    inbox: caught && {
      total: caught.total,
      mails: caught.messages.map(({ id, subject, to: recipients, date }) => ({
        id,
        subject,
        to: recipients.join(', '),
        date,
        sent: formatMoment(new Date(date), locale),
        ago: formatRelative(new Date(date), moment, locale),
      })),
    },
  };
}

function pageNumber(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

const hrefOf = (to: string, page: number) => {
  const search = new URLSearchParams({ ...(to && { til: to }), ...(page > 1 && { side: String(page) }) }).toString();
  return search ? `/demo/innboks?${search}` : '/demo/innboks';
};

export default function InboxPage() {
  const { t } = useTranslation('demo');
  const { inbox, to, page, suggestions } = useLoaderData<typeof loader>();
  const refresh = (
    <ButtonLink href={hrefOf(to, 1)} icon="repeat">
      {t('inbox.refresh')}
    </ButtonLink>
  );
  return (
    <div className="wrap page stack">
      <PageHead title={t('inbox.title')} lead={t('inbox.lead')} actions={refresh} />
      <InboxFilter to={to} suggestions={suggestions} />
      {inbox === null && (
        <Notice tone="warning" title={t('inbox.downTitle')}>
          {t('inbox.downText')}
        </Notice>
      )}
      {inbox && (
        <section aria-labelledby="mails">
          <SectionHeader id="mails" title={t('inbox.list')} />
          {inbox.mails.length === 0 && <NoMails to={to} />}
          {inbox.mails.length > 0 && (
            <ul aria-labelledby="mails">
              {inbox.mails.map((mail) => (
                <MailRow key={mail.id} mail={mail} />
              ))}
            </ul>
          )}
        </section>
      )}
      {inbox && inbox.total > PAGE_SIZE && <Pages to={to} page={page} total={inbox.total} />}
    </div>
  );
}

function NoMails({ to }: { to: string }) {
  const { t } = useTranslation('demo');
  return (
    <EmptyState title={t('inbox.emptyTitle')} actions={<ButtonLink href="/logg-inn">{t('inbox.signIn')}</ButtonLink>}>
      {to ? t('inbox.emptyForText', { to }) : t('inbox.emptyText')}
    </EmptyState>
  );
}

function Pages({ to, page, total }: { to: string; page: number; total: number }) {
  const { t } = useTranslation('demo');
  const last = Math.ceil(total / PAGE_SIZE);
  return (
    <Pagination
      label={t('inbox.pages')}
      previous={page > 1 ? { label: t('inbox.previous'), href: hrefOf(to, Math.min(page - 1, last)) } : undefined}
      next={page < last ? { label: t('inbox.next'), href: hrefOf(to, page + 1) } : undefined}
      status={t('inbox.status', { from: (page - 1) * PAGE_SIZE + 1, to: Math.min(page * PAGE_SIZE, total), total })}
    />
  );
}
