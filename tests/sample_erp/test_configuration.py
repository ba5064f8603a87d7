"""What the sample ERP asks for, and how it judges the answers, over HTTP."""

from collections import Counter
from pathlib import Path

import pytest

from tests.sample_erp.raw_client import RawClient
from tests.sample_erp_server import GOOD_VALUES, INFO_VALUES, WARNING_VALUES


def test_every_type_of_field_is_asked_for(client: RawClient) -> None:
    fields = client.call("WSGetConfigData")["FieldMetaDataObjects"]
    assert {field["FieldType"] for field in fields} == {
        "Label", "Text", "Password", "Integer", "Double", "Checkbox", "List", "Datetime",
    }  # fmt: skip


def test_ranks_are_unique_and_not_the_order_of_the_document(client: RawClient) -> None:
    ranks = [int(field["Rank"]) for field in client.call("WSGetConfigData")["FieldMetaDataObjects"]]
    assert Counter(ranks).most_common(1)[0][1] == 1
    assert ranks != sorted(ranks)


def test_names_and_tooltips_come_in_three_languages(client: RawClient) -> None:
    fields = {field["FieldKey"]: field for field in client.call("WSGetConfigData")["FieldMetaDataObjects"]}
    assert (
        fields["Warehouse"]["DisplayName"] == 'US:"Default warehouse";GE:"Standardlager";NO:"Standardlager"'
    )
    assert fields["Decimals"]["DisplayDescription"].startswith('US:"From 0 to 6.";GE:')


def test_defaults_are_encoded_by_type(client: RawClient) -> None:
    fields = {field["FieldKey"]: field for field in client.call("WSGetConfigData")["FieldMetaDataObjects"]}
    defaults = {
        key: fields[key]["DefaultValue"] for key in ("Decimals", "Rounding", "Warehouse", "PriceListDate")
    }
    assert defaults == {
        "Decimals": "[I:2]",
        "Rounding": "[F:0.05]",
        "Warehouse": "HAM",
        "PriceListDate": "[DT:12/31/2013 23:59:59.0000000]",
    }


def test_mandatory_and_read_only_fields_and_a_longest_length_are_declared(client: RawClient) -> None:
    fields = {field["FieldKey"]: field for field in client.call("WSGetConfigData")["FieldMetaDataObjects"]}
    access = {key: field["Access"] for key, field in fields.items() if field["Access"] != "Normal"}
    assert access == {"CompanyCode": "Mandatory", "Password": "Mandatory", "ServerVersion": "ReadOnly"}
    assert fields["CompanyCode"]["MaxLength"] == "20"


def test_the_test_values_are_exactly_the_fields_that_have_values(client: RawClient) -> None:
    fields = client.call("WSGetConfigData")["FieldMetaDataObjects"]
    assert set(GOOD_VALUES) == {field["FieldKey"] for field in fields if field["FieldType"] != "Label"}


@pytest.mark.parametrize(
    ("values", "state", "code"),
    [
        (GOOD_VALUES, "Ok", ""),
        (INFO_VALUES, "OkWithInfo", "READ_ONLY_ACCESS"),
        (WARNING_VALUES, "Warning", "PRICE_LIST_IN_FUTURE"),
    ],
)
def test_good_values_succeed(client: RawClient, values: dict[str, str], state: str, code: str) -> None:
    answer = client.call("WSTestConfigData", ConnectionInfo=values)
    assert (answer["IsOk"], answer["State"], answer["ErrorCode"]) == ("true", state, code)


def test_a_warning_goes_before_an_info(client: RawClient) -> None:
    answer = client.call("WSTestConfigData", ConnectionInfo=WARNING_VALUES | INFO_VALUES | {
        "PriceListDate": WARNING_VALUES["PriceListDate"]
    })  # fmt: skip
    assert answer["State"] == "Warning"


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("Password", "Sample", "WRONG_PASSWORD"),
        ("Password", "", "MISSING_VALUE"),
        ("CompanyCode", "", "MISSING_VALUE"),
        ("CompanyCode", "   ", "MISSING_VALUE"),
        ("CompanyCode", "SUEDWIND", "UNKNOWN_COMPANY"),
        ("CompanyCode", "N" * 21, "VALUE_TOO_LONG"),
        ("UserName", "u" * 51, "VALUE_TOO_LONG"),
        ("Decimals", "[I:7]", "VALUE_OUT_OF_RANGE"),
        ("Decimals", "[I:-1]", "VALUE_OUT_OF_RANGE"),
        ("Decimals", "two", "BAD_VALUE"),
        ("Decimals", "[I:99999999999]", "BAD_VALUE"),
        ("Rounding", "[F:0]", "VALUE_OUT_OF_RANGE"),
        ("Rounding", "[F:0,05]", "BAD_VALUE"),
        ("Rounding", "nan", "BAD_VALUE"),
        ("ReadOnlyAccess", "perhaps", "BAD_VALUE"),
        ("Warehouse", "NYC", "UNKNOWN_LIST_ITEM"),
        ("PriceListDate", "[DT:31/12/2013 00:00:00.0000000]", "BAD_VALUE"),
    ],
)
def test_a_bad_value_is_refused_with_its_code(client: RawClient, key: str, value: str, code: str) -> None:
    answer = client.call("WSTestConfigData", ConnectionInfo=GOOD_VALUES | {key: value})
    assert (answer["IsOk"], answer["State"], answer["ErrorCode"]) == ("false", "Error", code)


def test_a_refusal_explains_itself_to_user_and_support(client: RawClient) -> None:
    answer = client.call("WSTestConfigData", ConnectionInfo=GOOD_VALUES | {"Decimals": "two"})
    assert answer["UserExplanation"].startswith(
        'US:"Decimals of amounts cannot be read.";GE:"Nachkommastellen'
    )
    assert answer["TechExplanation"].startswith("The value of Decimals cannot be read as Integer")


def test_no_explanation_repeats_a_value(client: RawClient) -> None:
    for key in GOOD_VALUES:
        answer = client.call("WSTestConfigData", ConnectionInfo=GOOD_VALUES | {key: "geheim-4711" * 9})
        assert "geheim-4711" not in str(answer)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("CompanyCode", "nordlicht"),
        ("Decimals", "2"),
        ("Decimals", ""),
        ("Rounding", "0.5"),
        ("Rounding", "[D:0.5]"),
        ("ReadOnlyAccess", "false"),
        ("Warehouse", ""),
        ("PriceListDate", "2013-12-31"),
        ("PriceListDate", ""),
        ("ServerVersion", "another"),
        ("SomethingElse", "of a newer client"),
    ],
)
def test_unencoded_and_empty_values_are_read_too(client: RawClient, key: str, value: str) -> None:
    assert client.call("WSTestConfigData", ConnectionInfo=GOOD_VALUES | {key: value})["State"] == "Ok"


def test_testing_values_leaves_no_trace(client: RawClient, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    client.call("WSTestConfigData", ConnectionInfo=GOOD_VALUES)
    assert sorted(tmp_path.iterdir()) == before
