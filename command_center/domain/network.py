"""What an address says about where it leads."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether it is an IP address of this machine itself; a name may lead anywhere."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
