"""A remark about confidence names a value that the record has.

Refused::

    data/regions/dyffryn.yml: {confidence: [{field: naem.cy, level: known}]}
"""

from collections.abc import Iterator

from drws.kernel.problem import Problem, nearest
from drws.planning.check import Subject

ID = "confidence"


def check(subject: Subject) -> Iterator[Problem]:
    """Every remark about a field that does not exist."""
    for entity in subject.site.entities:
        fields = type(entity).model_fields
        for index, remark in enumerate(entity.confidence):
            name = remark.field.partition(".")[0].partition("[")[0]
            if name not in fields:
                yield Problem(
                    entity.at("confidence", index, "field"),
                    "confidence.unknown-field",
                    {"name": remark.field, "nearest": nearest(name, fields)},
                )
