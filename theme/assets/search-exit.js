// The button that leaves the page at once, from when the search offers help: to be seen looking for help can be a risk.
//
// It is in the page as a <template> and stays once it is there, whatever is asked next: who was frightened once may be so again.

/**
 * Put both where every page with the button has them: the link that only the keyboard finds comes second, the button stays in sight. The
 * script that the button brings with it runs once it is in the page.
 */
export function offerExit(template) {
  if (!template?.isConnected) return;
  const [skipLink, button] = document.importNode(template.content, true).children;
  const header = document.querySelector("header");
  header.prepend(skipLink);
  header.after(button);
  template.remove();
}
