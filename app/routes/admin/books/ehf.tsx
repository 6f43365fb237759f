import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AdminHead } from '~/components/layout/admin-top';
import { BackLink } from '~/components/layout/page-head';
import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { notFound, requireId } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { decideEhf } from '~/modules/billing/ehf/decide-ehf';
import { findInvoicePaper } from '~/modules/billing/invoices/invoice-page.queries.server';

export const handle = { i18n: ['books'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '');

/** Whether an invoice can go out as an e-invoice, and if not, why. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'invoice.view');
  const id = requireId(params['id']);
  const paper = await findInvoicePaper(id);
  if (!paper) throw notFound();
  const decided = decideEhf(paper);
  const title = i18nFor(localeOf(request)).getFixedT(null, 'books')('ehf.title', { number: paper.number ?? '' });
  return { title, id, refused: decided.ok ? null : decided.code };
}

export default function EhfPage() {
  const { t } = useTranslation('books');
  const { title, id, refused } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={`/admin/fakturaer/${id}`} label={t('ehf.back')} />
      <AdminHead title={title} />
      {refused === null ? (
        <>
          <Notice tone="success" title={t('ehf.ready')}>
            {t('ehf.readyText')}
          </Notice>
          <p className="desk-gap">
            <ButtonLink variant="primary" href={`/admin/regnskap/ehf/${id}/ehf.xml`} icon="download" download data-reload>
              {t('ehf.download')}
            </ButtonLink>
          </p>
        </>
      ) : (
        <Notice tone="warning" title={t('ehf.refused')}>
          {t(`ehf.why.${refused}`)}
        </Notice>
      )}
    </>
  );
}
