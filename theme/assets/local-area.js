// The reader's area: chosen once on the page of a policy, offered at once on the next. It is kept in this browser alone, as the id of
// the area, so it holds in every language. Without this script the links lead to the same pages.

const KEY = "local-area";

const choice = document.querySelector("[data-local-choice]");
const box = choice.querySelector("[data-local-chosen]");
const links = [...choice.querySelectorAll("nav [data-local-area]")];

for (const link of document.querySelectorAll("[data-local-area]")) {
  link.addEventListener("click", () => keep(link.dataset.localArea));
}
box.querySelector("[data-local-forget]").addEventListener("click", () => {
  localStorage.removeItem(KEY);
  show();
  choice.querySelector("details").open = true;
  links[0].focus(); // the button that had the focus is gone
});
addEventListener("pageshow", show); // also on the way back from the area's page, which the browser may have kept
show();

/** Offer the page of the chosen area, or on that page say that it is the choice. */
function show() {
  const link = links.find(({ dataset }) => dataset.localArea === kept());
  box.hidden = !link;
  if (!link) return;
  box.querySelector("[data-local-name]").textContent = link.textContent;
  const open = box.querySelector("[data-local-open]");
  open.href = link.href;
  open.hash = location.hash; // the same clause there
  open.hidden = link.dataset.localArea === choice.dataset.localHere;
}

/** What was chosen; null also where the browser keeps nothing. */
function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(area) {
  try {
    localStorage.setItem(KEY, area);
  } catch {
    // Then the choice holds for this page alone.
  }
}
