/** The clauses of the house's contracts. What the law wants to stand in a lease, and what a house of culture needs beside it. */
const nb = {
  title: (reference: string) => `Leieavtale ${reference}`,
  number: 'org.nr.',
  parties: 'Partene',
  landlord: 'Utleier',
  tenant: 'Leietaker',
  represented: (name: string, who: string) => `${name}, ved ${who}, som hefter personlig for avtalen`,
  object: 'Det som leies',
  place: (room: string, building: string, area: number) => `${room} i ${building}, ${area} m²`,
  whole: 'til egen bruk hele døgnet',
  weekly: (weekday: string, times: string) => `hver ${weekday} kl. ${times}`,
  weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  keys: 'Nøkler, kort og koder telles opp i overleveringsprotokollen. De er personlige, skal ikke kopieres, og leveres tilbake når avtalen slutter.',
  use: 'Bruk',
  purpose: (purpose: string) => `Lokalet skal brukes til: ${purpose}.`,
  home: 'Lokalet leies til bolig. Husleielovens regler for bolig gjelder og går foran denne avtalen der de ikke kan fravikes.',
  notHome: 'Lokalet er kun til yrkesmessig eller kunstnerisk bruk, ikke bolig. Ingen kan bo eller ha adresse der.',
  sublet:
    'Framleie og deling med andre krever skriftlig samtykke på forhånd. Deler flere lokalet, holder leietakeren en oppdatert liste over dem.',
  term: 'Tid og oppsigelse',
  fixed: (from: string, to: string) => `Avtalen gjelder fra ${from} til og med ${to}, og slutter da uten oppsigelse.`,
  indefinite: (from: string) => `Avtalen gjelder fra ${from} og løper til den blir sagt opp.`,
  option: (months: number, by: string) =>
    `Leietakeren kan forlenge avtalen med ${months} måneder på samme vilkår ved å si fra skriftlig innen ${by}.`,
  notice: (months: number) =>
    `Partene kan si opp skriftlig med ${months} måneders frist, regnet fra slutten av måneden oppsigelsen er gitt.`,
  noNotice: 'Avtalen kan ikke sies opp i leietiden.',
  rent: 'Leie',
  monthly: (label: string, amount: string) => `${label}: ${amount} i måneden uten merverdiavgift.`,
  due: 'Leien betales forskuddsvis og forfaller den 1. i hver måned. Ved forsinket betaling løper rente etter forsinkelsesrenteloven.',
  taxed:
    'Utleieren er frivillig registrert i Merverdiavgiftsregisteret, og leien kommer med merverdiavgift. Leietakeren bekrefter at lokalet brukes i avgiftspliktig virksomhet, melder fra straks om det endrer seg, og dekker det utleieren må justere etter merverdiavgiftsloven kapittel 9.',
  exempt: 'Utleie av lokalet er unntatt fra merverdiavgift (merverdiavgiftsloven § 3-11).',
  included: (time: string) => `I leien inngår ${time} bestilling av husets andre rom hver måned. Timer som ikke brukes, overføres ikke.`,
  index: 'Regulering av leien',
  noIndex: 'Leien reguleres ikke etter indeks i leietiden.',
  housingIndex: (base: string) =>
    `Leien kan reguleres etter konsumprisindeksen, jf. husleieloven § 4-2: tidligst ett år etter forrige endring og med minst én måneds skriftlig varsel. Utgangspunktet er indeksen for ${base}.`,
  commercialIndex: (base: string) =>
    `Leien reguleres hver 1. januar etter sist kjente konsumprisindeks (indeksen for november). Utgangspunktet er indeksen for ${base}.`,
  share: (share: string) => `Leien følger ${share} av endringen.`,
  floor: 'Leien settes aldri lavere enn den første leien.',
  deposit: 'Sikkerhet',
  depositText: (amount: string) =>
    `Leietakeren stiller ${amount} som depositum før innflytting. Det er sikkerhet for skyldig leie, skader og opprydding, og gjøres opp når lokalet er levert tilbake.`,
  noDeposit: 'Det stilles ikke depositum.',
  house: 'I huset',
  costs: 'Felleskostnader, strøm, varme og nett betales slik det står under leien. Annet forbruk er med i leien.',
  hours:
    'Lokalet kan brukes innenfor husets åpningstider og støyregler, som står på husets nettsted. Det som høres hos naboene, avtales med huset.',
  safety:
    'Rømningsveier holdes fri, høyeste persontall overholdes, og varmt arbeid er ikke tillatt uten særskilt avtale. Leietakeren følger husets internkontroll for brann.',
  events: 'Servering av alkohol krever bevilling. Arrangementer åpne for publikum avtales med huset på forhånd.',
  care: 'Vedlikehold og ansvar',
  maintenance:
    'Utleieren vedlikeholder bygning og faste installasjoner. Leietakeren holder lokalet i orden innvendig, og melder skader straks.',
  alterations: 'Endringer i lokalet krever skriftlig samtykke og tilfaller utleieren uten vederlag, om ikke annet er avtalt.',
  insurance: 'Utleieren forsikrer bygningen, leietakeren egne ting og eget ansvar.',
  handover: 'Ved inn- og utflytting går partene gjennom lokalet sammen og skriver protokoll. Lokalet leveres tilbake ryddet og rengjort.',
  privacy: 'Personopplysninger',
  privacyText:
    'Huset behandler opplysninger om kontaktpersoner for å oppfylle avtalen og bokføringsloven, og sletter dem når det ikke lenger er grunn til å ha dem.',
  breach: 'Mislighold og utkastelse',
  breachText: 'Vesentlig mislighold gir rett til å heve avtalen med straks virkning.',
  eviction:
    'Leietakeren godtar at utkastelse kan kreves uten søksmål og dom når leien ikke blir betalt etter skriftlig varsel, og når leietiden er ute (tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav a og b).',
  changes: 'Endringer og tvister',
  changesText: 'Endringer i avtalen gjøres skriftlig og signeres av begge parter.',
  venue: 'Avtalen følger norsk rett. Verneting er der lokalet ligger.',
  extra: 'Særskilt avtalt',
};

