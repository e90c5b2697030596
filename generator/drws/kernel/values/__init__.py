"""Values with a meaning, typed once at the edge: after decoding nobody asks again whether a code is well formed.

Each parser takes the text as it was typed and returns a typed value, or raises `PydanticCustomError` whose type is a key of
`messages.yml`: that is how pydantic hands a failure to the decoder, which adds the place.
"""

from drws.kernel.values.colours import Colour, contrast, legible
from drws.kernel.values.dates import (
    LAST_DAY,
    Dated,
    Day,
    PartialDate,
    TimeOfDay,
    TimeZone,
    days_after,
    months_after,
    parse_day,
)
from drws.kernel.values.figures import Figure, FigureRange
from drws.kernel.values.internet import Email, SiteAddress, WebAddress, parse_web_address
from drws.kernel.values.numbers import Amount, CurrencyCode, Number, YesOrNo
from drws.kernel.values.personal_numbers import CheckDigits, NumberShape
from drws.kernel.values.phones import (
    NUMBER_KINDS,
    CountryCode,
    DiallingPrefix,
    NumberKind,
    Phone,
    PhoneNumber,
    PrintedPhone,
    TelephoneKeys,
    dialled_before,
    national,
    numbers_in,
)
from drws.kernel.values.places import DrawnPath, GssCode, Postcode, PostcodeLine, PostcodeStart
from drws.kernel.values.recurrence import Recurrence, RecurringDay
from drws.kernel.values.time_spans import (
    PeriodKind,
    ReportedPeriod,
    TimeSpan,
    YearStart,
    is_within_a_year,
    is_within_years,
)
from drws.kernel.values.words import (
    RESERVED_NAMES,
    SLUG,
    Id,
    LanguageCode,
    PartedWord,
    Slug,
    Words,
    languages_of,
    parse_words,
    partial_of,
)

__all__ = [
    "LAST_DAY",
    "NUMBER_KINDS",
    "RESERVED_NAMES",
    "SLUG",
    "Amount",
    "CheckDigits",
    "Colour",
    "CountryCode",
    "CurrencyCode",
    "Dated",
    "Day",
    "DiallingPrefix",
    "DrawnPath",
    "Email",
    "Figure",
    "FigureRange",
    "GssCode",
    "Id",
    "LanguageCode",
    "Number",
    "NumberKind",
    "NumberShape",
    "PartedWord",
    "PartialDate",
    "PeriodKind",
    "Phone",
    "PhoneNumber",
    "Postcode",
    "PostcodeLine",
    "PostcodeStart",
    "PrintedPhone",
    "Recurrence",
    "RecurringDay",
    "ReportedPeriod",
    "SiteAddress",
    "Slug",
    "TelephoneKeys",
    "TimeOfDay",
    "TimeSpan",
    "TimeZone",
    "WebAddress",
    "Words",
    "YearStart",
    "YesOrNo",
    "contrast",
    "days_after",
    "dialled_before",
    "is_within_a_year",
    "is_within_years",
    "languages_of",
    "legible",
    "months_after",
    "national",
    "numbers_in",
    "parse_day",
    "parse_web_address",
    "parse_words",
    "partial_of",
]
