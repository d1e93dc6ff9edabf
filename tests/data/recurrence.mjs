// SPDX-License-Identifier: Apache-2.0
// Writes recurrence.txt: 1,000 random rules as the npm package `rrule` counts them out, one a line:
//     rule|first start|days from the first start ...
//     npm install rrule@2.8.1 && node recurrence.mjs > recurrence.txt
import rrule from "rrule";

let state = 20261123;
const below = n => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
};
const pick = list => list[below(list.length)];
const some = (list, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(list)))];
const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const day = 86400000;
const compact = date => date.toISOString().slice(0, 19).replace(/[-:]/g, "");

// From 2024 to 2027, so that clocks change and February has both its lengths.
const start = () => new Date(Date.UTC(2024, 0, 1) + below(1400) * day + (7 * 60 + below(40) * 15) * 60000);

const rule = first => {
    const freq = pick(["DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"]);
    const parts = ["FREQ=" + freq];
    if (below(2)) parts.push("INTERVAL=" + (1 + below(5)));
    if (freq === "WEEKLY" && below(4)) parts.push("BYDAY=" + some(days, 4).join(","));
    if (freq === "WEEKLY" && !below(4)) parts.push("WKST=" + pick(days));
    if (freq === "DAILY" && !below(3)) parts.push("BYDAY=" + some(days, 5).join(","));
    if (freq === "MONTHLY") {
        const kind = below(4);
        if (kind === 1) parts.push("BYMONTHDAY=" + some([1, 2, 15, 28, 29, 30, 31, -1, -2], 3).join(","));
        if (kind === 2) parts.push("BYDAY=" + some([1, 2, 3, 4, -1].flatMap(n => days.map(d => n + d)), 2).join(","));
        if (kind === 3) parts.push("BYDAY=" + some(days, 5).join(","), "BYSETPOS=" + pick([1, 2, -1]));
    }
    parts.push(below(2) ? "COUNT=" + (1 + below(12))
        : "UNTIL=" + compact(new Date(first.getTime() + below(freq === "YEARLY" ? 3000 : 150) * day)));
    return parts.join(";");
};

for (let made = 0; made < 1000;) {
    const first = start();
    const text = rule(first);
    const all = new rrule.RRule({ ...rrule.RRule.parseString(text), dtstart: first }).all((_, n) => n < 200);
    if (all.length > 40) continue;
    const offsets = all.map(date => (date - first) / day).join(" ");
    console.log(`${text}|${first.toISOString().slice(0, 16)}|${offsets}`);
    ++made;
}
