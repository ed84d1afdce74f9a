# SPDX-License-Identifier: GPL-2.0-only
"""A kernel's BTF, out of its compressed image.

rex.ko offers functions to BPF programs, which takes BTF that refers to the kernel's own. Where the headers
package lacks that (Debian's 6.1), the image has it: a boot loader's header, then the ELF file compressed.
Both decompressors are libraries that apt and dpkg themselves need.
"""

from __future__ import annotations

import ctypes
import struct
from pathlib import Path

from errors import VmError

LZ4_LEGACY_MAGIC = b"\x02\x21\x4c\x18"
LZ4_BLOCK_SIZE = 8 << 20
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
ELF_MAGIC = b"\x7fELF"

# Offsets of the x86 boot protocol, Documentation/arch/x86/boot.rst.
SETUP_SECTORS = 0x1F1
PAYLOAD_OFFSET = 0x248
SECTOR = 512


def kernel_types(image: Path) -> bytes:
    """The contents of section .BTF."""
    payload = compressed_payload(image.read_bytes())
    if payload.startswith(LZ4_LEGACY_MAGIC):
        kernel = unpack_lz4(payload)
    elif payload.startswith(ZSTD_MAGIC):
        kernel = unpack_zstd(payload)
    else:
        kernel = payload
    if not kernel.startswith(ELF_MAGIC):
        raise VmError(f"{image} is compressed in a way that this program does not know")
    types = elf_section(kernel, b".BTF")
    if not types:
        raise VmError(f"the kernel in {image} has no BTF")
    return types


def compressed_payload(image: bytes) -> bytes:
    offset, length = struct.unpack_from("<II", image, PAYLOAD_OFFSET)
    start = (image[SETUP_SECTORS] + 1) * SECTOR + offset
    # The last four bytes are the size of what comes out.
    return image[start:start + length - 4]


def unpack_lz4(data: bytes) -> bytes:
    """The format of `lz4 -l`: blocks without checksums, each with its size."""
    library = library_of("liblz4.so.1")
    buffer = ctypes.create_string_buffer(LZ4_BLOCK_SIZE)
    result = bytearray()
    position = len(LZ4_LEGACY_MAGIC)
    while position + 4 <= len(data):
        (size,) = struct.unpack_from("<I", data, position)
        block = data[position + 4:position + 4 + size]
        count = library.LZ4_decompress_safe(block, buffer, len(block), LZ4_BLOCK_SIZE)
        if count < 0:
            raise VmError("the kernel's image is damaged")
        result += buffer.raw[:count]
        position += 4 + size
    return bytes(result)


def unpack_zstd(data: bytes) -> bytes:
    library = library_of("libzstd.so.1")
    for function in (library.ZSTD_getFrameContentSize, library.ZSTD_findFrameCompressedSize):
        function.restype = ctypes.c_ulonglong
    library.ZSTD_decompress.restype = ctypes.c_size_t
    frame = library.ZSTD_findFrameCompressedSize(data, ctypes.c_size_t(len(data)))
    # A kernel's frame does not tell its size; no kernel is larger than this.
    buffer = ctypes.create_string_buffer(256 << 20)
    count = library.ZSTD_decompress(buffer, ctypes.c_size_t(len(buffer)), data, ctypes.c_size_t(frame))
    if library.ZSTD_isError(ctypes.c_size_t(count)):
        raise VmError("the kernel's image is damaged")
    return buffer.raw[:count]


def library_of(name: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        raise VmError(f"the library {name} is not installed", "apt-get install liblz4-1 libzstd1") from error


def elf_section(elf: bytes, wanted: bytes) -> bytes:
    """A section of a 64-bit little-endian ELF file; empty where there is none."""
    table, = struct.unpack_from("<Q", elf, 0x28)
    size, count, names = struct.unpack_from("<HHH", elf, 0x3A)

    def header(index: int) -> tuple[int, int, int]:
        name, = struct.unpack_from("<I", elf, table + index * size)
        offset, length = struct.unpack_from("<QQ", elf, table + index * size + 0x18)
        return name, offset, length

    _, strings, _ = header(names)
    for index in range(count):
        name, offset, length = header(index)
        if elf[strings + name:elf.index(b"\0", strings + name)] == wanted:
            return elf[offset:offset + length]
    return b""
