// Asks axe about what of a page it has not looked at yet, at one width of the window.
//
// Parts of pages that are made alike differ in their words alone: header and footer, rows, cards. Two elements are alike when they have the
// same names (`names`), stand in elements that have the same names, up to the top, and so do all elements in them. Of what is alike axe looks
// at two on the first page that has it. Everything else that is alike is away meanwhile, on that page and on all others, and then where it was.
// What a page as a whole is judged by stays on every page: its landmarks and its headings. So does what gives something new its name, and what
// can be pressed beside it: whether one hits it follows from both. And of what stays, an element in whose place one with its names was seen has that one's styles.
async ([rules, ofStyles, seenBefore]) => {
    const TOLD = /^(aria-(?!label|describedby|controls|owns|details)[a-z]+|autocomplete|class|data-state|dir|lang|role|scope|tabindex|type)$/;
    const OF_THE_WHOLE = 'main, nav, aside, header, footer, section, form, search, [role], h1, h2, h3, h4, h5, h6, body > a';
    const UNDIVIDED = 'a, button, caption, dl, h1, h2, h3, h4, h5, h6, label, legend, p, summary, svg, td, th';
    const PRESSED = 'a, button, input, label, select, summary, textarea';

    const hash = (text) => {  // cyrb53, which gives 53 bits
        let [one, other] = [0xdeadbeef, 0x41c6ce57];
        for (let at = 0; at < text.length; at += 1) {
            one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
            other = Math.imul(other ^ text.charCodeAt(at), 1597334677);
        }
        one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
        other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
        return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
    };
    // Its tag and attributes, with the values of those that decide how it looks or what it is; of others, whether they have one.
    const names = ({ tagName, attributes }) =>
        `${tagName} ${[...attributes].map(({ name, value }) => name + (TOLD.test(name) ? `=${value}` : value && '=')).join(' ')}`;
    const hasWords = ({ childNodes }) => [...childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());

    const seen = new Set(seenBefore ? seenBefore.split(' ') : []);
    const looked = new Set();
    const places = new Map();  // what an element is called and stands in
    const kinds = new Map();  // the same, with all that stands in it
    const measure = (element, above) => {
        const own = names(element);
        const place = hash(`${above} ${own}`);
        const inside = [...element.children].map((child) => measure(child, place));
        const shape = hash(`${own} ${hasWords(element)} ${inside}`);
        places.set(element, place);
        kinds.set(element, hash(`${place} ${shape}`));
        return shape;
    };
    const times = new Map();
    const isNew = (element) => {
        const kind = kinds.get(element);
        times.set(kind, (times.get(kind) ?? (seen.has(kind) ? 2 : 0)) + 1);
        looked.add(kind);
        return times.get(kind) <= 2;
    };
    const namesOf = (element) => [
        ...(element.labels ?? []), ...(element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)).filter(Boolean),
    ];
    const isPressed = (element) => element.matches(PRESSED) || element.querySelector(PRESSED) !== null;
    const away = [];
    const needed = new Set();
    const above = new Set();
    const need = (element) => {
        needed.add(element);
        for (let each = element.parentElement; each; each = each.parentElement) above.add(each);
    };
    const stays = (element) => element.matches(OF_THE_WHOLE) || needed.has(element);
    const holdsWhatStays = (element) => element.querySelector(OF_THE_WHOLE) !== null || above.has(element);
    const takeAway = (parent) => {
        const children = [...parent.children].map((child) => ({ child, fresh: isNew(child), whole: stays(child) }));
        const isBesideNew = (at) => [children[at - 1], children[at + 1]].some((next) => next?.fresh && !next.whole && isPressed(next.child));
        children.forEach(({ child, fresh, whole }, at) => {
            if (child.matches(UNDIVIDED) && (fresh || whole)) child.querySelectorAll('*').forEach(isNew);
            else if (fresh || whole || holdsWhatStays(child)) takeAway(child);
            else if (!(isPressed(child) && isBesideNew(at))) {
                away.push([child, child.nextSibling, parent]);
                child.remove();
            }
        });
    };

    measure(document.documentElement, '');
    for (const element of kinds.keys()) namesOf(element).forEach(need);  // it may stay for a neighbour's sake
    takeAway(document.body);
    const left = [...document.querySelectorAll('*')];
    const again = left.filter((element) => seen.has(places.get(element)));
    for (const element of left) looked.add(places.get(element));
    for (const element of again) element.setAttribute('data-seen', '');
    axe.configure({ rules: Object.entries(ofStyles).map(([id, asked]) => ({ id, selector: asked.map((each) => `${each}:not([data-seen])`).join() })) });
    try {
        const found = (await axe.run(rules)).violations.flatMap(({ id, tags, nodes }) =>
            nodes.map((node) => [id, tags, `${node.html} ${node.failureSummary}`]));
        return [found, [...looked].filter((each) => !seen.has(each)).join(' ')];
    } finally {
        for (const element of again) element.removeAttribute('data-seen');
        for (const [child, next, parent] of away.reverse()) parent.insertBefore(child, next);
    }
}
