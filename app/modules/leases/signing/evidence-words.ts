/** How the page of evidence names what happened. */
const kindNb: Readonly<Record<string, string>> = {
  ...{
    created: 'opprettet',
    sent: 'sendt',
    opened: 'åpnet',
    downloaded: 'lastet ned',
    code_sent: 'kode bestilt',
    code_failed: 'feil kode',
  },
  ...{ code_verified: 'kode bekreftet', signed: 'signert', declined: 'avslått', withdrawn: 'trukket', sealed: 'forseglet' },
};

const kindEn: Readonly<Record<string, string>> = {
  ...{
    created: 'created',
    sent: 'sent',
    opened: 'opened',
    downloaded: 'downloaded',
    code_sent: 'code asked for',
    code_failed: 'wrong code',
  },
  ...{ code_verified: 'code verified', signed: 'signed', declined: 'declined', withdrawn: 'withdrawn', sealed: 'sealed' },
};

export const EVIDENCE_WORDS = {
  nb: {
    kind: kindNb,
    party: { tenant: 'leietaker', landlord: 'utleier' },
    ...{ signed: 'Signert av', for: 'For', person: 'Bedt om å signere', identity: 'Identitet', at: 'Når', from: 'Fra' },
    ...{ session: 'innlogget med e-postadressen', code: 'lenke og engangskode på e-post' },
  },
  en: {
    kind: kindEn,
    party: { tenant: 'tenant', landlord: 'landlord' },
    ...{ signed: 'Signed by', for: 'For', person: 'Asked to sign', identity: 'Identity', at: 'When', from: 'From' },
    ...{ session: 'signed in with the mail address', code: 'link and one-time code by mail' },
  },
} as const;
