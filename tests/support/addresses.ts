/** One entry for each address of `app/routes.ts`: what it is, for whom, and how it is reached. */

export type Role = 'visitor' | 'musician' | 'manager';

/** What the addresses with a parameter lead to. */
export type World = {
  readonly room: string;
  /** A day that can be booked. */
  readonly date: string;
  readonly paidId: string;
  readonly heldId: string;
  /** Three dates, paid. */
  readonly seriesId: string;
  /** Waits for the house's answer. */
  readonly requestId: string;
  readonly mailId: string;
  /** Somebody waits for what the held booking holds: the query of that time, and the address of their entry. */
  readonly waitQuery: string;
  readonly waitPath: string;
  /** Something that can be added to a booking. */
  readonly itemId: string;
  /** The closure plan that the demo begins with. */
  readonly closureId: string;
  readonly bandId: string;
  readonly organisationId: string;
  /** Offered and not signed. */
  readonly leaseId: string;
  /** From the bank, and a payment in it that nobody has placed. */
  readonly bankFileId: string;
  readonly incomingId: string;
  /** Two people pay it; the address of one of the shares. */
  readonly sharedId: string;
  readonly sharePath: string;
  /** Somebody is asked to move: the page behind the link, and that of staff who answer for them. */
  readonly letterPath: string;
  readonly answerPath: string;
  /** An occurrence on `pressedDate` that can be moved. */
  readonly pressedId: string;
  readonly pressedDate: string;
};

type Address = {
  /** As in the table of routes. */
  readonly route: string;
  readonly as: Role;
  readonly at: (world: World) => string;
  readonly status?: number;
  /** What is special, where an address has more than one entry. */
  readonly variant?: string;
};

const NOBODYS_ID = '01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa';

