"""A model of a few bytes, written as protocol buffers by hand: mean of a picture over 255."""

from __future__ import annotations

UINT8, FLOAT = 2, 1


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def number(field: int, value: int) -> bytes:
    return varint(field << 3) + varint(value)


def text(field: int, value: bytes | str) -> bytes:
    data = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | 2) + varint(len(data)) + data


def tensor(name: str, kind: int, shape: tuple[int, ...]) -> bytes:
    """ValueInfoProto."""
    sides = b"".join(text(1, number(1, side)) for side in shape)
    return text(1, name) + text(2, text(1, number(1, kind) + text(2, sides)))


def node(op: str, inputs: tuple[str, ...], output: str, attributes: bytes = b"") -> bytes:
    taken = b"".join(text(1, name) for name in inputs)
    return text(1, taken + text(2, output) + text(3, output) + text(4, op) + attributes)


def integer(name: str, value: int) -> bytes:
    """AttributeProto of an integer, as a node carries it."""
    return text(5, text(1, name) + number(3, value) + number(20, 2))


def floats(name: str, value: bytes) -> bytes:
    """TensorProto initialiser of one float, little-endian."""
    return text(5, number(2, FLOAT) + text(8, name) + text(9, value))


def mean_model(side: int = 32, inputs: int = 1) -> bytes:
    """Takes uint8 [1, side, side, 3], gives float [1, 1, 1, 1]."""
    shape = (1, side, side, 3)
    graph = node("Cast", ("picture",), "real", integer("to", FLOAT))
    graph += node("ReduceMean", ("real",), "mean", integer("keepdims", 1))
    graph += node("Mul", ("mean", "scale"), "density")
    graph += text(2, "tiny") + floats("scale", b"\x81\x80\x80\x3b")
    graph += b"".join(
        text(11, tensor("picture" if n == 0 else f"more{n}", UINT8, shape)) for n in range(inputs)
    )
    graph += text(12, tensor("density", FLOAT, (1, 1, 1, 1)))
    return number(1, 8) + text(7, graph) + text(8, number(2, 13))
