// The language switch keeps the visitor's place: the link to the other language takes the address's query and #fragment as they
// are when the visitor reaches for it. Without this script it leads to the same page all the same.

for (const link of document.querySelectorAll("a[data-keep-place]")) {
  for (const reach of ["focus", "pointerdown", "click"]) {
    link.addEventListener(reach, () => {
      link.search = location.search;
      link.hash = location.hash;
    });
  }
}
