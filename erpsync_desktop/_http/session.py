"""The requests session itself."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from erpsync_desktop._http.connections import POOLS

MOST_CONNECTIONS = 10


class _Adapter(HTTPAdapter):
    """Opens watched connections, also to proxies."""

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = POOLS

    def cert_verify(self, *_arguments: Any, **_options: Any) -> None:
        """Nothing: the connections verify by a context of their own, not by requests' bundle."""

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = POOLS
        return manager


class _Session(requests.Session):
    def get_redirect_target(self, _response: Any) -> None:
        """None: else requests would read the body of a redirect, without limit, to offer the next request."""


def make_session(headers: Mapping[str, str]) -> requests.Session:
    """A session that trusts nothing of the environment, keeps no cookies and follows no redirect."""
    # urllib3 writes whole addresses, with their queries, into its log.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    session = _Session()
    session.trust_env = False
    session.headers.update(headers)
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    adapter = _Adapter(pool_connections=MOST_CONNECTIONS, pool_maxsize=MOST_CONNECTIONS)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session
