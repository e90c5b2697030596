"""The one place that asks what day it is."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day for which a site is built when nobody names one: that of SOURCE_DATE_EPOCH (reproducible-builds.org), or today's, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()
