"""Edition 1 of the scoring semantics once more, in exact fractions: written from the README, apart from the kernel.

    python3 oracle.py semantics-1/*.json           writes `expected` into each case
    python3 oracle.py --check semantics-1/*.json   says which case differs, and exits with 1

Roots and logarithms are taken with 60 digits. Scores are given on the 1e-9 grid.
"""

import json
import sys
from decimal import Decimal, getcontext
from fractions import Fraction as F

getcontext().prec = 60
GRID = 10**9
NA, OUT, BLOCKS, COUNTS = "not-applicable", "left-out", "blocks", "counts"


def snap(x):
    return F(round(x * GRID), GRID)


def dec(x):
    return Decimal(x.numerator) / Decimal(x.denominator)


def clamp(x):
    return max(F(0), min(F(100), x))


def power(x, y):
    return F(0) if x == 0 else F((dec(y) * dec(x).ln()).exp())


def normalise(spec, cell):
    method = spec["method"]
    if method == "goalposts":
        return clamp(100 * (cell - spec["worst"]) / (spec["best"] - spec["worst"]))
    if method == "boolean":
        return F(spec["whenTrue"] if cell == 1 else spec["whenFalse"])
    points = [(F(a), F(b)) for a, b in spec.get("points", [])]
    if method == "level-map":
        return dict(points)[cell]
    if method == "piecewise":
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            if x0 <= cell <= x1:
                return y0 + (y1 - y0) * (cell - x0) / (x1 - x0)
        return points[0][1] if cell < points[0][0] else points[-1][1]
    if method == "band":
        (a, b), low, high = spec["ideal"], spec["low"], spec["high"]
        if cell < a:
            return clamp(100 * (cell - low) / (a - low))
        return F(100) if cell <= b else clamp(100 * (high - cell) / (high - b))
    raise ValueError(method)


class Row:
    """One unit in one period: state, score and coverage of every node."""

    def __init__(self, framework, row):
        self.framework, self.cells = framework, row["cells"]
        self.score, self.state, self.spec, self.order = {}, {}, {}, []
        self.visit(framework["root"], True)
        self.exact = dict(self.score)
        self.score = {k: None if v is None else snap(v) for k, v in self.score.items()}

    def visit(self, spec, root=False):
        self.spec[spec["id"]] = spec
        if spec["kind"] == "indicator":
            self.order.append(spec["id"])
            covered = self.indicator(spec)
        else:
            covered = self.branch(spec, root)
        return covered

    def policy(self, spec, root=False):
        if root:
            return "no-result"
        default = self.framework["missing"] if spec["kind"] == "indicator" else "no-result"
        return spec.get("missing", default)

    def indicator(self, spec):
        cell = self.cells.get(spec["id"], {"blank": "unanswered"})
        if not isinstance(cell, dict):
            self.set(spec, "scored", normalise(spec["normalise"], F(cell)))
            return F(1)
        if cell["blank"] == NA:
            self.set(spec, NA, None)
            return None
        self.absent(spec, self.policy(spec))
        return F(0)

    def absent(self, spec, policy):
        state = {"zero": "zeroed", "exclude": "excluded", "no-result": "no-result"}[policy]
        self.set(spec, state, F(0) if policy == "zero" else None)

    def set(self, spec, state, score):
        self.state[spec["id"]], self.score[spec["id"]] = state, score

    def role(self, child):
        state = self.state[child["id"]]
        if state == "below-coverage":
            return {"zero": COUNTS, "exclude": OUT, "no-result": BLOCKS}[self.policy(child)]
        return {"scored": COUNTS, "zeroed": COUNTS, "excluded": OUT, NA: NA, "no-result": BLOCKS}[state]

    def branch(self, spec, root):
        children, method = spec["children"], spec["aggregate"]["method"]
        covered = {child["id"]: self.visit(child) for child in children}
        alike = method in ("minimum", "product", "staircase")
        weight = lambda c, first: F(1) if alike or (method == "bonus" and first) else F(c["weight"])
        share = lambda c, first: (F(1) if first else F(0)) if method == "bonus" else weight(c, first)
        live = [(i == 0, c) for i, c in enumerate(children) if weight(c, i == 0) != 0 and self.role(c) != NA]
        if not live or (method == "bonus" and self.role(children[0]) == NA):
            self.set(spec, NA, None)
            return None
        total = sum(share(c, first) for first, c in live)
        coverage = sum(share(c, first) * (covered[c["id"]] or 0) for first, c in live) / total
        roles = [self.role(c) for _, c in live]
        counted = [(c, weight(c, first)) for first, c in live if self.role(c) == COUNTS]
        if snap(coverage) < F(spec.get("minCoverage", 0)):
            self.set(spec, "below-coverage", None)
        elif BLOCKS in roles or not counted or (method == "bonus" and self.role(children[0]) != COUNTS):
            self.absent(spec, self.policy(spec, root))
        else:
            values = [(self.score[c["id"]] or F(0), w) for c, w in counted]
            points = sum(F(c["weight"]) for c in children)
            self.set(spec, "scored", clamp(aggregate(spec["aggregate"], values, points)))
        return coverage


