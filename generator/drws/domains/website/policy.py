"""What a browser may do with the pages: one Content-Security-Policy, in every page and in every header file that hosts read."""

from collections.abc import Mapping

CONTENT_SECURITY_POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # Pagefind searches with WebAssembly
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""CSP Level 3. Nothing from elsewhere, nothing inline."""

IN_HEADERS_ONLY: Mapping[str, str] = {"frame-ancestors": "'none'"}
"""Directives that browsers pass over in a page (CSP Level 3, section 3.3)."""

HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer of the host carries besides. `no-referrer`: the site a visitor goes to next does not learn which page they read."""


def for_pages() -> str:
    """The policy as it stands in a page."""
    return _joined(CONTENT_SECURITY_POLICY)


def for_headers() -> str:
    """The policy as it stands in a header."""
    return _joined({**CONTENT_SECURITY_POLICY, **IN_HEADERS_ONLY})


def _joined(policy: Mapping[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())
