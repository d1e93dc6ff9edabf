// SPDX-License-Identifier: Apache-2.0
// Writes calendar.txt: how the npm package `ical.js` reads the approved calendars of tests/golden/exchange, one event or
// occurrence a line, as JSON:
//     npm install ical.js@2.2.1 && node calendar.mjs > calendar.txt
import fs from "node:fs";
import ICAL from "ical.js";

const folder = new URL("../golden/exchange/", import.meta.url);
const utc = time => time.toJSDate().toISOString().slice(0, 16);

for (const file of fs.readdirSync(folder).filter(name => name.endsWith(".ics")).sort()) {
    // The approved file has the line ends of this repository.
    const text = fs.readFileSync(new URL(file, folder), "utf8").replaceAll("\n", "\r\n");
    const calendar = new ICAL.Component(ICAL.parse(text));
    const say = (what, event, start, end) => console.log(JSON.stringify({ file, what, uid: event.uid, start: utc(start),
        end: utc(end), summary: event.summary, description: event.description ?? "", place: event.location ?? "",
        status: event.component.getFirstPropertyValue("status"), sequence: event.sequence }));
    console.log(JSON.stringify({ file, what: "calendar", method: calendar.getFirstPropertyValue("method"),
        name: calendar.getFirstPropertyValue("name") ?? "" }));
    ICAL.TimezoneService.reset();
    for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
    const all = calendar.getAllSubcomponents("vevent").map(part => new ICAL.Event(part));
    for (const event of all.filter(one => !one.isRecurrenceException())) {
        for (const other of all) if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
        if (!event.isRecurring()) {
            say("event", event, event.startDate, event.endDate);
            continue;
        }
        const starts = event.iterator();
        for (let next = starts.next(); next; next = starts.next()) {
            const one = event.getOccurrenceDetails(next);
            say("occurrence", one.item, one.startDate, one.endDate);
        }
    }
}
