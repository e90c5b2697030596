"""A lawyer has read what the site says about the law.

Records of laws, agreements and rights say where their writers were not sure, in `confidence` and `notes`. Together these are the questions for a
lawyer. When one is answered, its remark goes.
"""

from collections.abc import Collection, Iterator

from drws.domains.law.agreement.record import Agreement
from drws.domains.law.legislation.record import Legislation
from drws.domains.law.right.record import Right
from drws.kernel.entity import Entity
from drws.kernel.problem import Place, Problem, Severity
from drws.planning.check import Subject

ID = "law"


def check(subject: Subject) -> Iterator[Problem]:
    """In each folder, the records that have questions, by their names."""
    for model in (Legislation, Agreement, Right):
        yield from questions_in(subject.site.all(model), model.FOLDER)


def questions_in(records: Collection[Entity], folder: str) -> Iterator[Problem]:
    """Those of some records whose remarks are questions for a lawyer, told as one."""
    open_ = sorted(each.id for each in records if each.notes or each.confidence)
    if open_:
        values = {"count": len(open_), "total": len(records), "names": ", ".join(open_)}
        yield Problem(Place(f"data/{folder}", line=1, column=1), "launch.questions", values, Severity.WARNING)
