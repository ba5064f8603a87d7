"""Reading results as the stacks of this world write them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from erpsync_desktop.connectors import answers
from erpsync_desktop.model.actor import ErpActor
from erpsync_desktop.model.errors import ProblemCode
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata, ListItem
from erpsync_desktop.model.outcome import Outcome, OutcomeState
from erpsync_desktop.model.values import FieldType
from tests.connectors.soap_text import ARRAYS, EIS, XSI


def result(members: str) -> Any:
    return etree.fromstring(
        f'<R xmlns="{EIS}" xmlns:a="{EIS}" xmlns:b="{ARRAYS}" xmlns:i="{XSI}" xmlns:w="urn:w">{members}</R>'
    )


def field(members: str) -> FieldMetadata:
    return next(answers.fields(result(f"<FieldMetaDataObjects><F>{members}</F></FieldMetaDataObjects>")))


@pytest.mark.parametrize(
    ("members", "state"),
    [
        ("<IsOk>true</IsOk><State>Ok</State>", OutcomeState.OK),
        ("<IsOk>1</IsOk><State>OkWithInfo</State>", OutcomeState.INFO),
        ("<State>\n Warning </State><IsOk> TRUE </IsOk>", OutcomeState.WARNING),
        ("<IsOk>true</IsOk><State>okwithinfo</State>", OutcomeState.INFO),
        ("<a:IsOk>true</a:IsOk><w:State>Warning</w:State>", OutcomeState.WARNING),
        ("<IsOk>true</IsOk>", OutcomeState.OK),
        ("<State>Ok</State>", OutcomeState.OK),
        ('<IsOk>true</IsOk><State i:nil="true"/>', OutcomeState.OK),
        ('<IsOk i:nil="true"/><State>Warning</State>', OutcomeState.WARNING),
        ("<IsOk>true</IsOk><State>Error</State>", OutcomeState.ERROR),
        ("<IsOk>false</IsOk><State>Ok</State>", OutcomeState.ERROR),
        ("<IsOk>0</IsOk>", OutcomeState.ERROR),
        ("<IsOk>true</IsOk><State>Sunny</State>", OutcomeState.WARNING),
        ("<IsOk>false</IsOk><State>Sunny</State>", OutcomeState.ERROR),
        ("<State>Sunny</State>", OutcomeState.ERROR),
        ("<IsOk>perhaps</IsOk><State>Ok</State>", OutcomeState.OK),
        ("<IsOk>true</IsOk><IsOk>false</IsOk>", OutcomeState.OK),
    ],
)
def test_an_outcome_is_an_error_where_either_member_says_so(members: str, state: OutcomeState) -> None:
    found = answers.outcome(result(members))

    assert found is not None
    assert found.state is state


@pytest.mark.parametrize("members", ["", "<Items/>", '<IsOk i:nil="true"/>', "<IsOk>perhaps</IsOk>"])
def test_a_result_that_says_nothing_of_how_it_went_is_none(members: str) -> None:
    assert answers.outcome(result(members)) is None


def test_an_outcome_carries_explanations_and_code() -> None:
    members = (
        "<ErrorCode> E1 </ErrorCode><IsOk>false</IsOk>"
        '<TechExplanation>stack</TechExplanation><UserExplanation>US:"No"</UserExplanation>'
    )

    assert answers.outcome(result(members)) == Outcome(OutcomeState.ERROR, 'US:"No"', "stack", "E1")


def test_a_field_has_all_that_was_sent() -> None:
    members = (
        "<Access>Mandatory</Access><DefaultValue> [I:1] </DefaultValue>"
        "<DisplayDescription>tip</DisplayDescription><DisplayName>Name</DisplayName><FieldKey>key</FieldKey><FieldType>List</FieldType>"
        "<ListName>things</ListName><MaxLength>40</MaxLength><Rank>3</Rank>"
    )

    assert field(members) == FieldMetadata(
        "key", FieldType.LIST, "Name", "tip", "things", " [I:1] ", 40, FieldAccess.MANDATORY, 3
    )


def test_the_members_of_a_field_count_in_any_order_namespace_and_case() -> None:
    assert field("<w:fieldtype>text</w:fieldtype><b:ACCESS>readonly</b:ACCESS><FieldKey>k</FieldKey>") == (
        FieldMetadata("k", access=FieldAccess.READ_ONLY)
    )


def test_a_field_with_nothing_but_a_key_and_a_type_has_defaults() -> None:
    assert field("<FieldKey>k</FieldKey><FieldType>Text</FieldType>") == FieldMetadata("k")


@pytest.mark.parametrize(
    ("text", "length"),
    [
        *(("12", 12), (" 7 ", 7), ("", 0), ("-1", 0), ("many", 0), ("9" * 30, 0)),
        *((f"{2**31 - 1}", 2**31 - 1), (f"{2**31}", 0), (f"{2**64 - 1}", 0), (f"-{2**63}", 0)),
    ],
)
def test_a_maximum_length_that_is_no_number_is_none(text: str, length: int) -> None:
    assert field(f"<FieldKey>k</FieldKey><MaxLength>{text}</MaxLength>").max_length == length


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        *(("12", 12), ("-3", -3), ("", None), ("first", None), (f"-{2**31}", -(2**31))),
        *((f"{2**31}", None), ("99999999999999999999", None), (f"-{2**63 + 1}", None)),
    ],
)
def test_a_rank_that_is_no_number_is_none(text: str, rank: int | None) -> None:
    assert field(f"<FieldKey>k</FieldKey><Rank>{text}</Rank>").rank == rank


@pytest.mark.parametrize("said", ["Colour", ""])
def test_a_type_that_is_unknown_is_noted(said: str) -> None:
    found = field(f"<FieldKey>k</FieldKey><DisplayName>Shade</DisplayName><FieldType> {said} </FieldType>")

    assert found.kind is FieldType.UNKNOWN
    assert [(note.code, dict(note.params), note.field) for note in found.notes] == [
        (ProblemCode.FIELD_TYPE_UNKNOWN, {"label": "Shade", "type": said}, "field:k")
    ]


def test_an_access_that_is_unknown_is_normal_and_noted() -> None:
    found = field("<FieldKey>k</FieldKey><FieldType>Text</FieldType><Access>Secret</Access>")

    assert found.access is FieldAccess.NORMAL
    assert [(note.code, dict(note.params), note.field) for note in found.notes] == [
        (ProblemCode.ACCESS_UNKNOWN, {"label": "k", "access": "Secret"}, "field:k")
    ]


@pytest.mark.parametrize(
    "members",
    [
        "<FieldMetaDataObjects><F><FieldKey>a</FieldKey></F><F><FieldKey>b</FieldKey></F></FieldMetaDataObjects>",
        "<FieldMetaDataObjects><FieldKey>a</FieldKey></FieldMetaDataObjects>"
        "<FieldMetaDataObjects><FieldKey>b</FieldKey></FieldMetaDataObjects>",
        "<w:fieldmetadataobjects><w:x><FieldKey>a</FieldKey></w:x><w:y><FieldKey>b</FieldKey></w:y></w:fieldmetadataobjects>",
    ],
    ids=["wrapped", "repeated", "named otherwise"],
)
def test_fields_are_read_wrapped_or_repeated(members: str) -> None:
    assert [found.key for found in answers.fields(result(members))] == ["a", "b"]


@pytest.mark.parametrize("members", ["", "<FieldMetaDataObjects/>", '<FieldMetaDataObjects i:nil="true"/>'])
def test_no_fields_are_no_fields(members: str) -> None:
    assert list(answers.fields(result(members))) == []


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("<Items><b:string>a</b:string><b:string/><b:string>c</b:string></Items>", ("a", "", "c")),
        ("<Items>a</Items><Items>b</Items>", ("a", "b")),
        ('<Items i:nil="true"/>', ()),
        ("<Items/>", ()),
        ("", ()),
    ],
)
def test_texts_are_read_wrapped_or_repeated(members: str, expected: tuple[str, ...]) -> None:
    assert answers.strings(result(members)) == expected


@pytest.mark.parametrize(
    "entries",
    [
        "<b:E><b:Key>1</b:Key><b:Value>one</b:Value></b:E><b:E><b:Key>2</b:Key><b:Value/></b:E>",
        "<E><w:Value>one</w:Value><w:Key>1</w:Key></E><E><Key>2</Key></E>",
        '<e><key>1</key><value>one</value></e><e><key>2</key><value i:nil="true"/></e><e><key>1</key></e>',
    ],
    ids=["as WCF", "in another order and namespace", "in lower case, with a repeated key"],
)
def test_a_list_is_read_in_the_order_sent(entries: str) -> None:
    expected = (ListItem("1", "one"), ListItem("2", ""))

    assert answers.list_items(result(f"<ListItems>{entries}</ListItems>")) == expected


def test_a_list_of_repeated_members_is_read() -> None:
    members = "<ListItems><Key>1</Key><Value>one</Value></ListItems><ListItems><Key>2</Key></ListItems>"

    assert [item.key for item in answers.list_items(result(members))] == ["1", "2"]


@pytest.mark.parametrize(
    "values",
    [
        "<b:E><b:Key>A</b:Key><b:Value>1</b:Value></b:E><b:E><b:Key>B</b:Key><b:Value/></b:E>",
        "<E><Value>1</Value><Key>A</Key></E><E><Key>B</Key></E>",
        "<E><key>A</key><value>1</value></E><E><key>B</key><value/></E>",
        "<E><Key>A</Key><Value>1</Value></E><E><Key>B</Key><Value/></E><E><Key>A</Key><Value>2</Value></E>",
        "<E><Key>A</Key><Value>1</Value></E>text<!-- remark --><E><Key>B</Key><Value i:nil='true'/></E>",
    ],
    ids=["as WCF", "without a value", "in lower case", "with a repeated key", "with a remark"],
)
def test_an_actor_is_read(values: str) -> None:
    members = (
        "<ActorType>Person</ActorType><ErpKey>7</ErpKey>"
        f"<FieldValues>{values}</FieldValues><LastModified>x</LastModified>"
        "<ParentActorType>Customer</ParentActorType><ParentErpKey>8</ParentErpKey><!-- remark -->"
    )

    assert answers.actor(result(members)) == ErpActor(
        "Person", "7", {"A": "1", "B": ""}, "x", "Customer", "8"
    )


def test_an_actor_of_nil_members_is_empty() -> None:
    members = '<ActorType i:nil="true"/><FieldValues i:nil="true"/><ParentErpKey i:nil="true"/>'

    assert answers.actor(result(members)) == ErpActor("")


@pytest.mark.parametrize("members", ["", '<Actor i:nil="true"/>', "<Actor/>"])
def test_no_actor_is_none(members: str) -> None:
    assert answers.actor_member(result(members)) is None


def test_one_actor_is_read() -> None:
    assert answers.actor_member(result("<Actor><ErpKey>7</ErpKey></Actor>")) == ErpActor("", "7")


def test_actors_of_repeated_members_are_read() -> None:
    members = "<Actors><ErpKey>1</ErpKey></Actors><Actors><ErpKey>2</ErpKey></Actors>"

    assert [actor.key for actor in answers.actors(result(members))] == ["1", "2"]


_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufffe\uffff"), max_size=20
)


@given(st.dictionaries(_TEXT, _TEXT, max_size=8))
def test_any_dictionary_is_read_as_it_was_written(values: dict[str, str]) -> None:
    root = etree.Element("A")
    written = etree.SubElement(root, "FieldValues")
    for key, value in values.items():
        entry = etree.SubElement(written, "E")
        etree.SubElement(entry, "Key").text = key
        etree.SubElement(entry, "Value").text = value

    assert answers.actor(etree.fromstring(etree.tostring(root))).values == values