export const ADDRESSES: readonly Address[] = [
  { route: '', as: 'visitor', at: () => '/' },
  { route: '', as: 'manager', at: () => '/', variant: 'signed in ' },
  { route: 'rom', as: 'visitor', at: () => '/rom' },
  { route: 'rom', as: 'visitor', at: ({ date }) => `/rom?dato=${date}&fra=18:00&lengde=120&antall=5`, variant: 'with a search ' },
  { route: 'rom', as: 'visitor', at: () => '/rom?dato=2026-02-30&fra=x&lengde=7&antall=0', variant: 'with a search that makes no sense ' },
  { route: 'rom/:slug', as: 'visitor', at: ({ room }) => `/rom/${room}` },
  { route: 'rom/:slug/bestill', as: 'visitor', at: ({ room, date }) => `/rom/${room}/bestill?dato=${date}` },
  {
    route: 'rom/:slug/bestill',
    as: 'musician',
    at: ({ room }) => `/rom/${room}/bestill?dato=2020-01-06&fra=18:00&til=20:00`,
    variant: 'in the past ',
  },
  { route: 'rom/:slug/venteliste', as: 'manager', at: ({ room, waitQuery }) => `/rom/${room}/venteliste?${waitQuery}` },
  {
    route: 'rom/:slug/venteliste',
    as: 'musician',
    at: ({ room, date }) => `/rom/${room}/venteliste?dato=${date}&fra=10:00&til=12:00`,
    variant: 'for nothing ',
  },
  { route: 'rom/:slug/si-fra', as: 'musician', at: ({ room, date }) => `/rom/${room}/si-fra?dato=${date}&fra=10:00&til=10:30&antall=2` },
  { route: 'venteliste/:token', as: 'visitor', at: ({ waitPath }) => waitPath },
  { route: 'venteliste/:token', as: 'visitor', at: () => '/venteliste/ingen', status: 404, variant: 'that leads nowhere ' },
  { route: 'stengt/:token', as: 'visitor', at: ({ letterPath }) => letterPath },
  {
    route: 'stengt/:token',
    as: 'visitor',
    at: ({ letterPath, room, date }) => `${letterPath}?rom=${room}&dato=${date}&fra=10:00&til=11:00`,
    variant: 'with a time chosen ',
  },
  { route: 'stengt/:token', as: 'visitor', at: () => '/stengt/ingen', status: 404, variant: 'that leads nowhere ' },
  { route: 'rom/:slug/innsjekk', as: 'visitor', at: ({ room }) => `/rom/${room}/innsjekk` },
  { route: 'rom/:slug/innsjekk', as: 'musician', at: ({ room }) => `/rom/${room}/innsjekk`, variant: 'without a booking ' },
  { route: 'rom/:slug/skade', as: 'musician', at: ({ room }) => `/rom/${room}/skade` },
  { route: 'rom/:slug/dor', as: 'visitor', at: ({ room }) => `/rom/${room}/dor` },
  { route: 'rom/:slug/serie', as: 'musician', at: ({ room, date }) => `/rom/${room}/serie?dato=${date}` },
  {
    route: 'rom/:slug/serie',
    as: 'musician',
    at: ({ room, date }) => `/rom/${room}/serie?vis=1&dato=${date}&ukedag=2&ukedag=7&ganger=30&fra=18:00&til=20:00&antall=2`,
    variant: 'with its dates ',
  },
  {
    route: 'rom/:slug/serie',
    as: 'musician',
    at: ({ room }) => `/rom/${room}/serie?vis=1&dato=x&ganger=9999`,
    variant: 'that makes no sense ',
  },
  { route: 'prosjekt', as: 'visitor', at: () => '/prosjekt' },
  {
    route: 'prosjekt',
    as: 'manager',
    at: ({ room, date }) =>
      `/prosjekt?vis=1&tittel=Slipp&valg=ledig&del=Visning&del=&rom=${room}&rom=${room}&dato=${date}&dato=${date}&fra=18:00&fra=19:00&til=20:00&til=21:00&antall=2&antall=900`,
    variant: 'with its price ',
  },
  { route: 'prosjekt', as: 'musician', at: () => '/prosjekt?vis=1&rom=x&dato=y&antall=z', variant: 'that makes no sense ' },
  { route: 'kalender', as: 'visitor', at: () => '/kalender' },
  {
    route: 'kalender',
    as: 'visitor',
    at: ({ room, date }) => `/kalender?dato=${date}&rom=${room}&fra=18:00&til=20:00`,
    variant: 'with a time picked ',
  },
  { route: 'kalender', as: 'visitor', at: () => '/kalender?dato=i-morgen', variant: 'for no day ' },
  { route: 'priser', as: 'visitor', at: () => '/priser' },
  { route: 'logg-inn', as: 'visitor', at: () => '/logg-inn' },
  { route: 'logg-inn/kode', as: 'visitor', at: () => '/logg-inn/kode' },
  { route: 'min-side', as: 'musician', at: () => '/min-side' },
  { route: 'min-side/innlogginger', as: 'musician', at: () => '/min-side/innlogginger' },
  { route: 'min-side/kalendere', as: 'musician', at: () => '/min-side/kalendere' },
  { route: 'min-side/band/ny', as: 'musician', at: () => '/min-side/band/ny' },
  { route: 'min-side/band/:id', as: 'musician', at: ({ bandId }) => `/min-side/band/${bandId}` },
  { route: 'min-side/band/:id', as: 'manager', at: ({ bandId }) => `/min-side/band/${bandId}`, status: 404, variant: 'of others ' },
  { route: 'min-side/leie/:organisationId/medlemmer', as: 'musician', at: ({ bandId }) => `/min-side/leie/${bandId}/medlemmer` },
  { route: 'invitasjon/:token', as: 'visitor', at: () => '/invitasjon/ingen', status: 404 },
  { route: 'bestilling/:id', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}` },
  { route: 'bestilling/:id', as: 'musician', at: ({ heldId }) => `/bestilling/${heldId}?betaling=hold_lost`, variant: 'unpaid ' },
  { route: 'bestilling/:id', as: 'musician', at: () => `/bestilling/${NOBODYS_ID}`, status: 404, variant: 'that is nobody’s ' },
  { route: 'bestilling/:id/innsjekk', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}/innsjekk` },
  { route: 'bestilling/:id/overlevering', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}/overlevering?nar=start` },
  { route: 'bestilling/:id/gi-fra', as: 'musician', at: ({ seriesId }) => `/bestilling/${seriesId}/gi-fra` },
  { route: 'bestilling/:id/gi-fra', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}/gi-fra`, variant: 'of no series ' },
  { route: 'bestilling/:id/skade', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}/skade` },
  { route: 'bestilling/:id/endre', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}/endre` },
  {
    route: 'bestilling/:id/flytt',
    as: 'musician',
    at: ({ seriesId }) => `/bestilling/${seriesId}/flytt?ukedag=2&fra=10:00&til=12:00&rom=`,
  },
  {
    route: 'bestilling/:id/flytt',
    as: 'musician',
    at: ({ paidId }) => `/bestilling/${paidId}/flytt`,
    variant: 'of no series ',
  },
  { route: 'bestilling/:id/datoer', as: 'musician', at: ({ seriesId }) => `/bestilling/${seriesId}/datoer` },
  {
    route: 'bestilling/:id/endre',
    as: 'musician',
    at: ({ paidId, room, date }) => `/bestilling/${paidId}/endre?rom=${room}&dato=${date}&fra=10:00&til=12:00`,
    variant: 'with a time chosen ',
  },
  { route: 'bestilling/:id/forleng', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}/forleng` },
  { route: 'bestilling/:id/avbestill', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}/avbestill` },
  { route: 'bestilling/:id/avbestill', as: 'musician', at: ({ heldId }) => `/bestilling/${heldId}/avbestill`, variant: 'unpaid ' },
  { route: 'bestilling/:id/foresporsel', as: 'musician', at: ({ requestId }) => `/bestilling/${requestId}/foresporsel` },
  {
    route: 'bestilling/:id/foresporsel',
    as: 'musician',
    at: ({ paidId }) => `/bestilling/${paidId}/foresporsel`,
    status: 404,
    variant: 'where none is ',
  },
  { route: 'bestilling/:id', as: 'musician', at: ({ requestId }) => `/bestilling/${requestId}`, variant: 'that is asked for ' },
  { route: 'bestilling/:id/deling', as: 'musician', at: ({ heldId }) => `/bestilling/${heldId}/deling?antall=3` },
  { route: 'bestilling/:id/deling', as: 'musician', at: ({ sharedId }) => `/bestilling/${sharedId}/deling`, variant: 'shared out ' },
  { route: 'bestilling/:id/deling', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}/deling`, variant: 'that is paid ' },
  { route: 'andel/:token', as: 'visitor', at: ({ sharePath }) => `${sharePath}?betaling=payment_pending` },
  {
    route: 'bestilling/:id/avbestill',
    as: 'musician',
    at: ({ paidId }) => `/bestilling/${paidId}/avbestill?velg=1`,
    variant: 'date by date ',
  },
  { route: 'andel/:token', as: 'visitor', at: () => '/andel/ingen', status: 404, variant: 'that leads nowhere ' },
  {
    route: 'admin/bestillinger/:id',
    as: 'manager',
    at: ({ sharedId }) => `/admin/bestillinger/${sharedId}`,
    variant: 'shared out ',
  },
  { route: 'admin', as: 'manager', at: () => '/admin' },
  { route: 'admin', as: 'musician', at: () => '/admin', status: 403, variant: 'refused ' },
  { route: 'admin/kalender', as: 'manager', at: ({ date }) => `/admin/kalender?dato=${date}` },
  {
    route: 'admin/kalender',
    as: 'manager',
    at: () => '/admin/kalender?dato=2026-02-30&visning=aar&valgt=x',
    variant: 'that makes no sense ',
  },
  {
    route: 'admin/kalender',
    as: 'manager',
    at: ({ room, date }) => `/admin/kalender?visning=uke&dato=${date}&rom=${room}`,
    variant: 'week ',
  },
  { route: 'admin/kalender', as: 'manager', at: ({ date }) => `/admin/kalender?visning=maned&dato=${date}`, variant: 'month ' },
  {
    route: 'admin/kalender',
    as: 'manager',
    at: ({ room, date }) => `/admin/kalender?visning=maned&dato=${date}&rom=${room}`,
    variant: 'month of a room ',
  },
  {
    route: 'admin/kalender',
    as: 'manager',
    at: ({ pressedId, pressedDate }) => `/admin/kalender?dato=${pressedDate}&valgt=${pressedId}`,
    variant: 'with a booking pressed ',
  },
  {
    route: 'admin/kalender',
    as: 'manager',
    at: ({ pressedId, pressedDate, room }) =>
      `/admin/kalender?dato=${pressedDate}&valgt=${pressedId}&nyttRom=${room}&nyDato=${pressedDate}&nyFra=08:00&nyTil=24:00`,
    variant: 'with a booking moved ',
  },
  { route: 'admin/bestillinger', as: 'manager', at: () => '/admin/bestillinger' },
  { route: 'admin/bestillinger', as: 'manager', at: () => '/admin/bestillinger?sok=%F0%9F%A5%81', variant: 'without a result ' },
  { route: 'admin/bestillinger/ny', as: 'manager', at: () => '/admin/bestillinger/ny' },
  { route: 'admin/bestillinger/serie', as: 'manager', at: ({ room, date }) => `/admin/bestillinger/serie?rom=${room}&dato=${date}` },
  { route: 'admin/bestillinger/:id/endringer', as: 'manager', at: ({ paidId }) => `/admin/bestillinger/${paidId}/endringer` },
  { route: 'admin/bestillinger/:id', as: 'manager', at: ({ paidId }) => `/admin/bestillinger/${paidId}` },
  {
    route: 'admin/bestillinger/:id',
    as: 'manager',
    at: ({ paidId }) => `/admin/bestillinger/${paidId}?avbestill=alt`,
    variant: 'to cancel ',
  },
  { route: 'admin/dagsark', as: 'manager', at: () => '/admin/dagsark' },
  { route: 'admin/skader', as: 'manager', at: () => '/admin/skader' },
  { route: 'admin/skader/:id', as: 'manager', at: () => `/admin/skader/${NOBODYS_ID}`, status: 404 },
  { route: 'admin/bestillinger/:id/foresporsel', as: 'manager', at: ({ requestId }) => `/admin/bestillinger/${requestId}/foresporsel` },
  { route: 'admin/stengninger', as: 'manager', at: () => '/admin/stengninger' },
  { route: 'admin/stengninger', as: 'manager', at: () => '/admin/stengninger?tidligere=ja', variant: 'of before ' },
  { route: 'admin/stengninger/ny', as: 'manager', at: ({ date }) => `/admin/stengninger/ny?dato=${date}` },
  {
    route: 'admin/stengninger/ny',
    as: 'manager',
    at: ({ date }) =>
      `/admin/stengninger/ny?what=house&fromDate=${date}&fromTime=08:00&toDate=${date}&toTime=24:00&repeat=once&until=&reasonNb=Vask&reasonEn=Cleaning`,
    variant: 'over bookings ',
  },
  { route: 'admin/stengninger/ny', as: 'manager', at: () => '/admin/stengninger/ny?what=alt&fromDate=x', variant: 'that makes no sense ' },
  { route: 'admin/stengninger/:id', as: 'manager', at: ({ closureId }) => `/admin/stengninger/${closureId}` },
  {
    route: 'admin/stengninger/:id',
    as: 'manager',
    at: ({ answerPath }) => answerPath.replace(/\/svar.*/, ''),
    variant: 'with somebody asked ',
  },
  { route: 'admin/stengninger/:id/svar/:offerId', as: 'manager', at: ({ answerPath }) => answerPath },
  { route: 'admin/venteliste', as: 'manager', at: () => '/admin/venteliste' },
  { route: 'admin/regler', as: 'manager', at: () => '/admin/regler' },
  { route: 'admin/apningsdager', as: 'manager', at: () => '/admin/apningsdager' },
  { route: 'admin/rom', as: 'manager', at: () => '/admin/rom' },
  { route: 'admin/rom/ny', as: 'manager', at: () => '/admin/rom/ny' },
  { route: 'admin/rom/:slug', as: 'manager', at: ({ room }) => `/admin/rom/${room}` },
  { route: 'admin/rom/:slug/bruk', as: 'manager', at: ({ room }) => `/admin/rom/${room}/bruk` },
  { route: 'admin/rom/:slug/apningstider', as: 'manager', at: ({ room }) => `/admin/rom/${room}/apningstider?delt=ja` },
  { route: 'admin/rom/:slug/priser', as: 'manager', at: ({ room }) => `/admin/rom/${room}/priser` },
  { route: 'admin/rom/:slug/godkjenning', as: 'manager', at: () => '/admin/rom/storsalen/godkjenning' },
  { route: 'admin/rom/:slug/sjekkliste', as: 'manager', at: ({ room }) => `/admin/rom/${room}/sjekkliste` },
  { route: 'admin/naboer', as: 'manager', at: () => '/admin/naboer' },
  { route: 'admin/rom/:slug/naboer', as: 'manager', at: ({ room }) => `/admin/rom/${room}/naboer` },
  { route: 'admin/utstyr', as: 'manager', at: () => '/admin/utstyr' },
  { route: 'admin/utstyr/ny', as: 'manager', at: () => '/admin/utstyr/ny' },
  { route: 'admin/utstyr/:id', as: 'manager', at: ({ itemId }) => `/admin/utstyr/${itemId}` },
  ...['admin/regler/kladd', 'admin/regler/kladd/regel', 'admin/regler/kladd/virkning'].map((route): Address => ({
    route,
    as: 'manager',
    at: () => `/${route}`,
  })),
  { route: 'admin/organisasjoner', as: 'manager', at: () => '/admin/organisasjoner' },
  { route: 'admin/organisasjoner/ny', as: 'manager', at: () => '/admin/organisasjoner/ny' },
  { route: 'admin/organisasjoner/ny', variant: 'looked up ', as: 'manager', at: () => '/admin/organisasjoner/ny?nummer=310010006' },
  { route: 'admin/organisasjoner/:id', as: 'manager', at: ({ organisationId }) => `/admin/organisasjoner/${organisationId}` },
  { route: 'admin/indeks/regulering', as: 'manager', at: () => '/admin/indeks/regulering' },
  { route: 'admin/indeks', as: 'manager', at: () => '/admin/indeks' },
  { route: 'min-side/leie/:organisationId', as: 'manager', at: ({ organisationId }) => `/min-side/leie/${organisationId}` },
  { route: 'admin/leieavtaler', as: 'manager', at: () => '/admin/leieavtaler' },
  { route: 'admin/leieavtaler/ny', as: 'manager', at: () => '/admin/leieavtaler/ny' },
  { route: 'admin/leieavtaler/:id/dokumenter', as: 'manager', at: ({ leaseId }) => `/admin/leieavtaler/${leaseId}/dokumenter` },
  { route: 'admin/signering/:id', as: 'manager', at: () => `/admin/signering/${NOBODYS_ID}`, status: 404 },
  { route: 'min-side/leie/:organisationId/dokumenter', as: 'musician', at: () => `/min-side/leie/${NOBODYS_ID}/dokumenter`, status: 404 },
  { route: 'signer/:token', as: 'visitor', at: () => '/signer/ingen', status: 404 },
  { route: 'admin/leieavtaler/:id', as: 'manager', at: ({ leaseId }) => `/admin/leieavtaler/${leaseId}` },
  { route: 'admin/betalinger', as: 'manager', at: () => '/admin/betalinger' },
  { route: 'admin/regnskap', as: 'manager', at: () => '/admin/regnskap' },
  { route: 'admin/regnskap/bank', as: 'manager', at: () => '/admin/regnskap/bank' },
  { route: 'admin/regnskap/bank/:id', as: 'manager', at: ({ bankFileId }) => `/admin/regnskap/bank/${bankFileId}` },
  { route: 'admin/regnskap/innbetalinger', as: 'manager', at: () => '/admin/regnskap/innbetalinger' },
  { route: 'admin/regnskap/innbetalinger/:id', as: 'manager', at: ({ incomingId }) => `/admin/regnskap/innbetalinger/${incomingId}` },
  { route: 'admin/regnskap/eksport', as: 'manager', at: () => '/admin/regnskap/eksport' },
  { route: 'admin/regnskap/mva', as: 'manager', at: () => '/admin/regnskap/mva' },
  { route: 'admin/regnskap/ehf/:id', as: 'manager', at: () => `/admin/regnskap/ehf/${NOBODYS_ID}`, status: 404 },
  { route: 'admin/regnskap/noter/:id', as: 'manager', at: () => `/admin/regnskap/noter/${NOBODYS_ID}`, status: 404 },
  { route: 'admin/fakturaer', as: 'manager', at: () => '/admin/fakturaer' },
  { route: 'admin/fakturaer/:id/krediter', as: 'manager', at: () => `/admin/fakturaer/${NOBODYS_ID}/krediter`, status: 404 },
  { route: 'admin/fakturaer/:id', as: 'manager', at: () => `/admin/fakturaer/${NOBODYS_ID}`, status: 404 },
  ...['min-side/leie/:organisationId/fakturaer', 'min-side/leie/:organisationId/fakturaer/:id'].map((route): Address => ({
    route,
    as: 'musician',
    at: () => `/${route.replace(/:\w+/g, NOBODYS_ID)}`,
    status: 404,
  })),
  { route: 'admin/fakturering', as: 'manager', at: () => '/admin/fakturering' },
  { route: 'admin/fakturering/kjoring/:id', as: 'manager', at: () => `/admin/fakturering/kjoring/${NOBODYS_ID}`, status: 404 },
  { route: 'demo/innboks', as: 'visitor', at: () => '/demo/innboks' },
  { route: 'demo/innboks/:id', as: 'visitor', at: ({ mailId }) => `/demo/innboks/${mailId}` },
  { route: '*', as: 'visitor', at: () => '/finnes/ikke', status: 404 },
];

type File = Address & { readonly status: number; readonly type?: string };

/** Addresses that answer with something else than a page. */
export const FILES: readonly File[] = [
  { route: 'signer/:token/dokument', as: 'visitor', at: () => '/signer/ingen/dokument', status: 404 },
  { route: 'dokument/:id', as: 'manager', at: () => `/dokument/${NOBODYS_ID}`, status: 404 },
  { route: 'admin/regnskap/ehf/:id/ehf.xml', as: 'manager', at: () => `/admin/regnskap/ehf/${NOBODYS_ID}/ehf.xml`, status: 404 },
  { route: 'admin/regnskap/eksport/:id', as: 'manager', at: () => `/admin/regnskap/eksport/${NOBODYS_ID}`, status: 404 },
  { route: 'logg-ut', as: 'visitor', at: () => '/logg-ut', status: 303 },
  { route: 'sprak/:locale', as: 'visitor', at: () => '/sprak/en', status: 302 },
  { route: 'bestilling/:id/betal', as: 'musician', at: ({ heldId }) => `/bestilling/${heldId}/betal`, status: 303 },
  {
    route: 'bestilling/:id/endring/:changeId/betal',
    as: 'musician',
    at: ({ paidId }) => `/bestilling/${paidId}/endring/${NOBODYS_ID}/betal`,
    status: 303,
  },
  { route: 'bestilling/:id/kvittering', as: 'musician', at: ({ paidId }) => `/bestilling/${paidId}/kvittering`, status: 303 },
  {
    route: 'bestilling/:id/kalender.ics',
    as: 'musician',
    at: ({ paidId }) => `/bestilling/${paidId}/kalender.ics`,
    status: 200,
    type: 'text/calendar',
  },
  { route: 'andel/:token/kvittering', as: 'visitor', at: ({ sharePath }) => `${sharePath}/kvittering`, status: 404 },
  { route: 'bilder/:id', as: 'manager', at: () => `/bilder/${NOBODYS_ID}`, status: 404 },
  ...[
    'admin/fakturaer/:id/faktura.pdf',
    'admin/leieavtaler/:id/avtale.pdf',
    'admin/fakturaer/:id/kreditnota/:noteId/kreditnota.pdf',
    'min-side/leie/:organisationId/fakturaer/:id/faktura.pdf',
    'min-side/leie/:organisationId/fakturaer/:id/betal',
  ].map((route): File => ({ route, as: 'manager', at: () => `/${route.replace(/:\w+/g, NOBODYS_ID)}`, status: 404 })),
  { route: 'admin/las', as: 'manager', at: () => '/admin/las', status: 303 },
  { route: 'min-side/sprak', as: 'musician', at: () => '/min-side/sprak', status: 303 },
  { route: 'kalender/:file', as: 'visitor', at: () => '/kalender/ingen.ics', status: 404 },
  { route: 'admin/bestillinger.csv', as: 'manager', at: () => '/admin/bestillinger.csv', status: 200, type: 'text/csv' },
  {
    route: 'demo/innboks/:id/vedlegg/:index',
    as: 'visitor',
    at: ({ mailId }) => `/demo/innboks/${mailId}/vedlegg/0`,
    status: 200,
    type: 'text/calendar',
  },
  { route: 'api/v1/rooms', as: 'visitor', at: () => '/api/v1/rooms', status: 200, type: 'application/json' },
  {
    route: 'api/v1/rooms/:slug/availability',
    as: 'visitor',
    at: ({ room, date }) => `/api/v1/rooms/${room}/availability?from=${date}T08:00:00Z&to=${date}T20:00:00Z`,
    status: 200,
    type: 'application/json',
  },
  { route: 'api/v1/quote', as: 'visitor', at: () => '/api/v1/quote', status: 405, type: 'application/problem+json' },
  { route: 'api/v1/openapi.json', as: 'visitor', at: () => '/api/v1/openapi.json', status: 200, type: 'application/json' },
  { route: 'webhooks/stripe', as: 'visitor', at: () => '/webhooks/stripe', status: 405 },
];
