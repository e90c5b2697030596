// GOV.UK Frontend's button that leaves a page at once: also with Shift, three times, and the page is covered while it goes.
//
// Three things are ours. The title of the page, which the browser shows on its tab, goes as well. The place that the button leads to
// takes the page's place in the history of the tab, so that Back does not return to it. And there is no class on the body that says
// that scripts run: every browser that runs this one is new enough.

import { ExitThisPage } from "./govuk-exit-this-page.js";

class Exit extends ExitThisPage {
  #title = document.title;

  static checkSupport() {}

  // In place of GOV.UK's, which adds to the history. To replace what it has asked for comes too late where the next page is quick.
  exitPage() {
    this.$updateSpan.textContent = "";
    document.title = this.$root.dataset.title;
    document.body.classList.add("govuk-exit-this-page-hide-content");
    this.$overlay = Object.assign(document.createElement("div"), { className: "govuk-exit-this-page-overlay", role: "alert" });
    document.body.append(this.$overlay);
    this.$overlay.textContent = this.i18n.t("activated");
    location.replace(this.$button.href);
  }

  resetPage() {
    super.resetPage();
    document.title = this.#title;
  }
}

for (const place of document.querySelectorAll('[data-module="govuk-exit-this-page"]')) new Exit(place);
