"""The program paints first and imports late."""

import subprocess
import sys


def test_the_client_is_imported_without_heavy_libraries() -> None:
    code = (
        "import sys, erpsync_desktop.connectors, erpsync_desktop.http\n"
        "print(*sorted({'zeep', 'lxml', 'requests', 'urllib3', 'ssl', 'truststore'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []
