// What somebody typed as a postcode, and which authority it is in. Nothing here knows of a page, so tests run it as it is.
//
// The table is data/geography/postcodes.yml; how its lines are to be read is said at the top of generator/drws/geography/table.py.

const OUTWARD = "[A-Z]{1,2}[0-9][A-Z0-9]?";
const WHOLE = new RegExp(`^(${OUTWARD})([0-9])([ABD-HJLNP-UW-Z]{2})$`);
// The first postcodes of all began with three letters, NPT, and people remember them.
const OLD = /^([A-Z]{3})([0-9])([A-Z]{2})$/;
const APART = new RegExp(`^(${OUTWARD}) ([0-9])[A-Z]?$`);
const FIRST_HALF = /^([A-Z]{1,2}[0-9][A-Z0-9]?)$/;
const TOGETHER = /^([A-Z]{1,2}[0-9][A-Z0-9])([0-9])[A-Z]?$/;
const AREA = /^[A-Z]{1,2}$/;
const STEP = /([0-9])([a-z-]?)|([A-Z])([A-Z]*)([a-z-])/g;
const ALIKE = { O: "0", 0: "O", I: "1", 1: "I" };
const ELSEWHERE = "-";
const MOST_SLIPS = 2;
const MOST_SIGNS = 20;

/**
 * Look up what was typed. The answer is one of
 *   {is: "here", codes: [code], shown}                one authority
 *   {is: "several", codes, nation, shown}             only part of a postcode, and it is in more than one place
 *   {is: "elsewhere", nation, shown}                  in none of our authorities; nation is "" where that is not known
 *   {is: "area", shown}                               no more than the letters that a postcode begins with
 *   {is: "unknown", shown}                            well formed, and nowhere
 *   {is: "unshaped", shown}                           no postcode looks like that
 * `shown` is the postcode as it is written. `nation` is an id, or undefined.
 */
export function lookUp(table, typed) {
  const text = typed.toUpperCase().replace(/[^A-Z0-9]+/g, " ").trim().slice(0, MOST_SIGNS);
  let shaped;
  for (const meant of likely(text)) {
    const parts = read(meant);
    if (!parts) continue;
    shaped ??= parts;
    const answer = place(table, parts);
    if (answer) return answer;
  }
  return { is: shaped ? "unknown" : "unshaped", shown: shaped?.shown ?? typed.trim() };
}

/** What was typed, then the same with O for 0 and I for 1 and the other way round, the fewest changes first. */
function* likely(text) {
  let versions = [text];
  for (let changes = 0; changes <= MOST_SLIPS; changes++) {
    yield* versions;
    versions = versions.flatMap((version) =>
      [...version].flatMap((sign, index) => (ALIKE[sign] ? [version.slice(0, index) + ALIKE[sign] + version.slice(index + 1)] : [])),
    );
  }
}

/** The halves of a postcode or of its beginning, or undefined. */
function read(text) {
  const close = text.replaceAll(" ", "");
  const whole = WHOLE.exec(close) ?? OLD.exec(close);
  if (whole) {
    const [, outward, sector, unit] = whole;
    return { outward, sector, unit, shown: `${outward} ${sector}${unit}` };
  }
  const [, outward, sector] = APART.exec(text) ?? FIRST_HALF.exec(close) ?? TOGETHER.exec(close) ?? [];
  if (outward) return { outward, sector, shown: sector ? `${outward} ${sector}` : outward };
  return AREA.test(close) ? { area: close, shown: close } : undefined;
}

/** Where a postcode or its beginning is, or undefined when the table does not have it. */
function place(table, { area, outward, sector, unit, shown }) {
  if (area) return areaAlone(table, area);
  const line = table.lines[outward];
  if (!line) {
    const nation = nationOf(table, outward);
    return nation === undefined ? undefined : { is: "elsewhere", nation, shown };
  }
  const letters = [...lettersOf(line, sector, unit)];
  const codes = letters.filter((letter) => letter !== ELSEWHERE).map((letter) => table.codes[letter.charCodeAt(0) - 97]);
  const nation = letters.includes(ELSEWHERE) ? (nationOf(table, outward) ?? "") : undefined;
  if (codes.length === 0) return { is: "elsewhere", nation, shown };
  return letters.length === 1 ? { is: "here", codes, shown } : { is: "several", codes, nation, shown };
}

function areaAlone(table, area) {
  const nation = nationOf(table, area);
  if (nation !== undefined) return { is: "elsewhere", nation, shown: area };
  const begins = new RegExp(`^${area}[0-9]`);
  return Object.keys(table.lines).some((outward) => begins.test(outward)) ? { is: "area", shown: area } : undefined;
}

/** The letters that the postcodes of a line have, as far as sector and unit are known. */
function lettersOf(line, sector, unit) {
  let here = line[0];
  let within = !sector;
  const found = new Set();
  if (!sector) found.add(here);
  let inSector = false;
  for (const [, digit, usual, first, seconds, other] of line.slice(1).matchAll(STEP)) {
    if (digit) {
      inSector = digit === sector;
      within = inSector || !sector;
      if (within && usual) {
        if (sector) here = usual;
        else found.add(usual);
      }
    } else if (within && !unit) {
      found.add(other);
    } else if (inSector && first === unit[0] && (!seconds || seconds.includes(unit[1]))) {
      here = other;
    }
  }
  return sector ? found.add(here) : found;
}

/** The nation that an outward code or an area is in: "" for several nations, undefined when that is not known. */
function nationOf(table, begins) {
  const area = /^[A-Z]+/.exec(begins)[0];
  const holds = (start) => Object.entries(table.elsewhere).find(([, starts]) => starts.split(" ").includes(start))?.[0];
  return holds(begins) ?? holds(area);
}
