"""How a figure is said in one language: with its unit, and how exact it is."""

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_currency, format_decimal

from drws.domains.figures.measure.record import Measure, Unit
from drws.domains.figures.observation.record import Observation, Precision
from drws.kernel.values import FigureRange
from drws.say.strings import Strings

MINUS = "\u2212"
"""What figures below nought begin with. CLDR has a hyphen in its place for English and Welsh, which looks like a dash between words."""


@dataclass(frozen=True)
class FigureSpeech:
    """Figures in the words of one language."""

    language: str
    strings: Strings

    def figure(self, observation: Observation, measure: Measure, *, short: bool = False) -> str:
        """A figure with its unit, and how exact it is. `short` marks what is rounded by a sign."""
        said = self.amount(observation.value, measure)
        if observation.status is Precision.EXACT:
            return said
        key = f"figure.{observation.status}{'.short' if short and observation.status is Precision.ROUNDED else ''}"
        return self.strings.say(key, self.language, figure=said)

    def amount(self, value: FigureRange, measure: Measure) -> str:
        """A number with its unit, or two between which it lies."""
        if value.is_range:
            low, high = (self._counted(number, measure) for number in (value.low, value.high))
            return self.strings.say("figure.range", self.language, low=low, high=high)
        return self._counted(value.low, measure)

    def _counted(self, number: Decimal, measure: Measure) -> str:
        """A number with its unit, every decimal of it: what a table has and what a page says are the same."""
        said = self._in_unit(number or Decimal(0), measure)  # nought has no sign
        return said.replace("-", MINUS, 1) if number < 0 else said

    def _in_unit(self, number: Decimal, measure: Measure) -> str:
        written = format_decimal(number, locale=self.language, decimal_quantization=False)
        match measure.unit:
            case Unit.COUNT:
                return written
            case Unit.MONEY:
                currency = measure.currency or ""
                if number == int(number):
                    return format_currency(number, currency, "¤#,##0", locale=self.language, currency_digits=False)
                return format_currency(number, currency, locale=self.language, decimal_quantization=False)
            case Unit.PERCENT:
                return f"{written}%"
        if number == int(number):
            return self.strings.say(f"unit.{measure.unit}", self.language, n=int(number))
        return self.strings.say(f"unit.{measure.unit}.part", self.language, number=written)
