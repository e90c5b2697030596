"""How opening hours are said in one language."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from typing import Any

from drws.domains.directory.contact.opening import Opening
from drws.domains.directory.contact.record import Weekday
from drws.say.strings import Strings


@dataclass(frozen=True)
class OpeningSpeech:
    """Times of day, and whether somebody is there, in the words of one language."""

    language: str
    strings: Strings

    def time(self, time: time) -> str:
        """A time of day as GOV.UK writes it: 9am, 4.30pm, midnight."""
        if (time.hour, time.minute) == (0, 0):
            return self.strings.say("time.midnight", self.language)
        minutes = f".{time.minute:02}" if time.minute else ""
        return f"{(time.hour - 1) % 12 + 1}{minutes}{self.strings.say('time.am' if time.hour < 12 else 'time.pm', self.language)}"  # noqa: PLR2004  noon

    def open_now_words(self, *openings: Opening) -> str:
        """What `open-now.js` says of a contact, or of several together, as JSON, every time of day that it can need included.

        It writes plain text, so nothing is escaped here.
        """
        return json.dumps(self._open_now(openings), ensure_ascii=False)

    def open_now_longest(self, opening: Opening) -> str:
        """The sentence with the most letters that `open-now.js` can say of a contact: its room is kept, so that nothing moves when it speaks."""
        words = self._open_now([opening])
        day = max(*words["near"], *words["days"], key=len)
        time = max(words["times"].values(), key=len, default="")
        sentences = (str(words[key]) for key in ("open", "open_until", "closed", "closed_until", "holiday"))
        return max((sentence.replace("{day}", day).replace("{time}", time) for sentence in sentences), key=len)

    def _open_now(self, openings: Iterable[Opening]) -> dict[str, Any]:
        said: dict[str, Any] = self.strings.section("open_now", self.language)
        near = [said.pop("today"), said.pop("tomorrow")]
        days = [self.strings.say(f"schedule.on_day.{day}", self.language) for day in Weekday]
        minutes = {minute: at for opening in openings for minute, at in opening.times.items()}
        times = dict(zip(minutes, map(self.time, minutes.values()), strict=True))
        return {**said, "near": near, "days": days, "times": times}
