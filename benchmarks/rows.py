"""Makes a workspace with many connections: ``python -m benchmarks.rows FILE NUMBER``."""

from __future__ import annotations

import sys
import uuid
from datetime import UTC, datetime, timedelta

from benchmarks.child import tell
from benchmarks.parent import Place

CITIES = ("Kiel", "Lübeck", "Hamburg", "Bremen", "Rostock", "Oslo", "Zürich", "Wien", "Łódź", "Århus")
TRADES = ("Stahl", "Holz", "Papier", "Werft", "Optik", "Druck", "Fisch")


def make(place: Place, number: int) -> str:
    """Make a workspace with so many connections; give its address."""
    url = str(place.folder / f"with-{number}.sqlite")
    place.run("rows", url, str(number))
    return url


def _main(url: str, number: str) -> None:
    import sqlalchemy

    from erpsync_desktop.connectors.client import ConnectorClient
    from erpsync_desktop.http import HttpSession
    from erpsync_desktop.model.connector import ConnectorDraft
    from erpsync_desktop.secrets import SecretStore
    from erpsync_desktop.workspace.local import open_local_workspace
    from erpsync_desktop.workspace.local.schema import connection_values, connections, tests

    http = HttpSession()
    workspace = open_local_workspace(
        url, secrets=SecretStore(), client=lambda url: ConnectorClient(url, http)
    )
    names = ("Excel", "Order book", "Warehouse", "Payroll")
    made = [
        workspace.save_connector(ConnectorDraft(name=name, url=f"http://127.0.0.1:9/{name}".replace(" ", "")))
        for name in names
    ]
    workspace.close()
    ids = [connector.id for connector in made]
    engine = sqlalchemy.create_engine(f"sqlite:///{url}")
    with engine.begin() as database:
        count = range(int(number))
        database.execute(connections.insert(), [_connection(index, ids[index % len(ids)]) for index in count])
        database.execute(
            connection_values.insert(), [_value(index, key) for index in count for key in "ABCDE"]
        )
        database.execute(tests.insert(), [_test(index) for index in count])
    engine.dispose()
    tell()


def _guid(index: int) -> str:
    return str(uuid.UUID(int=index + 1))


def _connection(index: int, connector_id: str) -> dict[str, object]:
    name = f"{CITIES[index % 10]} {TRADES[index % 7]} {index:05}"
    return {
        "id": _guid(index),
        "connector_id": connector_id,
        "name": name,
        "unique_key": name.casefold(),
        "description": f"Orders and customers of {name} since {2000 + index % 26}",
        "everyone": True,
        "active": index % 3 == 0,
        "version": 1,
        "configuration": 1,
        "at_connector": "yes",
        "test_id": index + 1,
    }


def _value(index: int, key: str) -> dict[str, object]:
    return {"connection_id": _guid(index), "field_key": f"Field{key}", "wire": f"[I:{index}]"}


def _test(index: int) -> dict[str, object]:
    return {
        "id": index + 1,
        "connection_id": _guid(index),
        "at": (datetime.now(UTC) - timedelta(minutes=index)).isoformat(),
        "seconds": 0.25,
        "state": "Ok" if index % 5 else "Warning",
        "user_explanation": "",
        "tech_explanation": "",
        "error_code": "",
        "stages": "[]",
        "contract_assumed": False,
    }


if __name__ == "__main__":
    _main(*sys.argv[1:])
