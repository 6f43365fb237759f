import enAdmin from './en/admin.json';
import enApproval from './en/approval.json';
import enApprovalMail from './en/approvalMail.json';
import enAuth from './en/auth.json';
import enBands from './en/bands.json';
import enBooking from './en/booking.json';
import enCalendar from './en/calendar.json';
import enCalendars from './en/calendars.json';
import enClosureMail from './en/closureMail.json';
import enClosureOffer from './en/closureOffer.json';
import enClosures from './en/closures.json';
import enChange from './en/change.json';
import enChangeMail from './en/changeMail.json';
import enDates from './en/dates.json';
import enCommon from './en/common.json';
import enDemo from './en/demo.json';
import enDeskMails from './en/deskMails.json';
import enEquipment from './en/equipment.json';
import enPriceIndex from './en/priceIndex.json';
import enAdjustments from './en/adjustments.json';
import enPaperMail from './en/paperMail.json';
import enPapers from './en/papers.json';
import enSigningMail from './en/signingMail.json';
import enOrganisations from './en/organisations.json';
import enHosting from './en/hosting.json';
import enDoors from './en/doors.json';
import enHome from './en/home.json';
import enHouse from './en/house.json';
import enBooks from './en/books.json';
import enInvoiceMail from './en/invoiceMail.json';
import enInvoices from './en/invoices.json';
import enInvoicing from './en/invoicing.json';
import enTenant from './en/tenant.json';
import enLeases from './en/leases.json';
import enMail from './en/mail.json';
import enMy from './en/my.json';
import enOpeningDates from './en/openingDates.json';
import enProject from './en/project.json';
import enNeighbours from './en/neighbours.json';
import enPickDates from './en/pickDates.json';
import enSeriesForm from './en/seriesForm.json';
import enReleased from './en/released.json';
import enLoudMail from './en/loudMail.json';
import enReleasedMail from './en/releasedMail.json';
import enRoomPrices from './en/roomPrices.json';
import enRooms from './en/rooms.json';
import enRules from './en/rules.json';
import enSeries from './en/series.json';
import enSettings from './en/settings.json';
import enSplit from './en/split.json';
import enSplitMail from './en/splitMail.json';
import enWaiting from './en/waiting.json';
import nbAdmin from './nb/admin.json';
import nbApproval from './nb/approval.json';
import nbApprovalMail from './nb/approvalMail.json';
import nbAuth from './nb/auth.json';
import nbBands from './nb/bands.json';
import nbBooking from './nb/booking.json';
import nbCalendar from './nb/calendar.json';
import nbCalendars from './nb/calendars.json';
import nbClosureMail from './nb/closureMail.json';
import nbClosureOffer from './nb/closureOffer.json';
import nbClosures from './nb/closures.json';
import nbChange from './nb/change.json';
import nbChangeMail from './nb/changeMail.json';
import nbDates from './nb/dates.json';
import nbCommon from './nb/common.json';
import nbDemo from './nb/demo.json';
import nbDeskMails from './nb/deskMails.json';
import nbEquipment from './nb/equipment.json';
import nbPriceIndex from './nb/priceIndex.json';
import nbAdjustments from './nb/adjustments.json';
import nbPaperMail from './nb/paperMail.json';
import nbPapers from './nb/papers.json';
import nbSigningMail from './nb/signingMail.json';
import nbOrganisations from './nb/organisations.json';
import nbHosting from './nb/hosting.json';
import nbDoors from './nb/doors.json';
import nbHome from './nb/home.json';
import nbHouse from './nb/house.json';
import nbBooks from './nb/books.json';
import nbInvoiceMail from './nb/invoiceMail.json';
import nbInvoices from './nb/invoices.json';
import nbInvoicing from './nb/invoicing.json';
import nbTenant from './nb/tenant.json';
import nbLeases from './nb/leases.json';
import nbMail from './nb/mail.json';
import nbMy from './nb/my.json';
import nbOpeningDates from './nb/openingDates.json';
import nbProject from './nb/project.json';
import nbNeighbours from './nb/neighbours.json';
import nbPickDates from './nb/pickDates.json';
import nbSeriesForm from './nb/seriesForm.json';
import nbReleased from './nb/released.json';
import nbLoudMail from './nb/loudMail.json';
import nbReleasedMail from './nb/releasedMail.json';
import nbRoomPrices from './nb/roomPrices.json';
import nbRooms from './nb/rooms.json';
import nbRules from './nb/rules.json';
import nbSeries from './nb/series.json';
import nbSettings from './nb/settings.json';
import nbSplit from './nb/split.json';
import nbSplitMail from './nb/splitMail.json';
import nbWaiting from './nb/waiting.json';
import type { Locale, Namespace } from './config';

