import { useTranslation } from 'react-i18next';
import type { SigningProof } from '~/modules/leases/signing/signing-page.queries.server';
import { AdminHead } from '../layout/admin-top';
import { BackLink } from '../layout/page-head';
import { DescriptionList } from '../ui/description-list';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';

/** Whether a signing is still what was noted, computed anew, and all that was noted. */
export function ProofView({ proof }: { proof: SigningProof }) {
  const { t } = useTranslation('papers');
  const { leaseId, title, brokenAt, fileIntact, sealedIntact, sha256, sealedSha256, events } = proof;
  const intact = brokenAt === null && fileIntact && sealedIntact !== false;
  return (
    <>
      <BackLink href={`/admin/leieavtaler/${leaseId}/dokumenter`} label={t('title')} />
      <AdminHead title={t('proof.title')} note={title} />
      <Notice tone={intact ? 'success' : 'danger'} title={t(intact ? 'proof.intact' : 'proof.broken')}>
        {intact && <p>{t('proof.intactText')}</p>}
        {brokenAt !== null && <p>{t('proof.brokenChain', { position: brokenAt })}</p>}
        {!fileIntact && <p>{t('proof.brokenFile')}</p>}
        {sealedIntact === false && <p>{t('proof.brokenSealed')}</p>}
      </Notice>
      <DescriptionList
        items={[
          { term: t('proof.file'), value: <code>{sha256}</code> },
          { term: t('proof.sealed'), value: sealedSha256 ? <code>{sealedSha256}</code> : t('proof.notSealed') },
        ]}
      />
      <section className="desk-section">
        <SectionHeader title={t('proof.events')} />
        <EventTable events={events} />
      </section>
    </>
  );
}

function EventTable({ events }: { events: SigningProof['events'] }) {
  const { t } = useTranslation('papers');
  return (
    <Table
      caption={t('proof.events')}
      hideCaption
      stacked
      rows={events}
      rowKey={({ position }) => String(position)}
      columns={[
        { key: 'position', header: t('proof.position'), cell: ({ position }) => position },
        {
          key: 'what',
          header: t('proof.what'),
          rowHeader: true,
          cell: ({ kind }) => t(`proof.kind.${kind}`),
        },
        { key: 'who', header: t('proof.who'), cell: ({ party }) => (party ? t(`party.${party}`) : null) },
        { key: 'when', header: t('proof.when'), cell: ({ at }) => `${at.toISOString().replace('T', ' ').slice(0, 19)} UTC` },
        { key: 'address', header: t('proof.address'), cell: ({ address }) => address },
        { key: 'hash', header: t('proof.hash'), cell: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}</code> },
      ]}
    />
  );
}
