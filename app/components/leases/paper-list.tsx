import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { PaperLine } from '~/modules/leases/signing/signing-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Table } from '../ui/table';
import { Tag, type TagTone } from '../ui/tag';

const TONES = { open: 'straw', signed: 'spruce', declined: 'red', withdrawn: 'plain' } as const satisfies Record<string, TagTone>;

/** Papers of a lease, the newest first; `desk` adds what the house does with them. */
export function PaperList({ papers, desk, mayEdit }: { papers: readonly PaperLine[]; desk: boolean; mayEdit: boolean }) {
  const { t } = useTranslation('papers');
  const locale = useLocale();
  if (papers.length === 0) {
    return (
      <EmptyState level={2} title={t('empty')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <Table
      caption={t('title')}
      hideCaption
      stacked
      rows={papers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'document',
          header: t('document'),
          rowHeader: true,
          cell: ({ id, title, version }) => <a href={`/dokument/${id}`}>{t('version', { title, version })}</a>,
        },
        { key: 'made', header: t('made'), cell: ({ createdAt }) => formatMoment(createdAt, locale, { year: true }) },
        { key: 'print', header: t('fingerprint'), cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}</code> },
        { key: 'signed', header: t('signatures'), cell: (paper) => <Signatures paper={paper} desk={desk} mayEdit={mayEdit} /> },
      ]}
    />
  );
}

function Signatures({ paper, desk, mayEdit }: { paper: PaperLine; desk: boolean; mayEdit: boolean }) {
  const { t } = useTranslation('papers');
  const locale = useLocale();
  const { signing, signPath, title } = paper;
  if (!signing) return null;
  return (
    <>
      <Tag tone={TONES[signing.state]}>{t(`state.${signing.state}`)}</Tag>
      {(signing.state === 'open' || signing.state === 'signed') &&
        signing.signers.map(({ party, name, signedAt }) => (
          <p key={party}>
            {signedAt
              ? t('signedBy', { name, party: t(`party.${party}`), moment: formatMoment(signedAt, locale, { year: true }) })
              : t('waitsFor', { name, party: t(`party.${party}`) })}
          </p>
        ))}
      {signPath && (
        <p>
          <ButtonLink variant="primary" href={signPath}>
            {t('signNow')}
          </ButtonLink>
        </p>
      )}
      {desk && (
        <p>
          <a href={`/admin/signering/${signing.id}`}>{t('evidence')}</a>
        </p>
      )}
      {desk && mayEdit && signing.state === 'open' && (
        <Form method="post" className="no-print">
          <input type="hidden" name="signingId" value={signing.id} />
          <Button variant="quiet" name="intent" value="withdraw" aria-label={t('withdrawOf', { title })}>
            {t('withdraw')}
          </Button>
        </Form>
      )}
    </>
  );
}
