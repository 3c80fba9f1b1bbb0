"""Recomputes canonical hashes and idempotency keys with nothing of growth's own code.

Reads lines of JSON documents from standard input and prints, for each, a line of JSON:
{"hash": ..., "keys": [...]}. Written from the contract's text alone: compact JSON, keys sorted by
UTF-16 code unit, without canonical_hash and canonical_hash_algorithm.
"""
import hashlib
import json
import sys


class Number(str):
    """The digits as they stand in the file, so that no second formatter of numbers is involved."""


def canonical(value):
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        ordered = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(json.dumps(k, ensure_ascii=False) + ":" + canonical(value[k]) for k in ordered) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def sha256(value):
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


for line in sys.stdin:
    document = json.loads(line, parse_int=Number, parse_float=Number)
    head = {k: v for k, v in document.items() if k not in ("canonical_hash", "canonical_hash_algorithm")}
    keys = [
        sha256({k: entry["request"][k] for k in ("tenant_id", "project_id", "job_type", "payload")})
        for entry in document.get("requests", [])
    ]
    print(json.dumps({"hash": sha256(head), "keys": keys}))
