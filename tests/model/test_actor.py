"""The contract's words for ERP records."""

from erpsync_desktop.model.actor import ActorType, ErpActor, Operator, SearchRestriction


def test_actor_types_and_operators_are_the_contracts() -> None:
    types = "Customer Supplier Partner Person Project Employee Sale"
    operators = (
        "= != > < >= <= isnot begins contains ends notbegins notcontains notends between oneof notoneof "
        "before after beforeOrEqual afterOrEqual"
    )
    assert [kind.value for kind in ActorType] == types.split()
    assert [operator.value for operator in Operator] == operators.split()


def test_records_are_values() -> None:
    one = ErpActor("Customer", "1", {"NAME": "Acme"})
    assert {one, ErpActor("Customer", "1", {"NAME": "Acme"})} == {one}
    assert SearchRestriction("NAME", Operator.BEGINS, ("A",)) == SearchRestriction(
        "NAME", Operator.BEGINS, ("A",)
    )
