/** A contract on paper, and the page of evidence that is sealed with it. */
import { factRows, layOutLetter, type Letterhead, paragraph, subheading } from '~/lib/letter-layout';
import type { Locale } from '~/lib/locale';
import type { PaperDocument } from '~/lib/paper';
import type { ContractContent } from './contract';

export interface ContractPaper {
  readonly content: ContractContent;
  readonly sender: Letterhead;
  readonly receiver: readonly string[];
  readonly locale: Locale;
  readonly madeAt: Date;
  readonly version: number;
}

export interface Evidence {
  /** Of the exact bytes that were shown and signed. */
  readonly sha256: string;
  readonly consent: string;
  readonly signatures: readonly (readonly { readonly term: string; readonly value: string }[])[];
  /** A line each. */
  readonly events: readonly { readonly term: string; readonly value: string }[];
}

const WORDS = {
  nb: {
    reference: 'Avtale',
    version: 'Versjon',
    evidence: 'Bevis for signeringen',
    about:
      'Dette er avtalen med beviset for at begge parter har signert. Fingeravtrykket (SHA-256) er av nøyaktig den filen som ble vist og signert.',
    file: 'SHA-256',
    consent: 'Samtykke',
    signature: 'Signatur',
    events: 'Hendelser (UTC)',
  },
  en: {
    reference: 'Lease',
    version: 'Version',
    evidence: 'Evidence of the signing',
    about:
      'This is the lease with the evidence that both parties have signed. The fingerprint (SHA-256) is of exactly the file that was shown and signed.',
    file: 'SHA-256',
    consent: 'Consent',
    signature: 'Signature',
    events: 'Events (UTC)',
  },
} as const;

export function layOutContract(
  { content, sender, receiver, locale, madeAt, version }: ContractPaper,
  evidence: Evidence | null,
): PaperDocument {
  const words = WORDS[locale];
  return layOutLetter({
    ...{ locale, madeAt, sender, receiver, heading: content.title },
    facts: [
      { term: words.reference, value: content.reference },
      { term: words.version, value: String(version) },
    ],
    body: [
      ...content.sections.flatMap(({ heading, paragraphs }) => [subheading(heading), ...paragraphs.map(paragraph)]),
      ...(evidence
        ? [
            {
              text: words.evidence,
              fontSize: 18,
              bold: true,
              pageBreak: 'before' as const,
              margin: [0, 0, 0, 12] as [number, number, number, number],
            },
            paragraph(words.about),
            factRows(
              [
                { term: words.file, value: evidence.sha256 },
                { term: words.consent, value: evidence.consent },
              ],
              80,
            ),
            ...evidence.signatures.flatMap((signature) => [subheading(words.signature), factRows(signature, 130)]),
            subheading(words.events),
            factRows(evidence.events, 130),
          ]
        : []),
    ],
  });
}
