/**
 * What the open register of legal entities (Enhetsregisteret, licence NLOD) says of an organisation, as this house keeps it.
 * Source of the shapes: data.brreg.no/enhetsregisteret/api, `EnhetV2`. Every field but number and name may be missing.
 */
import { z } from 'zod';
import { inTitleCase } from './registered-name';

/** Where an organisation stands in the register. `removed`: taken out of the open data for legal reasons. */
export const REGISTER_STATES = ['live', 'winding_up', 'bankrupt', 'deleted', 'removed'] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

export interface RegisterFacts {
  readonly organisationNumber: string;
  /** As registered: in capitals. */
  readonly name: string;
  /** `AS`, `ENK`, `FLI` …; null when the register does not say. */
  readonly form: string | null;
  readonly industryCode: string | null;
  readonly employees: number | null;
  readonly vatRegistered: boolean;
  readonly addressLine: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly municipalityNumber: string | null;
  readonly website: string | null;
  readonly email: string | null;
}

export type RegisterAnswer =
  | { readonly state: 'live' | 'winding_up' | 'bankrupt'; readonly facts: RegisterFacts }
  | { readonly state: 'deleted' | 'removed'; readonly name: string | null; readonly deletedOn: string | null };

const text = z.string().trim().min(1).nullish().catch(null);
const flag = z.boolean().nullish().catch(null);

const address = z
  .object({ adresse: z.array(z.string()).catch([]), postnummer: text, poststed: text, kommunenummer: text })
  .nullish()
  .catch(null);

const entity = z.object({
  respons_klasse: text,
  organisasjonsnummer: z.string().regex(/^\d{9}$/),
  navn: text,
  slettedato: text,
  organisasjonsform: z.object({ kode: text }).nullish().catch(null),
  naeringskode1: z.object({ kode: text }).nullish().catch(null),
  antallAnsatte: z.number().int().nonnegative().nullish().catch(null),
  registrertIMvaregisteret: flag,
  konkurs: flag,
  underAvvikling: flag,
  underTvangsavviklingEllerTvangsopplosning: flag,
  forretningsadresse: address,
  beliggenhetsadresse: address,
  postadresse: address,
  hjemmeside: text,
  epostadresse: text,
});

/**
 * Reads one entity, or sub-entity, of the register. The register answers 200 for a deleted one too, with a mark and hardly any fields.
 * Null for what is none: then nothing is known.
 */
export function parseRegisterEntity(json: unknown): RegisterAnswer | null {
  const parsed = entity.safeParse(json);
  if (!parsed.success) return null;
  const { data } = parsed;
  const name = data.navn ?? null;
  if (data.respons_klasse === 'SlettetEnhet' || data.slettedato) return { state: 'deleted', name, deletedOn: data.slettedato ?? null };
  if (name === null) return null;
  const ending = data.underAvvikling === true || data.underTvangsavviklingEllerTvangsopplosning === true;
  const place = data.postadresse ?? data.forretningsadresse ?? data.beliggenhetsadresse;
  const home = data.forretningsadresse ?? data.beliggenhetsadresse ?? data.postadresse;
  return {
    state: data.konkurs === true ? 'bankrupt' : ending ? 'winding_up' : 'live',
    facts: {
      organisationNumber: data.organisasjonsnummer,
      name,
      form: data.organisasjonsform?.kode ?? null,
      industryCode: data.naeringskode1?.kode ?? null,
      employees: data.antallAnsatte ?? null,
      vatRegistered: data.registrertIMvaregisteret === true,
      addressLine: place?.adresse.join(', ') || null,
      postalCode: place?.postnummer ?? null,
      city: place?.poststed ? inTitleCase(place.poststed) : null,
      municipalityNumber: home?.kommunenummer ?? null,
      website: data.hjemmeside ?? null,
      email: data.epostadresse ?? null,
    },
  };
}
