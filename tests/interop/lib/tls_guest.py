"""Comes to the door of a node as another node would, with the TLS of OpenSSL, and says what it saw.

    tls_guest.py HOST PORT [CERTIFICATE KEY]

Prints one line: the version, the group of the key exchange, the raw public key of the other end in hex, and the status of
an exchange that came back whole; or `refused` and what OpenSSL says of it.
"""

import sys

from OpenSSL import SSL
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
import socket

BODY = bytes(range(256)) * 64
PATH = "/channel/v1/exchange"


def main(host, port, certificate=None, key=None):
    context = SSL.Context(SSL.TLS_CLIENT_METHOD)
    # Whose key it is, is compared by whoever called: there is no authority.
    context.set_verify(SSL.VERIFY_NONE)
    if certificate:
        context.use_certificate_file(certificate)
        context.use_privatekey_file(key)
    stream = SSL.Connection(context, socket.create_connection((host, int(port))))
    stream.set_connect_state()
    try:
        stream.do_handshake()
        head = f"POST {PATH} HTTP/1.1\r\nhost: {host}:{port}\r\nconnection: close\r\ncontent-length: {len(BODY)}\r\n\r\n"
        stream.sendall(head.encode() + BODY)
        answer = b""
        try:
            while True:
                answer += stream.recv(65536)
        except SSL.ZeroReturnError:
            pass
    except SSL.Error as error:
        print("refused", *[reason for _, _, reason in (error.args[0] if error.args else [])])
        return
    public = stream.get_peer_certificate().get_pubkey().to_cryptography_key()
    assert isinstance(public, Ed25519PublicKey), public
    head, _, body = answer.partition(b"\r\n\r\n")
    whole = "whole" if body == BODY else "other"
    status = head.split(b" ")[1].decode()
    print(stream.get_protocol_version_name(), stream.get_group_name(), public.public_bytes_raw().hex(), status, whole)


main(*sys.argv[1:])
