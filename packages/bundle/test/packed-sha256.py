"""What a packed plugin is, by Python's zipfile: prints the SHA-256 that archive.test.ts expects, without and with parts."""

import hashlib
import io
import json
import zipfile

FILES = {"METHOD.en.md": "How it is done.\n", "plugin.yaml": "id: small\nversion: 0.1.0\n"}

PARTS = [
    ("manifest.json", json.dumps({"manifest": {"id": "small"}, "edition": 1}, sort_keys=True, separators=(",", ":")) + "\n"),
    ("cases.yaml", "cases: []\n"),
]

content = hashlib.sha256()
for path, text in sorted(FILES.items()):
    for part in (path.encode(), text.encode()):
        content.update(b"%d:" % len(part) + part)


def packed_sha256(number, parts):
    header = {"format": number, "id": "small", "version": "0.1.0", "digest": "sha256:" + content.hexdigest()}
    entries = [("plumbline.json", json.dumps(header, sort_keys=True, separators=(",", ":")) + "\n")]
    entries += parts
    entries += [("content/" + path, text) for path, text in sorted(FILES.items())]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, text in entries:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.create_version, info.extract_version = 0, 20, 20
            info.flag_bits = 0x800
            archive.writestr(info, text.encode())
            info.external_attr = 0  # writestr puts permissions there
    data = packed.getvalue()
    # zipfile sets the UTF-8 flag only for names outside ASCII; the format here sets it always.
    data = data.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x00\x08")
    data = data.replace(b"PK\x01\x02\x14\x00\x14\x00\x00\x00", b"PK\x01\x02\x14\x00\x14\x00\x00\x08")
    return hashlib.sha256(data).hexdigest()


print(packed_sha256(1, []))
print(packed_sha256(2, PARTS))
