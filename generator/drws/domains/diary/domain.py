"""The diary: what is owed and when, who meets, what was decided, what happened."""

from drws.domains.diary.addresses import POPOLO, addresses
from drws.domains.diary.duty import check as duties
from drws.domains.diary.duty.record import Duty
from drws.domains.diary.feeds.feed import feed_of
from drws.domains.diary.feeds.registers import REGISTERS
from drws.domains.diary.meeting import check as meetings
from drws.domains.diary.meeting.record import Meeting
from drws.domains.diary.milestone.record import Milestone
from drws.domains.diary.settings import DiarySettings
from drws.domains.directory.service.record import Service
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.legislation.record import Legislation
from drws.kernel.roles import Actor
from drws.planning.dataset import Dataset
from drws.planning.domain import Domain, SinglePage
from drws.planning.later import exports, later, page_types
from drws.planning.panel import Panel
from drws.planning.upkeep import Upkeep, Weight

UPKEEP = "drws.domains.diary.upkeep"

DOMAIN = Domain(
    name="diary",
    entities=(Duty, Meeting, Milestone),
    settings=(DiarySettings,),
    checks=(duties, meetings),
    single_pages=(
        SinglePage("duties", of=(Duty, Meeting), above="governance", order=50),
        SinglePage("meetings", of=(Meeting,), above="governance", order=60),
        SinglePage("decisions", of=(Meeting,), above="governance", order=70),
        SinglePage("history", of=(Milestone,), above="governance", order=130),
    ),
    sections={Duty: "duties", Meeting: "meetings"},
    pages=page_types("drws.domains.diary", "duty.page", "meeting.page", "decision.page", "milestone.page"),
    addresses=addresses,
    panels=(
        Panel((Actor,), "diary/panels/summary.html", later("drws.domains.diary.summary", "panel")),
        Panel(
            (Service, Agreement, Legislation),
            "diary/panels/decisions.html",
            later("drws.domains.diary.decision.panel", "panel"),
        ),
    ),
    exports=exports("drws.domains.diary", "popolo.export", "calendar.export", "feeds.export"),
    datasets=(
        Dataset("popolo", (POPOLO,), page="governance", standard="https://www.popoloproject.com/specs/"),
        Dataset("registers", tuple(map(feed_of, REGISTERS)), page="governance"),
        Dataset("calendars", ("calendar", "calendar:"), page="duties"),
    ),
    upkeep=(
        Upkeep("minutes", Weight.LATE, later(UPKEEP, "minutes")),
        Upkeep("unsettled-meeting", Weight.LATE, later(UPKEEP, "unsettled_meetings")),
        Upkeep("overdue-duty", Weight.LATE, later(UPKEEP, "overdue_duties")),
    ),
    background_kinds=frozenset({"duty", "meeting"}),
)
