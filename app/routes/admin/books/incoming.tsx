import { randomUUID } from 'node:crypto';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { booksError, type Refused } from '~/components/books/books-error';
import { IncomingFacts, PlacedParts } from '~/components/books/incoming-facts';
import { MatchForm } from '~/components/books/match-form';
import { MoneyForm } from '~/components/books/money-form';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { useLocale } from '~/components/site/use-locale';
import { Notice } from '~/components/ui/notice';
import { SectionHeader } from '~/components/ui/section-header';
import { readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { formatOre, typedKroner } from '~/lib/format-money';
import { localDateOf } from '~/lib/local-time';
import { findOpenInvoices, loadIncoming } from '~/modules/billing/incoming/incoming.queries.server';
import { answerIncoming } from '~/http/books-forms.server';

const SAID = ['placedNow', 'undone', 'returnedNow'] as const;

export const handle = { i18n: ['books'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'books.view');
  const payment = await loadIncoming(requireId(params['id']));
  if (!payment) throw notFound();
  const asked = new URL(request.url).searchParams;
  const search = (asked.get('sok') ?? '').replaceAll('\0', '').slice(0, 80);
  const locale = localeOf(request);
  return {
    title: i18nFor(locale).getFixedT(null, 'books')('incoming.one', { amount: formatOre(payment.amountOre, locale) }),
    ...{ payment, search },
    said: SAID.find((known) => known === asked.get('sagt')) ?? null,
    invoices: payment.leftOre > 0 ? await findOpenInvoices(payment, search) : [],
    returnValues: { nokkel: randomUUID(), belop: typedKroner(payment.leftOre), dato: localDateOf(now()) },
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const id = requireId(params['id']);
  const { actor } = await requireStaff(request, 'books.edit');
  const answer = await answerIncoming(actor, id, await readForm(request), now());
  if ('said' in answer) return redirect(`/admin/regnskap/innbetalinger/${id}?sagt=${answer.said}`, { status: 303 });
  return data(answer, { status: 422 });
}

export default function IncomingPage() {
  const { t } = useTranslation('books');
  const locale = useLocale();
  const { title, payment, search, said, invoices, returnValues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = (intent: string) => (answer?.intent === intent ? answer : null);
  const undo: Refused | undefined = refused('undo')?.errors['form'];
  return (
    <>
      <BackLink href="/admin/regnskap/innbetalinger" label={t('incoming.title')} />
      <AdminHead title={title} />
      {said && !answer && <Notice tone="success" title={t(`incoming.${said}`)} announce />}
      {undo && <Notice tone="danger" title={booksError(undo, t, locale)} announce />}
      <IncomingFacts payment={payment} />
      <PlacedParts payment={payment} />
      {payment.leftOre > 0 && (
        <>
          <MatchForm
            {...{ invoices, search, leftOre: payment.leftOre }}
            values={refused('match')?.values ?? null}
            errors={refused('match')?.errors ?? {}}
          />
          {payment.way !== 'card' && (
            <section className="desk-section" aria-labelledby="return">
              <SectionHeader id="return" title={t('incoming.return')} />
              <p className="desk-gap">{t('incoming.returnNote')}</p>
              <MoneyForm
                values={refused('return')?.values ?? returnValues}
                errors={refused('return')?.errors ?? {}}
                intent="return"
                button={t('incoming.returnDo')}
              />
            </section>
          )}
        </>
      )}
    </>
  );
}
