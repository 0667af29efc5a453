"""Writes PDF documents of text, byte for byte the same each time: what the fixtures of gisa need, no more."""

import hashlib, zlib

FULL, HALF = 1000, 500  # widths, thousandths of the size
PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def width(text):
    return sum(HALF if ord(c) < 0x2000 else FULL for c in text) / 1000


def wrapped(text, most, within_words):
    """The lines of a paragraph that are `most` full letters wide, as Hangul breaks them: between words, or anywhere."""
    lines, line = [], ""
    for part in text if within_words else text.split(" "):
        joint = "" if within_words or not line else " "
        if line and width(line + joint + part) > most:
            lines.append(line.strip())
            line, joint = "", ""
        if line or part != " ":
            line += joint + part
    return lines + [line.strip()]


def rc4(key, data):
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def to_unicode(codes):
    rows = [f"<{code:04X}> <{c.encode('utf-16-be').hex().upper()}>" for c, code in codes.items()]
    blocks = [rows[i:i + 100] for i in range(0, len(rows), 100)]
    return ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /gisa def /CMapType 2 def "
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
            "".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar\n" for b in blocks) +
            "endcmap end end").encode()


def pdf(pages, font="told", user=None, owner=None, title="", made="", turned=(), seen=True, files=(), attached=(), notes=(), packed=False):
    """`pages`: lists of (x, y, size, text), points from the lower left corner. `font`: `told` has a table of what its
    codes mean (ToUnicode), `untold` has none, `korean` is not in the document and coded as Korea's older ones are.
    `turned`: by how many degrees the pages are shown turned; 0 for those that it does not name. `seen`: else the
    text lies unseen over a picture, as recognition of letters puts it there. `files`: names and bytes of what lies in it; `attached`: of what is attached
    to the first page; `notes`: what readers wrote beside it. `packed`: all that is no stream stands in one.
    """
    texts = "".join(text for page in pages for _, _, _, text in page)
    codes = {c: n + 1 for n, c in enumerate(sorted(set(texts)))}
    if font == "untold":  # as many as fonts of Korean have
        codes = {c: ord(c) - 0xAC00 + 0x400 if ord(c) >= 0xAC00 else ord(c) % 0x80 for c in codes}
    objects = []  # bytes, or a dictionary and a stream

    def add(thing):
        objects.append(thing)
        return len(objects)

    def shown(text):
        if font == "korean":
            return text.encode("cp949").hex()
        return "".join(f"{codes[c]:04X}" for c in text)

    catalog, tree = add(None), add(None)
    halves = " ".join(f"{code} [{HALF}]" for c, code in codes.items() if ord(c) < 0x2000)
    system = ("Korea1", 2, "/KSCms-UHC-H") if font == "korean" else ("Identity", 0, "/Identity-H")
    descendant = add(f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Gisa /DW {FULL} /W [{f'1 95 {HALF}' if font == 'korean' else halves}] "
                     f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({system[0]}) /Supplement {system[1]} >> "
                     "/FontDescriptor << /Type /FontDescriptor /FontName /Gisa /Flags 4 /FontBBox [0 -200 1000 800] "
                     "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>".encode())
    table = f" /ToUnicode {add(('', to_unicode(codes)))} 0 R" if font == "told" else ""
    face = add(f"<< /Type /Font /Subtype /Type0 /BaseFont /Gisa /Encoding {system[2]} "
               f"/DescendantFonts [{descendant} 0 R]{table} >>".encode())

    def specification(name, data):
        stream = add(("/Type /EmbeddedFile ", data))
        written = f"({name})" if name.isascii() else f"<FEFF{name.encode('utf-16-be').hex()}>"
        return written, f"<< /Type /Filespec /F {written} /UF {written} /EF << /F {stream} 0 R >> >>"

    annotations = " ".join(f"<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents <FEFF{note.encode('utf-16-be').hex()}> >>" for note in notes)
    annotations += " ".join(f"<< /Type /Annot /Subtype /FileAttachment /Rect [9 9 29 29] /FS {specification(*one)[1]} >>" for one in attached)
    kids = []
    for number, page in enumerate(pages):
        mode = "" if seen else "3 Tr "
        text = "".join(f"BT {mode}/F {size} Tf {x} {y} Td <{shown(line)}> Tj ET\n" for x, y, size, line in page)
        content = add(("", text.encode()))
        turn = f" /Rotate {turned[number]}" if number < len(turned) and turned[number] else ""
        held = f" /Annots [{annotations}]" if annotations and number == 0 else ""
        kids.append(add(f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842]{turn}{held} /Contents {content} 0 R "
                        f"/Resources << /Font << /F {face} 0 R >> >> >>".encode()))
    names = ""
    for name, data in files:
        written, specified = specification(name, data)
        names += f"{written} {add(specified.encode())} 0 R "
    held = f" /Names << /EmbeddedFiles << /Names [{names}] >> >>" if files else ""
    objects[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R{held} >>".encode()
    objects[tree - 1] = (f"<< /Type /Pages /Count {len(kids)} /Kids [" + " ".join(f"{k} 0 R" for k in kids) + "] >>").encode()
    trailer = f"/Root {catalog} 0 R"
    key = None
    if user is not None:
        mark, rights = bytes(range(16)), -4
        padded = [(word.encode() + PAD)[:32] for word in (user, owner or user)]
        entry = rc4(hashlib.md5(padded[1]).digest()[:5], padded[0])
        key = hashlib.md5(padded[0] + entry + (rights & 0xFFFFFFFF).to_bytes(4, "little") + mark).digest()[:5]
        lock = add(f"<< /Filter /Standard /V 1 /R 2 /P {rights} /O <{entry.hex()}> /U <{rc4(key, PAD).hex()}> >>".encode())
        trailer += f" /Encrypt {lock} 0 R /ID [<{mark.hex()}> <{mark.hex()}>]"
    elif title or made:
        info = add(f"<< /Title <FEFF{title.encode('utf-16-be').hex()}> /CreationDate (D:{made}) >>".encode())
        trailer += f" /Info {info} 0 R"
    within = [number for number, thing in enumerate(objects, 1) if packed and not isinstance(thing, tuple)]
    if packed:
        head = "".join(f"{number} {sum(len(objects[n - 1]) + 1 for n in within[:at])} " for at, number in enumerate(within))
        add((f"/Type /ObjStm /N {len(within)} /First {len(head)} ", head.encode() + b" ".join(objects[n - 1] for n in within)))
    out, places = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
    for number, thing in enumerate(objects, 1):
        places.append(len(out))
        if number in within:
            continue
        if isinstance(thing, tuple):
            data = zlib.compress(thing[1], 9)
            if key:
                data = rc4(hashlib.md5(key + number.to_bytes(3, "little") + bytes(2)).digest()[:10], data)
            thing = f"<< {thing[0]}/Filter /FlateDecode /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"
        out += f"{number} 0 obj\n".encode() + thing + b"\nendobj\n"
    start = len(out)
    if packed:
        rows = [(2, len(objects), within.index(n)) if n in within else (1, place, 0) for n, place in enumerate(places, 1)]
        table = zlib.compress(b"".join(bytes([kind]) + at.to_bytes(4, "big") + bytes([index]) for kind, at, index in [(0, 0, 0)] + rows), 9)
        return (out + f"{len(objects) + 1} 0 obj\n<< /Type /XRef /Size {len(objects) + 1} /W [1 4 1] {trailer} /Filter /FlateDecode /Length {len(table)} >>\n"
                "stream\n".encode() + table + f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n".encode())
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
