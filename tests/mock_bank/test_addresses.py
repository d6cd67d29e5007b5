"""Whom a host name addresses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mock_bank import addresses
from mock_bank.addresses import Party


@pytest.mark.parametrize(
    ("host", "party"),
    [
        ("w-12ab.localhost:8765", Party("12ab")),
        ("w-12ab.localhost", Party("12ab")),
        ("device.w-12ab.localhost:8765", Party("12ab", "computer")),
        ("laptop.device.w-12ab.localhost:8765", Party("12ab", "laptop")),
        ("ca.w-12ab.localhost:8765", Party("12ab", is_authority=True)),
        ("laptop.w-12ab.localhost:8765", None),
        ("ca.device.ca.w-12ab.localhost:8765", None),
        ("Laptop.device.w-12ab.localhost:8765", None),
        ("w-12ab.localhost.example:8765", None),
        ("w-.localhost:8765", None),
    ],
)
def test_a_host_addresses_one_party_of_one_world(host: str, party: Party | None) -> None:
    assert addresses.party(host) == party


@pytest.mark.parametrize("name", ["computer", "laptop", "pc-2"])
def test_a_devices_address_leads_back_to_it(name: str) -> None:
    origin = addresses.device("12ab", "w-12ab.localhost:8765", name)
    assert addresses.party(origin.removeprefix("http://")) == Party("12ab", name)


@pytest.mark.parametrize("address", [addresses.bank, addresses.device, addresses.authority])
@pytest.mark.parametrize("port", [":8765", ""])
def test_all_of_a_world_is_reached_on_one_port_and_80_goes_without_saying(
    address: Callable[[str, str], str], port: str
) -> None:
    assert address("12ab", f"localhost{port}").endswith(f"w-12ab.localhost{port}")


def test_the_authoritys_address_leads_back_to_it() -> None:
    origin = addresses.authority("12ab", "w-12ab.localhost:8765")
    assert addresses.party(origin.removeprefix("http://")) == Party("12ab", is_authority=True)


@pytest.mark.parametrize(
    "header", ["localhost", "LOCALHOST:8765", "Localhost.:8765", "127.0.0.1:80", "[::1]:8765"]
)
def test_the_lobby_is_reached_by_all_names_of_this_machine(header: str) -> None:
    host = addresses.host_in(header)
    assert host is not None
    assert addresses.is_lobby(host)
    assert addresses.bank("12ab", host).startswith("http://w-12ab.localhost")


@pytest.mark.parametrize(
    "header",
    [
        "",
        "localhost:8765, localhost:8765",
        "localhost:@evil",
        "user@localhost:8765",
        "localhost:80:80",
        "localhost/",
        "localhost:8765\n",
        "[::1",
        "ｌocalhost",
    ],
)
def test_what_names_no_single_host_names_none(header: str) -> None:
    assert addresses.host_in(header) is None
