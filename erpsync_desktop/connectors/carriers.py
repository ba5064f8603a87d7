"""What goes into a request: carriers and their members, by the contract's names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from erpsync_desktop.model.actor import ErpActor, Operator, SearchRestriction
from erpsync_desktop.model.errors import InvalidInput, Problem, ProblemCode
from erpsync_desktop.model.values import xml_can_carry

_SEVERAL = {Operator.BETWEEN, Operator.ONE_OF, Operator.NOT_ONE_OF}


@dataclass(frozen=True, slots=True)
class Structure:
    """A structure inside a carrier: values by member name."""

    members: Mapping[str, Value] = field(repr=False)


Value = str | Mapping[str, str] | Structure | tuple[str, ...] | tuple[Structure, ...]
"""Text, dictionary of texts, structure, or an array of texts or of structures."""

Members = dict[str, Value]
"""Values by member name."""


def dictionary(values: Mapping[str, str]) -> Mapping[str, str]:
    """A dictionary of values by field key.

    Raises:
        InvalidInput: a value has characters that XML cannot carry.
    """
    for key, value in values.items():
        if not xml_can_carry(key) or not xml_can_carry(value):
            problem = Problem(ProblemCode.FIELD_BAD_CHARACTERS, {"label": key}, field=f"field:{key}")
            raise InvalidInput(problem)
    return dict(values)


def of_type(guid: str, actor_type: str, field_keys: Sequence[str]) -> Members:
    """The members that all requests for actors share."""
    return {"ConnectionGuid": guid, "ActorType": actor_type, "FieldKeys": tuple(field_keys)}


def restriction(given: SearchRestriction) -> Structure:
    """``SearchRestrictionInfoWS``. A single value goes as the scalar, too."""
    members: Members = {
        "FieldKey": given.field_key,
        "Operator": given.operator.value,
        "Values": given.values,
    }
    if given.operator not in _SEVERAL and given.values:
        members["ScalarValue"] = given.values[0]
    return Structure(members)


def actor(given: ErpActor) -> Structure:
    """``ErpActorWS``, without what is empty: an empty text is no value of an enumeration."""
    members: Members = {
        "ActorType": given.actor_type,
        "ErpKey": given.key,
        "LastModified": given.last_modified,
        "ParentActorType": given.parent_type,
        "ParentErpKey": given.parent_key,
    }
    filled: Members = {name: value for name, value in members.items() if value}
    return Structure(filled | {"FieldValues": dictionary(given.values)})
