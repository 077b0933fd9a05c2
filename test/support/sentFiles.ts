import { workbook } from './files.ts';

/** An applicant's tracker as an Excel workbook: days and hours are cells of their own kind. */
export const trackerBook = {
  name: 'My interviews.xlsx',
  content: workbook({
    Interviews: {
      rows: [
        ['Season 2026-27', null, null, null],
        ['Program', 'Interview Date', 'Time', 'Zone'],
        ['Lakeside', { day: '2026-12-03' }, { time: '09:00' }, 'Eastern'],
        ['Mercy', { day: '2026-12-15' }, { time: '13:30' }, 'CT'],
      ],
    },
    People: {
      rows: [
        ['Name', 'Role', 'Hospital'],
        ['Dr. Mara Ostrow', 'attending', 'Lakeside'],
      ],
    },
  }),
};

/** An invitation as Outlook forwards it. */
export const forwardedEvent = {
  name: 'invite.ics',
  content: [
    'BEGIN:VCALENDAR',
    'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:040000008200E00074C5B7101A82E008',
    'SUMMARY;LANGUAGE=en-us:Northfield Internal Medicine Residency Interview',
    'DTSTART;TZID="Eastern Standard Time":20261208T083000',
    'DTEND;TZID="Eastern Standard Time":20261208T120000',
    'LOCATION:https://us02web.zoom.us/j/123456789?pwd=abc',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n'),
};
