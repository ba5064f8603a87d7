"""Passwords as salted scrypt hashes; the plain text is never kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets

_COST, _BLOCK, _PARALLEL = 2**14, 8, 1


def new_salt() -> str:
    """Sixteen random bytes in hexadecimal."""
    return secrets.token_hex(16)


def hashed(password: str, salt: str) -> str:
    """The scrypt hash of a password (N = 2¹⁴, r = 8, p = 1; 32 bytes), in hexadecimal."""
    raw = password.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(raw, salt=bytes.fromhex(salt), n=_COST, r=_BLOCK, p=_PARALLEL, dklen=32).hex()


def same(left: str, right: str) -> bool:
    """Whether two hashes are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(left.encode(), right.encode())