def aggregate(spec, values, points):
    method = spec["method"]
    if method == "bonus":
        base = values[0][0]
        extra = sum(w * x / 100 for x, w in values[1:]) if snap(base) > F(spec["above"]) else 0
        return min(F(spec["max"]), base + extra)
    total = sum(w for _, w in values)
    if method == "deduct":
        return max(F(0), F(spec["full"]) - sum(w * points / total * (100 - x) / 100 for x, w in values))
    shares = [(x, w / total) for x, w in values]
    if method == "arithmetic":
        return sum(x * w for x, w in shares)
    if method == "geometric":
        result = F(1)
        for x, w in shares:
            result *= power(x, w)
        return result
    if method == "harmonic":
        return F(0) if any(x == 0 for x, _ in shares) else 1 / sum(w / x for x, w in shares)
    if method == "power":
        p = F(spec["exponent"])
        if p < 0 and any(x == 0 for x, _ in shares):
            return F(0)
        return power(sum(w * power(x, p) for x, w in shares), 1 / p)
    if method == "minimum":
        return min(x for x, _ in shares)
    if method == "product":
        result = F(100)
        for x, _ in shares:
            result *= x / 100
        return result
    if method == "staircase":
        steps = F(0)
        for x, _ in shares:
            if snap(x) < F(spec["metAt"]):
                return (steps + x) / len(shares)
            steps += 100
        return steps / len(shares)
    raise ValueError(method)


COMPARE = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def holds(when, gate, tree, facts, lean=True):
    """True, False or None for undecided. `lean` is what a zeroed leaf of a cap counts as."""
    if "all" in when or "any" in when:
        stop = "any" in when
        parts = [holds(one, gate, tree, facts, lean) for one in when.get("any") or when["all"]]
        return stop if stop in parts else None if None in parts else not stop
    if "not" in when:
        inner = holds(when["not"], gate, tree, facts, not lean)
        return None if inner is None else not inner
    if "node" in when:
        state, value = tree.state[when["node"]], tree.score[when["node"]]
        missing = value is None or state == "zeroed"
        if state == NA:
            return False
        if value is None:
            return None
        return COMPARE[when["op"]](value, F(when["value"]))
    cell = (facts if "fact" in when else tree.cells).get(when.get("fact") or when["leaf"], {"blank": "unanswered"})
    if isinstance(cell, dict):
        if cell["blank"] == NA:
            return False
        zeroed = "leaf" in when and tree.policy(tree.spec[when["leaf"]]) == "zero"
        return lean if gate["kind"] == "cap" and zeroed else None
    return COMPARE[when["op"]](F(cell), F(when["value"]))


def fires(gate, row, tree, earlier, months):
    if "groups" in gate and row["group"] not in gate["groups"]:
        return False
    within = [
        past["cells"]
        for past in earlier
        if past["unit"] == row["unit"]
        and 0 < (int(row["period"]) - int(past["period"])) * months < gate.get("lookbackMonths", 0)
    ]
    outcomes = [holds(gate["when"], gate, tree, facts) for facts in [row["cells"], *within]]
    return any(one is not None and one != (gate["kind"] == "entry") for one in outcomes)


def grade_row(case, row):
    framework = case["framework"]
    tree = Row(framework, row)
    grades = [one["id"] for one in framework["grades"]]
    score = tree.score[framework["root"]["id"]]
    reached = [i for i, one in enumerate(framework["grades"]) if score is not None and score >= F(one["min"])]
    by_score = reached[-1] if reached else None
    earlier = case["rows"] + case.get("history", [])
    fired = [g for g in framework["gates"] if fires(g, row, tree, earlier, framework["periodMonths"])]
    kinds = [g["kind"] for g in fired]
    status = "not-admitted" if "entry" in kinds else "vetoed" if "veto" in kinds else None
    status = status or ("no-result" if score is None else "graded")
    grade, limited, capped = by_score, None, None
    if status == "graded":
        basics = [i for i in tree.order if tree.spec[i].get("basic") and tree.state[i] != NA]
        lowest = min(basics, key=lambda i: tree.score[i] or 0, default=None)
        lines = sorted((grades.index(one["grade"]), F(one["min"])) for one in framework["basicRule"])
        missed = [g for g, least in lines if lowest is not None and (tree.score[lowest] or 0) < least]
        if missed and missed[0] - 1 < grade:
            grade, limited = missed[0] - 1, lowest
        caps = [(grades.index(g["maxGrade"]), i) for i, g in enumerate(fired) if g["kind"] == "cap"]
        if caps and min(caps)[0] < grade:
            grade, capped = min(caps)[0], fired[min(caps)[1]]["id"]
    name = lambda index: None if index is None else grades[index]
    return {
        "unit": row["unit"],
        "period": row["period"],
        "status": status,
        "score": number(score),
        "grade": name(grade) if status == "graded" else None,
        "gradeByScore": name(by_score),
        "gates": [g["id"] for g in fired],
        "limitedBy": limited,
        "cappedBy": capped,
        "nodes": {key: number(value) for key, value in tree.score.items()},
    }


def number(x):
    return None if x is None else int(x) if x.denominator == 1 else float(x)


def expected(case):
    graded = [(row, grade_row(case, row)) for row in case["rows"]]

    def place(row, one, same):
        if one["status"] != "graded":
            return None
        peers = [b["score"] for a, b in graded if b["status"] == "graded" and same(a)]
        return 1 + sum(score > one["score"] for score in peers)

    for row, one in graded:
        one["rank"] = place(row, one, lambda a: a["period"] == row["period"])
        group = row.get("group")
        peer = lambda a: a["period"] == row["period"] and a.get("group") == group
        one["groupRank"] = None if group is None else place(row, one, peer)
    return [one for _, one in graded]


def main(arguments):
    check = "--check" in arguments
    differs = False
    for path in [one for one in arguments if one != "--check"]:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        stored = json.loads(text)
        found = expected(json.loads(text, parse_float=F))
        if check and stored.get("expected") != found:
            differs = True
            print(f"{path} differs")
        if not check:
            stored["expected"] = found
            with open(path, "w", encoding="utf-8") as file:
                json.dump(stored, file, ensure_ascii=False, indent=2)
                file.write("\n")
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
