/** The contract again, with the page of evidence: the same for everybody. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '~/infrastructure/db.server';
import { renderPdf } from '~/infrastructure/pdf.server';
import type { Locale } from '~/lib/locale';
import { type ContractPaper, type Evidence, layOutContract } from './lay-out-contract';
import { CONSENT, CONSENT_VERSION } from './signing';
import { EVIDENCE_WORDS } from './evidence-words';

const storedPaper = z.custom<Omit<ContractPaper, 'version' | 'madeAt'>>(
  (value) => z.object({ content: z.object({}), sender: z.object({}) }).safeParse(value).success,
);

const texts = z.record(z.string(), z.union([z.string(), z.number()]));

export async function sealContract(tx: Tx, signingId: string, now: Date): Promise<{ bytes: Uint8Array<ArrayBuffer>; sha256: string }> {
  const { document, events } = await tx.signing.findUniqueOrThrow({
    where: { id: signingId },
    include: { document: true, events: { orderBy: { position: 'asc' } } },
  });
  const paper = storedPaper.parse(document.content);
  const { locale } = paper;
  const words = EVIDENCE_WORDS[locale];
  const evidence: Evidence = {
    sha256: document.sha256,
    consent: `${CONSENT[locale]} (${CONSENT_VERSION})`,
    signatures: events.filter(({ kind }) => kind === 'signed').map((event) => signatureRows(event, texts.parse(event.data), locale)),
    events: events.map(({ at, kind, party, address, data, hash }) => ({
      term: utc(at),
      value: [
        words.kind[kind] ?? kind,
        party ? words.party[party] : '',
        detailOf(texts.parse(data)),
        address ?? '',
        `#${hash.slice(0, 16)}`,
      ]
        .filter((part) => part !== '')
        .join(' · '),
    })),
  };
  const bytes = await renderPdf(layOutContract({ ...paper, version: document.version, madeAt: now }, evidence));
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function utc(at: Date): string {
  return at.toISOString().replace('T', ' ').slice(0, 19);
}

/** Of the facts of an event those that say to whom, or which mail. */
function detailOf({ to, messageId }: Readonly<Record<string, string | number>>): string {
  return [to, messageId].filter((part) => part !== undefined).join(' ');
}

function signatureRows(
  { at, party, address, userAgent }: { at: Date; party: 'tenant' | 'landlord' | null; address: string | null; userAgent: string | null },
  data: Readonly<Record<string, string | number>>,
  locale: Locale,
) {
  const words = EVIDENCE_WORDS[locale];
  return [
    { term: words.signed, value: `${String(data['typedName'])}${party ? `, ${words.party[party]}` : ''}` },
    { term: words.for, value: String(data['for']) },
    { term: words.person, value: `${String(data['name'])}, ${String(data['email'])}` },
    { term: words.identity, value: data['identity'] === 'session' ? words.session : words.code },
    { term: words.at, value: `${utc(at)} UTC` },
    { term: words.from, value: [address, userAgent].filter(Boolean).join(', ') },
  ];
}
