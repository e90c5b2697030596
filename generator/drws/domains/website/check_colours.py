"""Every text can be read on its ground.

Of each pair of colours that the theme uses as text on a ground, `text_on` in `theme/palette.yml`, the contrast is at least 4.5 to 1
(WCAG 2.2, success criterion 1.4.3, level AA).

Refused::

    data/site.yml: {palette: {brand: "#7fb3be"}}
"""

import math
from collections.abc import Iterator

from drws.kernel.palette import ENOUGH
from drws.kernel.problem import Place, Problem
from drws.kernel.values import contrast, legible
from drws.planning.check import Subject

ID = "colours"


def check(subject: Subject) -> Iterator[Problem]:
    """Every pair that is hard to read, at the colour of the site, or else at that of the theme."""
    own = subject.site.partnership.palette
    theirs = own.colours() if own else {}
    if not subject.palette:
        return
    colours, pairs = subject.palette.with_own(own), tuple(subject.palette.pairs())
    beside: dict[str, list[str]] = {}
    for text, ground in pairs:
        beside.setdefault(text, []).append(ground)
        beside.setdefault(ground, []).append(text)
    for text, ground in pairs:
        ratio = contrast(colours[text], colours[ground])
        if ratio < ENOUGH:
            at, other = (ground, text) if ground in theirs and text not in theirs else (text, ground)
            yield Problem(
                subject.site.partnership.at("palette", at)
                if at in theirs
                else Place(subject.palette.file, ("colours", at)),
                "colours.contrast",
                {
                    "text": text,
                    "text_colour": colours[text],
                    "ground": ground,
                    "ground_colour": colours[ground],
                    "ratio": f"{math.floor(ratio * 100) / 100:.2f}",
                    "enough": legible(colours[at], [colours[each] for each in beside[at]], ENOUGH)
                    or legible(colours[at], [colours[other]], ENOUGH),
                },
            )
