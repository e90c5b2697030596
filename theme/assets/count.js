// How many there are, in words: a sentence of theme/strings.yml that counts, with the form that its language has for the number.
//
// The page hands its forms over as JSON, `{"=4": "…", "one": "{n} result", "other": "{n} results"}`. `Words.say` in generator/drws/say/strings.py
// chooses in the same way: a form for the very number first, then that of its plural category (Unicode CLDR). A test compares the two.
// A browser that does not know the rules of a language goes by those of its own.

/** A function from a number to words. `forms` is the JSON, `language` a tag (BCP 47). */
export function counting(forms, language) {
  const said = JSON.parse(forms);
  const rules = new Intl.PluralRules(language);
  return (n) => (said[`=${n}`] ?? said[rules.select(n)] ?? said.other).replaceAll("{n}", () => n);
}
