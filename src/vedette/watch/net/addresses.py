"""Which network addresses may be spoken to. Names are resolved here, once, and the connection goes to what was checked.

A name that leads to several addresses is refused where any of them is: a mixed answer is how a hostile name server
smuggles an inner address past a check.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass

from vedette.errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PLATFORM = frozenset({ipaddress.ip_address("168.63.129.16")})
"""A metadata service of a large cloud that has a public address."""


@dataclass(frozen=True)
class Allowed:
    """Hosts (by name) and networks that may be spoken to although they are not public."""

    hosts: frozenset[str] = frozenset()
    networks: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[str]) -> Allowed:
        """From host names, addresses and networks as they are written in ``feeds.yaml``."""
        hosts, networks = set(), []
        for entry in entries:
            try:
                networks.append(ipaddress.ip_network(entry, strict=False))
            except ValueError:
                hosts.add(entry.lower().rstrip("."))
        return cls(frozenset(hosts), tuple(networks))

    def covers(self, host: str, address: Address) -> bool:
        """Whether this host may be at this address, whatever kind of address it is."""
        inner = _inner(address)
        return host.lower().rstrip(".") in self.hosts or any(
            a in network for network in self.networks for a in {address, inner} if a.version == network.version
        )


def resolve(host: str, port: int, allowed: Allowed) -> list[str]:
    """The addresses of `host`, each checked. Raises FetchError where there is none, or one is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the name {host!r} leads to no address") from error
    out: list[str] = []
    for *_, place in found:
        address = ipaddress.ip_address(str(place[0]).partition("%")[0])
        why = closed(address)
        if why is not None and not allowed.covers(host, address):
            raise FetchError(f"{host} is at {address}, {why}: not fetched unless allowed by name", final=True)
        if str(address) not in out:
            out.append(str(address))
    return out


def closed(address: Address) -> str | None:
    """Why an address is no public one; None where it is."""
    inner = _inner(address)
    if inner in _PLATFORM:
        return "a metadata service"
    for what, is_so in (
        ("the address of no host", inner.is_unspecified),
        ("this machine", inner.is_loopback),
        ("a link-local or metadata network", inner.is_link_local),
        ("a multicast network", inner.is_multicast),
        ("a private network", inner.is_private),
        ("a reserved network", inner.is_reserved or not inner.is_global),
    ):
        if is_so:
            return what
    return None


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for (mapped, 6to4, Teredo, NAT64), else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address
