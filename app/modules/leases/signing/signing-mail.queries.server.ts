/** What a mail to a signer says, read when it is sent. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import { tokenOf } from '~/infrastructure/secret-address.server';
import { builtInSigning } from './built-in.server';
import { SIGNER_TOKEN } from './signing';
import { codeOf } from './signing-code.server';
import type { SigningMailFacts } from './signing-mail';
import type { SigningMailPayload } from './signing.messages';

export interface SigningMail {
  readonly to: string;
  readonly signingId: string;
  readonly facts: SigningMailFacts;
  readonly attachment: { readonly filename: string; readonly bytes: Uint8Array } | null;
}

/** Null when it would no longer be true: a contract that is closed is not asked for, and an older code no longer opens anything. */
export async function loadSigningMail(payload: SigningMailPayload): Promise<SigningMail | null> {
  const signer = await db.signer.findUnique({ where: { id: payload.signerId }, include: { signing: { include: { document: true } } } });
  if (!signer) return null;
  const { signing, codeIssuedAt } = signer;
  const { kind } = payload;
  if ((kind === 'asked' || kind === 'code') && signing.state !== 'open') return null;
  if (kind === 'code' && codeIssuedAt?.toISOString() !== payload.issuedAt) return null;
  const { title } = signing.document;
  const sealed = kind === 'signed' ? await builtInSigning.fetchSignedPdf(db, signing.id) : null;
  return {
    ...{ to: signer.email, signingId: signing.id },
    facts: {
      ...{ kind, title, name: signer.name, organisationName: signer.organisationName, locale: signer.locale === 'en' ? 'en' : 'nb' },
      code: kind === 'code' && codeIssuedAt ? codeOf(signer.id, codeIssuedAt) : null,
      url: `${env.PUBLIC_URL}/signer/${tokenOf(SIGNER_TOKEN, signer.id)}`,
    },
    attachment: sealed && { filename: `${title}.pdf`, bytes: sealed.bytes },
  };
}
