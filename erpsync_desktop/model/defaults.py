"""The rules of default values: what the ERP gets when a new actor is created there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.pairing import MappingRow
from erpsync_desktop.model.sync_setup import DefaultValue
from erpsync_desktop.model.values import FieldType, encode


def default_problem(row: MappingRow) -> Problem | None:
    """Why a field can have no default, or None: it is gone, read-only, takes no value, or is a secret."""
    if row.erp is None or row.erp_gone:
        return Problem(ProblemCode.DEFAULT_ERP_GONE, {"label": row.label})
    return _field_problem(row.erp)


def kept_default_problem(row: MappingRow) -> Problem | None:
    """What is wrong with the default that a row has, or None: the ERP may have changed since it was made."""
    if row.mapping.default is None:
        return None
    if row.erp is None or row.erp_gone:
        return default_problem(row)
    return next(iter(DefaultDraft(row.erp, row.mapping.default).missing()), None)


@dataclass(frozen=True, slots=True)
class DefaultDraft:
    """One default while it is being edited.

    Attributes:
        erp: the field; None as long as none is chosen.
        default: as it stands now.
        invalid: a text was typed that is no value of the field's type.
    """

    erp: FieldMetadata | None = None
    default: DefaultValue = field(default_factory=DefaultValue)
    invalid: Problem | None = None

    def with_field(self, erp: FieldMetadata | None) -> DefaultDraft:
        """Choose a field. It starts with the ERP's own default; what was typed for another one is left."""
        if erp == self.erp:
            return self
        return DefaultDraft(erp, replace(self.default, value=_start_value(erp) if erp else ""))

    def with_value(self, wire: str) -> DefaultDraft:
        """Type a value, as on the wire."""
        return replace(self, default=replace(self.default, value=wire), invalid=None)

    def with_invalid(self, problem: Problem) -> DefaultDraft:
        """A text was typed that is no value of the field's type."""
        return replace(self, invalid=problem)

    def with_choice(
        self, *, set_value: bool | None = None, ask_user: bool | None = None, mandatory: bool | None = None
    ) -> DefaultDraft:
        """Tick or untick a box; None leaves it as it is."""
        now = self.default
        changed = replace(
            now,
            set_value=now.set_value if set_value is None else set_value,
            ask_user=now.ask_user if ask_user is None else ask_user,
            mandatory=now.mandatory if mandatory is None else mandatory,
        )
        return replace(self, default=changed)

    @property
    def result(self) -> DefaultValue:
        """What is to be saved: a value that is not set is not kept."""
        return self.default if self.default.set_value else replace(self.default, value="")

    def missing(self) -> tuple[Problem, ...]:
        """Why OK is off, in the order of the dialog; empty when it can be saved.

        "Set default value" needs a value; "Mandatory" needs one of the other two; one of the first two must
        be chosen at all. Read-only fields take none.
        """
        if self.erp is None:
            return (Problem(ProblemCode.DEFAULT_FIELD_MISSING, field="field"),)
        if problem := _field_problem(self.erp):
            return (replace(problem, field="field"),)
        return (*self._value_problems(self.erp), *self._choice_problems())

    def _value_problems(self, erp: FieldMetadata) -> list[Problem]:
        if not self.default.set_value:
            return []
        if self.invalid is not None:
            return [self.invalid]
        if not erp.is_filled(self.default.value):
            params = {"label": erp.label or erp.key}
            return [Problem(ProblemCode.DEFAULT_NEEDS_VALUE, params, field=erp.input_name)]
        problem = erp.check(self.default.value)
        return [problem] if problem else []

    def _choice_problems(self) -> list[Problem]:
        if self.default.set_value or self.default.ask_user:
            return []
        code = ProblemCode.DEFAULT_MANDATORY_ALONE if self.default.mandatory else ProblemCode.DEFAULT_IS_NONE
        return [Problem(code, field="choice")]


def _field_problem(erp: FieldMetadata) -> Problem | None:
    params = {"label": erp.label or erp.key}
    if erp.access is FieldAccess.READ_ONLY:
        return Problem(ProblemCode.DEFAULT_ON_READ_ONLY, params)
    if not erp.kind.has_value or erp.kind.is_secret:
        return Problem(ProblemCode.DEFAULT_NOT_POSSIBLE, params)
    return None


def _start_value(erp: FieldMetadata) -> str:
    """An empty box is an answer, too: what is seen is what is sent."""
    if erp.kind is FieldType.CHECKBOX and not erp.start_value:
        return encode(erp.kind, value=False)
    return erp.start_value