const en: typeof nb = {
  title: (reference) => `Lease ${reference}`,
  number: 'org. no.',
  parties: 'The parties',
  landlord: 'Landlord',
  tenant: 'Tenant',
  represented: (name, who) => `${name}, by ${who}, who is personally liable for the lease`,
  object: 'What is let',
  place: (room, building, area) => `${room} in ${building}, ${area} m²`,
  whole: 'for the tenant’s own use day and night',
  weekly: (weekday, times) => `every ${weekday} ${times}`,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  keys: 'Keys, cards and codes are counted in the handover protocol. They are personal, must not be copied, and are returned when the lease ends.',
  use: 'Use',
  purpose: (purpose) => `The premises are to be used for: ${purpose}.`,
  home: 'The premises are let as a home. The rules of husleieloven on homes apply, and come before this contract where they are mandatory.',
  notHome: 'The premises are for professional or artistic use only, not a home. Nobody may live or be registered there.',
  sublet: 'Subletting and sharing need written consent beforehand. Where several share, the tenant keeps a current list of them.',
  term: 'Term and notice',
  fixed: (from, to) => `The lease runs from ${from} until and including ${to}, and then ends without notice.`,
  indefinite: (from) => `The lease runs from ${from} until notice is given.`,
  option: (months, by) => `The tenant may extend the lease by ${months} months on the same terms by saying so in writing by ${by}.`,
  notice: (months) => `Either party may give written notice of ${months} months, counted from the end of the month in which it is given.`,
  noNotice: 'Notice cannot be given during the term.',
  rent: 'Rent',
  monthly: (label, amount) => `${label}: ${amount} a month without VAT.`,
  due: 'Rent is paid in advance and falls due on the 1st of every month. Late payment bears interest by forsinkelsesrenteloven.',
  taxed:
    'The landlord is voluntarily registered for VAT, which is added to the rent. The tenant confirms taxable use of the premises, tells at once when that changes, and covers what the landlord must adjust by chapter 9 of merverdiavgiftsloven.',
  exempt: 'Letting the premises is exempt from VAT (merverdiavgiftsloven § 3-11).',
  included: (time) =>
    `The rent includes ${time} of bookings of the house’s other rooms each month. Hours that are not used do not carry over.`,
  index: 'Adjustment of the rent',
  noIndex: 'The rent does not follow an index during the term.',
  housingIndex: (base) =>
    `The rent may be adjusted by the consumer price index, husleieloven § 4-2: a year after the last change at the earliest, with written notice of at least a month. It starts from the index of ${base}.`,
  commercialIndex: (base) =>
    `The rent is adjusted every 1 January by the last known consumer price index (that of November). It starts from the index of ${base}.`,
  share: (share) => `The rent follows ${share} of the change.`,
  floor: 'The rent is never set below the first rent.',
  deposit: 'Security',
  depositText: (amount) =>
    `The tenant pays a deposit of ${amount} before moving in. It secures rent owed, damage and clearing, and is settled when the premises have been returned.`,
  noDeposit: 'No deposit is asked for.',
  house: 'In the house',
  costs: 'Common costs, electricity, heating and internet are paid as it stands under rent. Other use is included.',
  hours:
    'The premises may be used within the opening hours and sound rules of the house, which stand on its website. What neighbours can hear is agreed with the house.',
  safety:
    'Escape routes are kept free, the highest number of people is kept to, and hot work needs an agreement of its own. The tenant follows the house’s fire safety routines.',
  events: 'Serving alcohol needs a licence. Events open to the public are agreed with the house beforehand.',
  care: 'Care and liability',
  maintenance: 'The landlord maintains building and fixed installations. The tenant keeps the inside in order and reports damage at once.',
  alterations: 'Alterations need written consent, and fall to the landlord without payment unless agreed otherwise.',
  insurance: 'The landlord insures the building, the tenant their own things and liability.',
  handover:
    'When moving in and out the parties go through the premises together and write a protocol. The premises are returned cleared and clean.',
  privacy: 'Personal data',
  privacyText:
    'The house keeps data on contact persons to fulfil the lease and bookkeeping law, and deletes them when there is no reason to have them any more.',
  breach: 'Breach and eviction',
  breachText: 'Material breach entitles the other party to end the lease at once.',
  eviction:
    'The tenant accepts that eviction can be demanded without lawsuit and judgment when rent is not paid after written warning, and when the term is over (tvangsfullbyrdelsesloven § 13-2 third paragraph a and b).',
  changes: 'Changes and disputes',
  changesText: 'Changes are made in writing and signed by both parties.',
  venue: 'The lease is under Norwegian law. The venue is where the premises lie.',
  extra: 'Agreed in particular',
};

export const CONTRACT_WORDS = { nb, en } as const;
