"""The fields of an actor type: what can be told apart is usable, whatever else was sent."""

from __future__ import annotations

import pytest

from erpsync_desktop.connectors import ConnectorClient
from erpsync_desktop.http import HttpSession
from erpsync_desktop.model.errors import NotAConnector, ProblemCode
from erpsync_desktop.model.metadata import MOST_FIELDS, FieldMetadata, usable_in_rank_order
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.model.watch import Watch
from tests.connectors.hostile import hostile
from tests.connectors.soap_text import FINE, saying

_FIELD = "<FieldMetadataInfoWS><FieldKey>{}</FieldKey><FieldType>{}</FieldType></FieldMetadataInfoWS>"


def test_of_fields_that_share_a_key_the_first_counts_and_says_so() -> None:
    first = FieldMetadata("Name", FieldType.TEXT, "Name", rank=2)
    again = FieldMetadata("Name", FieldType.INTEGER, "Number", rank=1)
    (found,) = usable_in_rank_order([first, again, again])
    assert (found.kind, found.label) == (FieldType.TEXT, "Name")
    (note,) = found.notes
    assert note.code is ProblemCode.ERP_FIELD_REPEATED
    assert note.params == {"label": "Name", "key": "Name"}


def test_a_field_without_a_key_is_left_out_and_noted() -> None:
    fields = [FieldMetadata("B", rank=2), FieldMetadata(" ", rank=1), FieldMetadata("A", rank=1)]
    found = usable_in_rank_order(fields)
    assert [item.key for item in found] == ["A", "B"]
    assert [(note.code, note.params) for note in found[0].notes] == [
        (ProblemCode.FIELD_KEY_MISSING, {"position": 2})
    ]
    assert found[1].notes == ()


def test_fields_without_a_rank_stand_last_in_the_order_sent() -> None:
    fields = [FieldMetadata("C"), FieldMetadata("A"), FieldMetadata("B", rank=7)]
    assert [item.key for item in usable_in_rank_order(fields)] == ["B", "C", "A"]


def test_an_actor_type_without_fields_is_none_the_worse() -> None:
    assert usable_in_rank_order([]) == ()


def test_fields_of_which_none_has_a_key_are_no_answer() -> None:
    with pytest.raises(NotAConnector) as caught:
        usable_in_rank_order([FieldMetadata(""), FieldMetadata("")])
    assert caught.value.problem.code is ProblemCode.FIELD_KEY_MISSING
    assert caught.value.problem.params == {"position": 1}


def test_more_fields_than_anybody_maps_are_refused() -> None:
    usable = usable_in_rank_order(FieldMetadata(f"F{number}") for number in range(MOST_FIELDS))
    assert len(usable) == MOST_FIELDS
    with pytest.raises(NotAConnector) as caught:
        usable_in_rank_order(FieldMetadata(f"F{number}") for number in range(MOST_FIELDS + 1))
    assert caught.value.problem.code is ProblemCode.TOO_MANY_FIELDS


def test_a_connector_that_repeats_a_key_is_read_all_the_same(session: HttpSession) -> None:
    fields = "".join(
        _FIELD.format(*one) for one in (("A", "Text"), ("A", "List"), ("", "Text"), ("B", "Text"))
    )
    with hostile(saying(f"{FINE}<FieldMetaDataObjects>{fields}</FieldMetaDataObjects>")) as server:
        client = ConnectorClient(server.url, session)
        found = client.get_supported_actor_type_fields("guid", "Customer", Watch())
        with pytest.raises(NotAConnector):
            client.get_config_data(Watch())
    assert [(item.key, item.kind) for item in found] == [("A", FieldType.TEXT), ("B", FieldType.TEXT)]
    assert [note.code for note in found[0].notes] == [
        ProblemCode.ERP_FIELD_REPEATED,
        ProblemCode.FIELD_KEY_MISSING,
    ]