/** All texts, for rendering on the server and for mails. */
export const TEXTS: Record<Locale, Record<Namespace, Record<string, unknown>>> = {
  nb: {
    admin: nbAdmin,
    approval: nbApproval,
    approvalMail: nbApprovalMail,
    auth: nbAuth,
    bands: nbBands,
    booking: nbBooking,
    calendar: nbCalendar,
    calendars: nbCalendars,
    closureMail: nbClosureMail,
    closureOffer: nbClosureOffer,
    closures: nbClosures,
    change: nbChange,
    changeMail: nbChangeMail,
    dates: nbDates,
    common: nbCommon,
    demo: nbDemo,
    deskMails: nbDeskMails,
    doors: nbDoors,
    home: nbHome,
    house: nbHouse,
    leases: nbLeases,
    tenant: nbTenant,
    equipment: nbEquipment,
    priceIndex: nbPriceIndex,
    adjustments: nbAdjustments,
    paperMail: nbPaperMail,
    papers: nbPapers,
    signingMail: nbSigningMail,
    organisations: nbOrganisations,
    hosting: nbHosting,
    books: nbBooks,
    invoiceMail: nbInvoiceMail,
    invoices: nbInvoices,
    invoicing: nbInvoicing,
    mail: nbMail,
    my: nbMy,
    openingDates: nbOpeningDates,
    project: nbProject,
    neighbours: nbNeighbours,
    pickDates: nbPickDates,
    seriesForm: nbSeriesForm,
    released: nbReleased,
    loudMail: nbLoudMail,
    releasedMail: nbReleasedMail,
    roomPrices: nbRoomPrices,
    rooms: nbRooms,
    rules: nbRules,
    series: nbSeries,
    settings: nbSettings,
    split: nbSplit,
    splitMail: nbSplitMail,
    waiting: nbWaiting,
  },
  en: {
    admin: enAdmin,
    approval: enApproval,
    approvalMail: enApprovalMail,
    auth: enAuth,
    bands: enBands,
    booking: enBooking,
    calendar: enCalendar,
    calendars: enCalendars,
    closureMail: enClosureMail,
    closureOffer: enClosureOffer,
    closures: enClosures,
    change: enChange,
    changeMail: enChangeMail,
    dates: enDates,
    common: enCommon,
    demo: enDemo,
    deskMails: enDeskMails,
    doors: enDoors,
    home: enHome,
    house: enHouse,
    leases: enLeases,
    tenant: enTenant,
    equipment: enEquipment,
    priceIndex: enPriceIndex,
    adjustments: enAdjustments,
    paperMail: enPaperMail,
    papers: enPapers,
    signingMail: enSigningMail,
    organisations: enOrganisations,
    hosting: enHosting,
    books: enBooks,
    invoiceMail: enInvoiceMail,
    invoices: enInvoices,
    invoicing: enInvoicing,
    mail: enMail,
    my: enMy,
    openingDates: enOpeningDates,
    project: enProject,
    neighbours: enNeighbours,
    pickDates: enPickDates,
    seriesForm: enSeriesForm,
    released: enReleased,
    loudMail: enLoudMail,
    releasedMail: enReleasedMail,
    roomPrices: enRoomPrices,
    rooms: enRooms,
    rules: enRules,
    series: enSeries,
    settings: enSettings,
    split: enSplit,
    splitMail: enSplitMail,
    waiting: enWaiting,
  },
};
