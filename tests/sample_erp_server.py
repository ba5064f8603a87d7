"""The sample ERP for tests: a running server over a workbook of its own, and values that it accepts.

A fixture of it::

    @pytest.fixture
    def sample_erp(tmp_path: Path) -> Iterator[RunningServer]:
        with running_sample_erp(tmp_path) as server:
            yield server
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from erpsync_desktop.sample_erp.erp import SampleErp
from erpsync_desktop.sample_erp.server import RunningServer, serve
from tests.canary import CANARY

PASSWORD = CANARY
"""Set in each new workbook, in place of the documented one."""

GOOD_VALUES: dict[str, str] = {
    "CompanyCode": "NORDLICHT",
    "UserName": "sync",
    "Password": PASSWORD,
    "Decimals": "[I:2]",
    "Rounding": "[F:0.05]",
    "ReadOnlyAccess": "[I:0]",
    "Warehouse": "HAM",
    "PriceListDate": "[DT:12/31/2013 23:59:59.0000000]",
    "ServerVersion": "Sample ERP 2026.1",
}
"""Values on the wire that test as Ok: every field but the label."""

INFO_VALUES = GOOD_VALUES | {"ReadOnlyAccess": "[I:1]"}
"""Values that test as OkWithInfo."""

WARNING_VALUES = GOOD_VALUES | {"PriceListDate": "[DT:01/01/2199 00:00:00.0000000]"}
"""Values that test as Warning."""


@contextmanager
def running_sample_erp(
    folder: Path, *, port: int = 0, publish_metadata: bool = True
) -> Iterator[RunningServer]:
    """A sample ERP over ``folder/erp.xlsx``, made if it is missing; stopped at the end."""
    workbook = folder / "erp.xlsx"
    if not workbook.exists():
        folder.mkdir(parents=True, exist_ok=True)
        workbook.write_bytes(_new_workbook())
    with serve(workbook, port, publish_metadata=publish_metadata) as server:
        yield server


@cache
def _new_workbook() -> bytes:
    """A new workbook with the tests' password. It takes a quarter of a second, so it is made once."""
    with TemporaryDirectory() as folder, SampleErp(Path(folder) / "erp.xlsx") as erp:
        erp.set_password(PASSWORD)
        return erp.workbook.read_bytes()
