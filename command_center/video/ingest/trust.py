"""Which certificates a secure camera is believed by, and why one is not."""

import atexit
import functools
import os
import ssl
import tempfile

from command_center.video.model import Reason, StreamError

# OpenSSL: the issuer of a certificate, or of the first one, is nowhere to be found.
ISSUER_UNKNOWN = {20, 21}


@functools.lru_cache(maxsize=4)
def trust(authorities: str) -> ssl.SSLContext:
    """The machine's certificate authorities, and those in `authorities` (PEM; an intermediate
    that a server leaves out belongs here). Reading them takes tens of milliseconds.

    Raises:
        StreamError: TLS, when `authorities` holds no certificate that can be read.
    """
    context = ssl.create_default_context()
    if authorities:
        try:
            context.load_verify_locations(cadata=authorities)
        except (ssl.SSLError, ValueError):
            raise StreamError(Reason.TLS) from None
    return context


@functools.lru_cache(maxsize=4)
def trust_file(authorities: str) -> str:
    """The same as a file, for the library that opens rtsps itself; gone when the program ends."""
    machine = ssl.get_default_verify_paths().cafile
    if machine and not authorities:
        return machine
    known = trust(authorities).get_ca_certs(binary_form=True)
    handle, path = tempfile.mkstemp(suffix=".pem")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.writelines(ssl.DER_cert_to_PEM_cert(certificate) for certificate in known)
        file.write(authorities)
    atexit.register(os.unlink, path)
    return path


def tls_reason(error: ssl.SSLError) -> Reason:
    """TLS_CHAIN where a certificate between the server's and the root is missing: the server
    leaves it out, or nobody here has heard of its issuer."""
    if isinstance(error, ssl.SSLCertVerificationError) and error.verify_code in ISSUER_UNKNOWN:
        return Reason.TLS_CHAIN
    return Reason.TLS
