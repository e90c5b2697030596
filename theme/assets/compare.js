// The comparison: a visitor chooses a few agencies (`data-most`), and the others' columns are put aside. The choice is in the address, so
// that it can be sent on and survives the language switch. Without this script all agencies are shown.

const choice = document.querySelector("[data-comparison-choice]");
const status = choice.querySelector("[data-comparison-status]");
const boxes = [...choice.querySelectorAll("input[name=agency]")];
const most = Number(choice.dataset.most);

const asked = new URLSearchParams(location.search).getAll("agency");
for (const box of boxes.filter((each) => asked.includes(each.value)).slice(0, most)) box.checked = true;
choice.hidden = false;
choice.addEventListener("change", show);
const all = choice.querySelector("button");
all.addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  show();
  boxes[0].focus();
});
// A browser counts what is under the names that stay as in view already.
document.querySelector(".comparison").addEventListener("focusin", ({ target }) => {
  if (target.matches("a:focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
});
show();

/** Show the chosen agencies, or all of them when none is chosen. */
function show() {
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  const isFull = chosen.length >= most;
  for (const cell of document.querySelectorAll("[data-agency]")) {
    cell.hidden = chosen.length > 0 && !chosen.includes(cell.dataset.agency);
  }
  document.querySelector(".comparison").classList.toggle("comparison--few", chosen.length > 0);
  for (const box of boxes) box.disabled = isFull && !box.checked;
  all.hidden = !chosen.length;
  status.textContent = isFull ? status.dataset.full : chosen.length ? "" : status.dataset.all;
  const address = new URL(location);
  address.searchParams.delete("agency");
  for (const agency of chosen) address.searchParams.append("agency", agency);
  history.replaceState(null, "", address);
}
